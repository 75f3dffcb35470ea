// SPDX-License-Identifier: Apache-2.0
package drydock.cli;

import static org.assertj.core.api.Assertions.assertThat;

import drydock.diagram.Element;
import drydock.diagram.Evidence;
import drydock.diagram.Scene;
import drydock.diagram.picture.BuildFacts;
import drydock.diagram.picture.BuildPicture;
import drydock.dockerfile.BuildPlan;
import drydock.engine.ContainerSpec;
import drydock.engine.EngineTest;
import drydock.engine.NetworkSpec;
import drydock.engine.RawDocker;
import drydock.engine.docker.RealEngine;
import drydock.evidence.AskAgain;
import drydock.evidence.Terminal;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Whoever copies a line and runs it sees what the picture shows.
@EngineTest
class EvidenceEngineTest {
  private final RealEngine real = new RealEngine();
  private final AskAgain again = new AskAgain(real.engine.info(), Terminal.SH);
  private String network = "";
  private final Map<String, Ran> ran = new HashMap<>();
  @TempDir private Path folder = Path.of("set by JUnit");

  private record Ran(int exitCode, String output) {}

  @BeforeEach
  void someContainers() {
    network = real.name("net work's");
    real.engine.networks().create(NetworkSpec.of(network, RealEngine.TESTS));
    real.engine
        .containers()
        .run(
            ContainerSpec.of(RealEngine.IMAGE, RealEngine.TESTS)
                .name(real.name("open"))
                .command("sleep", "600")
                .network(network)
                .build());
    real.ours("exit 3");
    String busy = real.name("busy");
    RawDocker.post(
        "/containers/create?name=" + busy,
        """
        {"Image":"busybox:1.37","Cmd":["sleep","600"],
         "ExposedPorts":{"80/tcp":{},"6379/tcp":{}},
         "Healthcheck":{"Test":["CMD","false"],"Interval":1000000000,"Retries":1},
         "HostConfig":{"Memory":67108864,"PidMode":"host",
           "PortBindings":{"80/tcp":[{"HostIp":"127.0.0.1","HostPort":""}]}}}\
        """);
    RawDocker.post("/containers/" + busy + "/start", "");
    RealEngine.eventually(
        "its health was checked",
        () ->
            RawDocker.get("/containers/" + busy + "/json")
                .json()
                .at("/State/Health/Status")
                .asText()
                .equals("unhealthy"));
    RawDocker.post("/containers/" + busy + "/pause", "");
    RawDocker.post("/images/" + RealEngine.IMAGE + "/tag?repo=busybox&tag=latest", "");
  }

  @AfterEach
  void close() {
    RawDocker.delete("/images/busybox:latest");
    for (String container :
        RawDocker.get("/networks/" + encoded())
            .json()
            .path("Containers")
            .propertyStream()
            .map(Map.Entry::getKey)
            .toList()) {
      RawDocker.delete("/containers/" + container + "?force=true");
    }
    RawDocker.delete("/networks/" + encoded());
    real.close();
  }

  private String encoded() {
    return network.replace(" ", "%20").replace("'", "%27");
  }

  @Test
  void theLinesOfEveryPictureShowWhatItShows() throws Exception {
    List<String> wrong = new ArrayList<>();
    Set<String> kinds = new LinkedHashSet<>();
    for (PictureKind kind : PictureKind.values()) {
      for (Element element : draw(kind).elements()) {
        Evidence evidence = element.about().evidence();
        if (evidence != null && kind != PictureKind.build) {
          kinds.add(kind + " " + evidence.method());
          check(evidence, wrong, kind + " " + element.id());
        }
      }
    }
    assertThat(wrong).isEmpty();
    assertThat(kinds)
        .contains(
            "layers GET",
            "namespaces GET",
            "limits GET",
            "network GET",
            "stack GET",
            "stack POST",
            "life GET");
  }

  @Test
  void theFolderOfATerminalIsBuilt() throws Exception {
    Files.writeString(folder.resolve("Dockerfile"), "FROM busybox:1.37\nRUN touch /made\n");
    String tag = "drydock-test-evidence:1";
    Scene plan =
        BuildPicture.of(BuildPlan.of("FROM busybox:1.37\n", Map.of()), BuildFacts.of(tag), 484);
    Evidence evidence =
        plan.elements().stream()
            .map(e -> e.about().evidence())
            .filter(e -> e != null)
            .findFirst()
            .orElseThrow();
    Ran built = run(curl(evidence));
    assertThat(built.exitCode()).isZero();
    assertThat(built.output()).contains("moby.image.id");
    assertThat(RawDocker.delete("/images/" + tag).status()).isEqualTo(200);
  }

  private Scene draw(PictureKind kind) throws Exception {
    Path file = Files.writeString(folder.resolve("Dockerfile"), "FROM busybox:1.37\n");
    return kind.source()
        .draw(new PictureSource.Request(() -> real.engine, file, RealEngine.IMAGE, null, 720));
  }

  private void check(Evidence evidence, List<String> wrong, String where) throws Exception {
    int expected = evidence.field().equals("ExitCode = 1") ? 1 : 0;
    Ran docker = run(again.docker(evidence));
    if (docker.exitCode() != expected) {
      wrong.add(where + ": " + again.docker(evidence) + " -> " + docker);
    }
    if (evidence.method().isEmpty()) {
      says(docker.output().contains(value(evidence)), evidence, docker, wrong, where);
      return;
    }
    Ran curl = run(curl(evidence));
    boolean said =
        evidence.method().equals("GET")
            ? Answers.say(curl.output(), evidence.field())
            : curl.output().contains(value(evidence));
    says(curl.exitCode() == 0 && said, evidence, curl, wrong, where);
  }

  private static void says(
      boolean right, Evidence evidence, Ran ran, List<String> wrong, String where) {
    if (!right) {
      String output = ran.output();
      wrong.add(
          where + ": " + evidence + " -> " + output.substring(0, Math.min(1500, output.length())));
    }
  }

  /// What is behind "stdout = "; a process's number is one of a table's.
  private static String value(Evidence evidence) {
    return evidence.field().split(" = ", 2)[1];
  }

  private String curl(Evidence evidence) {
    return switch (again.curl(evidence)) {
      case AskAgain.Line(String text) -> text;
      case AskAgain.None(String why) -> throw new AssertionError(evidence + ": " + why);
    };
  }

  /// Each line once, as a terminal does that knows nothing of this engine.
  private Ran run(String line) throws IOException, InterruptedException {
    Ran before = ran.get(line);
    if (before != null) {
      return before;
    }
    ProcessBuilder builder =
        new ProcessBuilder("/bin/sh", "-c", line)
            .directory(folder.toFile())
            .redirectError(ProcessBuilder.Redirect.DISCARD);
    builder.environment().remove("DOCKER_HOST");
    Process process = builder.start();
    process.getOutputStream().close();
    try (InputStream output = process.getInputStream()) {
      String text = new String(output.readAllBytes(), StandardCharsets.UTF_8);
      Ran now = new Ran(process.waitFor(), text);
      ran.put(line, now);
      return now;
    }
  }
}
