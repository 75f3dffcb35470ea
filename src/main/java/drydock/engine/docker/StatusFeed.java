// SPDX-License-Identifier: Apache-2.0
package drydock.engine.docker;

import drydock.engine.EngineState;
import drydock.engine.EngineStatus;
import drydock.engine.Subscription;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// Hands each new status to every listener, in order, each on a virtual thread of its own: a listener that is slow or
/// throws harms nobody else. One that falls far behind misses states in between, never the latest.
final class StatusFeed implements AutoCloseable {
  private static final int FAR_BEHIND = 100;

  private final List<Listener> listeners = new ArrayList<>();
  private boolean closed;
  private EngineStatus current = new EngineStatus.Searching();

  synchronized EngineStatus current() {
    return current;
  }

  /// Passes on a status that differs from the one before.
  synchronized void publish(EngineStatus status) {
    if (!closed && !same(current, status)) {
      current = status;
      listeners.forEach(listener -> listener.offer(status));
    }
  }

  synchronized Subscription subscribe(Consumer<EngineStatus> consumer) {
    Listener listener = new Listener(consumer);
    if (closed) {
      return () -> {};
    }
    listener.offer(current);
    listeners.add(listener);
    Thread.ofVirtual().name("engine status listener").start(listener::run);
    return () -> remove(listener);
  }

  private void remove(Listener listener) {
    listener.end();
    synchronized (this) {
      listeners.remove(listener);
    }
  }

  @Override
  public synchronized void close() {
    closed = true;
    listeners.forEach(Listener::end);
    listeners.clear();
  }

  private static boolean same(EngineStatus one, EngineStatus other) {
    if (one instanceof EngineStatus.Ready(var a, var happened, var tried)
        && other instanceof EngineStatus.Ready(var b, var happenedNow, var triedNow)) {
      return happened.equals(happenedNow) && tried.equals(triedNow) && same(a, b);
    }
    return one.equals(other);
  }

  private static boolean same(EngineState a, EngineState b) {
    return a.info().equals(b.info())
        && a.images().equals(b.images())
        && a.containers().equals(b.containers())
        && a.networks().equals(b.networks())
        && a.volumes().equals(b.volumes());
  }

  private static final class Listener {
    private final Consumer<EngineStatus> consumer;
    private final Deque<EngineStatus> waiting = new ArrayDeque<>();
    private boolean ended;

    Listener(Consumer<EngineStatus> consumer) {
      this.consumer = consumer;
    }

    synchronized void offer(EngineStatus status) {
      if (waiting.size() >= FAR_BEHIND) {
        waiting.removeLast();
      }
      waiting.add(status);
      notifyAll();
    }

    synchronized void end() {
      ended = true;
      waiting.clear();
      notifyAll();
    }

    private synchronized @Nullable EngineStatus next() throws InterruptedException {
      while (waiting.isEmpty() && !ended) {
        wait();
      }
      return waiting.poll();
    }

    void run() {
      try {
        for (EngineStatus status = next(); status != null; status = next()) {
          deliver(status);
        }
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }

    private void deliver(EngineStatus status) {
      try {
        consumer.accept(status);
      } catch (RuntimeException e) {
        Thread thread = Thread.currentThread();
        thread.getUncaughtExceptionHandler().uncaughtException(thread, e);
      }
    }
  }
}
