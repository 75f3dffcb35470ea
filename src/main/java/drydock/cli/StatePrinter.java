// SPDX-License-Identifier: Apache-2.0
package drydock.cli;

import drydock.engine.EndpointAttempt;
import drydock.engine.EngineState;
import drydock.engine.StateChange;
import java.time.Instant;
import java.util.List;

/// Shows an engine's state, and what becomes of it.
interface StatePrinter {
  /// All of it, when nothing follows.
  void once(EngineState state);

  /// All of it: of an engine that was just found, and is not the one before.
  void found(EngineState state);

  /// The engine before answers again, or says something else of itself.
  void foundAgain(EngineState state);

  void changed(Instant at, StateChange change);

  void lost(Instant at, List<EndpointAttempt> attempts);
}
