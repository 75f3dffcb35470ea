// SPDX-License-Identifier: Apache-2.0
package drydock.build;

import drydock.engine.BuildEvent;
import drydock.engine.BuildOutcome;
import drydock.engine.BuildState;
import drydock.engine.ContainerEngine;
import drydock.engine.EngineException;
import drydock.engine.StreamListener;
import drydock.engine.Subscription;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// A build that a test watches from its start to its end.
public final class BuildRun implements StreamListener<BuildEvent> {
  private final List<BuildEvent> events = new ArrayList<>();
  private final CountDownLatch ended = new CountDownLatch(1);
  private @Nullable EngineException failure;
  private int ends;

  public static BuildRun finished(ContainerEngine engine, BuildOptions options) {
    BuildRun run = new BuildRun();
    Subscription _ = new Builds().start(engine, options, run);
    return run.awaitEnd();
  }

  @Override
  public synchronized void onNext(BuildEvent event) {
    events.add(event);
    notifyAll();
  }

  @Override
  public synchronized void onEnd(@Nullable EngineException reason) {
    failure = reason;
    ends++;
    ended.countDown();
  }

  public synchronized void await(Predicate<BuildEvent> condition) throws InterruptedException {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
    while (events.stream().noneMatch(condition)) {
      long left = (end - System.nanoTime()) / 1_000_000;
      if (left <= 0) {
        throw new AssertionError("did not come within a minute; so far: " + events);
      }
      wait(left);
    }
  }

  public BuildRun awaitEnd() {
    try {
      if (!ended.await(120, TimeUnit.SECONDS)) {
        throw new AssertionError("no end within two minutes; so far: " + events());
      }
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
    synchronized (this) {
      if (ends != 1 || failure != null) {
        throw new AssertionError(ends + " ends, " + failure);
      }
    }
    return this;
  }

  public synchronized List<BuildEvent> events() {
    return List.copyOf(events);
  }

  public <T extends BuildEvent> List<T> events(Class<T> kind) {
    return events().stream().filter(kind::isInstance).map(kind::cast).toList();
  }

  /// The outcome, after it was made sure that it came once and last.
  public BuildOutcome outcome() {
    List<BuildEvent> all = events();
    if (events(BuildEvent.Finished.class).size() == 1
        && all.getLast() instanceof BuildEvent.Finished finished) {
      return finished.outcome();
    }
    throw new AssertionError("one Finished should come last in " + all);
  }

  public BuildOutcome.Failed failed() {
    if (outcome() instanceof BuildOutcome.Failed failed) {
      return failed;
    }
    throw new AssertionError(outcome().toString());
  }

  public BuildState state() {
    BuildState state = BuildState.begin("", Instant.EPOCH);
    for (BuildEvent event : events()) {
      state = state.apply(event);
    }
    return state;
  }

  public BuildState.Step step(String key) {
    BuildState state = state();
    return Objects.requireNonNull(state.steps().get(key), () -> key + " in " + state.steps());
  }

  public String output(String key) {
    StringBuilder text = new StringBuilder();
    for (BuildEvent.StepOutput event : events(BuildEvent.StepOutput.class)) {
      if (event.step().equals(key)) {
        text.append(event.output().text());
      }
    }
    return text.toString();
  }
}
