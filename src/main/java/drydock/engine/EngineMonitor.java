// SPDX-License-Identifier: Apache-2.0
package drydock.engine;

import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// Finds an engine, keeps its state up to date from events, and finds it again when it went away.
public interface EngineMonitor extends AutoCloseable {
  /// How things stand now.
  EngineStatus status();

  /// Calls `listener` with the present status at once, then with each new one, in order, on a thread of the monitor's.
  Subscription subscribe(Consumer<EngineStatus> listener);

  /// The engine that answers now.
  ///
  /// @throws EngineException with [EngineProblem.Unreachable] when none does
  ContainerEngine engine();

  /// Searches at once instead of at the next turn.
  void retryNow();

  /// Prefers the engine at this endpoint from now on, whatever the environment says, and searches at once. Another one is
  /// taken while it does not answer.
  ///
  /// @param uri as in [Endpoint#uri]; null for no preference
  void prefer(@Nullable String uri);

  @Override
  void close();
}
