// SPDX-License-Identifier: Apache-2.0
package drydock.cli;

import drydock.engine.BuildEvent;
import drydock.engine.BuildState;
import java.time.Instant;

/// A build's state as its events make it; for one thread at a time.
final class StateOf {
  private BuildState state = BuildState.begin("", Instant.now());

  void add(BuildEvent event) {
    state = state.apply(event);
  }

  BuildState state() {
    return state;
  }
}
