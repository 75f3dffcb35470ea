// SPDX-License-Identifier: Apache-2.0
package drydock.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import drydock.engine.EngineTest;
import drydock.engine.HostSystem;
import drydock.engine.RawDocker;
import drydock.engine.docker.EngineFinder;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BuildCommandTest {
  private final String unique = UUID.randomUUID().toString().substring(0, 8);
  private final String tag = "drydock-test-cli:" + unique;
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();
  @TempDir Path folder;
  @TempDir Path caches;

  @AfterEach
  void removeTheImage() {
    if (out.toString().contains("built sha256:") || out.toString().contains("\"Success\"")) {
      RawDocker.delete("/images/" + tag);
    }
  }

  @Test
  @EngineTest
  void aBuildPrintsItsStepsAndTheImage() throws IOException {
    write(
        "Dockerfile",
        "FROM busybox:1.37 AS app\nRUN printf 'half'; echo ' line'; echo " + unique + "\n");
    assertThat(build("-t", tag)).isZero();
    assertThat(out.toString())
        .contains("sent 1 file, ")
        .contains(" [app 2/2] RUN printf 'half'; echo ' line'; echo " + unique)
        .contains(" half line\n")
        .contains("built sha256:");
    assertThat(err.toString()).isEmpty();
  }

  @Test
  @EngineTest
  void aFailureSaysStepLineCodeAndLastLines() throws IOException {
    write("Dockerfile", "FROM busybox:1.37\n\nRUN echo last words; exit 7\n");
    assertThat(build("-t", tag)).isEqualTo(1);
    assertThat(out.toString())
        .contains("The build failed at: RUN echo last words; exit 7\n")
        .contains("line in the Dockerfile: 3\n")
        .contains("exit code: 7\n")
        .contains("  | last words\n");
  }

  @Test
  @EngineTest
  void jsonIsOneObjectALineAndEndsWithTheOutcome() throws IOException {
    write("docker/Dockerfile.dev", "FROM busybox:1.37 AS a\nARG V\nRUN echo v=$V\nFROM nope:x\n");
    int code =
        build(
            "-t",
            tag,
            "-f",
            folder.resolve("docker/Dockerfile.dev").toString(),
            "--target",
            "a",
            "--build-arg",
            "V=" + unique,
            "--progress",
            "json");
    assertThat(code).as(out + "" + err).isZero();
    JsonNode last = new ObjectMapper().createObjectNode();
    for (String line : out.toString().lines().toList()) {
      last = new ObjectMapper().readTree(line);
      assertThat(last.path("event").asText()).isNotEmpty();
    }
    assertThat(last.path("event").asText()).isEqualTo("Finished");
    assertThat(last.path("outcome").asText()).isEqualTo("Success");
    assertThat(last.path("imageId").asText()).startsWith("sha256:");
    assertThat(out.toString()).contains("v=" + unique);
  }

  @Test
  @EngineTest
  void aPredictionIsHeldAgainstTheBuild() throws IOException {
    write("app.py", unique);
    write("Dockerfile", "FROM busybox:1.37\nENV A=1\nCOPY app.py /\nRUN cat /app.py\n");
    assertThat(build("-t", tag, "--predict")).isZero();
    assertThat(out.toString()).contains("3 of 3 steps predicted right");

    write("Dockerfile", "FROM busybox:1.37\nENV A=2\nCOPY app.py /\nRUN cat /app.py\n");
    out.getBuffer().setLength(0);
    assertThat(build("--predict-only", "--classic")).isZero();
    assertThat(out.toString())
        .contains(
            """
            line 3  COPY app.py /      will be reused
                  because nothing that counts for it has changed
              line 4  RUN cat /app.py    will run
                  because `ENV A` in line 2 has another value, and is part of RUN's key
            """)
        .contains("Before BuildKit 3 of 4 lines would run:\n  line 2  ENV A=2  ")
        .doesNotContain("built");

    out.getBuffer().setLength(0);
    assertThat(build("-t", tag, "--predict", "--progress", "json")).isZero();
    JsonNode first = new ObjectMapper().readTree(out.toString().lines().toList().getFirst());
    assertThat(first.path("event").asText()).isEqualTo("Prediction");
    JsonNode last = new ObjectMapper().readTree(out.toString().lines().toList().getLast());
    assertThat(last.path("event").asText()).isEqualTo("Comparison");
    assertThat(last.path("right").asInt()).isEqualTo(last.path("foretold").asInt()).isEqualTo(3);
    JsonNode run = last.path("steps").path(2);
    assertThat(run.path("truth").asText()).isEqualTo("RAN");
    assertThat(run.path("causes").path(0).path("cause").asText()).isEqualTo("VariableChanged");
    assertThat(run.path("causes").path(0).path("line").asInt()).isEqualTo(2);
    removeTheImage();
  }

  @Test
  void withoutAnEngineAPredictionSaysWhatItCannotKnow() throws IOException {
    write("Dockerfile", "FROM busybox:1.37\nRUN true\n");
    Map<String, String> nowhere = Map.of("DOCKER_HOST", "unix://" + folder.resolve("none.sock"));
    EngineFinder finder = new EngineFinder(nowhere, folder, HostSystem.WINDOWS);
    assertThat(run(finder, "build", "--predict-only", folder.toString())).isZero();
    assertThat(out.toString())
        .startsWith("note: No container engine answers")
        .contains("RUN true           cannot be known before the build");
  }

  @Test
  @EngineTest
  void anUnreadableFolderIsNoBuild() {
    assertThat(build("-t", tag)).isEqualTo(3);
    assertThat(err.toString()).startsWith("Dockerfile cannot go into the build context: there is");
  }

  @Test
  void noEngineIsNoBuild() throws IOException {
    write("Dockerfile", "FROM busybox:1.37\n");
    Map<String, String> nowhere = Map.of("DOCKER_HOST", "unix://" + folder.resolve("none.sock"));
    EngineFinder finder = new EngineFinder(nowhere, folder, HostSystem.WINDOWS);
    assertThat(run(finder, "build", folder.toString())).isEqualTo(3);
    assertThat(err.toString()).startsWith("No container engine answers.");
  }

  @Test
  void wrongArgumentsAreExplained() {
    assertThat(build("--progress", "loud")).isEqualTo(2);
    assertThat(err.toString()).contains("loud").contains("Usage: drydock build");
  }

  private int build(String... options) {
    String[] all = new String[options.length + 2];
    all[0] = "build";
    all[1] = folder.toString();
    System.arraycopy(options, 0, all, 2, options.length);
    return run(EngineFinder.ofThisSystem(), all);
  }

  private int run(EngineFinder finder, String... arguments) {
    return Cli.run(
        finder, caches, new PrintWriter(out, true), new PrintWriter(err, true), arguments);
  }

  private void write(String name, String text) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }
}
