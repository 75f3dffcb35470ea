// SPDX-License-Identifier: Apache-2.0
package drydock.ui.kit;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.function.Consumer;

/// Reads something again and again while it is wanted: at once, then with a pause after each
/// answer, one reading at a time. What changes meanwhile is read again soon, not at once: however
/// much happens, most of the time nothing is read. What comes when it is wanted no more is dropped.
/// JavaFX thread only.
public final class Polling<T> {
  /// Of the pause is over before something that changed is read again.
  private static final int SOON = 4;

  private final Background background;
  private final Duration pause;
  private final Callable<T> read;
  private final Consumer<? super T> show;
  private final Consumer<? super Exception> failed;
  private boolean wanted;

  /// Counts the times that it was wanted, so that an answer from an earlier one is known.
  private int round;

  /// A reading is under way, or was until just now.
  private boolean busy;

  private boolean stale;
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
      round++;
      busy = false;
      again();
    }
  }

  /// Reads soon, if it is wanted: something changed.
  public void again() {
    if (wanted && busy) {
      stale = true;
      return;
    }
    cancel.run();
    cancel = () -> {};
    if (wanted) {
      read();
    }
  }

  private void read() {
    int mine = round;
    busy = true;
    stale = false;
    background.call(
        read,
        answer -> {
          if (mine == round) {
            show.accept(answer);
            rest(mine);
          }
        },
        e -> {
          if (mine == round) {
            failed.accept(e);
            rest(mine);
          }
        });
  }

  private void rest(int mine) {
    if (mine == round) {
      cancel = background.after(pause.dividedBy(SOON), this::rested);
    }
  }

  private void rested() {
    busy = false;
    if (stale) {
      again();
    } else {
      cancel = background.after(pause.minus(pause.dividedBy(SOON)), this::again);
    }
  }
}
