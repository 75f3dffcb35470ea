// SPDX-License-Identifier: Apache-2.0
package drydock.engine.docker;

import static org.assertj.core.api.Assertions.assertThat;

import drydock.engine.Endpoint;
import drydock.engine.Endpoint.Origin;
import drydock.engine.EndpointAttempt.Result;
import drydock.engine.HostSystem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CandidatesTest {
  // sha256 of "colima", from sha256sum
  private static final String COLIMA =
      "f24fd3749c1368328e2b149bec149cb6795619f244c5b584e844961215dadd16";

  @TempDir Path home;

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
        .noneMatch(c -> c.endpoint().origin() == Origin.CURRENT_CONTEXT);
  }

  @Test
  void allOtherContextsFollowTheCurrentOne() throws IOException {
    config("{\"currentContext\":\"colima\"}");
    context(COLIMA, "{\"Name\":\"colima\",\"Endpoints\":{\"docker\":{\"Host\":\"unix:///c\"}}}");
    context("b", "{\"Name\":\"rancher\",\"Endpoints\":{\"docker\":{\"Host\":\"unix:///r\"}}}");
    context("a", "{\"Name\":\"box\",\"Endpoints\":{\"docker\":{\"Host\":\"ssh://me@box\"}}}");
    context("0123456789abcdef", "{");
    Files.createDirectories(home.resolve(".docker/contexts/meta/empty"));
    assertThat(in(Map.of(), HostSystem.LINUX).stream().map(Candidate::endpoint).limit(5))
        .containsExactly(
            new Endpoint("unix:///c", Origin.CURRENT_CONTEXT, "colima"),
            new Endpoint("", Origin.CONTEXT, "0123456789ab"),
            new Endpoint("ssh://me@box", Origin.CONTEXT, "box"),
            new Endpoint("", Origin.CONTEXT, "empty"),
            new Endpoint("unix:///r", Origin.CONTEXT, "rancher"));
    assertThat(in(Map.of(), HostSystem.LINUX))
        .filteredOn(c -> c.endpoint().uri().isEmpty())
        .extracting(c -> Objects.requireNonNull(c.verdict()).result())
        .containsExactly(Result.BAD_CONTEXT, Result.BAD_CONTEXT);
  }

  @Test
  void aBrokenCurrentContextIsSaidOnce() throws IOException {
    config("{\"currentContext\":\"colima\"}");
    context(COLIMA, "{");
    assertThat(in(Map.of(), HostSystem.LINUX))
        .filteredOn(c -> c.verdict() != null)
        .extracting(c -> c.endpoint().name())
        .containsExactly("colima");
  }

  @Test
  void moreContextsThanAnybodyHasAreNotAllRead() throws IOException {
    for (int i = 0; i < 60; i++) {
      context("c" + i, "{\"Endpoints\":{\"docker\":{\"Host\":\"unix:///%s\"}}}".formatted(i));
    }
    assertThat(in(Map.of(), HostSystem.WINDOWS))
        .filteredOn(c -> c.endpoint().origin() == Origin.CONTEXT)
        .hasSize(50);
  }

  @Test
  void whatWasChosenComesFirstUnderTheNameThatItHasAlready() throws IOException {
    context("a", "{\"Name\":\"box\",\"Endpoints\":{\"docker\":{\"Host\":\"unix:///box\"}}}");
    Map<String, String> env = Map.of("DOCKER_HOST", "unix:///named");
    assertThat(preferring("unix:///box", env).stream().map(Candidate::endpoint).limit(2))
        .containsExactly(
            new Endpoint("unix:///box", Origin.CONTEXT, "box"),
            new Endpoint("unix:///named", Origin.DOCKER_HOST, "DOCKER_HOST"));
    assertThat(preferring("npipe:////./pipe/docker_engine", env).getFirst().endpoint().origin())
        .isEqualTo(Origin.WELL_KNOWN);
    assertThat(preferring("tcp://localhost:2375", env).getFirst().endpoint())
        .isEqualTo(new Endpoint("tcp://localhost:2375", Origin.SETTING, "your choice"));
    assertThat(preferring("unix:///box", env)).hasSameSizeAs(in(env, HostSystem.WINDOWS));
  }

  @Test
  void anUnprotectedPortIsNeverTriedUnasked() {
    for (HostSystem system : HostSystem.values()) {
      assertThat(uris(Map.of(), system)).noneMatch(uri -> uri.startsWith("tcp"));
    }
  }

  @Test
  void theEnvironmentSaysWhetherTlsIsSpoken() {
    Path usual = home.resolve(".docker");
    assertThat(tls(Map.of("DOCKER_TLS_VERIFY", "1"))).isEqualTo(new Tls(usual, true, true));
    assertThat(tls(Map.of("DOCKER_TLS", "1"))).isEqualTo(new Tls(usual, false, false));
    assertThat(tls(Map.of("DOCKER_TLS_VERIFY", "1", "DOCKER_CERT_PATH", "/certs")))
        .isEqualTo(new Tls(Path.of("/certs"), true, true));
    assertThat(tls(Map.of("DOCKER_TLS_VERIFY", "1", "DOCKER_CONFIG", "/other")))
        .isEqualTo(new Tls(Path.of("/other"), true, true));
    assertThat(tls(Map.of("DOCKER_CERT_PATH", "/certs"))).isNull();
    assertThat(
            in(Map.of("DOCKER_HOST", "unix:///e", "DOCKER_TLS_VERIFY", "1"), HostSystem.LINUX)
                .getFirst()
                .tls())
        .isNull();
  }

  @Test
  void aContextHasItsOwnCertificates() throws IOException {
    config("{\"currentContext\":\"colima\"}");
    context(COLIMA, "{\"Endpoints\":{\"docker\":{\"Host\":\"tcp://far\"}}}");
    assertThat(in(Map.of(), HostSystem.LINUX).getFirst().tls()).isNull();
    Path own =
        Files.createDirectories(
            home.resolve(Path.of(".docker", "contexts", "tls", COLIMA, "docker")));
    assertThat(in(Map.of(), HostSystem.LINUX).getFirst().tls()).as("an empty folder").isNull();
    Files.createFile(own.resolve("ca.pem"));
    assertThat(in(Map.of(), HostSystem.LINUX).getFirst().tls())
        .isEqualTo(new Tls(own, true, false));
    context(COLIMA, "{\"Endpoints\":{\"docker\":{\"Host\":\"tcp://far\",\"SkipTLSVerify\":true}}}");
    assertThat(in(Map.of(), HostSystem.LINUX).getFirst().tls())
        .isEqualTo(new Tls(own, false, false));
  }

  private @Nullable Tls tls(Map<String, String> env) {
    Map<String, String> all = new HashMap<>(env);
    all.put("DOCKER_HOST", "tcp://near:2376");
    return in(all, HostSystem.LINUX).getFirst().tls();
  }

  private List<Candidate> preferring(String uri, Map<String, String> env) {
    return new Candidates(env, home, HostSystem.WINDOWS).inOrder(uri);
  }

  private List<Candidate> in(Map<String, String> env, HostSystem system) {
    return new Candidates(env, home, system).inOrder(null);
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
