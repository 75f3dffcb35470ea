// SPDX-License-Identifier: Apache-2.0
package drydock.ui.files;

import drydock.ui.kit.Background;
import drydock.ui.kit.DirectBackground;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Consumer;

/// Work waits until a test lets all of it go on.
final class Later implements Background {
  private final Background now = new DirectBackground();
  private final Deque<Runnable> calls = new ArrayDeque<>();

  void all() {
    while (!calls.isEmpty()) {
      calls.remove().run();
    }
  }

  @Override
  public <T> void call(
      Callable<T> work, Consumer<? super T> done, Consumer<? super Exception> failed) {
    calls.add(() -> now.call(work, done, failed));
  }

  @Override
  public void onFx(Runnable action) {
    action.run();
  }

  @Override
  public <T> Consumer<T> batched(Consumer<? super List<T>> receiver) {
    return now.batched(receiver);
  }

  @Override
  public Runnable after(Duration pause, Runnable action) {
    calls.add(action);
    return () -> calls.remove(action);
  }
}
