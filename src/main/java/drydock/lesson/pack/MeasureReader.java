// SPDX-License-Identifier: Apache-2.0
package drydock.lesson.pack;

import drydock.engine.BuildState;
import drydock.lesson.goal.Measure;
import org.jspecify.annotations.Nullable;

/// `number` of a prediction -> [Measure].
final class MeasureReader {
  private MeasureReader() {}

  private enum Kind {
    EXIT_CODE,
    LAYERS,
    STEPS,
    RESTARTS,
    RUNNING
  }

  /// Null when it is none, which is then among the problems.
  static @Nullable Measure read(Fields fields) {
    Kind kind = fields.oneOf("kind", Kind.class);
    if (kind == null) {
      return null;
    }
    Measure measure =
        switch (kind) {
          case EXIT_CODE -> new Measure.ExitCode(DemandReader.which(fields));
          case LAYERS ->
              new Measure.Layers(
                  ContainerReader.image(fields, "image"), ContainerReader.image(fields, "base"));
          case STEPS -> {
            BuildState.Status status = GoalReader.ended(fields);
            yield new Measure.Steps(status);
          }
          case RESTARTS -> new Measure.Restarts(DemandReader.which(fields));
          case RUNNING -> new Measure.Running(ContainerReader.image(fields, "image"));
        };
    fields.end();
    return measure;
  }
}
