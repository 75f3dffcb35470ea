// SPDX-License-Identifier: Apache-2.0
package drydock.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
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
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DoctorCommandTest {
  // on "Windows" only pipes are looked for, of which there are none here
  private static final EngineFinder NOWHERE =
      new EngineFinder(
          Map.of("DOCKER_HOST", "unix:///no/such.sock"), Path.of("none"), HostSystem.WINDOWS);

  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @Test
  void withoutAnEngineItSaysWhatWasTriedAndWhatToDo() {
    assertThat(run(NOWHERE, "doctor")).isEqualTo(1);
    assertThat(out.toString())
        .containsPattern("problem +DOCKER_HOST \\(unix:///no/such.sock\\) +not found")
        .containsPattern(
            "Docker Desktop \\(npipe:////./pipe/dockerDesktopLinuxEngine\\) +not found")
        .containsPattern("problem +engine +No container engine answers.\\R +DOCKER_HOST \\(unix")
        .containsPattern("Your first Dockerfile +can be read");
    assertThat(err.toString()).isEmpty();
  }

  @Test
  void withoutAnEngineItsJsonSaysTheSame() throws JsonProcessingException {
    assertThat(run(NOWHERE, "doctor", "--json")).isEqualTo(1);
    JsonNode json = new ObjectMapper().readTree(out.toString());
    assertThat(json.path("usable").asBoolean(true)).isFalse();
    assertThat(json.path("engine").isNull()).isTrue();
    assertThat(json.path("advice").asText()).contains("DOCKER_HOST");
    assertThat(json.path("schema").asInt()).isEqualTo(1);
    assertThat(json.path("attempts")).hasSizeGreaterThan(3);
    assertThat(json.at("/sections/0/rows/0/severity").asText()).isEqualTo("problem");
    assertThat(json.at("/attempts/0/result").asText()).isEqualTo("NOT_FOUND");
    assertThat(json.at("/attempts/0/origin").asText()).isEqualTo("DOCKER_HOST");
  }

  @Test
  @EngineTest
  void withAnEngineItDescribesIt() throws JsonProcessingException {
    EngineFinder finder = finder(Map.of("DOCKER_HOST", RawDocker.HOST));
    JsonNode raw = RawDocker.get("/version").json();
    assertThat(run(finder, "doctor")).isZero();
    assertThat(out.toString())
        .contains(raw.path("Version").asText(), raw.path("KernelVersion").asText(), "BuildKit")
        .contains("Drydock can use it.");
    out.getBuffer().setLength(0);
    assertThat(run(finder, "doctor", "--json")).isZero();
    JsonNode json = new ObjectMapper().readTree(out.toString());
    assertThat(json.path("usable").asBoolean()).isTrue();
    assertThat(json.at("/engine/version").asText()).isEqualTo(raw.path("Version").asText());
    String platform = raw.at("/Platform/Name").asText();
    assertThat(json.at("/engine/product").asText())
        .isEqualTo(platform.isEmpty() ? "Docker Engine" : platform);
    JsonNode info = RawDocker.get("/info").json();
    assertThat(json.at("/engine/id").asText()).isEqualTo(info.path("ID").asText());
    assertThat(json.at("/engine/machine/cpus").asInt()).isEqualTo(info.path("NCPU").asInt());
    assertThat(json.at("/engine/machine/memoryBytes").asLong())
        .isEqualTo(info.path("MemTotal").asLong());
    assertThat(json.at("/engine/storage/rootDir").asText())
        .isEqualTo(info.path("DockerRootDir").asText());
    assertThat(json.at("/engine/cgroups/version").asText())
        .isEqualTo(info.path("CgroupVersion").asText());
    assertThat(json.at("/engine/securityOptions")).isEqualTo(info.path("SecurityOptions"));
    assertThat(json.at("/engine/api/newest").asText()).isEqualTo(raw.path("ApiVersion").asText());
    assertThat(json.at("/attempts/0/used").asBoolean()).isTrue();
    JsonNode usage = RawDocker.get("/system/df").json();
    assertThat(json.at("/disk/usage/layers").asLong()).isEqualTo(usage.path("LayersSize").asLong());
    assertThat(out.toString()).contains("\"can be done\"");
  }

  @Test
  @EngineTest
  void anEngineUsedInsteadOfTheOneNamedIsSaid(@TempDir Path home) throws IOException {
    Path config = Files.createDirectories(home.resolve(".docker"));
    Path meta =
        config.resolve(
            "contexts/meta/9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08");
    Files.createDirectories(meta);
    Files.writeString(config.resolve("config.json"), "{\"currentContext\":\"test\"}");
    Files.writeString(
        meta.resolve("meta.json"),
        "{\"Endpoints\":{\"docker\":{\"Host\":\"%s\"}}}".formatted(RawDocker.HOST));
    EngineFinder finder =
        new EngineFinder(Map.of("DOCKER_HOST", "ssh://me@box"), home, HostSystem.WINDOWS);
    assertThat(run(finder, "doctor")).isZero();
    assertThat(out.toString())
        .containsPattern(
            "attention +asked for +DOCKER_HOST \\(ssh://me@box\\): cannot be spoken to")
        .contains("Drydock uses " + RawDocker.HOST + " instead");
  }

  @Test
  void wrongArgumentsEndWithTheUsage() {
    for (String[] args :
        new String[][] {{}, {"dictor"}, {"doctor", "--xml"}, {"doctor", "extra"}, {"--json"}}) {
      out.getBuffer().setLength(0);
      err.getBuffer().setLength(0);
      assertThat(run(NOWHERE, args)).isEqualTo(2);
      assertThat(err.toString())
          .containsAnyOf("Usage: drydock", "Did you mean: drydock doctor")
          .doesNotContain("\tat ", "Exception");
      assertThat(out.toString()).isEmpty();
    }
  }

  @Test
  void helpAndVersionAreAnswersAndNotErrors() {
    assertThat(run(NOWHERE, "--help")).isZero();
    assertThat(out.toString()).contains("doctor");
    assertThat(run(NOWHERE, "--version")).isZero();
    assertThat(out.toString()).contains("drydock ");
    assertThat(err.toString()).isEmpty();
  }

  private static EngineFinder finder(Map<String, String> env) {
    return new EngineFinder(env, Path.of("none"), HostSystem.WINDOWS);
  }

  private int run(EngineFinder finder, String... args) {
    return Cli.run(finder, new PrintWriter(out, true), new PrintWriter(err, true), args);
  }
}
