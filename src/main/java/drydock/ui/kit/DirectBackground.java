// SPDX-License-Identifier: Apache-2.0
package drydock.ui.kit;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Consumer;

/// Everything at once on the calling thread: asynchronous code with deterministic tests.
public final class DirectBackground implements Background {
  @Override
  public <T> void call(
      Callable<T> work, Consumer<? super T> done, Consumer<? super Exception> failed) {
    T result;
    try {
      result = work.call();
    } catch (Exception e) {
      failed.accept(e);
      return;
    }
    done.accept(result);
  }

  @Override
  public void onFx(Runnable action) {
    action.run();
  }

  @Override
  public <T> Consumer<T> batched(Consumer<? super List<T>> receiver) {
    return item -> receiver.accept(List.of(item));
  }

  @Override
  public Runnable after(Duration delay, Runnable action) {
    action.run();
    return () -> {};
  }
}
