// SPDX-License-Identifier: Apache-2.0
package drydock.engine.replay;

import drydock.engine.ContainerEngine;
import drydock.engine.EngineMonitor;
import drydock.engine.EngineStatus;
import drydock.engine.Subscription;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// A recorded engine in the place of a live one. Listeners are told on the thread that moves the
/// [Replay].
public final class ReplayMonitor implements EngineMonitor {
  private final Replay replay;
  private final ReplayEngine engine;
  private final List<Consumer<EngineStatus>> listeners = new CopyOnWriteArrayList<>();

  private final Consumer<Replay.Step> moved;

  public ReplayMonitor(Replay replay) {
    this.replay = replay;
    engine = new ReplayEngine(replay);
    // kept: it is forgotten by what it is
    moved = this::moved;
    replay.listen(moved);
  }

  private void moved(Replay.Step step) {
    tell(step.status());
  }

  public Replay replay() {
    return replay;
  }

  private void tell(EngineStatus status) {
    listeners.forEach(listener -> listener.accept(status));
  }

  @Override
  public EngineStatus status() {
    return replay.status();
  }

  @Override
  public Subscription subscribe(Consumer<EngineStatus> listener) {
    listeners.add(listener);
    listener.accept(replay.status());
    return () -> listeners.remove(listener);
  }

  @Override
  public ContainerEngine engine() {
    replay.state();
    return engine;
  }

  /// A recording needs no search.
  @Override
  public void retryNow() {}

  /// There is one engine in a recording.
  @Override
  public void prefer(@Nullable String uri) {}

  @Override
  public void close() {
    replay.forget(moved);
    listeners.clear();
    engine.close();
  }
}
