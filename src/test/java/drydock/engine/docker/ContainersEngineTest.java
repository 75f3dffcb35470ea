// SPDX-License-Identifier: Apache-2.0
package drydock.engine.docker;

import static drydock.engine.docker.DockerEngineTest.problem;
import static org.assertj.core.api.Assertions.assertThat;

import drydock.engine.Container;
import drydock.engine.ContainerSpec;
import drydock.engine.EngineProblem;
import drydock.engine.EngineTest;
import drydock.engine.HealthCheck;
import drydock.engine.Limits;
import drydock.engine.PathChange;
import drydock.engine.RawDocker;
import drydock.engine.RestartPolicy;
import drydock.engine.Stats;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@EngineTest
class ContainersEngineTest {
  private static final Duration LONG = Duration.ofSeconds(30);

  private final RealEngine real = new RealEngine();
  private final DockerEngine engine = real.engine;

  @AfterEach
  void cleanUp() {
    real.close();
  }

  @Test
  void pausedAndOnAgain() {
    String id = real.ours("sleep 600");
    engine.containers().pause(id);
    assertThat(engine.containers().inspect(id).status()).isEqualTo(Container.Status.PAUSED);
    assertThat(problem(() -> engine.containers().pause(id)))
        .isInstanceOf(EngineProblem.Conflict.class);
    engine.containers().unpause(id);
    assertThat(engine.containers().inspect(id).status()).isEqualTo(Container.Status.RUNNING);
  }

  @Test
  void createdStartedRestartedKilledAndWaitedFor() {
    String id =
        engine
            .containers()
            .create(builder().command("sh", "-c", "trap 'exit 12' TERM; sleep 600 & wait").build());
    assertThat(engine.containers().inspect(id).status()).isEqualTo(Container.Status.CREATED);
    engine.containers().start(id);
    engine.containers().start(id); // runs already: no complaint
    int pid = engine.containers().inspect(id).state().pid();
    engine.containers().restart(id, Duration.ZERO);
    assertThat(engine.containers().inspect(id).state().pid()).isPositive().isNotEqualTo(pid);
    long start = System.nanoTime();
    assertThat(problem(() -> engine.containers().waitFor(id, Duration.ofMillis(500))))
        .isInstanceOfSatisfying(
            EngineProblem.TimedOut.class,
            p -> assertThat(p.limit()).isEqualTo(Duration.ofMillis(500)));
    assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(5));
    engine.containers().kill(id, "SIGTERM");
    assertThat(engine.containers().waitFor(id, LONG)).isEqualTo(12);
    assertThat(engine.containers().waitFor(id, LONG)).as("ended already").isEqualTo(12);
    assertThat(problem(() -> engine.containers().kill(id, "SIGKILL")))
        .isInstanceOf(EngineProblem.Conflict.class);
    assertThat(problem(() -> engine.containers().waitFor("drydock-no-such", LONG)))
        .isEqualTo(new EngineProblem.NotFound("container", "drydock-no-such"));
  }

  @Test
  void whatFailsIsStartedAgain() {
    String id =
        engine
            .containers()
            .run(
                builder()
                    .command("sh", "-c", "exit 3")
                    .restart(new RestartPolicy(RestartPolicy.Kind.ON_FAILURE, 2))
                    .build());
    RealEngine.eventually(
        "given up",
        () -> {
          Container seen = engine.containers().inspect(id);
          return seen.state().restarts() == 2 && seen.status() == Container.Status.EXITED;
        });
    assertThat(engine.containers().inspect(id).state().exitCode()).isEqualTo(3);
    for (RestartPolicy.Kind kind : RestartPolicy.Kind.values()) {
      String other =
          engine.containers().create(builder().restart(new RestartPolicy(kind, 0)).build());
      assertThat(engine.containers().inspect(other).restartPolicy().kind()).isEqualTo(kind);
    }
  }

  @Test
  void aSickContainerIsUnhealthy() {
    HealthCheck check =
        new HealthCheck(
            List.of("CMD-SHELL", "test -e /well"),
            Duration.ofMillis(200),
            Duration.ofSeconds(5),
            Duration.ZERO,
            1);
    String id = engine.containers().run(builder().healthCheck(check).build());
    RealEngine.eventually("sick", () -> health(id) == Container.Health.UNHEALTHY);
    engine.containers().execute(id, List.of("touch", "/well"), LONG);
    RealEngine.eventually("well", () -> health(id) == Container.Health.HEALTHY);
    assertThat(health(engine.containers().create(builder().build())))
        .isEqualTo(Container.Health.NONE);
  }

  private Container.Health health(String id) {
    return engine.containers().inspect(id).state().health();
  }

  @Test
  void limitsAreChangedWhileItRuns() {
    String id =
        engine.containers().run(builder().limits(new Limits(32 << 20, 48 << 20, 0, 0, 0)).build());
    engine.containers().update(id, new Limits(128 << 20, 0, 500_000_000, 0, 30));
    Limits now = engine.containers().inspect(id).limits();
    assertThat(now).isEqualTo(new Limits(128 << 20, 144 << 20, 500_000_000, 0, 30));
    assertThat(inside(id, "memory/memory.limit_in_bytes", "memory.max"))
        .isEqualTo(Long.toString(128 << 20));
    assertThat(inside(id, "pids/pids.max", "pids.max")).isEqualTo("30");
    engine.containers().update(id, Limits.memory(16 << 20));
    assertThat(engine.containers().inspect(id).limits())
        .isEqualTo(new Limits(16 << 20, 32 << 20, 500_000_000, 0, 30));
    String free = real.ours("sleep 600");
    engine.containers().update(free, Limits.memory(64 << 20));
    assertThat(engine.containers().inspect(free).limits())
        .isEqualTo(new Limits(64 << 20, 128 << 20, 0, 0, 0));
    assertThat(problem(() -> engine.containers().update(free, Limits.memory(1000))))
        .isInstanceOf(EngineProblem.Failed.class);
  }

  private String inside(String id, String first, String second) {
    String script = "cat /sys/fs/cgroup/" + first + " || cat /sys/fs/cgroup/" + second;
    return engine.containers().execute(id, List.of("sh", "-c", script), LONG).stdout().strip();
  }

  @Test
  void changesAreToldByKind() {
    String id = real.ours("sleep 600");
    engine
        .containers()
        .execute(
            id,
            List.of("sh", "-c", "mkdir /new; echo x > /new/file; rm /bin/sync; touch /etc"),
            LONG);
    List<PathChange> changes = engine.containers().changes(id);
    assertThat(changes)
        .contains(
            new PathChange("/new", PathChange.Kind.ADDED),
            new PathChange("/new/file", PathChange.Kind.ADDED),
            new PathChange("/bin", PathChange.Kind.MODIFIED),
            new PathChange("/bin/sync", PathChange.Kind.DELETED));
    assertThat(changes).hasSize(RawDocker.get("/containers/" + id + "/changes").json().size());
    assertThat(engine.containers().changes(engine.containers().create(builder().build())))
        .allMatch(c -> c.kind() != PathChange.Kind.DELETED);
  }

  @Test
  void aRunningContainerIsMeasured() {
    String id =
        engine
            .containers()
            .run(
                builder()
                    .command("sh", "-c", "while :; do :; done")
                    .limits(new Limits(64 << 20, 0, 300_000_000, 0, 25))
                    .build());
    List<Stats> seen = new CopyOnWriteArrayList<>();
    Collected<String> stream = new Collected<>();
    try (var _ =
        engine
            .containers()
            .stats(
                id,
                stream.as(
                    s -> {
                      seen.add(s);
                      return "";
                    }))) {
      RealEngine.eventually("three measurements", () -> seen.size() >= 3);
      Stats last = seen.getLast();
      Stats.Memory memory = Objects.requireNonNull(last.memory());
      Stats.Cpu cpu = Objects.requireNonNull(last.cpu());
      assertThat(memory.limitBytes()).isEqualTo(64 << 20);
      assertThat(memory.usedBytes()).isBetween(1L, 64L << 20);
      assertThat(last.pids()).hasValue(1);
      assertThat(last.pidsLimit()).hasValue(25);
      assertThat(last.cgroup()).isIn(1, 2);
      assertThat(last.networks()).containsKey("eth0");
      assertThat(cpu.since(Objects.requireNonNull(seen.getFirst().cpu()))).isBetween(0.05, 0.6);
      RealEngine.eventually(
          "it is throttled",
          () -> throttledPeriods(seen.getLast()) > 0); // a busy machine delays it
      int measured = seen.size();
      engine.containers().kill(id, "SIGKILL");
      engine.containers().waitFor(id, LONG);
      RealEngine.eventually("it ends with the container", () -> ended(id, stream));
      assertThat(seen.size()).isLessThan(measured + 4);
    }
    Collected<String> none = new Collected<>();
    engine.containers().stats("drydock-no-such", none.as(s -> ""));
    assertThat(none.end()).isEqualTo(new EngineProblem.NotFound("container", "drydock-no-such"));
  }

  private static long throttledPeriods(Stats stats) {
    return Objects.requireNonNull(stats.cpu()).throttledPeriods().orElse(0);
  }

  private boolean ended(String id, Collected<String> stream) {
    engine.containers().remove(id);
    return stream.end() == null;
  }

  @Test
  void containersThatComeAndGoSpoilNoListing() throws InterruptedException {
    Thread churn =
        Thread.ofVirtual()
            .start(
                () -> {
                  for (int i = 0; i < 25 && !Thread.currentThread().isInterrupted(); i++) {
                    engine.containers().remove(engine.containers().create(builder().build()));
                  }
                });
    String stays = real.ours("sleep 600");
    List<Integer> found = new ArrayList<>();
    while (churn.isAlive()) {
      found.add(
          (int) engine.containers().list().stream().filter(c -> c.id().equals(stays)).count());
    }
    churn.join();
    assertThat(found).isNotEmpty().containsOnly(1);
  }

  private ContainerSpec.Builder builder() {
    return ContainerSpec.of(RealEngine.IMAGE, RealEngine.TESTS)
        .name(real.name("c"))
        .command("sleep", "601");
  }
}
