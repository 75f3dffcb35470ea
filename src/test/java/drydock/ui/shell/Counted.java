// SPDX-License-Identifier: Apache-2.0
package drydock.ui.shell;

import drydock.ui.kit.Background;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Phaser;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;

/// Knows what is under way, so that a test's folder is removed when nobody writes into it any more.
final class Counted implements Background {
  private final Background real;
  private final Phaser underWay = new Phaser(1);

  Counted(Background real) {
    this.real = real;
  }

  /// Waits until nothing is under way, or for `seconds`.
  void await(int seconds) throws InterruptedException {
    int phase = underWay.arriveAndDeregister();
    try {
      underWay.awaitAdvanceInterruptibly(phase, seconds, TimeUnit.SECONDS);
    } catch (TimeoutException e) {
      // what hangs on purpose writes nothing
    }
  }

  @Override
  public <T> void call(
      Callable<T> work, Consumer<? super T> done, Consumer<? super Exception> failed) {
    underWay.register();
    real.call(
        () -> {
          try {
            return work.call();
          } finally {
            underWay.arriveAndDeregister();
          }
        },
        done,
        failed);
  }

  @Override
  public void onFx(Runnable action) {
    real.onFx(action);
  }

  @Override
  public <T> Consumer<T> batched(Consumer<? super List<T>> receiver) {
    return real.batched(receiver);
  }

  @Override
  public Runnable after(Duration pause, Runnable action) {
    return real.after(pause, action);
  }
}
