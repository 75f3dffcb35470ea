// SPDX-License-Identifier: Apache-2.0
package drydock.dockerfile;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What a Dockerfile will build, from its text alone.
///
/// @param stages in file order
public record BuildPlan(List<Stage> stages) {
  public BuildPlan {
    stages = List.copyOf(stages);
  }

  /// Reads a Dockerfile as far as it can be read; never throws.
  ///
  /// @param buildArgs values that override ARG defaults
  public static BuildPlan of(String text, Map<String, String> buildArgs) {
    return new BuildPlan(List.of());
  }

  /// Images that must be on the engine before `target` (null: the last stage) can be built: bases of the stages it needs,
  /// `COPY --from=` and `RUN --mount=from=` images, and the `# syntax=` frontend. Without `scratch`; variables expanded.
  public List<String> externalImages(@Nullable String target) {
    return List.of();
  }

  /// @param name lower case; "stage-N" when it has none, N counted from 0
  /// @param base the image or stage that it starts from, variables expanded
  public record Stage(String name, String base, int firstLine, int lastLine, List<Step> steps) {
    public Stage {
      steps = List.copyOf(steps);
    }
  }

  /// A step that BuildKit makes a vertex of (FROM an image, RUN, COPY, ADD, WORKDIR).
  ///
  /// @param key `stage/position`, the same identity as the builder's trace gets
  /// @param firstLine counted from 1
  public record Step(String key, String instruction, String text, int firstLine, int lastLine) {}
}
