// SPDX-License-Identifier: Apache-2.0
package drydock.diagram.picture;

import drydock.engine.BuildState;
import drydock.engine.BuildStep;
import drydock.messages.Messages;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Why a step ran, as far as the builds themselves tell. The builder gives no reasons; its graph
/// does: a step that runs after one that ran, and one that had only reused inputs, ran again for
/// different causes. So does the build before.
final class RunCauses {
  private final Map<String, BuildState.Step> steps;
  private final ContextVertices context;
  private final @Nullable BuildDifference difference;

  /// @param difference from the build before; null when there was none
  RunCauses(
      Map<String, BuildState.Step> steps,
      ContextVertices context,
      @Nullable BuildDifference difference) {
    this.steps = steps;
    this.context = context;
    this.difference = difference;
  }

  String of(BuildStep step) {
    String said = difference == null ? "" : difference.wordsBefore(step.key());
    if (!said.isEmpty()) {
      return Messages.get("picture.build.ranText", said);
    }
    for (String input : step.inputs()) {
      BuildState.Step source = steps.get(input);
      if (source != null
          && source.step().kind() == BuildStep.Kind.INSTRUCTION
          && source.status() == BuildState.Status.DONE) {
        return Messages.get("picture.build.ranAfter", source.step().name());
      }
    }
    if (step.kind() == BuildStep.Kind.FROM) {
      return Messages.get("picture.build.ranFrom");
    }
    return step.inputs().stream().anyMatch(context::has)
        ? Messages.get("picture.build.ranFiles")
        : Messages.get("picture.build.ranItself");
  }
}
