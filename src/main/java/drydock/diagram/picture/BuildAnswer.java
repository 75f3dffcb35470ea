// SPDX-License-Identifier: Apache-2.0
package drydock.diagram.picture;

import drydock.diagram.Role;
import drydock.dockerfile.BuildPlan;
import drydock.engine.BuildOutcome;
import drydock.engine.BuildState;
import drydock.messages.Messages;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;

/// The answer under the build picture's question: one or two sentences.
final class BuildAnswer {
  private BuildAnswer() {}

  static String of(BuildPlan plan, List<Step> steps) {
    long count = steps.stream().filter(Step::isInstruction).count();
    return count == 0
        ? Messages.get("picture.build.noPlan")
        : Messages.get("picture.build.planned", count, plan.neededStages(null).size());
  }

  static String of(BuildState state, List<Step> all) {
    List<Step> steps = all.stream().filter(Step::isInstruction).toList();
    long reused = count(steps, Role.CACHED);
    long ran = count(steps, Role.DONE);
    return switch (state.outcome()) {
      case null -> running(steps, reused, ran);
      case BuildOutcome.Success _ -> made(steps, reused, ran);
      case BuildOutcome.Failed failed -> failed(failed, steps);
      case BuildOutcome.Cancelled _ ->
          Messages.get("picture.build.cancelled", reused + ran, steps.size());
      case BuildOutcome.Broken _ -> Messages.get("picture.build.broken");
    };
  }

  private static String running(List<Step> steps, long reused, long ran) {
    if (steps.isEmpty()) {
      return Messages.get("picture.build.noSteps");
    }
    List<String> now =
        steps.stream().filter(s -> s.role() == Role.RUNNING).map(BuildAnswer::brief).toList();
    return now.isEmpty()
        ? Messages.get("picture.build.underWay", reused + ran, steps.size())
        : Messages.get(
            "picture.build.nowRunning",
            reused + ran,
            steps.size(),
            String.join(", ", now),
            now.size());
  }

  private static String made(List<Step> steps, long reused, long ran) {
    if (steps.isEmpty()) {
      return Messages.get("picture.build.madeWithoutSteps");
    }
    if (ran == 0) {
      return Messages.get("picture.build.allReused", reused);
    }
    Step longest = steps.stream().max(Comparator.comparingDouble(Step::seconds)).orElseThrow();
    return Messages.get(
        "picture.build.made", reused, ran, brief(longest), seconds(longest.seconds()));
  }

  private static String failed(BuildOutcome.Failed failed, List<Step> steps) {
    return steps.stream()
        .filter(s -> s.role() == Role.FAILED)
        .findFirst()
        .map(s -> Messages.get("picture.build.stepFailed", brief(s), s.lines().getLast()))
        .orElseGet(
            () ->
                failed.stepName() == null
                    ? Messages.get("picture.build.failedUnread")
                    : Messages.get(
                        "picture.build.stepFailed", failed.stepName(), failed.message()));
  }

  private static String brief(Step step) {
    return step.name().length() > 48 ? step.name().substring(0, 47) + "…" : step.name();
  }

  private static String seconds(double seconds) {
    return Human.seconds(Duration.ofMillis(Math.round(seconds * 1000)));
  }

  private static long count(List<Step> steps, Role role) {
    return steps.stream().filter(s -> s.role() == role).count();
  }
}
