// SPDX-License-Identifier: Apache-2.0
package drydock.engine;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// How a build ended.
public sealed interface BuildOutcome {
  /// @param imageId "sha256:…"
  record Success(String imageId) implements BuildOutcome {}

  /// The builder's own failure.
  ///
  /// @param step key of the step that failed, when one did
  /// @param stepName that step for people
  /// @param lines where in the Dockerfile, when known
  /// @param exitCode of the step's process, when it had one
  /// @param message the builder's own words
  /// @param lastOutput the last lines that the step wrote
  record Failed(
      @Nullable String step,
      @Nullable String stepName,
      BuildStep.@Nullable Lines lines,
      @Nullable Integer exitCode,
      String message,
      List<String> lastOutput)
      implements BuildOutcome {
    public Failed {
      lastOutput = List.copyOf(lastOutput);
    }
  }

  record Cancelled() implements BuildOutcome {}

  /// The build could not be carried out: the engine went away, the folder cannot be read, an image is missing.
  record Broken(EngineProblem problem) implements BuildOutcome {}
}
