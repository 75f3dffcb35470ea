// SPDX-License-Identifier: Apache-2.0
package drydock.engine.docker;

import com.fasterxml.jackson.databind.JsonNode;
import drydock.engine.EngineException;
import drydock.engine.EngineProblem;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;
import java.util.function.Supplier;

/// Looks at every object of a listing, a few at a time.
final class Each {
  private static final int AT_ONCE = 8;

  private Each() {}

  /// What `inspect` makes of each row, in the listing's order, without what went away meanwhile.
  static <T> List<T> present(JsonNode rows, Function<JsonNode, T> inspect) {
    try (ExecutorService threads =
        Executors.newFixedThreadPool(
            AT_ONCE, Thread.ofVirtual().name("engine inspect").factory())) {
      List<Future<Optional<T>>> asked = new ArrayList<>();
      for (JsonNode row : rows) {
        asked.add(threads.submit(() -> ifPresent(() -> inspect.apply(row))));
      }
      List<T> found = new ArrayList<>();
      for (Future<Optional<T>> answer : asked) {
        try {
          answer.get().ifPresent(found::add);
        } catch (InterruptedException e) {
          threads.shutdownNow(); // closing would wait for answers that nobody wants any more
          throw e;
        } catch (ExecutionException e) {
          threads.shutdownNow();
          throw e.getCause() instanceof EngineException engine
              ? engine
              : new IllegalStateException(e.getCause());
        }
      }
      return found;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new EngineException(new EngineProblem.ConnectionLost("", "interrupted"), e);
    }
  }

  /// Empty when the engine knows no such thing any more.
  static <T> Optional<T> ifPresent(Supplier<T> inspect) {
    try {
      return Optional.of(inspect.get());
    } catch (EngineException e) {
      if (e.problem() instanceof EngineProblem.NotFound) {
        return Optional.empty();
      }
      throw e;
    }
  }
}
