// SPDX-License-Identifier: Apache-2.0
package drydock.ui.kit;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.function.Consumer;

/// Reads something again and again while it is wanted: at once, then with a pause after each
/// answer, one reading at a time. What comes when it is wanted no more is dropped. JavaFX thread
/// only.
public final class Polling<T> {
  private final Background background;
  private final Duration pause;
  private final Callable<T> read;
  private final Consumer<? super T> show;
  private final Consumer<? super Exception> failed;
  private boolean wanted;

  /// Counts what was asked for, so that an answer to an older question is known.
  private int round;

  private Runnable cancel = () -> {};

  /// @param read runs elsewhere
  /// @param failed told of each reading that came to nothing; the next one is tried all the same
  public Polling(
      Background background,
      Duration pause,
      Callable<T> read,
      Consumer<? super T> show,
      Consumer<? super Exception> failed) {
    this.background = background;
    this.pause = pause;
    this.read = read;
    this.show = show;
    this.failed = failed;
  }

  /// Whether anybody looks.
  public void want(boolean now) {
    if (now != wanted) {
      wanted = now;
      again();
    }
  }

  /// Reads at once, if it is wanted: something changed.
  public void again() {
    cancel.run();
    cancel = () -> {};
    int mine = ++round;
    if (!wanted) {
      return;
    }
    background.call(
        read,
        answer -> {
          if (mine == round) {
            show.accept(answer);
            later(mine);
          }
        },
        e -> {
          if (mine == round) {
            failed.accept(e);
            later(mine);
          }
        });
  }

  private void later(int mine) {
    if (mine == round) {
      cancel = background.after(pause, this::again);
    }
  }
}
