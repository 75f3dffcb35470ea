// SPDX-License-Identifier: Apache-2.0
package drydock.engine.docker;

import static org.assertj.core.api.Assertions.assertThat;

import drydock.engine.Endpoint;
import drydock.engine.EndpointAttempt.Result;
import drydock.engine.EngineInfo;
import drydock.engine.EngineInfo.ImageStore;
import drydock.engine.EngineInfo.Limit;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Engines that cannot all be had at once, by what they answer to a probe. Those of Docker 20.10, 26.1 and 28.5 are
/// recorded; the others are written after what the sources and bug reports of each product show.
class RecordedEnginesTest {
  private final FakeEngine fake = new FakeEngine();

  @AfterEach
  void close() throws IOException {
    fake.close();
  }

  @ParameterizedTest
  @CsvSource({
    "desktop-starting, STARTING, 500",
    "desktop-too-old-client, TOO_NEW, 400",
    "windows-containers, WINDOWS_CONTAINERS, '28.3.2, API 1.24–1.51'",
    "docker-future, TOO_NEW, '33.0.0, API 1.52–1.70'"
  })
  void whyAnEngineCannotBeUsed(String recording, Result result, String detail) throws IOException {
    Probe.Outcome outcome = probe(recording);
    assertThat(outcome.attempt().result()).isEqualTo(result);
    assertThat(outcome.attempt().detail()).startsWith(detail);
    assertThat(outcome.engine()).isNull();
  }

  @ParameterizedTest
  @CsvSource({
    "docker-20.10, 1.41, 1.12, 1.41",
    "docker-26.1, 1.45, 1.24, 1.45",
    "docker-28.5, 1.51, 1.24, 1.51",
    "docker-29.0, 1.51, 1.44, 1.52",
    "docker-29.6, 1.51, 1.40, 1.55",
    "podman-5, 1.41, 1.24, 1.41"
  })
  void theNewestVersionThatBothSpeakIsSpoken(
      String recording, String spoken, String oldest, String newest) throws IOException {
    assertThat(info(recording).api())
        .hasToString("Api[negotiated=%s, oldest=%s, newest=%s]".formatted(spoken, oldest, newest));
    assertThat(fake.requests.getLast()).startsWith("GET /v" + spoken + "/info ");
  }

  @ParameterizedTest
  @CsvSource({
    "docker-20.10, Docker Engine, GRAPH_DRIVER, overlay2",
    "docker-28.5, Docker Engine, GRAPH_DRIVER, overlay2",
    "docker-29.0, Docker Engine - Community, CONTAINERD, overlayfs",
    "desktop-mac, Docker Desktop 4.48.0 (207573), CONTAINERD, overlayfs",
    "colima, Docker Engine - Community, GRAPH_DRIVER, overlay2",
    "orbstack, Docker Engine, GRAPH_DRIVER, overlay2",
    "podman-5, Podman Engine, GRAPH_DRIVER, overlay"
  })
  void productAndStore(String recording, String product, ImageStore store, String driver)
      throws IOException {
    EngineInfo info = info(recording);
    assertThat(info.product()).isEqualTo(product);
    assertThat(info.storage().store()).isEqualTo(store);
    assertThat(info.storage().driver()).isEqualTo(driver);
  }

  @ParameterizedTest
  @ValueSource(strings = {"docker-20.10", "docker-26.1", "docker-28.5", "docker-29.6", "orbstack"})
  void dockerBuildsWithBuildKit(String recording) throws IOException {
    EngineInfo info = info(recording);
    assertThat(info.builder()).isEqualTo(EngineInfo.Builder.BUILDKIT);
    assertThat(info.podman()).isFalse();
    assertThat(info.rootless()).isFalse();
    assertThat(info.id()).isNotEmpty();
    assertThat(info.cgroups().limits()).contains(Limit.MEMORY, Limit.CPU, Limit.PIDS);
    assertThat(info.clockSkew().abs()).as("recorded long ago").isPositive();
  }

  @Test
  void podmanIsKnownAndNotTakenForDocker() throws IOException {
    EngineInfo info = info("podman-5");
    assertThat(info.podman()).isTrue();
    assertThat(info.builder()).isEqualTo(EngineInfo.Builder.CLASSIC);
    assertThat(info.id()).as("it makes up another one for each answer").isEmpty();
    assertThat(info.rootless()).isTrue();
    assertThat(info.version()).isEqualTo("5.6.2");
  }

  @Test
  void aRootlessEngineSaysWhichLimitsItCannotKeep() throws IOException {
    EngineInfo info = info("rootless");
    assertThat(info.rootless()).isTrue();
    assertThat(info.cgroups())
        .isEqualTo(
            new EngineInfo.Cgroups(
                "2", "systemd", java.util.Set.of(Limit.MEMORY, Limit.SWAP, Limit.PIDS)));
    assertThat(info.warnings()).contains("WARNING: No cpu cfs quota support");
  }

  private EngineInfo info(String recording) throws IOException {
    try (DockerEngine engine = Objects.requireNonNull(probe(recording).engine())) {
      return engine.info();
    }
  }

  private Probe.Outcome probe(String recording) throws IOException {
    String head = read(recording + "/ping.http").orElseThrow();
    String ping = read(recording + "/ping.json").orElse(head.contains("200 OK") ? "OK" : "");
    fake.on("/_ping", out -> out.write(answer(head, ping)));
    for (String path : new String[] {"version", "info"}) {
      Optional<String> body = read(recording + "/" + path + ".json");
      if (body.isPresent()) {
        fake.on("/" + path, 200, body.get());
      }
    }
    return Probe.of(Candidate.of(fake.host(), Endpoint.Origin.WELL_KNOWN, "test"));
  }

  private static byte[] answer(String head, String body) {
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    String ours = "Connection: close\r\nContent-Length: " + bytes.length + "\r\n\r\n";
    String kept =
        head.lines()
            .filter(line -> !line.startsWith("Content-Length:"))
            .reduce("", (all, line) -> all + line + "\r\n");
    return (kept + ours + body).getBytes(StandardCharsets.UTF_8);
  }

  private static Optional<String> read(String name) throws IOException {
    try (InputStream in =
        RecordedEnginesTest.class.getResourceAsStream("/fixtures/probe/" + name)) {
      return in == null
          ? Optional.empty()
          : Optional.of(new String(in.readAllBytes(), StandardCharsets.UTF_8));
    }
  }
}
