// SPDX-License-Identifier: Apache-2.0
package drydock.truth;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import drydock.diagram.Element;
import drydock.diagram.Scene;
import drydock.diagram.export.TextTwin;
import drydock.diagram.picture.LimitsFacts;
import drydock.diagram.picture.LimitsFacts.Meter;
import drydock.diagram.picture.LimitsPicture;
import drydock.engine.Container;
import drydock.engine.ContainerSpec;
import drydock.engine.EngineTest;
import drydock.engine.Limits;
import drydock.engine.RawDocker;
import drydock.engine.Stats;
import drydock.engine.docker.RealEngine;
import drydock.observe.Measurements;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// The picture of limits over real containers, against the engine's own words and the kernel's.
@EngineTest
class LimitsTruthEngineTest {
  private static final long MB = 1 << 20;

  /// A child that takes 100 MB; the shell lives on.
  private static final String CHILD = "head -c 100000000 /dev/zero | tail >/dev/null; ";

  private final RealEngine real = new RealEngine();

  @AfterEach
  void clean() {
    real.close();
  }

  @Test
  void everythingDrawnIsWhatEngineAndKernelSay() {
    String busy = ours(new Limits(64 * MB, 0, 100_000_000, 0, 20), "while :; do :; done");
    String free = real.foreign("sleep 300", false);
    String ended = ours(Limits.memory(32 * MB), "exit 3");
    RealEngine.eventually("it ended", () -> !inspect(ended).running());
    Kernel kernel = Kernel.of(busy);
    RealEngine.eventually("it is held back", () -> counter(kernel, "nr_throttled") > 5);
    Map<String, Meter> meters = new HashMap<>();
    Scene scene = draw(meters, busy, free, ended);
    assertThat(new Proof().of(scene))
        .containsEntry("limit", 2)
        .containsEntry("level", 2)
        .containsEntry("pids", 2)
        .containsEntry("ended", 1)
        .containsKey("cpu");

    assertThat(kernel.cgroup("memory/memory.limit_in_bytes", "memory.max"))
        .isEqualTo(Long.toString(64 * MB));
    assertThat(kernel.cgroup("pids/pids.max", "pids.max")).isEqualTo("20");
    Meter meter = Objects.requireNonNull(meters.get(busy));
    Stats.Memory memory = Objects.requireNonNull(meter.now().memory());
    long held = Long.parseLong(kernel.cgroup("memory/memory.usage_in_bytes", "memory.current"));
    assertThat(memory.usageBytes()).isBetween(held - 4 * MB, held + 4 * MB);
    assertThat(memory.limitBytes()).isEqualTo(64 * MB);
    assertThat(Long.toString(meter.now().pids().orElse(0)))
        .isEqualTo(kernel.cgroup("pids/pids.current", "pids.current"));
    assertThat(name(scene, "pids:" + busy)).contains("1 of at most 20");

    // a tenth of a processor: it is held back in most periods, and the picture says how long
    Stats.Cpu cpu = Objects.requireNonNull(meter.now().cpu());
    long throttled = cpu.throttledPeriods().orElse(0);
    assertThat(throttled).isPositive().isLessThanOrEqualTo(counter(kernel, "nr_throttled"));
    assertThat(cpu.since(cpuBefore(meter))).isBetween(0.03, 0.2);
    assertThat(name(scene, "cpu:" + busy))
        .contains("at most 0.10", throttled + " of " + cpu.periods().orElse(0));
    DockerLine stats = new DockerLine("docker stats --no-stream --format '{{.MemUsage}}' " + busy);
    stats.prints("/ 64MiB");
    assertThat(name(scene, "memory:" + busy)).contains("64 MiB");
    assertThat(name(scene, "ended:" + ended)).contains("3");
  }

  @Test
  void aKilledChildIsToldThoughAllSeemsWell() {
    String well = ours(Limits.memory(64 * MB), CHILD + "exit 0");
    String lives = ours(Limits.memory(64 * MB), CHILD + "exec sleep 300");
    String whole = ours(Limits.memory(64 * MB), "exec tail /dev/zero");
    RealEngine.eventually("two ended", () -> !inspect(well).running() && !inspect(whole).running());
    RealEngine.eventually(
        "the third lost its child", () -> Inside.run(lives, "ps").text().contains("sleep 300"));
    assertThat(state(well).path("ExitCode").asInt()).isZero();
    assertThat(state(well).path("OOMKilled").asBoolean()).isTrue();
    assertThat(state(whole).path("ExitCode").asInt()).isEqualTo(137);
    Map<String, Meter> meters = new HashMap<>();
    Scene scene = draw(meters, well, lives, whole);
    assertThat(new Proof().of(scene)).containsEntry("ended", 2);
    assertThat(scene.answer()).contains(inspect(well).name());
    assertThat(name(scene, "ended:" + well)).contains("Exit code 0, and yet");
    assertThat(scene.element("ended:" + well).orElseThrow().about().sentence())
        .contains("OOMKilled");
    assertThat(name(scene, "ended:" + whole)).contains("137", "64 MiB");
    // before Docker 23 an engine tells of it only once the container has ended; the limit was met
    assertThat(name(scene, "failures:" + lives)).contains("its limit");
    boolean told = state(lives).path("OOMKilled").asBoolean();
    assertThat(scene.element("child:" + lives).isPresent()).isEqualTo(told);
    assertThat(scene.answer().contains(inspect(lives).name())).isEqualTo(told);
    assertThat(Kernel.of(lives).cgroup("memory/memory.oom_control", "memory.events"))
        .containsPattern("oom_kill [1-9]");
  }

  @Test
  void aPausedOneIsMeasuredAndHasNotEnded() {
    String paused = ours(Limits.memory(64 * MB), "sleep 300");
    real.engine.containers().pause(paused);
    Scene scene = draw(new HashMap<>(), paused);
    assertThat(scene.element("ended:" + paused)).isEmpty();
    assertThat(new Proof().of(scene)).containsEntry("limit", 1).containsEntry("level", 1);
    assertThat(TextTwin.of(scene)).contains("paused");
  }

  private static Stats.Cpu cpuBefore(Meter meter) {
    return Objects.requireNonNull(Objects.requireNonNull(meter.before()).cpu());
  }

  /// As the picture of a command line does it: measured twice.
  private Scene draw(Map<String, Meter> meters, String... ids) {
    List<Container> containers = Stream.of(ids).map(this::inspect).toList();
    for (int i = 0; i < 2; i++) {
      Measurements.of(real.engine, containers)
          .forEach((id, stats) -> meters.put(id, Meter.next(meters.get(id), stats)));
    }
    return LimitsPicture.of(
        new LimitsFacts(real.engine.info(), containers, meters, Map.of(), Instant.now()), 484);
  }

  private static long counter(Kernel kernel, String name) {
    return kernel
        .cgroup("cpu/cpu.stat", "cpu.stat")
        .lines()
        .filter(line -> line.startsWith(name + " "))
        .mapToLong(line -> Long.parseLong(line.substring(name.length() + 1)))
        .findFirst()
        .orElseThrow();
  }

  private String ours(Limits limits, String script) {
    return real.engine
        .containers()
        .run(
            ContainerSpec.of(RealEngine.IMAGE, RealEngine.TESTS)
                .name(real.name("limited"))
                .limits(limits)
                .command("sh", "-c", script)
                .build());
  }

  private static String name(Scene scene, String id) {
    return scene.element(id).map(Element::about).orElseThrow().name();
  }

  private static JsonNode state(String id) {
    return RawDocker.get("/containers/" + id + "/json").json().path("State");
  }

  private Container inspect(String id) {
    return real.engine.containers().inspect(id);
  }
}
