// SPDX-License-Identifier: Apache-2.0
package drydock.ui.editor;

import drydock.ui.kit.Background;
import drydock.ui.kit.DirectBackground;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Consumer;

/// Runs everything at once, but keeps what is to happen later until it is asked for.
final class Later implements Background {
  private final Background now = new DirectBackground();
  private final List<Runnable> later = new ArrayList<>();

  @Override
  public <T> void call(
      Callable<T> work, Consumer<? super T> done, Consumer<? super Exception> failed) {
    now.call(work, done, failed);
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
  public Runnable after(Duration delay, Runnable action) {
    later.add(action);
    return () -> later.remove(action);
  }

  void pass() {
    List<Runnable> due = List.copyOf(later);
    later.clear();
    due.forEach(Runnable::run);
  }
}
