// SPDX-License-Identifier: Apache-2.0
package drydock.ui.log;

import drydock.ui.kit.Background;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.Callable;
import java.util.function.Consumer;

/// Background work one after the other, in the order in which it was asked for. JavaFX thread only.
final class InTurn {
  private final Background background;
  private final Queue<Runnable> waiting = new ArrayDeque<>();
  private boolean busy;

  InTurn(Background background) {
    this.background = background;
  }

  /// As [Background#call], once all that was asked for before is done.
  <T> void call(Callable<T> work, Consumer<? super T> done, Consumer<? super Exception> failed) {
    waiting.add(
        () ->
            background.<T>call(
                work, result -> end(() -> done.accept(result)), e -> end(() -> failed.accept(e))));
    next();
  }

  private void end(Runnable then) {
    try {
      then.run();
    } finally {
      busy = false;
      next();
    }
  }

  private void next() {
    if (!busy && !waiting.isEmpty()) {
      busy = true;
      waiting.remove().run();
    }
  }
}
