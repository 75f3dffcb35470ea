// SPDX-License-Identifier: Apache-2.0
package drydock.lesson.goal;

import drydock.engine.BuildState;
import java.util.OptionalLong;

/// A number that the engine knows and a learner can guess.
public sealed interface Measure {
  /// Of the container that ended last.
  record ExitCode(Which container) implements Measure {}

  /// How many layers an image has more than `base`.
  record Layers(String image, String base) implements Measure {}

  /// How many steps of the last build ended so.
  record Steps(BuildState.Status status) implements Measure {}

  /// How often its restart policy started a container again.
  record Restarts(Which container) implements Measure {}

  /// How many of Drydock's containers of an image run.
  record Running(String image) implements Measure {}

  /// The number as things are; empty while it is not known.
  default OptionalLong of(Situation now) {
    return Measures.of(this, now);
  }
}
