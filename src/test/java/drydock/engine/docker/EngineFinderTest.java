// SPDX-License-Identifier: Apache-2.0
package drydock.engine.docker;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import drydock.engine.Endpoint;
import drydock.engine.Endpoint.Origin;
import drydock.engine.EndpointAttempt;
import drydock.engine.EndpointAttempt.Result;
import drydock.engine.EngineInfo;
import drydock.engine.EngineTest;
import drydock.engine.HostSystem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EngineFinderTest {
  private final FakeEngine one = new FakeEngine();
  private final FakeEngine two = new FakeEngine();
  @TempDir Path home;

  @AfterEach
  void close() throws IOException {
    one.close();
    two.close();
  }

  @Test
  void ofSeveralEnginesTheFirstIsTakenAndAllAreToChooseFrom() throws IOException {
    engine(one, "ID-1");
    engine(two, "ID-2");
    context("second", two.host());
    try (Search search = new Search(null)) {
      assertThat(search.engineId()).isEqualTo("ID-1");
      assertThat(search.found.choice())
          .extracting(a -> a.endpoint().name() + " " + info(a).id() + " " + info(a).version())
          .containsExactly("DOCKER_HOST ID-1 1.2.3", "second ID-2 1.2.3");
    }
  }

  @Test
  void theOneThatWasChosenIsTaken() throws IOException {
    engine(one, "ID-1");
    engine(two, "ID-2");
    context("second", two.host());
    try (Search search = new Search(two.host())) {
      assertThat(search.engineId()).isEqualTo("ID-2");
      assertThat(search.found.attempts().getFirst().endpoint())
          .isEqualTo(new Endpoint(two.host(), Origin.CONTEXT, "second"));
    }
    EngineFinder preferring = finder().preferring(two.host());
    try (DockerEngine engine = Objects.requireNonNull(preferring.find().engine())) {
      assertThat(engine.info().id()).isEqualTo("ID-2");
    }
    try (DockerEngine engine = Objects.requireNonNull(preferring.find(one.host()).engine())) {
      assertThat(engine.info().id()).isEqualTo("ID-1");
    }
  }

  @Test
  void whileTheChosenOneDoesNotAnswerAnotherIsTaken() throws IOException {
    engine(one, "ID-1");
    try (Search search = new Search("unix://" + home + "/gone.sock")) {
      assertThat(search.engineId()).isEqualTo("ID-1");
      assertThat(search.found.attempts().getFirst())
          .satisfies(a -> assertThat(a.endpoint().origin()).isEqualTo(Origin.SETTING))
          .satisfies(a -> assertThat(a.result()).isEqualTo(Result.NOT_FOUND));
    }
  }

  @Test
  void oneEngineBehindTwoEndpointsIsOneEngine() throws IOException {
    engine(one, "ID-1");
    engine(two, "ID-1");
    context("second", two.host());
    try (Search search = new Search(null)) {
      assertThat(search.found.choice()).hasSize(1);
      assertThat(search.found.attempts().get(1))
          .isEqualTo(
              new EndpointAttempt(
                  new Endpoint(two.host(), Origin.CONTEXT, "second"),
                  Result.SAME_ENGINE,
                  one.host()));
    }
  }

  @Test
  void enginesWithoutAnIdAreNotTakenForOneAnother() throws IOException {
    engine(one, "");
    engine(two, "");
    context("second", two.host());
    try (Search search = new Search(null)) {
      assertThat(search.found.choice()).hasSize(2);
    }
  }

  @Test
  void whoeverHangsHoldsUpNobodyForLong() throws IOException {
    engine(one, "ID-1");
    two.on(
        "/_ping",
        out -> {
          for (byte b : "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nOK".getBytes(US_ASCII)) {
            out.write(b);
            Thread.sleep(1000);
          }
        });
    try (FakeEngine mute = new FakeEngine();
        FakeEngine slow = new FakeEngine()) {
      engine(slow, "ID-3");
      slow.mute("/info");
      context("a-mute", mute.mute("/_ping").host());
      context("b-dripping", two.host());
      context("c-slow", slow.host());
      long start = System.nanoTime();
      try (Search search = new Search(null)) {
        assertThat(System.nanoTime() - start).isLessThan(12_000_000_000L);
        assertThat(search.found.attempts().stream().limit(4))
            .extracting(EndpointAttempt::result)
            .containsExactly(Result.ANSWERED, Result.TIMED_OUT, Result.TIMED_OUT, Result.TIMED_OUT);
      }
      RealEngine.eventually(
          "no connection is left",
          () ->
              one.connections() + two.connections() + mute.connections() + slow.connections() == 0);
    }
  }

  @Test
  void anInterruptedSearchEndsAtOnceAndLeavesNothingOpen() throws Exception {
    engine(one, "ID-1");
    two.mute("/_ping");
    context("second", two.host());
    Thread searching = Thread.ofVirtual().start(() -> new Search(null).close());
    RealEngine.eventually("asked", () -> !two.requests.isEmpty());
    searching.interrupt();
    assertThat(searching.join(Duration.ofSeconds(1))).isTrue();
    RealEngine.eventually(
        "no connection is left", () -> one.connections() + two.connections() == 0);
  }

  @Test
  @EngineTest
  void aRealEngineBehindTwoForwardersIsOneEngine() throws IOException {
    Path a = Files.createDirectory(home.resolve("a"));
    Path b = Files.createDirectory(home.resolve("b"));
    try (Forwarder first = new Forwarder(a);
        Forwarder second = new Forwarder(b)) {
      first.lay();
      second.lay();
      context("second", second.host());
      EngineFinder finder =
          new EngineFinder(Map.of("DOCKER_HOST", first.host()), home, HostSystem.WINDOWS);
      EngineFinder.Found found = finder.find();
      try (DockerEngine engine = Objects.requireNonNull(found.engine())) {
        assertThat(found.attempts().stream().limit(2))
            .extracting(EndpointAttempt::result, EndpointAttempt::detail)
            .contains(tuple(Result.SAME_ENGINE, first.host()));
        assertThat(found.choice())
            .extracting(EndpointAttempt::engine)
            .containsExactly(engine.info());
      }
    }
  }

  private static EngineInfo info(EndpointAttempt attempt) {
    return Objects.requireNonNull(attempt.engine());
  }

  private static void engine(FakeEngine fake, String id) {
    fake.on("/_ping", 200, "OK")
        .on("/version", 200, "{\"Version\":\"1.2.3\",\"ApiVersion\":\"1.51\",\"Os\":\"linux\"}")
        .on("/info", 200, "{\"ID\":\"" + id + "\",\"Name\":\"dock\"}");
  }

  private void context(String name, String host) throws IOException {
    Path meta = home.resolve(Path.of(".docker", "contexts", "meta", name, "meta.json"));
    Files.createDirectories(meta.getParent());
    Files.writeString(
        meta,
        "{\"Name\":\"%s\",\"Endpoints\":{\"docker\":{\"Host\":\"%s\"}}}".formatted(name, host));
  }

  private EngineFinder finder() {
    return new EngineFinder(Map.of("DOCKER_HOST", one.host()), home, HostSystem.WINDOWS);
  }

  /// One search, and what it opened.
  private final class Search implements AutoCloseable {
    final EngineFinder.Found found;

    Search(@Nullable String preferred) {
      found = finder().find(preferred);
    }

    String engineId() {
      return Objects.requireNonNull(found.engine()).info().id();
    }

    @Override
    public void close() {
      if (found.engine() != null) {
        found.engine().close();
      }
    }
  }
}
