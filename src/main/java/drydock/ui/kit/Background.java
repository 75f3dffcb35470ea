// SPDX-License-Identifier: Apache-2.0
package drydock.ui.kit;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Consumer;

/// Work off the JavaFX thread, and the way back to it. [FxBackground] in the app; [DirectBackground] runs everything at
/// once on the calling thread, so that tests need not wait.
public interface Background {
  /// Runs `work` elsewhere, then exactly one of `done` and `failed` on the JavaFX thread.
  <T> void call(Callable<T> work, Consumer<? super T> done, Consumer<? super Exception> failed);

  /// Runs `action` on the JavaFX thread, soon; at once when already there.
  void onFx(Runnable action);

  /// A sink that any thread may feed; what gathers is handed to `receiver` on the JavaFX thread, in order, at most one
  /// batch a pulse.
  <T> Consumer<T> batched(Consumer<? super List<T>> receiver);

  /// Runs `action` on the JavaFX thread after `delay`, unless the returned handle is run before.
  Runnable after(Duration delay, Runnable action);
}
