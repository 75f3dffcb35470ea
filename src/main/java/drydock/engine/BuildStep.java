// SPDX-License-Identifier: Apache-2.0
package drydock.engine;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// One step of a build, known before it runs.
///
/// @param key identity that stays the same from build to build, and in the plan made from the text alone: `stage/position`
///     for a step of a stage ("builder/2", "stage-0/1"), else `internal/name`. Never BuildKit's vertex digest: that one
///     changes with every build context.
/// @param name for people: "RUN make", "load build context"
/// @param stage the stage's name in lower case, "stage-N" when it has none; null for internal steps
/// @param position counted from 1 within the stage as the builder counts; 0 for internal steps
/// @param inputs keys of the steps that it needs
/// @param lines where it stands in the Dockerfile, when known
public record BuildStep(
    String key,
    Kind kind,
    String name,
    @Nullable String stage,
    int position,
    int total,
    List<String> inputs,
    @Nullable Lines lines) {
  public BuildStep {
    inputs = List.copyOf(inputs);
  }

  public BuildStep withLines(@Nullable Lines where) {
    return new BuildStep(key, kind, name, stage, position, total, inputs, where);
  }

  public enum Kind {
    /// A base image.
    FROM,
    /// Any other instruction.
    INSTRUCTION,
    /// Reading the Dockerfile, sending the context, asking a registry.
    INTERNAL,
    /// Writing the image.
    EXPORT
  }

  /// Lines of a file, both counted from 1, both included.
  public record Lines(int first, int last) {}
}
