// SPDX-License-Identifier: Apache-2.0
package drydock.engine.replay;

import drydock.engine.ContainerEngine;
import drydock.engine.EngineMonitor;
import drydock.engine.EngineStatus;
import drydock.engine.Subscription;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// The live engine's monitor, in whose place a replay's can be put: whoever listens and asks here
/// sees the one or the other, and nothing of the change but what it brings. Safe to use from any
/// thread.
public final class MonitorSwitch implements EngineMonitor {
  private final EngineMonitor live;
  private final List<Listener> listeners = new ArrayList<>();
  private EngineMonitor shown;

  /// @param live closed with this one
  public MonitorSwitch(EngineMonitor live) {
    this.live = live;
    shown = live;
  }

  /// @param replay stays the caller's to close, after another took its place
  public void show(EngineMonitor replay) {
    turn(replay);
  }

  public void backToLive() {
    turn(live);
  }

  private void turn(EngineMonitor next) {
    List<Listener> all;
    synchronized (this) {
      shown = next;
      all = List.copyOf(listeners);
    }
    all.forEach(listener -> listener.follow(next));
  }

  private synchronized EngineMonitor shown() {
    return shown;
  }

  @Override
  public EngineStatus status() {
    return shown().status();
  }

  @Override
  public Subscription subscribe(Consumer<EngineStatus> consumer) {
    Listener listener = new Listener(consumer);
    EngineMonitor now;
    synchronized (this) {
      listeners.add(listener);
      now = shown;
    }
    listener.follow(now);
    return () -> {
      synchronized (this) {
        listeners.remove(listener);
      }
      listener.end();
    };
  }

  @Override
  public ContainerEngine engine() {
    return shown().engine();
  }

  @Override
  public void retryNow() {
    shown().retryNow();
  }

  @Override
  public void prefer(@Nullable String uri) {
    live.prefer(uri);
  }

  @Override
  public void close() {
    List<Listener> all;
    synchronized (this) {
      all = List.copyOf(listeners);
      listeners.clear();
    }
    all.forEach(Listener::end);
    live.close();
  }

  /// Follows one monitor at a time; what another one says late is not passed on.
  private static final class Listener {
    private final Consumer<EngineStatus> consumer;
    private @Nullable EngineMonitor followed;
    private @Nullable Subscription subscription;

    Listener(Consumer<EngineStatus> consumer) {
      this.consumer = consumer;
    }

    void follow(EngineMonitor monitor) {
      end();
      synchronized (this) {
        followed = monitor;
      }
      Subscription next = monitor.subscribe(status -> pass(monitor, status));
      synchronized (this) {
        subscription = next;
      }
    }

    private synchronized void pass(EngineMonitor from, EngineStatus status) {
      if (from.equals(followed)) {
        consumer.accept(status);
      }
    }

    void end() {
      Subscription old;
      synchronized (this) {
        old = subscription;
        subscription = null;
        followed = null;
      }
      if (old != null) {
        old.close();
      }
    }
  }
}
