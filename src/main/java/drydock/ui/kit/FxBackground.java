// SPDX-License-Identifier: Apache-2.0
package drydock.ui.kit;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import javafx.animation.PauseTransition;
import javafx.application.Platform;

/// Virtual threads for the work, the JavaFX thread for what follows.
public final class FxBackground implements Background {
  @Override
  public <T> void call(
      Callable<T> work, Consumer<? super T> done, Consumer<? super Exception> failed) {
    Thread.ofVirtual()
        .name("background")
        .start(
            () -> {
              try {
                T result = work.call();
                onFx(() -> done.accept(result));
              } catch (Exception e) {
                onFx(() -> failed.accept(e));
              }
            });
  }

  @Override
  public void onFx(Runnable action) {
    if (Platform.isFxApplicationThread()) {
      action.run();
    } else {
      Platform.runLater(action);
    }
  }

  @Override
  public <T> Consumer<T> batched(Consumer<? super List<T>> receiver) {
    return new Batches<>(receiver);
  }

  @Override
  public Runnable after(Duration delay, Runnable action) {
    PauseTransition pause =
        new PauseTransition(javafx.util.Duration.millis((double) delay.toMillis()));
    pause.setOnFinished(_ -> action.run());
    onFx(pause::play);
    return () -> onFx(pause::stop);
  }

  /// Runnables of `Platform.runLater` run between pulses, so one that is scheduled only when none is waiting hands over
  /// at most one batch a pulse while the JavaFX thread is busy, and at once while it is idle.
  private static final class Batches<T> implements Consumer<T> {
    private final Consumer<? super List<T>> receiver;
    private List<T> waiting = new ArrayList<>();

    Batches(Consumer<? super List<T>> receiver) {
      this.receiver = receiver;
    }

    @Override
    public void accept(T item) {
      boolean first;
      synchronized (this) {
        first = waiting.isEmpty();
        waiting.add(item);
      }
      if (first) {
        Platform.runLater(this::schedule);
      }
    }

    private void schedule() {
      PulseGate.next(this::deliver);
    }

    private void deliver() {
      List<T> batch;
      synchronized (this) {
        batch = waiting;
        waiting = new ArrayList<>();
      }
      receiver.accept(batch);
    }
  }
}
