// SPDX-License-Identifier: Apache-2.0
package drydock.engine.docker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import drydock.engine.Endpoint;
import drydock.engine.Endpoint.Origin;
import drydock.engine.EndpointAttempt;
import drydock.engine.EndpointAttempt.Result;
import drydock.engine.HostSystem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CandidatesTest {
  // sha256 of "colima", from sha256sum
  private static final String COLIMA =
      "f24fd3749c1368328e2b149bec149cb6795619f244c5b584e844961215dadd16";

  @TempDir Path home;

  @Test
  void onLinuxTheRootlessSocketComesBeforeTheCommonOne() {
    assertThat(uris(Map.of("XDG_RUNTIME_DIR", "/run/user/7"), HostSystem.LINUX))
        .containsExactly(
            "unix:///run/user/7/docker.sock",
            "unix:///var/run/docker.sock",
            "unix://" + home + "/.docker/desktop/docker.sock",
            "unix:///run/user/7/podman/podman.sock",
            "unix:///run/podman/podman.sock");
  }

  @Test
  void onMacTheDesktopsOwnSocketComesFirst() {
    assertThat(uris(Map.of(), HostSystem.MACOS))
        .startsWith("unix://" + home + "/.docker/run/docker.sock", "unix:///var/run/docker.sock")
        .contains(
            "unix://" + home + "/.orbstack/run/docker.sock",
            "unix://" + home + "/.colima/default/docker.sock");
  }

  @Test
  void onWindowsPipesAreTried() {
    assertThat(uris(Map.of(), HostSystem.WINDOWS))
        .containsExactly(
            "npipe:////./pipe/docker_engine",
            "npipe:////./pipe/dockerDesktopLinuxEngine",
            "npipe:////./pipe/podman-machine-default");
  }

  @Test
  void variablesAndContextsComeFirstInDockersOrder() throws IOException {
    config("{\"currentContext\":\"colima\"}");
    context(COLIMA, "{\"Endpoints\":{\"docker\":{\"Host\":\"unix:///colima.sock\"}}}");
    Map<String, String> env = Map.of("DOCKER_HOST", "tcp://box:2375", "DOCKER_CONTEXT", "gone");
    assertThat(in(env, HostSystem.LINUX))
        .extracting(Candidate::endpoint)
        .startsWith(
            new Endpoint("tcp://box:2375", Origin.DOCKER_HOST, "DOCKER_HOST"),
            new Endpoint("", Origin.DOCKER_CONTEXT, "gone"),
            new Endpoint("unix:///colima.sock", Origin.CURRENT_CONTEXT, "colima"));
  }

  @Test
  void aPlaceWithTwoNamesIsTriedOnce() throws IOException {
    config("{\"currentContext\":\"colima\"}");
    context(COLIMA, "{\"Endpoints\":{\"docker\":{\"Host\":\"unix:///var/run/docker.sock\"}}}");
    Map<String, String> env = Map.of("DOCKER_HOST", "unix:///var/run/docker.sock");
    assertThat(uris(env, HostSystem.LINUX)).containsOnlyOnce("unix:///var/run/docker.sock");
    assertThat(in(env, HostSystem.LINUX))
        .first()
        .extracting(c -> c.endpoint().origin())
        .isEqualTo(Origin.DOCKER_HOST);
  }

  @Test
  void dockersDefaultContextIsTheUsualPlace() throws IOException {
    config("{\"currentContext\":\"default\"}");
    assertThat(in(Map.of("DOCKER_CONTEXT", "default"), HostSystem.LINUX))
        .allMatch(c -> c.endpoint().origin() == Origin.WELL_KNOWN);
  }

  @Test
  void dockerConfigNamesAnotherFolder() throws IOException {
    Path other = Files.createDirectories(home.resolve("other"));
    Files.writeString(other.resolve("config.json"), "{\"currentContext\":\"nowhere\"}");
    assertThat(in(Map.of("DOCKER_CONFIG", other.toString()), HostSystem.LINUX))
        .first()
        .matches(c -> c.endpoint().name().equals("nowhere"));
  }

  @Test
  void brokenSettingsAreSaidAndNotPassedOver() throws IOException {
    context(COLIMA, "{\"Endpoints\":{\"docker\":{\"Host\":[1]}}}");
    for (String broken :
        List.of(
            "{", "[".repeat(100_000), "{\"currentContext\":\"colima\"}", "\"x".repeat(1 << 20))) {
      config(broken);
      assertThat(in(Map.of(), HostSystem.LINUX))
          .first()
          .extracting(Candidate::verdict)
          .satisfies(v -> assertThat(v.result()).isEqualTo(Result.BAD_CONTEXT))
          .satisfies(v -> assertThat(v.detail()).isNotBlank().hasSizeLessThan(3000));
    }
    config("[]");
    assertThat(in(Map.of(), HostSystem.LINUX))
        .allMatch(c -> c.endpoint().origin() == Origin.WELL_KNOWN);
  }

  @Test
  void whatNeedsTlsIsSaidBeforehand() throws IOException {
    context(COLIMA, "{\"Endpoints\":{\"docker\":{\"Host\":\"tcp://far:2376\"}}}");
    Files.createDirectories(home.resolve(Path.of(".docker", "contexts", "tls", COLIMA, "docker")));
    assertThat(
            in(
                Map.of(
                    "DOCKER_HOST", "tcp://near:2376",
                    "DOCKER_TLS_VERIFY", "1",
                    "DOCKER_CONTEXT", "colima"),
                HostSystem.LINUX))
        .extracting(Candidate::verdict)
        .filteredOn(Objects::nonNull)
        .extracting(v -> v.endpoint().uri(), EndpointAttempt::result)
        .containsExactly(
            tuple("tcp://near:2376", Result.UNSUPPORTED_SCHEME),
            tuple("tcp://far:2376", Result.UNSUPPORTED_SCHEME));
  }

  private Collection<Candidate> in(Map<String, String> env, HostSystem system) {
    return new Candidates(env, home, system).inOrder();
  }

  private List<String> uris(Map<String, String> env, HostSystem system) {
    return in(env, system).stream().map(c -> c.endpoint().uri()).toList();
  }

  private void config(String json) throws IOException {
    Files.createDirectories(home.resolve(".docker"));
    Files.writeString(home.resolve(Path.of(".docker", "config.json")), json);
  }

  private void context(String folder, String json) throws IOException {
    Path meta = home.resolve(Path.of(".docker", "contexts", "meta", folder, "meta.json"));
    Files.createDirectories(meta.getParent());
    Files.writeString(meta, json);
  }
}
