// SPDX-License-Identifier: Apache-2.0
package drydock.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import drydock.engine.HostSystem;
import drydock.engine.docker.EngineFinder;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DockerfileCommandTest {
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @Test
  void aRightFileIsPrintedAsItsTree(@TempDir Path folder) throws IOException {
    Path file = Files.writeString(folder.resolve("Dockerfile"), "FROM a\nRun x \\\n y\n");
    assertThat(run("dockerfile", "ast", file.toString())).isZero();
    assertThat(out).hasToString("(from \"a\")%n(run \"x  y\")%n".formatted());
    assertThat(err.toString()).isEmpty();
  }

  @Test
  void whatTheBuilderRefusesIsNamedWithItsPlace(@TempDir Path folder) throws IOException {
    Path file = Files.writeString(folder.resolve("Dockerfile"), "FROM a\n\n  CPOY a /\n");
    assertThat(run("dockerfile", "ast", file.toString())).isEqualTo(1);
    assertThat(out.toString()).contains("(cpoy \"\")");
    assertThat(err.toString().strip())
        .isEqualTo(
            file
                + ":3:3: dockerfile parse error on line 3: unknown instruction: CPOY (did you mean"
                + " COPY?)");
  }

  @Test
  void whatCannotBeReadIsSaid(@TempDir Path folder) throws IOException {
    Path wide = folder.resolve("wide");
    Files.write(wide, "FROM a\n".getBytes(StandardCharsets.UTF_16LE));
    assertThat(run("dockerfile", "ast", wide.toString())).isEqualTo(2);
    assertThat(err.toString()).contains("UTF-16");
    assertThat(run("dockerfile", "ast", folder.resolve("none").toString())).isEqualTo(2);
    assertThat(err.toString()).contains("There is no file");
    assertThat(run("dockerfile", "ast", folder.toString())).isEqualTo(2);
    assertThat(err.toString()).contains("is a folder");
    assertThat(run("dockerfile")).isEqualTo(2);
  }

  @Test
  void aPlanIsPrintedAsJson(@TempDir Path folder) throws IOException {
    Path file =
        Files.writeString(
            folder.resolve("Dockerfile"),
            """
            ARG V=1
            FROM a:$V AS build
            ENV X=y
            COPY . /src
            FROM a:$V AS tools
            RUN unused
            FROM a:$V
            COPY --from=build /src /
            COPY --from=b /x /
            """);
    assertThat(run("dockerfile", "plan", file.toString(), "--build-arg", "V=2")).isZero();
    JsonNode plan = new ObjectMapper().readTree(out.toString());
    assertThat(plan.path("target").asText()).isEqualTo("stage-2");
    assertThat(plan.path("stages").findValuesAsText("name"))
        .containsExactly("build", "tools", "stage-2");
    assertThat(plan.path("stages").findValuesAsText("base")).containsOnly("a:2");
    assertThat(plan.path("stages").get(0).path("settings").findValuesAsText("text"))
        .containsExactly("ENV X=y");
    assertThat(plan.path("unusedStages").get(0).asText()).isEqualTo("tools");
    assertThat(plan.path("steps").findValuesAsText("key"))
        .containsExactly(
            "build/1", "build/2", "tools/1", "tools/2", "stage-2/1", "stage-2/2", "stage-2/3");
    assertThat(plan.path("steps").get(4).path("node").asText())
        .as("one vertex for the base of both")
        .isEqualTo("build/1");
    assertThat(plan.path("steps").get(1).path("firstLine").asInt()).isEqualTo(4);
    assertThat(plan.path("edges"))
        .extracting(e -> e.path("from").asText() + ">" + e.path("to").asText())
        .contains("build/1>build/2", "context>build/2", "build/2>stage-2/2", "image/b>stage-2/3");
    assertThat(plan.path("externalImages"))
        .extracting(JsonNode::asText)
        .containsExactly("a:2", "b");
  }

  @Test
  void aPlanOfWhatIsRefusedIsPrintedAllTheSame(@TempDir Path folder) throws IOException {
    Path file = Files.writeString(folder.resolve("Dockerfile"), "FROM a\nCPOY x y\nRUN z\n");
    assertThat(run("dockerfile", "plan", file.toString())).isEqualTo(1);
    assertThat(new ObjectMapper().readTree(out.toString()).path("steps")).hasSize(2);
    assertThat(err.toString()).contains(":2:1: ", "CPOY");
    Files.writeString(file, "FROM a\n");
    assertThat(run("dockerfile", "plan", file.toString(), "--target", "none")).isEqualTo(1);
    assertThat(err.toString()).contains("has no stage none");
    assertThat(run("dockerfile", "plan", folder.resolve("none").toString())).isEqualTo(2);
  }

  @Test
  void findingsArePrintedWithTheirPlacesAndReasons(@TempDir Path folder) throws IOException {
    Path file = Files.writeString(folder.resolve("Dockerfile"), "FROM a:1\n  WORKDIR x\n");
    assertThat(run("dockerfile", "check", file.toString())).isEqualTo(1);
    assertThat(out.toString())
        .startsWith(file + ":2:11: warning: Relative workdir \"x\" can have")
        .contains("(WorkdirRelativePath)")
        .contains("Begin the path with /.");
    Files.writeString(file, "FROM a:1\nWORKDIR /x\n");
    assertThat(run("dockerfile", "check", file.toString())).isZero();
    assertThat(run("dockerfile", "check", folder.resolve("none").toString())).isEqualTo(2);
  }

  @Test
  void findingsAreJsonIfAskedFor(@TempDir Path folder) throws IOException {
    Path file = Files.writeString(folder.resolve("Dockerfile"), "FROM a:1 AS Up\n");
    assertThat(run("dockerfile", "check", file.toString(), "--format", "json")).isEqualTo(1);
    JsonNode finding = new ObjectMapper().readTree(out.toString()).get(0);
    assertThat(finding.path("code").asText()).isEqualTo("StageNameCasing");
    assertThat(finding.path("severity").asText()).isEqualTo("warning");
    assertThat(finding.path("line").asInt()).isEqualTo(1);
    assertThat(finding.path("column").asInt()).isEqualTo(13);
    assertThat(finding.path("endLine").asInt()).isEqualTo(1);
    assertThat(finding.path("endColumn").asInt()).isEqualTo(15);
    assertThat(finding.path("message").asText()).isEqualTo("Stage name 'Up' should be lowercase");
  }

  @Test
  void adviceShowsTheLineBetterAndItsLesson(@TempDir Path folder) throws IOException {
    Path file = Files.writeString(folder.resolve("Dockerfile"), "FROM a:1\nADD x /x\n");
    assertThat(run("dockerfile", "check", file.toString())).isEqualTo(1);
    assertThat(out.toString().lines())
        .contains(
            file + ":2:1: advice: ADD does more than copy; COPY says what is meant (add-for-copy)",
            "    Better:",
            "        COPY x /x",
            "    The lesson that shows it: first-dockerfile");
    out.getBuffer().setLength(0);
    assertThat(run("dockerfile", "check", file.toString(), "--format", "json")).isEqualTo(1);
    JsonNode finding = new ObjectMapper().readTree(out.toString()).get(0);
    assertThat(finding.path("severity").asText()).isEqualTo("advice");
    assertThat(finding.path("better").asText()).isEqualTo("COPY x /x");
    assertThat(finding.path("lesson").asText()).isEqualTo("first-dockerfile");
    assertThat(run("dockerfile", "check", file.toString(), "--no-advice")).isZero();
  }

  @Test
  void whatLiesInTheContextIsKnown(@TempDir Path folder) throws IOException {
    Files.createDirectory(folder.resolve("node_modules"));
    Path file = Files.writeString(folder.resolve("Dockerfile"), "FROM a:1\nCOPY . /app\n");
    String[] check = {"dockerfile", "check", file.toString(), "--context", folder.toString()};
    assertThat(run(check)).isEqualTo(1);
    assertThat(out.toString()).contains("This also copies node_modules (context-clutter)");
    Files.writeString(folder.resolve(".dockerignore"), "node_modules\n");
    assertThat(run(check)).isZero();
  }

  @Test
  void theIgnoreFileOfTheContextCounts(@TempDir Path folder) throws IOException {
    Path file =
        Files.writeString(
            folder.resolve("Dockerfile"), "# syntax=docker/dockerfile:1\nFROM a:1\nCOPY x /\n");
    Path ignore = Files.writeString(folder.resolve(".dockerignore"), "x\n");
    String[] check = {"dockerfile", "check", file.toString(), "--context", folder.toString()};
    assertThat(run("dockerfile", "check", file.toString())).isZero();
    assertThat(run(check)).isEqualTo(1);
    assertThat(out.toString()).contains("CopyIgnoredFile");
    Files.writeString(folder.resolve("Dockerfile.dockerignore"), "y\n");
    assertThat(run(check)).isZero();
    Files.delete(folder.resolve("Dockerfile.dockerignore"));
    Files.writeString(ignore, "[\n");
    assertThat(run(check)).isEqualTo(2);
    assertThat(err.toString()).contains(".dockerignore");
    assertThat(run("dockerfile", "check", file.toString(), "--context", file.toString()))
        .isEqualTo(2);
  }

  @Test
  void proposalsForAPlace(@TempDir Path folder) throws IOException {
    Files.createDirectory(folder.resolve("src"));
    Path file =
        Files.writeString(
            folder.resolve("Dockerfile"), "FROM a AS one\nFROM b\nCOPY --from=o\nCOPY s x\n");
    assertThat(run("dockerfile", "complete", file.toString(), "3:14")).isZero();
    assertThat(out).hasToString("stage\tone\tFROM a%n".formatted());
    out.getBuffer().setLength(0);
    String context = folder.toString();
    String[] json = {
      "dockerfile", "complete", file.toString(), "4:7", "--context", context, "--format", "json"
    };
    assertThat(run(json)).isZero();
    JsonNode answer = new ObjectMapper().readTree(out.toString());
    assertThat(answer.path("proposals").path(0).path("insert").asText()).isEqualTo("src/");
    assertThat(answer.path("replaced").path("start").asInt()).isEqualTo(40);
    assertThat(run("dockerfile", "complete", file.toString(), "9:1")).isEqualTo(2);
    assertThat(err.toString()).contains("9:1 is no place");
  }

  @Test
  void theOutlineOfAFile(@TempDir Path folder) throws IOException {
    Path file = Files.writeString(folder.resolve("Dockerfile"), "FROM a AS one\nRUN x\n");
    assertThat(run("dockerfile", "outline", file.toString())).isZero();
    assertThat(out).hasToString("1: FROM one (a)%n  2: RUN x%n".formatted());
    out.getBuffer().setLength(0);
    assertThat(run("dockerfile", "outline", file.toString(), "--format", "json")).isZero();
    JsonNode stage = new ObjectMapper().readTree(out.toString()).path(0);
    assertThat(stage.path("endLine").asInt()).isEqualTo(2);
    assertThat(stage.path("children").path(0).path("keyword").asText()).isEqualTo("RUN");
  }

  private int run(String... args) {
    EngineFinder nowhere = new EngineFinder(Map.of(), Path.of("none"), HostSystem.WINDOWS);
    return Cli.run(nowhere, new PrintWriter(out, true), new PrintWriter(err, true), args);
  }
}
