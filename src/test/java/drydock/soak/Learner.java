// SPDX-License-Identifier: Apache-2.0
package drydock.soak;

import drydock.build.BuildOptions;
import drydock.build.Builds;
import drydock.engine.BuildEvent;
import drydock.engine.BuildOutcome;
import drydock.engine.ContainerEngine;
import drydock.engine.ContainerSpec;
import drydock.engine.EngineException;
import drydock.engine.EngineMonitor;
import drydock.engine.EngineProblem;
import drydock.engine.Output;
import drydock.engine.Ownership;
import drydock.engine.StreamListener;
import drydock.engine.Subscription;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/// Does what people do, again and again: builds, runs, reads the log, stops, removes. What goes wrong is counted, and has
/// to be an [EngineException].
final class Learner implements Runnable {
  static final Ownership SOAK = new Ownership("soak", null, null);

  private static final long BUILD_SECONDS = 240;
  private static final long CALL_NANOS = TimeUnit.SECONDS.toNanos(150);
  private static final int TRIES = 30;

  private final String name;
  private final EngineMonitor monitor;
  private final Path folder;
  private final Random random;
  private final Tally tally;
  private final long until;

  /// @param folder to build from
  /// @param until when to stop, as [System#nanoTime] counts
  Learner(String name, EngineMonitor monitor, Path folder, Random random, Tally tally, long until) {
    this.name = name;
    this.monitor = monitor;
    this.folder = folder;
    this.random = random;
    this.tally = tally;
    this.until = until;
  }

  @Override
  public void run() {
    for (int turn = 1; System.nanoTime() < until; turn++) {
      String thing = name + "-" + turn;
      tally.loop();
      attempt("build", () -> build(thing));
      attempt("run", () -> runAndRead(thing));
      untilGone("container", () -> engine().containers().remove(thing));
      untilGone("image", () -> engine().images().remove(thing + ":1"));
    }
  }

  private ContainerEngine engine() {
    return monitor.engine();
  }

  private void build(String thing) throws IOException, InterruptedException {
    Files.writeString(
        folder.resolve("Dockerfile"),
        "FROM busybox:1.37\nCOPY . /\nRUN for i in 1 2 3 4 5; do echo %s $i; sleep 0.1; done\n"
            .formatted(thing));
    Files.write(folder.resolve("data"), new byte[random.nextInt(1 << 20)]);
    BuildOptions options =
        new BuildOptions(
            folder,
            "Dockerfile",
            List.of(thing + ":1"),
            null,
            Map.of(),
            random.nextBoolean(),
            SOAK);
    Ear<BuildEvent> ear = new Ear<>();
    Subscription build = new Builds().start(engine(), options, ear);
    if (random.nextInt(5) == 0) {
      Thread.sleep(random.nextInt(1_500));
      build.close();
    }
    if (!ear.end.await(BUILD_SECONDS, TimeUnit.SECONDS)) {
      tally.unexpected("a build has no end after " + BUILD_SECONDS + " s: " + thing);
      build.close();
    } else if (ear.last instanceof BuildEvent.Finished(BuildOutcome outcome)) {
      tally.build(outcome);
    } else {
      tally.unexpected("a build ended without saying how: " + thing);
    }
    ear.endedOnce();
  }

  private void runAndRead(String thing) throws InterruptedException {
    ContainerSpec spec =
        ContainerSpec.of("busybox:1.37", SOAK)
            .name(thing)
            .command("sh", "-c", "while echo tick; do sleep 0.1; done")
            .build();
    String id = engine().containers().run(spec);
    Ear<Output> ear = new Ear<>();
    try (Subscription _ = engine().containers().logs(id, true, ear)) {
      Thread.sleep(random.nextInt(1_000));
      engine().containers().stop(id, Duration.ZERO);
      ear.end.await(1, TimeUnit.SECONDS);
    } finally {
      if (!ear.end.await(20, TimeUnit.SECONDS)) {
        tally.unexpected("a log that was closed has no end: " + thing);
      }
      ear.endedOnce();
    }
  }

  private void untilGone(String kind, Runnable remove) {
    boolean gone = false;
    for (int i = 0; i < TRIES && !gone; i++) {
      EngineProblem problem = attempt("remove " + kind, remove::run);
      gone = problem == null || problem instanceof EngineProblem.NotFound;
    }
  }

  private interface Step {
    void run() throws IOException, InterruptedException;
  }

  private @Nullable EngineProblem attempt(String what, Step step) {
    long began = System.nanoTime();
    try {
      step.run();
      return null;
    } catch (EngineException e) {
      if (!(e.problem() instanceof EngineProblem.NotFound)) {
        tally.problem(e.problem());
        pause();
      }
      return e.problem();
    } catch (IOException | InterruptedException | RuntimeException e) {
      tally.unexpected(what, e);
      return null;
    } finally {
      if (System.nanoTime() - began > CALL_NANOS && !what.equals("build")) {
        tally.unexpected(what + " took longer than it may");
      }
    }
  }

  private static void pause() {
    try {
      Thread.sleep(200);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /// Hears a stream out.
  private final class Ear<T> implements StreamListener<T> {
    private final CountDownLatch end = new CountDownLatch(1);
    private final AtomicInteger ends = new AtomicInteger();
    private volatile @Nullable T last;

    @Override
    public void onNext(T item) {
      last = item;
      if (ends.get() > 0) {
        tally.unexpected("something came after the end: " + item);
      }
    }

    @Override
    public void onEnd(@Nullable EngineException failure) {
      if (failure != null) {
        tally.problem(failure.problem());
      }
      ends.incrementAndGet();
      end.countDown();
    }

    void endedOnce() {
      if (ends.get() > 1) {
        tally.unexpected("a stream ended " + ends.get() + " times");
      }
    }
  }
}
