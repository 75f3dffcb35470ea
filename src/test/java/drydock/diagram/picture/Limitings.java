// SPDX-License-Identifier: Apache-2.0
package drydock.diagram.picture;

import drydock.engine.Container;
import drydock.engine.Limits;
import drydock.engine.Stats;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalLong;

/// Containers with limits, and what they use of them.
final class Limitings {
  private static final long MB = 1 << 20;
  private static final Instant AT = Samples.AT;
  private static final OptionalLong NONE = OptionalLong.empty();

  private Limitings() {}

  /// One with all limits, one without any, one that was killed.
  static LimitsFacts small() {
    Container web = container("web", 0, new Limits(64 * MB, 0, 500_000_000, 0, 20));
    Container free = container("free", 1, Limits.NONE);
    Container eater = ended("eater", 2, 137, true, 64 * MB);
    Map<String, LimitsFacts.Meter> meters = new HashMap<>();
    meters.put(web.id(), meter(21 * MB, 64 * MB, OptionalLong.of(40 * MB), 120, 12));
    meters.put(free.id(), meter(9 * MB, 8_000 * MB, NONE, 3_000, 0));
    return facts(List.of(web, free, eater), meters, Map.of());
  }

  /// At the limit, dragged to another, killed a child and lives, killed a child and ended well, not
  /// measured yet.
  static LimitsFacts tight() {
    Limits limits = Limits.memory(32 * MB);
    Container full = container("full", 0, limits);
    Container nearly = container("nearly", 1, limits);
    Container child = oom(container("lost-a-child", 2, limits));
    Container well = ended("ended-well", 3, 0, true, 32 * MB);
    Container fresh = container("fresh", 4, limits);
    Map<String, LimitsFacts.Meter> meters = new HashMap<>();
    meters.put(full.id(), meter(32 * MB, 32 * MB, NONE, 10, 0));
    meters.put(nearly.id(), meter(27 * MB, 32 * MB, NONE, 10, 0));
    meters.put(child.id(), meter(3 * MB, 32 * MB, NONE, 10, 0));
    return facts(List.of(full, nearly, child, well, fresh), meters, Map.of(nearly.id(), 48 * MB));
  }

  /// As an engine with control groups of version 2 measures: one that went without memory twice and is held back, one
  /// that is paused. `stats-cgroup2` in the test resources has the answers that such figures are read from.
  static LimitsFacts cgroup2() {
    Container starved = oom(container("worker", 0, new Limits(64 * MB, 0, 500_000_000, 0, 20)));
    Container paused = paused(container("paused", 1, Limits.memory(64 * MB)));
    LimitsFacts.Meter tight = meter(63 * MB, 64 * MB, NONE, 500, 31);
    return facts(
        List.of(starved, paused),
        Map.of(
            starved.id(),
            new LimitsFacts.Meter(failing(tight.now()), tight.before(), tight.peakBytes()),
            paused.id(),
            meter(12 * MB, 64 * MB, NONE, 0, 0)),
        Map.of());
  }

  /// Podman measures neither peaks nor what is held back nor limits of processes. Made up after its source.
  static LimitsFacts podman() {
    Container web = container("web", 0, Limits.memory(64 * MB));
    Container eater = ended("eater", 1, 137, true, 64 * MB);
    LimitsFacts.Meter all = meter(21 * MB, 64 * MB, NONE, 120, 0);
    return new LimitsFacts(
        Stackings.PODMAN, List.of(web, eater), Map.of(web.id(), all), Map.of(), AT);
  }

  private static Stats failing(Stats s) {
    Stats.Memory m = Objects.requireNonNull(s.memory());
    return new Stats(
        s.at(),
        s.cpu(),
        new Stats.Memory(
            m.usageBytes(),
            m.inactiveFileBytes(),
            m.limitBytes(),
            m.peakBytes(),
            OptionalLong.of(2)),
        s.pids(),
        s.pidsLimit(),
        s.networks(),
        s.readBytes(),
        s.writtenBytes(),
        2);
  }

  private static Container paused(Container c) {
    Container.State s = c.state();
    return with(
        c,
        c.limits(),
        new Container.State(
            Container.Status.PAUSED,
            0,
            false,
            "",
            s.pid(),
            s.health(),
            0,
            s.started(),
            s.finished()));
  }

  static LimitsFacts busy() {
    List<Container> all = new ArrayList<>();
    Map<String, LimitsFacts.Meter> meters = new HashMap<>();
    for (int i = 0; i < 25; i++) {
      Container each =
          container("a-rather-long-container-name-" + i, i, new Limits(64 * MB, 0, 0, 0, 10L * i));
      all.add(each);
      meters.put(each.id(), meter((2 + 3L * i) * MB, 64 * MB, OptionalLong.of(70 * MB), 9L * i, i));
    }
    return facts(all, meters, Map.of());
  }

  private static LimitsFacts facts(
      List<Container> all, Map<String, LimitsFacts.Meter> meters, Map<String, Long> wished) {
    return new LimitsFacts(drydock.engine.Samples.INFO, all, meters, wished, AT);
  }

  private static LimitsFacts.Meter meter(
      long used, long limit, OptionalLong peak, long milliCpu, long held) {
    return new LimitsFacts.Meter(
        stats(used, limit, peak, milliCpu * 1_000_000, 4_000_000_000L, held),
        stats(used, limit, peak, 0, 0, 0),
        used + 4 * MB);
  }

  private static Stats stats(
      long used, long limit, OptionalLong peak, long cpu, long machine, long held) {
    return new Stats(
        AT,
        new Stats.Cpu(
            1_000_000_000L + cpu,
            0,
            0,
            9_000_000_000L + machine,
            4,
            held == 0 ? NONE : OptionalLong.of(40),
            held == 0 ? NONE : OptionalLong.of(held),
            held == 0 ? NONE : OptionalLong.of(held * 260_000_000)),
        new Stats.Memory(used, 0, limit, peak, NONE),
        OptionalLong.of(3),
        NONE,
        Map.of(),
        NONE,
        NONE,
        peak.isPresent() ? 1 : 2);
  }

  private static Container oom(Container c) {
    Container.State s = c.state();
    return with(
        c,
        c.limits(),
        new Container.State(
            s.status(), 0, true, "", s.pid(), s.health(), 0, s.started(), s.finished()));
  }

  private static Container ended(String name, int age, int code, boolean oom, long memory) {
    Container c = container(name, age, Container.Status.EXITED, code);
    Container.State s = c.state();
    return with(
        c,
        Limits.memory(memory),
        new Container.State(
            s.status(), code, oom, "", 0, s.health(), 0, s.started(), s.finished()));
  }

  private static Container container(String name, int age, Limits limits) {
    Container c = container(name, age, Container.Status.RUNNING, 0);
    return with(c, limits, c.state());
  }

  private static Container container(String name, int age, Container.Status status, int code) {
    return drydock.engine.Samples.container(
        "id-" + name, name, "busybox:1.37", "sha256:b", status, code, AT.plusSeconds(age), true);
  }

  private static Container with(Container c, Limits limits, Container.State state) {
    return new Container(
        c.id(),
        c.name(),
        c.image(),
        c.imageId(),
        c.command(),
        c.env(),
        c.user(),
        c.created(),
        state,
        c.terminal(),
        c.labels(),
        c.ports(),
        c.networks(),
        c.mounts(),
        limits,
        c.modes(),
        c.restartPolicy());
  }
}
