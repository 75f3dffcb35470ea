// SPDX-License-Identifier: Apache-2.0
package drydock.observe;

import drydock.engine.Container;
import drydock.engine.ContainerEngine;
import drydock.engine.EngineException;
import drydock.engine.EngineProblem;
import drydock.engine.Stats;
import drydock.engine.StreamListener;
import drydock.engine.Subscription;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/// What containers use at one moment.
public final class Measurements {
  private static final Duration MOST_TIME = Duration.ofSeconds(5);

  private Measurements() {}

  /// One measurement of each that runs or is paused, all at the same time: each takes the engine about a second.
  ///
  /// @return by container id; without those that told nothing within some seconds
  /// @throws EngineException when the engine is gone
  public static Map<String, Stats> of(ContainerEngine engine, List<Container> containers) {
    Map<String, First> pending = new LinkedHashMap<>();
    List<Subscription> streams = new ArrayList<>();
    Map<String, Stats> measured = new HashMap<>();
    try {
      for (Container container : containers) {
        if (container.alive()) {
          First first = new First();
          try {
            streams.add(engine.containers().stats(container.id(), first));
            pending.put(container.id(), first);
          } catch (EngineException e) {
            if (e.problem() instanceof EngineProblem.Unreachable
                || e.problem() instanceof EngineProblem.ConnectionLost) {
              throw e;
            }
            // it is gone, or cannot be measured: of this one there is none
            pending.remove(container.id());
          }
        }
      }
      long until = System.nanoTime() + MOST_TIME.toNanos();
      pending.forEach(
          (container, first) -> {
            Stats stats = first.await(until);
            if (stats != null) {
              measured.put(container, stats);
            }
          });
    } finally {
      streams.forEach(Subscription::close);
    }
    return measured;
  }

  /// The first measurement of a stream.
  private static final class First implements StreamListener<Stats> {
    private final CompletableFuture<@Nullable Stats> answer = new CompletableFuture<>();

    @Override
    public void onNext(Stats stats) {
      answer.complete(stats);
    }

    @Override
    public void onEnd(@Nullable EngineException failure) {
      answer.complete(null);
    }

    @Nullable Stats await(long until) {
      try {
        return answer.get(Math.max(0, until - System.nanoTime()), TimeUnit.NANOSECONDS);
      } catch (TimeoutException | ExecutionException e) {
        return null; // too slow: not told this time
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return null;
      }
    }
  }
}
