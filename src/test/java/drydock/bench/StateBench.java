// SPDX-License-Identifier: Apache-2.0
package drydock.bench;

import com.sun.management.OperatingSystemMXBean;
import drydock.engine.EngineState;
import drydock.engine.EngineStatus;
import drydock.engine.RawDocker;
import drydock.engine.docker.DockerMonitor;
import drydock.engine.docker.EngineFinder;
import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/// What it costs to keep the state of an engine with 500 containers: beside asking the engine for its list of containers
/// (which tells less), in the same run; and what idling costs.
public final class StateBench {
  private static final int CONTAINERS = 500;
  private static final int IDLE_SECONDS = 60;
  private static final String NAME = "drydock-bench-state-";

  private static final OperatingSystemMXBean SYSTEM =
      ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);

  private StateBench() {}

  static void run() throws InterruptedException {
    if (EngineFinder.ofThisSystem().find().engine() == null) {
      System.out.println("left out: no engine answers");
      return;
    }
    try {
      all(
          i ->
              RawDocker.post(
                  "/containers/create?name=" + NAME + i,
                  "{\"Image\":\"busybox:1.37\",\"Cmd\":[\"true\"]}"));
      measure();
    } finally {
      all(i -> RawDocker.delete("/containers/" + NAME + i + "?force=1&v=1"));
    }
  }

  private static void measure() throws InterruptedException {
    long start = System.nanoTime();
    try (DockerMonitor monitor = new DockerMonitor(EngineFinder.ofThisSystem())) {
      AtomicLong states = new AtomicLong();
      monitor.subscribe(status -> states.incrementAndGet());
      await(monitor, state -> named(state, "") >= CONTAINERS);
      print("first state", start);
      double list = list();
      System.out.printf(
          Locale.ROOT, "state, %d containers: GET /containers/json %.1f ms%n", CONTAINERS, list);

      long before = states.get();
      long cpu = SYSTEM.getProcessCpuTime();
      start = System.nanoTime();
      all(i -> RawDocker.post("/containers/" + NAME + i + "/rename?name=" + NAME + "x" + i, ""));
      long told = System.nanoTime();
      await(monitor, state -> named(state, "x") == CONTAINERS);
      print("settled after the last of as many events", told);
      long published = states.get() - before;
      double cost = (SYSTEM.getProcessCpuTime() - cpu) / 1e6;
      System.out.printf(
          Locale.ROOT,
          "state, %d containers: %.0f events/s, %d states, %.2f ms of processor time an event with the"
              + " request that made it, a list for each would be %.1f ms%n",
          CONTAINERS,
          CONTAINERS / ((told - start) / 1e9),
          published,
          cost / CONTAINERS,
          list);
      all(i -> RawDocker.post("/containers/" + NAME + "x" + i + "/rename?name=" + NAME + i, ""));
      await(monitor, state -> named(state, "x") == 0);

      System.gc();
      Thread.sleep(2_000);
      cpu = SYSTEM.getProcessCpuTime();
      Thread.sleep(IDLE_SECONDS * 1_000L);
      double share = (SYSTEM.getProcessCpuTime() - cpu) / (IDLE_SECONDS * 1e9);
      System.out.printf(
          Locale.ROOT,
          "state, idle for %d s: %.2f %% of a core (target below 1: %s)%n",
          IDLE_SECONDS,
          share * 100,
          share < 0.01 ? "reached" : "missed");
    }
  }

  private static void print(String what, long since) {
    System.out.printf(
        Locale.ROOT,
        "state, %d containers: %s %.0f ms%n",
        CONTAINERS,
        what,
        (System.nanoTime() - since) / 1e6);
  }

  private static double list() {
    double[] took = new double[9];
    for (int i = 0; i < took.length; i++) {
      long start = System.nanoTime();
      RawDocker.get("/containers/json?all=1").json();
      took[i] = (System.nanoTime() - start) / 1e6;
    }
    Arrays.sort(took);
    return took[took.length / 2];
  }

  private static long named(EngineState state, String rest) {
    return state.containers().values().stream()
        .filter(c -> c.name().startsWith(NAME + rest))
        .count();
  }

  private static void await(DockerMonitor monitor, Predicate<EngineState> condition)
      throws InterruptedException {
    long until = System.nanoTime() + 60_000_000_000L;
    while (!(monitor.status() instanceof EngineStatus.Ready ready
        && condition.test(ready.state()))) {
      if (System.nanoTime() > until) {
        throw new IllegalStateException("the state never came to agree: " + monitor.status());
      }
      Thread.sleep(1);
    }
  }

  private static void all(java.util.function.IntConsumer action) {
    IntStream.range(0, CONTAINERS).parallel().forEach(action);
  }
}
