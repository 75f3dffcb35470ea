// SPDX-License-Identifier: Apache-2.0
package drydock.engine;

import java.util.List;

/// How things stand between Drydock and the engine.
public sealed interface EngineStatus {
  /// Nothing has been tried to its end yet.
  record Searching() implements EngineStatus {}

  /// None answers; the search goes on in the background.
  record Unavailable(List<EndpointAttempt> attempts) implements EngineStatus {
    public Unavailable {
      attempts = List.copyOf(attempts);
    }
  }

  /// One answers.
  ///
  /// @param journal what happened, up to this state
  /// @param attempts every endpoint of the search that found it, in order of preference; others may
  ///   have answered too
  record Ready(EngineState state, Journal journal, List<EndpointAttempt> attempts)
      implements EngineStatus {
    public Ready {
      attempts = List.copyOf(attempts);
    }

    /// Of an engine of which nothing was told yet.
    public Ready(EngineState state, List<EndpointAttempt> attempts) {
      this(state, Journal.since(state.at()), attempts);
    }
  }
}
