// SPDX-License-Identifier: Apache-2.0
package drydock.observe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import drydock.engine.ContainerSpec;
import drydock.engine.EngineEvent;
import drydock.engine.EngineStatus;
import drydock.engine.EngineTest;
import drydock.engine.HealthCheck;
import drydock.engine.HealthResult;
import drydock.engine.HostSystem;
import drydock.engine.Limits;
import drydock.engine.RawDocker;
import drydock.engine.RestartPolicy;
import drydock.engine.docker.DockerMonitor;
import drydock.engine.docker.EngineFinder;
import drydock.engine.docker.RealEngine;
import drydock.observe.Life.Kind;
import drydock.observe.Life.Mark;
import drydock.observe.Life.Phase;
import drydock.observe.Life.Stretch;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Lives of real containers, against the engine's events and answers without Drydock in between.
@EngineTest
class LivesEngineTest {
  private static final ObjectMapper JSON = new ObjectMapper();

  /// Those that a lane shows.
  private static final List<String> SHOWN =
      List.of(
          "create", "start", "pause", "unpause", "kill", "oom", "die", "health_status", "destroy");

  private final RealEngine real = new RealEngine();
  private final Lives lives = new Lives();
  private final String begin = clock();
  private DockerMonitor monitor;

  @BeforeEach
  void watch() {
    listen();
  }

  private void listen() {
    monitor =
        new DockerMonitor(
            new EngineFinder(
                Map.of("DOCKER_HOST", RawDocker.HOST), Path.of("none"), HostSystem.WINDOWS));
    RealEngine.eventually("ready", () -> monitor.status() instanceof EngineStatus.Ready);
  }

  @AfterEach
  void clean() {
    monitor.close();
    real.close();
  }

  @Test
  void signalsAndPausesInTheirOrder() throws IOException {
    String id =
        run(
            spec ->
                spec.command(
                    "sh", "-c", "trap : USR1; trap 'exit 3' TERM; while :; do sleep 0.1; done"));
    real.engine.containers().pause(id);
    real.engine.containers().unpause(id);
    real.engine.containers().kill(id, "SIGUSR1");
    real.engine.containers().kill(id, "SIGTERM");
    await(id, Kind.EXITED, 1);
    JsonNode state = RawDocker.get("/containers/" + id + "/json").json().path("State");
    real.engine.containers().remove(id);
    await(id, Kind.REMOVED, 1);
    Life life = life(id);
    assertThat(phases(life))
        .containsExactly(Phase.CREATED, Phase.RUNNING, Phase.PAUSED, Phase.RUNNING, Phase.EXITED);
    assertThat(marks(life)).containsExactly("SIGNAL 10", "SIGNAL 15", "EXITED 3", "REMOVED 0");
    assertThat(life.stretches().get(1).from()).isCloseTo(local(state, "StartedAt"), soon());
    assertThat(life.stretches().getLast().from()).isCloseTo(local(state, "FinishedAt"), soon());
    assertThat(life.stretches().getLast().to()).isEqualTo(life.removed());
    assertThat(told(life)).isEqualTo(raw(id));
  }

  @Test
  void aCrashLoopIsCountedAsTheEngineCounts() throws IOException {
    String id =
        run(
            spec ->
                spec.command("sh", "-c", "exit 5")
                    .restart(new RestartPolicy(RestartPolicy.Kind.ON_FAILURE, 3)));
    await(id, Kind.EXITED, 4);
    RealEngine.eventually("it gives up", () -> ended(id));
    JsonNode raw = RawDocker.get("/containers/" + id + "/json").json();
    Life life = life(id);
    assertThat(phases(life))
        .containsExactly(
            Phase.CREATED,
            Phase.RUNNING,
            Phase.RESTARTING,
            Phase.RUNNING,
            Phase.RESTARTING,
            Phase.RUNNING,
            Phase.RESTARTING,
            Phase.RUNNING,
            Phase.EXITED);
    assertThat(life.marks().stream().filter(m -> m.kind() == Kind.RESTARTED).map(Mark::number))
        .containsExactly(1, 2, 3);
    assertThat(raw.path("RestartCount").asInt()).isEqualTo(3);
    assertThat(life.stretches().getLast().exitCode()).isEqualTo(5);
    List<Duration> waits =
        life.stretches().stream()
            .filter(s -> s.phase() == Phase.RESTARTING)
            .map(s -> Duration.between(s.from(), s.to()))
            .toList();
    assertThat(waits.getLast()).as("each wait is longer").isGreaterThan(waits.getFirst());
    assertThat(told(life)).isEqualTo(raw(id));
  }

  @Test
  void whileAPolicyWaitsTheLaneSaysSo() {
    String id =
        run(
            spec ->
                spec.command("sh", "-c", "exit 5")
                    .restart(new RestartPolicy(RestartPolicy.Kind.ALWAYS, 0)));
    await(id, Kind.EXITED, 6); // waits for seconds by now
    RealEngine.eventually(
        "waiting", () -> life(id).stretches().getLast().phase() == Phase.RESTARTING);
    assertThat(RawDocker.get("/containers/" + id + "/json").json().at("/State/Status").asText())
        .isEqualTo("restarting");
  }

  @Test
  void memoryThatRanOut() throws IOException {
    String id =
        run(
            spec ->
                spec.limits(Limits.memory(16 << 20))
                    .command("sh", "-c", "x=a; while :; do x=$x$x; done"));
    await(id, Kind.EXITED, 1);
    Life life = life(id);
    assertThat(marks(life)).containsExactly("OOM 0", "EXITED 137");
    assertThat(phases(life)).containsExactly(Phase.CREATED, Phase.RUNNING, Phase.EXITED);
    assertThat(told(life)).isEqualTo(raw(id));
  }

  @Test
  void aHealthCheckThatFailsAndIsWellAgain() throws IOException {
    HealthCheck check =
        new HealthCheck(
            List.of("CMD-SHELL", "test -e /well"),
            Duration.ofMillis(300),
            Duration.ofSeconds(5),
            Duration.ZERO,
            1);
    String id = run(spec -> spec.healthCheck(check).command("sleep", "600"));
    await(id, Kind.UNHEALTHY, 1);
    assertThat(life(id).stretches().getLast().phase()).isEqualTo(Phase.UNHEALTHY);
    real.engine.containers().execute(id, List.of("touch", "/well"), Duration.ofSeconds(10));
    await(id, Kind.HEALTHY, 1);
    Life life = life(id);
    assertThat(phases(life))
        .containsExactly(Phase.CREATED, Phase.RUNNING, Phase.UNHEALTHY, Phase.RUNNING);
    assertThat(told(life)).isEqualTo(raw(id));
    RawDocker.request("POST", "/containers/" + id + "/pause", null); // no check runs any more
    RealEngine.eventually(
        "the checks that ran are over",
        () -> real.engine.containers().healthResults(id).equals(rawChecks(id)));
    assertThat(rawChecks(id)).isNotEmpty();
  }

  private static List<HealthResult> rawChecks(String id) {
    List<HealthResult> results = new ArrayList<>();
    for (JsonNode each :
        RawDocker.get("/containers/" + id + "/json").json().at("/State/Health/Log")) {
      results.add(
          new HealthResult(
              OffsetDateTime.parse(each.path("End").asText()).toInstant(),
              each.path("ExitCode").asInt(),
              each.path("Output").asText().strip()));
    }
    return results;
  }

  @Test
  void theTimeBeforeIsAsTheEngineRemembersIt() {
    String ended = real.foreign("exit 7", false);
    RealEngine.eventually("it ended", () -> ended(ended));
    monitor.close();
    listen();
    RealEngine.eventually("it was told", () -> !life(ended).marks().isEmpty());
    Life past = life(ended);
    assertThat(past.stretches())
        .extracting(Stretch::phase)
        .containsExactly(Phase.CREATED, Phase.RUNNING, Phase.EXITED);
    assertThat(past.stretches().getLast().source()).isInstanceOf(Life.Told.class);
    assertThat(past.marks().getLast().number()).isEqualTo(7);
  }

  @Test
  void ofTheTimeBeforeThatOnlyWhatInspectTells() {
    String ended = real.foreign("exit 7", false);
    String runs = real.foreign("sleep 600", false);
    RealEngine.eventually("it ended", () -> ended(ended));
    String busy = real.foreign("sleep 600", false);
    forget(busy);
    monitor.close();
    listen();
    Life past = life(ended);
    JsonNode state = RawDocker.get("/containers/" + ended + "/json").json().path("State");
    assertThat(past.marks()).isEmpty();
    Stretch last = past.stretches().getLast();
    assertThat(last.phase()).isEqualTo(Phase.EXITED);
    assertThat(last.exitCode()).isEqualTo(7);
    assertThat(last.from()).isCloseTo(local(state, "FinishedAt"), within(1, ChronoUnit.MILLIS));
    assertThat(last.source())
        .isEqualTo(
            new Life.Inspected(
                "State.FinishedAt = "
                    + Instant.parse(state.path("FinishedAt").asText())
                    + " · State.ExitCode = 7"));
    assertThat(past.stretches().getFirst().source())
        .isEqualTo(new Life.Untold(Life.Reason.EARLIER));
    assertThat(phases(life(runs))).containsExactly(Phase.CREATED, Phase.RUNNING);
    RawDocker.request("POST", "/containers/" + runs + "/pause", null);
    RealEngine.eventually("paused", () -> life(runs).stretches().getLast().phase() == Phase.PAUSED);
    assertThat(phases(life(runs))).containsExactly(Phase.CREATED, Phase.RUNNING, Phase.PAUSED);
    forget(busy);
    monitor.close();
    listen();
    assertThat(new Lives().read(ready().state(), ready().journal()))
        .filteredOn(l -> l.id().equals(runs))
        .singleElement()
        .satisfies(
            l ->
                assertThat(l.stretches().getLast().source())
                    .isEqualTo(new Life.Untold(Life.Reason.PAUSED)));
  }

  /// Makes more events than Docker keeps.
  private static void forget(String runs) {
    for (int i = 0; i < 260; i++) {
      RawDocker.post("/containers/" + runs + "/exec", "{\"Cmd\":[\"true\"]}");
    }
  }

  private String run(UnaryOperator<ContainerSpec.Builder> how) {
    return real.engine
        .containers()
        .run(
            how.apply(ContainerSpec.of(RealEngine.IMAGE, RealEngine.TESTS).name(real.name("life")))
                .build());
  }

  private EngineStatus.Ready ready() {
    return (EngineStatus.Ready) monitor.status();
  }

  private Life life(String id) {
    EngineStatus.Ready ready = ready();
    return lives.read(ready.state(), ready.journal()).stream()
        .filter(l -> l.id().equals(id))
        .findFirst()
        .orElseThrow();
  }

  private void await(String id, Kind kind, int times) {
    RealEngine.eventually(
        kind + " " + times,
        () ->
            ready().journal().events().stream().anyMatch(e -> e.id().equals(id))
                && life(id).marks().stream().filter(m -> m.kind() == kind).count() >= times);
  }

  private static boolean ended(String id) {
    return RawDocker.get("/containers/" + id + "/json")
        .json()
        .at("/State/Status")
        .asText()
        .equals("exited");
  }

  private Instant local(JsonNode state, String field) {
    return Instant.parse(state.path(field).asText()).minus(ready().state().info().clockSkew());
  }

  private static org.assertj.core.data.TemporalUnitOffset soon() {
    return within(3, ChronoUnit.SECONDS);
  }

  private static List<Phase> phases(Life life) {
    return life.stretches().stream().map(Stretch::phase).toList();
  }

  private static List<String> marks(Life life) {
    return life.marks().stream().map(m -> m.kind() + " " + m.number()).toList();
  }

  /// The events of a lane's bars and flags, by their time.
  private static List<String> told(Life life) {
    Map<Long, EngineEvent> events = new TreeMap<>();
    life.marks().forEach(m -> events.put(m.event().timeNanos(), m.event()));
    for (Stretch stretch : life.stretches()) {
      EngineEvent event = ((Life.Told) stretch.source()).event();
      events.put(event.timeNanos(), event);
    }
    return events.values().stream()
        .map(
            e ->
                line(
                    e.timeNanos(),
                    e.detail().isEmpty() ? e.action() : e.action() + ": " + e.detail(),
                    e.attributes().getOrDefault("signal", ""),
                    e.attributes().getOrDefault("exitCode", "")))
        .toList();
  }

  /// The same events as the engine itself tells them.
  private List<String> raw(String id) throws IOException {
    String filters =
        URLEncoder.encode("{\"container\":{\"" + id + "\":true}}", StandardCharsets.UTF_8);
    String answer =
        RawDocker.get("/events?since=" + begin + "&until=" + clock() + "&filters=" + filters)
            .text();
    List<String> lines = new ArrayList<>();
    try (var values = JSON.readerFor(JsonNode.class).<JsonNode>readValues(answer)) {
      while (values.hasNext()) {
        JsonNode event = values.next();
        JsonNode attributes = event.at("/Actor/Attributes");
        String action = event.path("Action").asText();
        if (SHOWN.contains(Objects.requireNonNull(action.split(":", 2)[0]))) {
          lines.add(
              line(
                  event.path("timeNano").asLong(),
                  action,
                  attributes.path("signal").asText(),
                  attributes.path("exitCode").asText()));
        }
      }
    }
    return lines;
  }

  /// The engine's, as it wants moments to be written.
  private static String clock() {
    Instant now = Instant.parse(RawDocker.get("/info").json().path("SystemTime").asText());
    return "%d.%09d".formatted(now.getEpochSecond(), now.getNano());
  }

  private static String line(long nanos, String action, String signal, String code) {
    return nanos + " " + action + " " + signal + " " + code;
  }
}
