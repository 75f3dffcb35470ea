// SPDX-License-Identifier: Apache-2.0
package drydock.engine.docker;

import static org.assertj.core.api.Assertions.assertThat;

import drydock.engine.Endpoint;
import drydock.engine.EndpointAttempt.Result;
import drydock.engine.HostSystem;
import java.io.IOException;
import java.net.ConnectException;
import java.net.SocketException;
import java.net.StandardProtocolFamily;
import java.net.URI;
import java.net.UnixDomainSocketAddress;
import java.net.UnknownHostException;
import java.nio.channels.ServerSocketChannel;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProbeTest {
  private final FakeEngine fake = new FakeEngine();

  @AfterEach
  void close() throws IOException {
    fake.close();
  }

  @Test
  void anEngineInRangeAnswersWithTheVersionThatBothSpeak() {
    for (String[] range :
        List.of(
            new String[] {"1.12", "1.41", "1.41"},
            new String[] {"1.24", "1.51", "1.51"},
            new String[] {"1.40", "1.55", "1.51"},
            new String[] {"1.51", "1.99", "1.51"})) {
      engine(range[0], range[1], "linux");
      Probe.Outcome outcome = probe(fake.host());
      assertThat(outcome.attempt().result()).isEqualTo(Result.ANSWERED);
      try (DockerEngine engine = Objects.requireNonNull(outcome.engine())) {
        assertThat(engine.info().api().negotiated()).hasToString(range[2]);
        assertThat(engine.info().machine().cpus()).isEqualTo(2);
      }
      assertThat(fake.requests.getLast()).startsWith("GET /v" + range[2] + "/info ");
    }
  }

  @Test
  void versionsOutsideTheRangeAreSaid() {
    engine("1.12", "1.40", "linux");
    assertThat(result()).isEqualTo(Result.TOO_OLD);
    engine("1.52", "1.60", "linux");
    assertThat(result()).isEqualTo(Result.TOO_NEW);
  }

  @Test
  void windowsContainersAreTold() {
    engine("1.24", "1.51", "windows");
    assertThat(result()).isEqualTo(Result.WINDOWS_CONTAINERS);
  }

  @Test
  void aDesktopThatStartsIsNoBrokenOne() {
    fake.on("/_ping", 500, "");
    assertThat(result()).isEqualTo(Result.STARTING);
    fake.on("/_ping", 500, "request returned 500, check if the server supports the API version");
    assertThat(result()).isEqualTo(Result.STARTING);
    for (int status : new int[] {502, 503, 504}) {
      fake.on("/_ping", status, "<html>not yet</html>");
      assertThat(result()).isEqualTo(Result.STARTING);
    }
    fake.on("/_ping", 500, "{\"message\":\"the store is broken\"}");
    assertThat(probe(fake.host()).attempt())
        .satisfies(a -> assertThat(a.result()).isEqualTo(Result.BAD_ANSWER))
        .satisfies(a -> assertThat(a.detail()).isEqualTo("500 the store is broken"));
  }

  @Test
  void refusedVersionsAreTooNewOrTooOldAndNotMissing() {
    fake.on(
        "/_ping",
        400,
        "{\"message\":\"client version 1.51 is too old. Minimum supported API version is 1.52\"}");
    assertThat(probe(fake.host()).attempt())
        .satisfies(a -> assertThat(a.result()).isEqualTo(Result.TOO_NEW))
        .satisfies(a -> assertThat(a.detail()).startsWith("400 client version 1.51 is too old"));
    fake.on(
        "/_ping",
        400,
        "{\"message\":\"client version 1.51 is too new. Maximum supported API version is 1.40\"}");
    assertThat(result()).isEqualTo(Result.TOO_OLD);
    for (String stub : List.of("", "{}", "{\"ID\":\"\",\"Containers\":0}")) {
      fake.on("/_ping", 400, stub);
      assertThat(result()).as(stub).isEqualTo(Result.TOO_NEW);
    }
    fake.on("/_ping", 400, "<html>Bad Request</html>");
    assertThat(result()).isEqualTo(Result.BAD_ANSWER);
    fake.on("/_ping", 403, "no");
    assertThat(result()).isEqualTo(Result.PERMISSION_DENIED);
  }

  @Test
  void somethingElseThatListensIsToldFromAnEngine() {
    for (String version :
        List.of("<html>", "[]", "{\"ApiVersion\":7}", "{\"ApiVersion\":\"1.x\"}", "")) {
      fake.on("/_ping", 200, "OK").on("/version", 200, version);
      assertThat(result()).as(version).isEqualTo(Result.BAD_ANSWER);
    }
    fake.on("/_ping", 404, "nothing here");
    assertThat(result()).isEqualTo(Result.BAD_ANSWER);
    fake.on("/_ping", out -> out.write(new byte[] {0, 1, 2, 3, 10, 10}));
    assertThat(result()).isEqualTo(Result.BAD_ANSWER);
  }

  @Test
  void silenceEndsAfterTwoSeconds() {
    fake.mute("/_ping");
    long start = System.nanoTime();
    assertThat(result()).isEqualTo(Result.TIMED_OUT);
    assertThat(System.nanoTime() - start).isBetween(1_900_000_000L, 6_000_000_000L);
  }

  @Test
  void socketsThatAreNotThereOrThatNobodyServes(@TempDir Path folder) throws IOException {
    assertThat(probe("unix://" + folder + "/no.sock").attempt().result())
        .isEqualTo(Result.NOT_FOUND);
    Path stale = folder.resolve("stale.sock");
    try (ServerSocketChannel server = ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
      server.bind(UnixDomainSocketAddress.of(stale));
    }
    assertThat(probe("unix://" + stale).attempt().result()).isEqualTo(Result.REFUSED);
    assertThat(probe("tcp://127.0.0.1:1").attempt().result()).isEqualTo(Result.REFUSED);
  }

  @Test
  void pipesThatAreNotThereAreFoundOutAtOnce() {
    long start = System.nanoTime();
    assertThat(probe("npipe:////./pipe/drydock-no-such").attempt().result())
        .isEqualTo(Result.NOT_FOUND);
    assertThat(System.nanoTime() - start).isLessThan(2_000_000_000L);
  }

  @Test
  void schemesThatDrydockDoesNotSpeak() {
    for (String uri :
        List.of(
            "ssh://me@box",
            "https://box",
            "fd://",
            "/var/run/docker.sock",
            "unix://",
            "tcp://",
            "::")) {
      assertThat(probe(uri).attempt().result()).as(uri).isEqualTo(Result.UNSUPPORTED_SCHEME);
    }
  }

  @Test
  void whatToDoInsteadIsSaid() {
    assertThat(Unsupported.verdict("ssh://me@box", HostSystem.LINUX).detail())
        .contains("ssh -nNT -L /tmp/docker-ssh.sock:/var/run/docker.sock me@box ");
    assertThat(Unsupported.verdict("ssh://me@box:2222/", HostSystem.WINDOWS).detail())
        .contains("ssh -nNT -L 127.0.0.1:2375:/var/run/docker.sock -p 2222 me@box ");
    for (String odd : List.of("ssh://$(reboot)", "ssh://-oProxyCommand=x", "ssh://a b", "ssh://")) {
      assertThat(Unsupported.verdict(odd, HostSystem.LINUX).detail())
          .as("nothing to copy of " + odd)
          .doesNotContain("run:", odd);
    }
    assertThat(Unsupported.verdict("https://box", HostSystem.LINUX).detail())
        .contains("tcp://", "DOCKER_TLS_VERIFY");
  }

  @Test
  void aLinkThatLeadsNowhereSaysWhereTo(@TempDir Path folder) throws IOException {
    Path link = folder.resolve("docker.sock");
    Files.createSymbolicLink(link, folder.resolve("gone/docker.sock"));
    assertThat(probe("unix://" + link).attempt())
        .satisfies(a -> assertThat(a.result()).isEqualTo(Result.NOT_FOUND))
        .satisfies(a -> assertThat(a.detail()).contains(folder + "/gone/docker.sock"));
  }

  @Test
  void namesThatNobodyKnowsAreNotFound() {
    assertThat(probe("tcp://no-such-host.invalid:2375").attempt().result())
        .isIn(Result.NOT_FOUND, Result.TIMED_OUT);
  }

  @Test
  void clocksAreComparedAsWellAsTheAnswerTells() throws IOException {
    Instant sent = Instant.parse("2026-01-01T12:00:00Z");
    Instant received = sent.plusSeconds(2);
    assertThat(skew("2026-01-01T12:00:00Z", sent, received)).isZero();
    assertThat(skew("2026-01-01T14:00:01.5+02:00", sent, received)).isZero();
    assertThat(skew("2026-01-01T12:00:02Z", sent, received)).isZero();
    assertThat(skew("2026-01-01T12:01:01Z", sent, received)).isEqualTo(Duration.ofMinutes(1));
    assertThat(skew("2026-01-01T11:00:01Z", sent, received)).isEqualTo(Duration.ofHours(-1));
    assertThat(skew("", sent, received)).isZero();
    assertThat(skew("noon", sent, received)).isZero();
  }

  private static Duration skew(String time, Instant sent, Instant received) throws IOException {
    return InfoJson.clockSkew(Json.parse("{\"SystemTime\":\"" + time + "\"}"), sent, received);
  }

  @Test
  void addressesAreReadAsDockerWritesThem() {
    assertThat(Address.parse("unix:///a b/c%.sock").map(URI::getPath)).contains("/a b/c%.sock");
    for (String pipe :
        List.of(
            "npipe:////./pipe/docker_engine",
            "npipe://./pipe/docker_engine",
            "npipe://\\\\.\\pipe\\docker_engine")) {
      assertThat(Address.parse(pipe).map(URI::getPath)).as(pipe).contains("//./pipe/docker_engine");
    }
    assertThat(Address.parse("tcp://box")).contains(URI.create("tcp://box:2375"));
    assertThat(Address.parse("tcp://box", true)).contains(URI.create("tcp://box:2376"));
    assertThat(Address.parse("box:2375")).contains(URI.create("tcp://box:2375"));
    assertThat(Address.parse("http://box:80/sub")).contains(URI.create("tcp://box:80/sub"));
  }

  @Test
  void causesAreClassified() {
    assertThat(Verdict.classify(new SocketException("Permission denied")))
        .isEqualTo(Result.PERMISSION_DENIED);
    assertThat(Verdict.classify(new IOException("\\\\.\\pipe\\docker_engine: Access is denied")))
        .isEqualTo(Result.PERMISSION_DENIED);
    assertThat(Verdict.classify(new RuntimeException(new ConnectException("Connection refused"))))
        .isEqualTo(Result.REFUSED);
    assertThat(Verdict.classify(new ConnectException("Network is unreachable")))
        .isEqualTo(Result.NOT_FOUND);
    assertThat(Verdict.classify(new AccessDeniedException("\\\\.\\pipe\\docker_engine")))
        .isEqualTo(Result.PERMISSION_DENIED);
    assertThat(Verdict.classify(new UnknownHostException("box"))).isEqualTo(Result.NOT_FOUND);
    assertThat(Verdict.classify(new IllegalStateException())).isEqualTo(Result.BAD_ANSWER);
  }

  private void engine(String oldest, String newest, String os) {
    fake.on("/_ping", 200, "OK")
        .on(
            "/version",
            200,
            "{\"Version\":\"1\",\"ApiVersion\":\"%s\",\"MinAPIVersion\":\"%s\",\"Os\":\"%s\"}"
                .formatted(newest, oldest, os))
        .on("/info", 200, "{\"NCPU\":2}");
  }

  private Result result() {
    return probe(fake.host()).attempt().result();
  }

  private static Probe.Outcome probe(String uri) {
    return Probe.of(Candidate.of(uri, Endpoint.Origin.WELL_KNOWN, "test"));
  }
}
