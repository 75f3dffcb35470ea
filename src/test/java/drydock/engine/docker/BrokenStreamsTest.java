// SPDX-License-Identifier: Apache-2.0
package drydock.engine.docker;

import static drydock.engine.docker.DockerEngineTest.problem;
import static org.assertj.core.api.Assertions.assertThat;

import drydock.engine.BuildEvent;
import drydock.engine.BuildOutcome;
import drydock.engine.BuildRequest;
import drydock.engine.ContainerSpec;
import drydock.engine.EngineException;
import drydock.engine.EngineProblem;
import drydock.engine.Ownership;
import drydock.engine.Samples;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Pulls, saves, loads and builds that begin well and do not end so.
class BrokenStreamsTest {
  private static final String HEAD = "HTTP/1.1 200 OK\r\nConnection: close\r\n";
  private static final String FULL =
      "{\"errorDetail\":{\"message\":\"write /x: no space left on device\"},\"error\":\"x\"}";

  private final FakeEngine fake = new FakeEngine();
  private final DockerHttp http = fake.http();
  private final DockerImages images = new DockerImages(http, Samples.INFO);

  @TempDir Path folder;

  @AfterEach
  void close() throws IOException {
    http.close();
    fake.close();
  }

  @Test
  void aPullCutInTheMiddleOfALine() {
    String line = "{\"status\":\"Pulling from a\",\"id\":\"1\"}\r\n";
    answer("/images/create", chunk(line) + chunk("{\"sta"));
    assertThat(pull()).isInstanceOf(EngineProblem.ConnectionLost.class);
    fake.on("/images/create", 200, line + "{\"sta");
    assertThat(pull()).isInstanceOf(EngineProblem.BadAnswer.class);
    fake.on("/images/create", 200, line + FULL);
    assertThat(pull()).isInstanceOf(EngineProblem.DiskFull.class);
    fake.on("/images/create", 200, line + "{\"error\":\"unauthorized\"}");
    assertThat(pull()).isEqualTo(new EngineProblem.PullFailed("a:1", "unauthorized"));
    fake.on("/images/create", 500, "{\"message\":\"disk quota exceeded\"}");
    assertThat(pull()).isInstanceOf(EngineProblem.DiskFull.class);
    fake.on("/images/create", 403, "{\"message\":\"denied\"}");
    assertThat(pull()).isEqualTo(new EngineProblem.PullFailed("a:1", "denied"));
  }

  @Test
  void eventsCutInTheMiddleOfALine() {
    answer("/events", chunk("{\"Type\":\"container\",\"Act"));
    Collected<Object> events = new Collected<>();
    new Events(http).open(null, null, List.of(), events.as(e -> e));
    assertThat(events.end()).isInstanceOf(EngineProblem.ConnectionLost.class);
  }

  @Test
  void aSaveThatEndsBeforeTheArchiveDoes() {
    byte[] tar = archive();
    ByteArrayOutputStream whole = new ByteArrayOutputStream();
    bytes("/images/get", tar);
    images.save(List.of("a:1"), whole);
    assertThat(whole.toByteArray()).isEqualTo(tar);
    int end = tar.length - 1024;
    while (tar[end - 1] == 0) {
      end--;
    }
    for (int length : List.of(0, 512, end, end + 1000)) {
      bytes("/images/get", Arrays.copyOf(tar, length));
      assertThat(save()).as("of %d bytes", length).isInstanceOf(EngineProblem.ConnectionLost.class);
    }
    byte[] failed =
        (new String(tar, StandardCharsets.ISO_8859_1) + FULL).getBytes(StandardCharsets.ISO_8859_1);
    bytes("/images/get", failed);
    assertThat(save()).as("an error for an end").isInstanceOf(EngineProblem.ConnectionLost.class);
    answer("/images/get", chunk("x".repeat(2000)));
    assertThat(save()).isInstanceOf(EngineProblem.ConnectionLost.class);
    bytes("/images/get", new byte[4096]);
    assertThat(save()).as("nothing but zeros").isInstanceOf(EngineProblem.ConnectionLost.class);
  }

  @Test
  void aLoadThatTheEngineGivesUp() throws IOException {
    Path archive = Files.write(folder.resolve("kit.tar"), archive());
    fake.on("/images/load", 200, FULL);
    assertThat(load(archive)).isInstanceOf(EngineProblem.DiskFull.class);
    fake.on("/images/load", 200, "{\"errorDetail\":{\"message\":\"invalid tar header\"}}");
    assertThat(load(archive))
        .isEqualTo(new EngineProblem.BadArchive("loading " + archive, "invalid tar header"));
    fake.on("/images/load", 200, "{\"stream\":\"Loaded image: a:1\\n\"}\n{\"stre");
    assertThat(load(archive)).isInstanceOf(EngineProblem.BadAnswer.class);
    fake.on("/images/load", 200, "");
    assertThat(load(archive)).isInstanceOf(EngineProblem.ConnectionLost.class);
    answer("/images/load", chunk("{\"stream\":\"Loaded image: a:1\\n\"}\n"));
    assertThat(load(archive)).isInstanceOf(EngineProblem.ConnectionLost.class);
    fake.on("/images/load", 400, "{\"message\":\"no\"}");
    assertThat(load(archive)).isInstanceOf(EngineProblem.Failed.class);
  }

  @Test
  void whatWasLoadedIsSaidInManyWays() throws IOException {
    Path archive = Files.write(folder.resolve("kit.tar"), archive());
    fake.on(
        "/images/load",
        200,
        "{\"status\":\"Loading"
            + " layer\",\"progressDetail\":{\"current\":1,\"total\":2},\"id\":\"1\"}\r\n"
            + "{\"stream\":\"Loaded image: web:1\\n"
            + "\"}\n"
            + "{\"stream\":\"Loaded image ID: sha256:12\\n"
            + "\"}\n"
            + "{\"stream\":\"Loaded image: localhost/a:1,localhost/b:2\"}");
    assertThat(images.load(archive))
        .containsExactly("web:1", "sha256:12", "localhost/a:1", "localhost/b:2");
  }

  @Test
  void nothingIsSentThatTakesAForeignName() throws IOException {
    Path archive = Files.write(folder.resolve("kit.tar"), archive());
    fake.on("/images/a:1/json", 200, "{\"Id\":\"sha256:other\",\"Config\":{\"Labels\":null}}");
    assertThat(load(archive)).isEqualTo(new EngineProblem.NotOurs("image", "a:1"));
    assertThat(fake.requests).noneMatch(r -> r.contains("/images/load"));
  }

  @Test
  void interruptionEndsALoadThatNobodyAnswers() throws Exception {
    Path archive = Files.write(folder.resolve("kit.tar"), archive());
    fake.mute("/images/load");
    AtomicReference<@Nullable EngineProblem> ended = new AtomicReference<>();
    Thread loader = Thread.ofPlatform().start(() -> ended.set(load(archive)));
    RealEngine.eventually(
        "it is sent", () -> fake.requests.stream().anyMatch(r -> r.contains("/images/load")));
    loader.interrupt();
    loader.join(10_000);
    assertThat(ended.get()).isInstanceOf(EngineProblem.ConnectionLost.class);
  }

  @Test
  void aRunThatIsGivenUpLeavesNoContainer() throws Exception {
    fake.on("/containers/create", 201, "{\"Id\":\"c1\"}");
    String labels = Json.object(Ownership.PLAIN.labels(Ownership.Kind.CONTAINER)).toString();
    fake.on("/containers/c1/json", 200, "{\"Id\":\"c1\",\"Config\":{\"Labels\":" + labels + "}}");
    fake.mute("/containers/c1/start");
    fake.on("/containers/c1", 204, "");
    try (DockerEngine engine = fake.engine(Duration.ofMinutes(1))) {
      ContainerSpec spec = ContainerSpec.of("i:1", Ownership.PLAIN).build();
      AtomicReference<@Nullable EngineProblem> ended = new AtomicReference<>();
      Thread runner =
          Thread.ofPlatform()
              .start(
                  () -> {
                    try {
                      engine.containers().run(spec);
                    } catch (EngineException e) {
                      ended.set(e.problem());
                    }
                  });
      RealEngine.eventually("it starts", () -> asked("POST", "/containers/c1/start"));
      runner.interrupt();
      runner.join(10_000);
      assertThat(ended.get()).isInstanceOf(EngineProblem.ConnectionLost.class);
      assertThat(asked("DELETE", "/containers/c1?")).isTrue();
    }
  }

  private boolean asked(String method, String path) {
    return fake.requests.stream().anyMatch(r -> r.startsWith(method) && r.contains(path));
  }

  @Test
  void anAnswerWithoutAnObjectIsNotSomebodyElses() {
    fake.on("/containers/c1/json", 200, "{}");
    try (DockerEngine engine = fake.engine(Duration.ofMinutes(1))) {
      assertThat(DockerEngineTest.problem(() -> engine.containers().remove("c1")))
          .isInstanceOfSatisfying(
              EngineProblem.BadAnswer.class, p -> assertThat(p.doing()).contains("container c1"));
    }
    assertThat(asked("DELETE", "/containers/c1")).isFalse();
  }

  @Test
  void aHeadThatIsCutOffIsNotAnEmptyList() {
    for (String head : List.of("HTTP/1.1 200 OK\r\nContent-Ty", "HTTP/1.1 200 OK\r\n")) {
      fake.on("/containers/json", out -> out.write(head.getBytes(StandardCharsets.US_ASCII)));
      try (DockerEngine engine = fake.engine(Duration.ofMinutes(1))) {
        assertThat(DockerEngineTest.problem(() -> engine.containers().list()))
            .isInstanceOf(EngineProblem.ConnectionLost.class);
      }
    }
  }

  @Test
  void aBuildThatFillsTheDiskSaysSo() {
    fake.on("/build", 200, FULL);
    assertThat(build()).contains("DiskFull").contains("no space left on device");
    String step =
        "{\"errorDetail\":{\"message\":\"process \\\"/bin/sh -c echo no space left on device\\\""
            + " did not complete successfully: exit code: 1\"}}";
    fake.on("/build", 200, step);
    assertThat(build()).as("words of a command").contains("Failed").doesNotContain("DiskFull");
  }

  private String build() {
    Collected<String> build = new Collected<>();
    BuildRequest request =
        new BuildRequest(_ -> {}, "Dockerfile", List.of(), null, Map.of(), false, Ownership.PLAIN);
    new DockerBuild(http, Samples.INFO)
        .start(
            request,
            build.as(e -> e instanceof BuildEvent.Finished(BuildOutcome o) ? o.toString() : ""));
    assertThat(build.end()).isNull();
    return build.text();
  }

  private @Nullable EngineProblem pull() {
    Collected<Object> pull = new Collected<>();
    images.pull("a:1", pull.as(p -> p));
    return pull.end();
  }

  private @Nullable EngineProblem save() {
    return problem(() -> images.save(List.of("a:1"), OutputStream.nullOutputStream()));
  }

  private @Nullable EngineProblem load(Path archive) {
    return problem(() -> images.load(archive));
  }

  private static byte[] archive() {
    return new ImageTars()
        .file("config", "{}")
        .file("manifest.json", "[{\"Config\":\"config\",\"RepoTags\":[\"a:1\"]}]")
        .bytes();
  }

  /// Chunks, and then nothing: the connection is gone before the last one.
  private void answer(String path, String chunks) {
    fake.on(
        path,
        out -> {
          String all = HEAD + "Transfer-Encoding: chunked\r\n\r\n" + chunks;
          out.write(all.getBytes(StandardCharsets.US_ASCII));
        });
  }

  private void bytes(String path, byte[] body) {
    fake.on(
        path,
        out -> {
          out.write((HEAD + "\r\n").getBytes(StandardCharsets.US_ASCII));
          out.write(body);
        });
  }

  private static String chunk(String text) {
    return Integer.toHexString(text.length()) + "\r\n" + text + "\r\n";
  }
}
