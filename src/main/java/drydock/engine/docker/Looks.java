// SPDX-License-Identifier: Apache-2.0
package drydock.engine.docker;

import drydock.engine.ContainerEngine;
import drydock.engine.EngineException;
import drydock.engine.EngineObject;
import drydock.engine.EngineProblem;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/// Looks at things of an engine, several at a time, at each by one request at a time. A slow one does not hold up the
/// others: it comes with a later round. For one thread.
final class Looks implements AutoCloseable {
  private static final int AT_ONCE = 16;

  /// When nothing came for so long, what is still missing counts as slow.
  private static final Duration PATIENCE = Duration.ofMillis(500);

  private static final Duration MOST = Duration.ofSeconds(10);

  private final ContainerEngine engine;
  private final Bell bell;
  private final Semaphore slots = new Semaphore(AT_ONCE);
  private final BlockingQueue<Sight> landed = new LinkedBlockingQueue<>();
  private final Map<Thing, Flight> flying = new HashMap<>();

  /// @param bell rings when one came
  Looks(ContainerEngine engine, Bell bell) {
    this.engine = engine;
    this.bell = bell;
  }

  boolean flying(Thing thing) {
    return flying.containsKey(thing);
  }

  /// Whether a slow one came since the last round.
  boolean waiting() {
    return !landed.isEmpty();
  }

  /// What is being looked at and did not come yet.
  Set<Thing> flying() {
    return Set.copyOf(flying.keySet());
  }

  /// Looks at `things`, of which none is flying.
  ///
  /// @return what was seen of them, and of slow ones of earlier rounds
  List<Sight> round(Collection<Thing> things) throws InterruptedException {
    flying.values().forEach(Flight::endWhenTooLong);
    for (Thing thing : things) {
      flying.put(thing, new Flight(thing));
    }
    List<Sight> seen = new ArrayList<>();
    for (Sight sight = landed.poll(); sight != null; sight = landed.poll()) {
      take(sight, seen);
    }
    while (things.stream().anyMatch(flying::containsKey)) {
      Sight next = landed.poll(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
      if (next == null) {
        break;
      }
      take(next, seen);
    }
    return seen;
  }

  private void take(Sight sight, List<Sight> seen) {
    flying.remove(sight.thing());
    seen.add(sight);
  }

  @Override
  public void close() {
    flying.values().forEach(Flight::end);
  }

  private Sight look(Thing thing) {
    try {
      return new Sight.Found(thing, inspect(thing));
    } catch (EngineException e) {
      return e.problem() instanceof EngineProblem.NotFound
          ? new Sight.Absent(thing)
          : new Sight.Unclear(thing);
    }
  }

  private EngineObject inspect(Thing thing) {
    return switch (thing.kind()) {
      case IMAGE -> engine.images().inspect(thing.id()).summary();
      case CONTAINER -> engine.containers().inspect(thing.id());
      case NETWORK -> engine.networks().inspect(thing.id());
      case VOLUME -> engine.volumes().inspect(thing.id());
    };
  }

  /// One look, on a thread of its own; it always lands.
  private final class Flight {
    private final Thread thread;
    private volatile long began;

    Flight(Thing thing) {
      thread = Thread.ofVirtual().name("engine look").start(() -> run(thing));
    }

    private void run(Thing thing) {
      Sight sight = new Sight.Unclear(thing);
      try {
        slots.acquire();
        try {
          began = System.nanoTime();
          sight = look(thing);
        } finally {
          slots.release();
        }
      } catch (InterruptedException e) {
        // not wanted any more
      } finally {
        landed.add(sight);
        bell.ring();
      }
    }

    void endWhenTooLong() {
      if (began != 0 && System.nanoTime() - began > MOST.toNanos()) {
        end();
      }
    }

    void end() {
      thread.interrupt();
    }
  }
}
