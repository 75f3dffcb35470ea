// SPDX-License-Identifier: Apache-2.0
package drydock.ui.shell;

import drydock.ui.kit.Background;
import drydock.ui.kit.DirectBackground;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Consumer;

/// Holds work back until a test lets it go on, so that what happens in between can be tested.
final class Held implements Background {
  private final Background now = new DirectBackground();
  private final Deque<Runnable> calls = new ArrayDeque<>();
  private final List<Runnable> later = new ArrayList<>();

  @Override
  public <T> void call(
      Callable<T> work, Consumer<? super T> done, Consumer<? super Exception> failed) {
    calls.add(() -> now.call(work, done, failed));
  }

  /// Does the oldest work that is held.
  void next() {
    calls.remove().run();
  }

  int held() {
    return calls.size();
  }

  void passTime() {
    List<Runnable> due = List.copyOf(later);
    later.clear();
    due.forEach(Runnable::run);
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
}
