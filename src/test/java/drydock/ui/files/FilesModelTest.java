// SPDX-License-Identifier: Apache-2.0
package drydock.ui.files;

import static org.assertj.core.api.Assertions.assertThat;

import drydock.archive.LayerTar;
import drydock.archive.Order;
import drydock.archive.SavedImages;
import drydock.diagram.picture.DrillFacts;
import drydock.engine.Container;
import drydock.engine.ContainerEngine;
import drydock.engine.EngineException;
import drydock.engine.EngineProblem;
import drydock.engine.Images;
import drydock.engine.PathChange;
import drydock.engine.Samples;
import drydock.engine.StandIn;
import drydock.observe.ContainerLayer;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FilesModelTest {
  private static final byte[] IMAGE =
      SavedImages.docker25(
          SavedImages.tars(
              new LayerTar()
                  .folder("bin")
                  .file("bin/sh", new byte[] {0x7f, 'E', 'L', 'F', 0}, _ -> {})
                  .folder("etc")
                  .file("etc/motd", "hello")
                  .file("etc/empty", "")
                  .file("etc/long", "ä".repeat(Content.MOST)),
              new LayerTar()
                  .file("etc/motd", "good morning")
                  .file("bin/.wh.sh", "")
                  .symlink("etc/link", "motd")));
  private static final Slab.Of OF =
      new Slab.Of("sha256:a", "a:1", 1000, List.of("FROM x", "RUN change"));

  @TempDir private Path folder;
  private final Later background = new Later();
  private final List<String> saved = new ArrayList<>();
  private Source source = out -> out.write(IMAGE);
  private FilesModel files =
      new FilesModel(background, this::engine, Clock.systemUTC(), Path.of("set before each test"));

  interface Source {
    void writeTo(OutputStream out) throws IOException;
  }

  @BeforeEach
  void scratch() {
    files = new FilesModel(background, this::engine, Clock.systemUTC(), folder);
  }

  @AfterEach
  void close() {
    files.close();
    background.all();
  }

  @Test
  void nothingIsReadBeforeAPersonWantsIt() {
    files.show(new Slab.Layer(OF, 1));
    background.all();
    assertThat(files.readingProperty().get()).isInstanceOf(ImageReading.Unread.class);
    assertThat(files.listingProperty().get()).isNull();
    assertThat(files.image()).isEqualTo("sha256:a");
    assertThat(saved).isEmpty();
    files.read();
    background.all();
    assertThat(saved).containsExactly("sha256:a");
  }

  @Test
  void aLayersFilesComeWithWhatItDoesToThem() {
    read(1);
    assertThat(lines())
        .containsExactly("bin NONE", " sh REMOVED", "etc NONE", " link ADDED", " motd CHANGED");
    files.want(Wanted.REMOVED);
    background.all();
    assertThat(lines()).containsExactly("bin NONE", " sh REMOVED");
    files.want(Wanted.SEEN);
    background.all();
    assertThat(lines()).contains(" empty NONE", " motd CHANGED").doesNotContain(" sh REMOVED");
    files.want(Wanted.LAYER);
    files.search("MOT");
    background.all();
    assertThat(lines()).containsExactly("etc NONE", " motd CHANGED");
  }

  @Test
  void foldersAreOpenedClosedAndSortedBySize() {
    read(0);
    assertThat(lines())
        .containsExactly(
            "bin ADDED", " sh ADDED", "etc ADDED", " empty ADDED", " long ADDED", " motd ADDED");
    files.open(item("bin"), false);
    background.all();
    assertThat(lines()).doesNotContain(" sh ADDED");
    files.sort(Order.SIZE);
    background.all();
    assertThat(lines())
        .containsExactly("etc ADDED", " long ADDED", " motd ADDED", " empty ADDED", "bin ADDED");
    files.open(item("bin"), true);
    background.all();
    assertThat(lines()).last().isEqualTo(" sh ADDED");
  }

  @Test
  void contentsAreShownAsFarAsTheyAreText() {
    read(1);
    assertThat(content("motd")).isEqualTo(new Content.Text("good morning", false));
    assertThat(((Content.Other) content("sh")).sentence()).contains("no text", "7f 45 4c 46");
    assertThat(((Content.Other) content("link")).sentence()).contains("leads to motd");
    assertThat(((Content.Other) content("etc")).sentence()).contains("folder");
    files.want(Wanted.SEEN);
    background.all();
    assertThat(((Content.Other) content("empty")).sentence()).contains("empty");
    Content.Text text = (Content.Text) content("long");
    assertThat(text.more()).isTrue();
    assertThat(text.text()).isEqualTo("ä".repeat(Content.MOST / 2));
  }

  @Test
  void aFileIsTakenOutWholeOrNotAtAll() throws IOException {
    read(1);
    files.select(item("motd"));
    assertThat(files.canExtract()).isTrue();
    Path target = folder.resolve("out.txt");
    files.extract(target);
    background.all();
    assertThat(target).hasContent("good morning");
    assertThat(files.doneProperty().get()).contains("/etc/motd", "out.txt");
    files.extract(folder.resolve("no such folder/out.txt"));
    background.all();
    assertThat(files.problemProperty().get()).contains("/etc/motd was not taken out");
    assertThat(files.doneProperty().get()).isEmpty();
    files.select(item("link"));
    assertThat(files.canExtract()).isFalse();
    files.select(null);
    assertThat(files.canExtract()).isFalse();
  }

  @Test
  void aPathIsDrilledThroughAllLayers() {
    read(0);
    files.select(item("motd"));
    files.drill();
    background.all();
    DrillFacts facts = Objects.requireNonNull(files.drillProperty().get());
    assertThat(facts.drill().path()).isEqualTo("/etc/motd");
    assertThat(facts.drill().seen()).isEqualTo(1);
    assertThat(facts.steps()).containsExactly("FROM x", "RUN change");
    files.select(item("sh"));
    assertThat(files.drillProperty().get()).as("another path").isNull();
  }

  @Test
  void anAnswerAboutAnotherPathComesTooLate() {
    read(1);
    files.select(item("motd"));
    files.preview();
    files.select(item("link"));
    background.all();
    assertThat(files.contentProperty().get()).isNull();
  }

  @Test
  void wasteIsToldOnceTheFilesWereRead() {
    files.show(new Slab.Layer(OF, 1));
    assertThat(files.wasteProperty().get()).isNull();
    read(1);
    assertThat(files.wasteProperty().get()).isNotEmpty();
    files.leave();
    assertThat(files.wasteProperty().get()).isNull();
  }

  @Test
  void readingIsCancelledAndLeavesNothing() {
    files.show(new Slab.Layer(OF, 0));
    List<ImageReading.State> states = new ArrayList<>();
    source =
        out -> {
          out.write(new byte[600_000]);
          states.add(files.readingProperty().get());
          files.cancelReading();
          out.write(IMAGE);
          throw new AssertionError("went on");
        };
    files.read();
    background.all();
    assertThat(states).containsExactly(new ImageReading.Running(600_000));
    assertThat(files.readingProperty().get()).isInstanceOf(ImageReading.Unread.class);
    assertThat(files.problemProperty().get()).isEmpty();
    assertThat(folder).isEmptyDirectory();
  }

  @Test
  void whatComesForAnImageThatIsLookedAtNoMoreIsThrownAway() throws IOException {
    files.show(new Slab.Layer(OF, 0));
    files.read();
    files.show(new Slab.Layer(new Slab.Of("sha256:b", "b:1", 10, List.of()), 0));
    background.all();
    assertThat(files.readingProperty().get()).isInstanceOf(ImageReading.Unread.class);
    assertThat(files.listingProperty().get()).isNull();
    assertThat(openFiles()).isZero();
  }

  @Test
  void theFileGoesWithTheImageAndWithTheWindow() throws IOException {
    read(0);
    assertThat(openFiles()).isEqualTo(1);
    files.show(null);
    assertThat(openFiles()).as("only the list was closed").isEqualTo(1);
    files.show(new Slab.Layer(OF, 1));
    background.all();
    assertThat(lines()).contains(" sh REMOVED");
    files.close();
    assertThat(openFiles()).isZero();
  }

  @Test
  void moreThanTheDiskHoldsIsSaidByWhoeverKeepsIt() {
    EngineException passedOn =
        new EngineException(new EngineProblem.LocalFile("saving a:1", "no"), full());
    assertThat(fails(passedOn)).isEqualTo(full().getMessage());
  }

  private static Exception full() {
    try {
      SavedImages.open(Path.of("target"), new byte[0]).close();
      throw new AssertionError("that is no image");
    } catch (IOException e) {
      return e;
    }
  }

  @Test
  void whatGoesWrongIsSaidAndCanBeTriedAgain() {
    String[] said = {
      fails(new EngineException(new EngineProblem.LocalFile("saving a:1", "the disk is full"))),
      fails(new EngineException(new EngineProblem.ConnectionLost("reading the image", "gone"))),
      fails(new EngineException(new EngineProblem.NotFound("image", "a:1"))),
      fails("no archive at all".repeat(100).getBytes(StandardCharsets.UTF_8))
    };
    assertThat(said[0]).contains("disk is full");
    assertThat(said[1]).contains("reading the image");
    assertThat(said[2]).contains("a:1");
    assertThat(said[3]).endsWith(".").doesNotContain("Exception");
    assertThat(folder).isEmptyDirectory();
    source = out -> out.write(IMAGE);
    files.read();
    background.all();
    assertThat(lines()).isNotEmpty();
  }

  private String fails(EngineException e) {
    source =
        out -> {
          out.write(IMAGE, 0, 700);
          throw e;
        };
    return failure();
  }

  private String fails(byte[] bytes) {
    source = out -> out.write(bytes);
    return failure();
  }

  private String failure() {
    files.show(new Slab.Layer(OF, 0));
    files.read();
    background.all();
    return ((ImageReading.Failed) files.readingProperty().get()).sentence();
  }

  @Test
  void whatAContainerWroteIsListedWithoutReadingTheImage() {
    Slab.Own own = own(new PathChange("/tmp", PathChange.Kind.MODIFIED), added("/tmp/a"));
    files.show(own);
    background.all();
    assertThat(lines()).containsExactly("tmp NONE", " a ADDED");
    FileListing before = files.listingProperty().get();
    files.show(own(new PathChange("/tmp", PathChange.Kind.MODIFIED), added("/tmp/a")));
    background.all();
    assertThat(files.listingProperty().get()).as("nothing new").isSameAs(before);
    files.select(item("a"));
    files.show(own(added("/tmp/a"), added("/tmp/b")));
    background.all();
    assertThat(lines()).containsExactly("tmp NONE", " a ADDED", " b ADDED");
    assertThat(files.selectedProperty().get()).as("still selected").isNotNull();
  }

  private static PathChange added(String path) {
    return new PathChange(path, PathChange.Kind.ADDED);
  }

  private static Slab.Own own(PathChange... changes) {
    return new Slab.Own(
        OF,
        Samples.container(
            "c1", "web", "a:1", "sha256:a", Container.Status.RUNNING, 0, Instant.EPOCH, true),
        new ContainerLayer(List.of(changes), OptionalLong.empty(), "", Instant.EPOCH));
  }

  // --- what a person does and sees

  private void read(int layer) {
    files.show(new Slab.Layer(OF, layer));
    files.read();
    background.all();
  }

  private List<String> lines() {
    return files.rowsProperty().get().lines().stream()
        .map(row -> " ".repeat(row.depth()) + row.item().name() + " " + row.item().change())
        .toList();
  }

  private FileItem item(String name) {
    return files.rowsProperty().get().lines().stream()
        .map(Row::item)
        .filter(item -> item.name().equals(name))
        .findFirst()
        .orElseThrow();
  }

  private Content content(String name) {
    files.select(item(name));
    files.preview();
    background.all();
    return Objects.requireNonNull(files.contentProperty().get());
  }

  /// Nameless ones as well.
  private long openFiles() throws IOException {
    try (Stream<Path> all = Files.list(Path.of("/proc/self/fd"))) {
      return all.filter(
              fd -> {
                try {
                  return Files.readSymbolicLink(fd).startsWith(folder);
                } catch (IOException e) {
                  return false; // closed in the meantime
                }
              })
          .count();
    }
  }

  private ContainerEngine engine() {
    return new StandIn.Engine() {
      @Override
      public Images images() {
        return new StandIn.OfImages() {
          @Override
          public void save(List<String> references, OutputStream out) {
            saved.addAll(references);
            try {
              source.writeTo(out);
            } catch (IOException e) {
              throw new UncheckedIOException(e);
            }
          }
        };
      }
    };
  }
}
