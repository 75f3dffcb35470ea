// SPDX-License-Identifier: Apache-2.0
package drydock.engine.replay;

import drydock.engine.BuildEvent;
import drydock.engine.EngineEvent;
import drydock.engine.EngineState;
import drydock.engine.Output;
import java.time.Instant;

/// One thing in a recording. Times are by the clock of the computer that recorded.
public sealed interface Entry {
  Instant at();

  /// The engine as it was from now on.
  record State(Instant at, EngineState state) implements Entry {}

  /// No engine answered any more.
  record Lost(Instant at) implements Entry {}

  record Happened(Instant at, EngineEvent event) implements Entry {}

  /// What happened until then, by the engine's clock, may not be all there.
  record Gap(Instant at, Instant wholeSince) implements Entry {}

  /// A part of a build.
  ///
  /// @param build tells the builds of a recording apart
  /// @param tag the first name asked for, possibly empty
  record Built(Instant at, String build, String tag, BuildEvent event) implements Entry {}

  /// A piece of a container's log. Its time is when it was read.
  record Wrote(Instant at, String container, Output output) implements Entry {}

  record Answered(Instant at, Question question, Answer answer) implements Entry {}
}
