// SPDX-License-Identifier: Apache-2.0
package drydock.engine.docker;

import static org.assertj.core.api.Assertions.assertThat;

import drydock.engine.EngineException;
import drydock.engine.EngineProblem;
import drydock.engine.StreamListener;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Gathers what a stream tells until its end.
final class Collected<R> {
  private final StringBuilder text = new StringBuilder();
  private final BlockingQueue<Optional<EngineProblem>> end = new ArrayBlockingQueue<>(1);

  <T> StreamListener<T> as(Function<T, R> words) {
    return new StreamListener<>() {
      @Override
      public void onNext(T item) {
        append(words.apply(item));
      }

      @Override
      public void onEnd(@Nullable EngineException failure) {
        end.add(Optional.ofNullable(failure).map(EngineException::problem));
      }
    };
  }

  private synchronized void append(R words) {
    text.append(words);
  }

  synchronized String text() {
    return text.toString();
  }

  /// Waits until all of these were told, in this order or another.
  void await(String... parts) {
    for (String part : parts) {
      RealEngine.eventually(part, () -> text().contains(part));
    }
  }

  /// Waits for the end; null when the stream ended well.
  @Nullable EngineProblem end() {
    try {
      Optional<EngineProblem> ended = end.poll(30, TimeUnit.SECONDS);
      assertThat(ended).as("the end of the stream").isNotNull();
      return ended.orElse(null);
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }
}
