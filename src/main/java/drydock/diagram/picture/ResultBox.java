// SPDX-License-Identifier: Apache-2.0
package drydock.diagram.picture;

import drydock.diagram.Role;
import drydock.engine.BuildOutcome;
import drydock.engine.BuildState;
import drydock.engine.BuildStep;
import drydock.messages.Messages;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The box at the end of the graph: the image.
final class ResultBox {
  private ResultBox() {}

  static Step of(BuildMoment moment, String last, BuildClock clock) {
    BuildFacts facts = moment.facts();
    BuildState state = moment.state();
    if (state == null) {
      return box(facts, last, Role.WAITING, Messages.get("picture.build.willBeMade"), null, "");
    }
    BuildState.@Nullable Step export =
        state.steps().values().stream()
            .filter(s -> s.step().kind() == BuildStep.Kind.EXPORT)
            .findFirst()
            .orElse(null);
    Duration took = export == null || export.took() == null ? Duration.ZERO : export.took();
    Step.Time time = export == null ? null : clock.time(export);
    BuildOutcome outcome = state.outcome();
    return switch (outcome) {
      case null -> {
        boolean exporting = export != null && export.status() == BuildState.Status.RUNNING;
        yield box(
            facts,
            last,
            exporting ? Role.RUNNING : Role.WAITING,
            exporting
                ? Messages.get("picture.build.exporting")
                : Messages.get("picture.build.willBeMade"),
            null,
            "");
      }
      case BuildOutcome.Success success ->
          box(
              facts,
              last,
              Role.ADDED,
              facts.imageBytes() == null
                  ? Messages.get("picture.build.exported", Human.seconds(took))
                  : Messages.get("picture.build.exportedSize", Human.bytes(facts.imageBytes())),
              time,
              success.imageId());
      case BuildOutcome.Failed _, BuildOutcome.Broken _ ->
          box(facts, last, Role.WAITING, Messages.get("picture.build.notMade"), null, "");
      case BuildOutcome.Cancelled _ ->
          box(facts, last, Role.WAITING, Messages.get("picture.build.notMadeCancelled"), null, "");
    };
  }

  private static Step box(
      BuildFacts facts,
      String last,
      Role role,
      String line,
      Step.@Nullable Time time,
      String imageId) {
    return new Step(
        Step.RESULT,
        Step.Kind.RESULT,
        facts.tag().isEmpty() ? Messages.get("picture.build.untagged") : facts.tag(),
        "",
        List.of(last),
        new StepWords(
            role,
            List.of(line),
            Messages.get("picture.build.resultWhy"),
            imageId.isEmpty()
                ? "moby.image.id · aux.ID = –"
                : "moby.image.id · aux.ID = " + shortId(imageId)),
        time,
        null);
  }

  private static String shortId(String id) {
    return id.length() > 19 ? id.substring(0, 19) + "…" : id;
  }
}
