// SPDX-License-Identifier: Apache-2.0
package drydock.engine.docker;

import static drydock.engine.docker.DockerEngineTest.problem;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import drydock.engine.EngineException;
import drydock.engine.EngineProblem;
import drydock.engine.EngineTest;
import drydock.engine.Images;
import drydock.engine.Ownership;
import drydock.engine.RawDocker;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Names for images, and images in archives.
@EngineTest
class ImagesEngineTest {
  private final RealEngine real = new RealEngine();
  private final Images images = real.engine.images();

  @TempDir Path folder;

  @AfterEach
  void cleanUp() {
    real.close();
  }

  @Test
  void anImageOfOursGetsOneMoreName() {
    String tag = ours("one");
    String more = real.name("more");
    images.tag(tag, more + ":2");
    images.tag(tag, more); // means :latest
    String id = id(tag);
    assertThat(id(more + ":2")).isEqualTo(id);
    assertThat(id(more + ":latest")).isEqualTo(id);
    String second = ours("second");
    images.tag(second, more + ":2"); // ours may move
    assertThat(id(more + ":2")).isEqualTo(id(second)).isNotEqualTo(id);
    images.tag(id, tag); // the name it has
    assertThat(images.inspect(id).summary().tags())
        .containsExactlyInAnyOrder(tag, more + ":latest");
  }

  @Test
  void foreignImagesAndNamesAreLeftAlone() {
    String theirs = foreign("theirs");
    String ours = ours("ours");
    String free = real.name("free") + ":1";
    String id = id(theirs);
    assertThat(problem(() -> images.tag(theirs, free)))
        .isEqualTo(new EngineProblem.NotOurs("image", theirs));
    assertThat(problem(() -> images.tag(ours, theirs)))
        .isEqualTo(new EngineProblem.NotOurs("image", theirs));
    assertThat(problem(() -> images.tag("drydock-no-such", free)))
        .isEqualTo(new EngineProblem.NotFound("image", "drydock-no-such"));
    assertThat(status(free)).isEqualTo(404);
    assertThat(id(theirs)).isEqualTo(id);
    for (String odd : List.of("UPPER:1", "a b:1", "a:b:c", "x@sha256:" + "0".repeat(64))) {
      assertThat(problem(() -> images.tag(ours, odd)))
          .as(odd)
          .isInstanceOf(EngineProblem.Failed.class);
    }
    assertThat(images.inspect(ours).summary().tags()).containsExactly(ours);
  }

  @Test
  void whatIsSavedAndRemovedIsLoadedAgain() throws IOException {
    String one = ours("one");
    String two = ours("two");
    String oneId = id(one);
    String twoId = id(two);
    Path both = save("both.tar", one, two);
    byte[] packed = ImageTars.gzip(Files.readAllBytes(save("one.tar", one)));
    Path gzip = Files.write(folder.resolve("one.tar.gz"), packed);
    images.remove(one);
    images.remove(two);
    assertThat(images.load(both)).containsExactlyInAnyOrder(one, two);
    assertThat(id(one)).isEqualTo(oneId);
    assertThat(id(two)).isEqualTo(twoId);
    assertThat(images.inspect(one).summary().ours()).isTrue();
    assertThat(images.load(both)).as("again").containsExactlyInAnyOrder(one, two);
    images.remove(one);
    assertThat(images.load(gzip)).containsExactly(one);
    assertThat(id(one)).isEqualTo(oneId);
    images.remove(one);
    images.remove(two);
  }

  @Test
  void anImageWithoutANameIsLoadedByItsId() throws IOException {
    String tag = ours("nameless");
    String id = id(tag);
    Path archive = save("nameless.tar", id);
    images.remove(tag);
    List<String> loaded = images.load(archive);
    assertThat(loaded).hasSize(1);
    assertThat(id(loaded.getFirst())).isEqualTo(id);
    images.remove(id);
  }

  /// Their image in the archive is theirs on the engine: nothing changes. Then another one has the
  /// name.
  @Test
  void aLoadTakesNoForeignName() throws IOException {
    String theirs = foreign("theirs");
    String id = id(theirs);
    Path archive = save("theirs.tar", theirs);
    assertThat(images.load(archive)).containsExactly(theirs);
    assertThat(id(theirs)).isEqualTo(id);
    real.build(theirs, "FROM " + RealEngine.IMAGE + "\nENV OTHER=" + theirs + "\n", Map.of());
    String other = id(theirs);
    assertThat(other).isNotEqualTo(id);
    RawDocker.delete("/images/" + id);
    assertThat(problem(() -> images.load(archive))).isInstanceOf(EngineProblem.NotOurs.class);
    assertThat(id(theirs)).isEqualTo(other);
    assertThat(status(id)).as("nothing was sent").isEqualTo(404);
  }

  @Test
  void whatIsNoArchiveIsNotSent() throws IOException {
    Path text = Files.writeString(folder.resolve("text.tar"), "hello".repeat(500));
    for (Path odd : List.of(text, folder, folder.resolve("none.tar"))) {
      assertThat(problem(() -> images.load(odd)))
          .isInstanceOfSatisfying(
              EngineProblem.BadArchive.class,
              p -> assertThat(p.doing()).contains(odd.getFileName().toString()));
    }
    byte[] whole = Files.readAllBytes(save("whole.tar", ours("cut")));
    Path cut =
        Files.write(folder.resolve("cut.tar"), java.util.Arrays.copyOf(whole, whole.length / 2));
    assertThat(problem(() -> images.load(cut))).isInstanceOf(EngineProblem.BadArchive.class);
  }

  @Test
  void anArchiveThatTheEngineRefusesIsSaid() throws IOException {
    String name = real.name("hollow");
    byte[] hollow =
        new ImageTars()
            .file(
                "manifest.json",
                "[{\"Config\":\"none.json\",\"RepoTags\":[\"%s:1\"],\"Layers\":[\"none\"]}]"
                    .formatted(name))
            .bytes();
    Path archive = Files.write(folder.resolve("hollow.tar"), hollow);
    assertThat(problem(() -> images.load(archive)))
        .isInstanceOfAny(EngineProblem.BadArchive.class, EngineProblem.Failed.class);
    assertThat(status(name + ":1")).isEqualTo(404);
  }

  @Test
  void whatIsNotThereIsNotSaved() {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    assertThat(problem(() -> images.save(List.of("drydock-no-such:1"), out)))
        .isEqualTo(new EngineProblem.NotFound("image", "drydock-no-such:1"));
    assertThat(out.size()).isZero();
  }

  @Test
  void aDiskThatIsFullHereIsNotTheEnginesFault() {
    OutputStream full =
        new OutputStream() {
          @Override
          public void write(int b) throws IOException {
            throw new IOException("No space left on device");
          }
        };
    assertThat(problem(() -> images.save(List.of(RealEngine.IMAGE), full)))
        .isInstanceOfSatisfying(
            EngineProblem.LocalFile.class,
            p -> assertThat(p.detail()).isEqualTo("No space left on device"));
  }

  @Test
  void interruptionEndsASave() throws InterruptedException {
    AtomicReference<EngineProblem> ended = new AtomicReference<>();
    AtomicReference<Thread> inWrite = new AtomicReference<>();
    OutputStream slow =
        new OutputStream() {
          @Override
          public void write(int b) {
            inWrite.set(Thread.currentThread());
            RealEngine.eventually("interrupted", Thread.currentThread()::isInterrupted);
          }
        };
    Thread saver =
        Thread.ofPlatform()
            .start(
                () -> {
                  try {
                    images.save(List.of(RealEngine.IMAGE), slow);
                  } catch (EngineException e) {
                    ended.set(e.problem());
                  }
                });
    RealEngine.eventually("bytes come", () -> inWrite.get() != null);
    saver.interrupt();
    saver.join(10_000);
    assertThat(ended.get()).isInstanceOf(EngineProblem.ConnectionLost.class);
    assertThat(inWrite.get().isAlive()).as("nobody writes any more").isFalse();
  }

  private Path save(String file, String... references) throws IOException {
    Path archive = folder.resolve(file);
    try (OutputStream out = Files.newOutputStream(archive)) {
      images.save(List.of(references), out);
      out.write(new byte[0]); // still open
    }
    return archive;
  }

  private String ours(String word) {
    return build(word, RealEngine.TESTS.labels(Ownership.Kind.IMAGE));
  }

  private String foreign(String word) {
    return build(word, Map.of());
  }

  private String build(String word, Map<String, String> labels) {
    String tag = real.name(word) + ":1";
    real.build(tag, "FROM " + RealEngine.IMAGE + "\nENV UNIQUE=" + tag + "\n", labels);
    return tag;
  }

  private static String id(String reference) {
    JsonNode image = RawDocker.get("/images/" + reference + "/json").json();
    return image.path("Id").asText();
  }

  private static int status(String reference) {
    return RawDocker.get("/images/" + reference + "/json").status();
  }
}
