// SPDX-License-Identifier: Apache-2.0
package drydock.engine.docker;

import drydock.engine.EngineEvent;
import drydock.engine.EngineException;
import drydock.engine.StreamListener;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What events said has changed and nobody has looked at yet: each object once, however many events it had.
final class Changes implements StreamListener<EngineEvent> {
  static final String IMAGE = "image";
  static final String CONTAINER = "container";

  /// Actions after which a container looks as before.
  private static final Set<String> IDLE =
      Set.of(
          "archive-path",
          "attach",
          "commit",
          "copy",
          "detach",
          "exec_create",
          "exec_detach",
          "exec_die",
          "exec_start",
          "export",
          "extract-to-dir",
          "health_status",
          "kill",
          "resize",
          "top");

  /// @param id of an image sometimes a reference
  record Thing(String type, String id) {}

  enum What {
    LOOK,
    GONE
  }

  private Map<Thing, What> pending = new LinkedHashMap<>();
  private long lastNanos;
  private boolean over;

  @Override
  public synchronized void onNext(EngineEvent event) {
    lastNanos = Math.max(lastNanos, event.timeNanos());
    boolean container = event.type().equals(CONTAINER);
    if (event.id().isEmpty()
        || !(container || event.type().equals(IMAGE))
        || (container && IDLE.contains(event.action()))) {
      return;
    }
    boolean gone = event.action().equals(container ? "destroy" : "delete");
    pending.put(new Thing(event.type(), event.id()), gone ? What.GONE : What.LOOK);
    notifyAll();
  }

  @Override
  public synchronized void onEnd(@Nullable EngineException failure) {
    over = true;
    notifyAll();
  }

  /// Waits until something changed, the stream is over, or `most` has passed.
  synchronized void await(Duration most) throws InterruptedException {
    long until = System.nanoTime() + most.toNanos();
    for (long left = most.toMillis(); pending.isEmpty() && !over && left > 0; ) {
      wait(left);
      left = (until - System.nanoTime()) / 1_000_000;
    }
  }

  /// All that changed since the last time, in the order in which it first did.
  synchronized Map<Thing, What> take() {
    Map<Thing, What> taken = pending;
    pending = new LinkedHashMap<>();
    return taken;
  }

  synchronized boolean over() {
    return over;
  }

  /// The last event's time by the engine's clock; 0 before the first.
  synchronized long lastNanos() {
    return lastNanos;
  }
}
