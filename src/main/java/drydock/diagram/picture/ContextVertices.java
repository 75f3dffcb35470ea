// SPDX-License-Identifier: Apache-2.0
package drydock.diagram.picture;

import drydock.diagram.Role;
import drydock.engine.BuildState;
import drydock.engine.BuildStep;
import drydock.messages.Messages;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Which of the builder's internal steps stand for files of the build context.
final class ContextVertices {
  private final Map<String, BuildState.Step> steps;
  private final Map<String, Boolean> known = new HashMap<>();

  ContextVertices(Map<String, BuildState.Step> steps) {
    this.steps = steps;
  }

  /// The box that stands for the files.
  ///
  /// @param sent whether a build has begun
  Step box(boolean sent) {
    double seconds =
        steps.values().stream()
            .filter(s -> has(s.step().key()))
            .mapToDouble(BuildDifference::seconds)
            .sum();
    String line =
        sent
            ? Messages.get(
                "picture.build.contextSent",
                Human.seconds(Duration.ofMillis(Math.round(seconds * 1000))))
            : Messages.get("picture.build.contextPlanned");
    return new Step(
        Step.CONTEXT,
        Step.Kind.CONTEXT,
        Messages.get("picture.build.context"),
        "",
        List.of(),
        new StepWords(
            Role.NEUTRAL,
            List.of(line),
            Messages.get("picture.build.contextWhy"),
            sent ? Messages.get("picture.build.contextField") : "Content-Type = application/x-tar"),
        null,
        null);
  }

  /// Whether the internal step `key` stands for files of the context, or needs one that does.
  boolean has(String key) {
    Boolean before = known.get(key);
    if (before != null) {
      return before;
    }
    known.put(key, false);
    BuildState.Step s = steps.get(key);
    boolean is =
        s != null
            && s.step().kind() == BuildStep.Kind.INTERNAL
            && (s.step().name().contains("context")
                || s.step().inputs().stream().anyMatch(this::has));
    known.put(key, is);
    return is;
  }
}
