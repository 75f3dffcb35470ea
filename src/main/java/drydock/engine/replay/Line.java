// SPDX-License-Identifier: Apache-2.0
package drydock.engine.replay;

import drydock.engine.BuildEvent;
import drydock.engine.EngineEvent;
import drydock.engine.EngineInfo;
import drydock.engine.EngineObject;
import drydock.engine.EngineState;
import drydock.engine.Output;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// One line of a recording's file, after the head. A state is written whole the first time, then
/// only what changed.
sealed interface Line {
  Instant at();

  record Whole(Instant at, EngineState state) implements Line {}

  /// @param seen the state's own time
  /// @param engine null while the engine says of itself what it said before
  /// @param here what came or changed
  record Delta(
      Instant at,
      Instant seen,
      @Nullable EngineInfo engine,
      List<EngineObject> here,
      List<Gone> gone)
      implements Line {
    public Delta {
      here = List.copyOf(here);
      gone = List.copyOf(gone);
    }
  }

  /// @param kind "container", "image", "network" or "volume"
  record Gone(String kind, String id) {}

  record Lost(Instant at) implements Line {}

  record Event(Instant at, EngineEvent event) implements Line {}

  record Gap(Instant at, Instant wholeSince) implements Line {}

  record Build(Instant at, String build, String tag, BuildEvent event) implements Line {}

  /// Since version 1.1.
  record Log(Instant at, String container, Output output) implements Line {}

  record Reply(Instant at, Question question, Answer answer) implements Line {}

  /// The last line of a recording that was ended, as one that is cut off has none.
  ///
  /// @param full whether there was no room for more
  record End(Instant at, boolean full) implements Line {}
}
