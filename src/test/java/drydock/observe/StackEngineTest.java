// SPDX-License-Identifier: Apache-2.0
package drydock.observe;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import drydock.diagram.Element;
import drydock.diagram.Scene;
import drydock.diagram.export.TextTwin;
import drydock.diagram.picture.StackFacts;
import drydock.diagram.picture.StackPicture;
import drydock.engine.Container;
import drydock.engine.EngineInfo;
import drydock.engine.EngineTest;
import drydock.engine.RawDocker;
import drydock.engine.Stats;
import drydock.engine.docker.RealEngine;
import drydock.observe.StackReader.Reading;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// What is drawn of real containers, against the engine's own words without Drydock in between.
@EngineTest
class StackEngineTest {
  private final RealEngine real = new RealEngine();
  private final StackReader reader = new StackReader(Clock.systemUTC());

  @AfterEach
  void clean() {
    real.close();
  }

  @Test
  void theMachineIsWhatDockerInfoSays() {
    JsonNode info = RawDocker.get("/info").json();
    EngineInfo engine = real.engine.info();
    EngineInfo.Machine machine = engine.machine();
    assertThat(machine.operatingSystem()).isEqualTo(info.path("OperatingSystem").asText());
    assertThat(machine.kernelVersion()).isEqualTo(info.path("KernelVersion").asText());
    assertThat(machine.cpus()).isEqualTo(info.path("NCPU").asInt());
    assertThat(machine.memoryBytes()).isEqualTo(info.path("MemTotal").asLong());
    assertThat(engine.name()).isEqualTo(info.path("Name").asText());
    Scene scene = draw(List.of());
    assertThat(evidence(scene, "kernel"))
        .isEqualTo("KernelVersion = " + info.path("KernelVersion").asText());
    assertThat(evidence(scene, "engine"))
        .isEqualTo("Version = " + RawDocker.get("/version").json().path("Version").asText());
    ThisComputer here = ThisComputer.current();
    boolean same = here.linuxKernel().equals(info.path("KernelVersion").asText());
    assertThat(Ground.of(engine, here) instanceof Ground.Direct)
        .isEqualTo(same && RawDocker.HOST.startsWith("unix:"));
  }

  @Test
  void theKernelInsideIsTheOneThatUnameSays() {
    Container web = inspect(real.ours("sleep 300"));
    Container foreign = inspect(real.foreign("sleep 300", false));
    Reading reading = read(List.of(web, foreign));
    InnerKernel inside = Objects.requireNonNull(reading.kernels().get(web.id()));
    assertThat(inside.release()).isEqualTo(uname(web.id()));
    assertThat(Objects.requireNonNull(reading.kernels().get(foreign.id())).outcome())
        .isEqualTo(InnerKernel.Outcome.NOT_OURS);
    assertThat(RawDocker.get("/containers/" + foreign.id() + "/json").json().path("ExecIDs").size())
        .isZero();
    Scene scene = draw(List.of(web, foreign));
    assertThat(evidence(scene, "uname:" + web.id())).isEqualTo("stdout = " + inside.release());
  }

  @Test
  void aKernelThatWasToldIsNotAskedAgain() {
    Container web = inspect(real.ours("sleep 300"));
    Reading first = read(List.of(web));
    Reading second = reader.read(real.engine, List.of(web), first);
    assertThat(second.kernels().get(web.id())).isSameAs(first.kernels().get(web.id()));
  }

  @Test
  void timesAndMemoryAreThoseOfInspectAndStats() {
    // it holds eight megabytes, so that the figure is not one of noise
    Container web = inspect(real.ours("head -c 8388608 /dev/zero > /dev/shm/held; exec sleep 300"));
    RealEngine.eventually("it holds them", () -> usage(web.id()) > 8 << 20);
    JsonNode json = RawDocker.get("/containers/" + web.id() + "/json").json();
    Duration took =
        Duration.between(
            Instant.parse(json.path("Created").asText()),
            Instant.parse(json.path("State").path("StartedAt").asText()));
    Scene scene = draw(List.of(web));
    assertThat(evidence(scene, "start:" + web.id()))
        .contains(Instant.parse(json.path("State").path("StartedAt").asText()).toString());
    assertThat(Duration.between(created(web), started(web))).isEqualTo(took);
    Stats.Memory memory =
        Objects.requireNonNull(
            Objects.requireNonNull(read(List.of(web)).stats().get(web.id())).memory());
    assertThat(memory.usedBytes())
        .isBetween(usage(web.id()) - (2 << 20), usage(web.id()) + (2 << 20));
  }

  @Test
  void oneThatWasStartedAgainTellsNoFirstStart() {
    Container web = inspect(real.ours("sleep 300"));
    real.engine.containers().restart(web.id(), Duration.ZERO);
    Container again = inspect(web.id());
    assertThat(again.running()).isTrue();
    Element start = draw(List.of(again)).element("start:" + web.id()).orElseThrow();
    assertThat(start.about().evidence()).isNull();
    assertThat(start.about().sentence()).contains("more than once");
  }

  @Test
  void oneThatEndsMeanwhileIsNotTold() {
    Container web = inspect(real.ours("sleep 300"));
    real.engine.containers().kill(web.id(), "SIGKILL");
    real.engine.containers().waitFor(web.id(), Duration.ofSeconds(20));
    Reading reading = read(List.of(web));
    assertThat(Objects.requireNonNull(reading.kernels().get(web.id())).outcome())
        .isEqualTo(InnerKernel.Outcome.NOT_RUNNING);
    Container gone = inspect(real.ours("sleep 300"));
    real.engine.containers().remove(gone.id());
    assertThat(Objects.requireNonNull(read(List.of(gone)).kernels().get(gone.id())).outcome())
        .isEqualTo(InnerKernel.Outcome.NOT_RUNNING);
  }

  @Test
  void anImageWithoutUnameSaysSo() {
    Container bare =
        inspect(
            real.ours("mkdir /tmp/b; cp /bin/sleep /tmp/b; rm /bin/uname; exec /tmp/b/sleep 300"));
    RealEngine.eventually(
        "it has none",
        () ->
            Objects.requireNonNull(read(List.of(bare)).kernels().get(bare.id())).outcome()
                == InnerKernel.Outcome.NO_COMMAND);
    assertThat(TextTwin.of(draw(List.of(bare)))).contains("has no uname");
  }

  private Scene draw(List<Container> containers) {
    return StackPicture.of(
        new StackFacts(
            real.engine.info(),
            ThisComputer.current(),
            containers,
            read(containers),
            Instant.now()),
        1000);
  }

  private Reading read(List<Container> containers) {
    return reader.read(real.engine, containers, Reading.NOTHING);
  }

  private Container inspect(String id) {
    return real.engine.containers().inspect(id);
  }

  private static Instant created(Container container) {
    return Objects.requireNonNull(container.created());
  }

  private static Instant started(Container container) {
    return Objects.requireNonNull(container.state().started());
  }

  /// As `docker stats --no-stream` shows it.
  private static long usage(String id) {
    JsonNode memory =
        RawDocker.get("/containers/" + id + "/stats?stream=false&one-shot=true")
            .json()
            .path("memory_stats");
    JsonNode more = memory.path("stats");
    long cache =
        more.has("total_inactive_file")
            ? more.path("total_inactive_file").asLong()
            : more.path("inactive_file").asLong();
    return memory.path("usage").asLong() - cache;
  }

  /// As `docker exec ID uname -r` shows it: with a terminal, nothing but what it wrote.
  private static String uname(String id) {
    String exec =
        RawDocker.post(
                "/containers/" + id + "/exec",
                "{\"AttachStdout\":true,\"Tty\":true,\"Cmd\":[\"uname\",\"-r\"]}")
            .json()
            .path("Id")
            .asText();
    return RawDocker.post("/exec/" + exec + "/start", "{\"Detach\":false,\"Tty\":true}")
        .text()
        .strip();
  }

  private static String evidence(Scene scene, String id) {
    return Objects.requireNonNull(scene.element(id).orElseThrow().about().evidence()).field();
  }
}
