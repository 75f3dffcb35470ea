// SPDX-License-Identifier: Apache-2.0
package drydock.diagram.picture;

import drydock.diagram.Role;
import drydock.dockerfile.cache.Comparison;
import drydock.dockerfile.cache.Prediction;
import drydock.dockerfile.cache.Truth;
import drydock.engine.BuildOutcome;
import drydock.engine.BuildState;
import drydock.messages.Messages;
import java.time.Duration;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// The answer under the build picture's question: one or two sentences.
final class BuildAnswer {
  private BuildAnswer() {}

  static String of(BuildMoment moment, List<Step> all) {
    List<Step> steps = all.stream().filter(s -> s.isInstruction() && !s.isUnused()).toList();
    BuildState state = moment.state();
    return state == null ? planned(moment, steps) : of(state, steps) + foretold(moment, state);
  }

  private static String planned(BuildMoment moment, List<Step> steps) {
    if (steps.isEmpty()) {
      return Messages.get("picture.build.noPlan");
    }
    Prediction prediction = moment.prediction();
    if (prediction == null) {
      int stages = moment.plan().neededStages(moment.target()).size();
      return Messages.get("picture.build.planned", steps.size(), stages);
    }
    long reused = count(steps, Role.PREDICTED_REUSED);
    long run = count(steps, Role.PREDICTED_RUN);
    long open = count(steps, Role.PREDICTED_OPEN);
    String said = Messages.get("picture.build.foretells", reused, run, open);
    return steps.stream()
        .filter(s -> s.role() == Role.PREDICTED_RUN)
        .findFirst()
        .filter(_ -> reused > 0)
        .map(
            s ->
                said
                    + " "
                    + Messages.get(
                        "picture.build.foretellsFirst", brief(s), s.words().lines().get(1)))
        .orElse(said);
  }

  /// How many of the predictions came true.
  private static String foretold(BuildMoment moment, BuildState state) {
    Prediction prediction = moment.prediction();
    if (prediction == null || !(state.outcome() instanceof BuildOutcome.Success)) {
      return "";
    }
    Comparison comparison = Comparison.of(prediction, truths(moment, state));
    int foretold = comparison.foretold();
    int right = foretold - comparison.wrong().size();
    return foretold == 0 ? "" : " " + Messages.get("picture.build.cameTrue", right, foretold);
  }

  /// What became of each step of the file, under its own key.
  private static Map<String, Truth> truths(BuildMoment moment, BuildState state) {
    Map<String, Truth> truths = new HashMap<>();
    moment
        .plan()
        .graph(moment.target())
        .nodeOf()
        .forEach(
            (key, node) -> {
              BuildState.Step step = key.equals(node) ? state.steps().get(node) : null;
              if (step != null) {
                truths.put(key, truth(step.status()));
              }
            });
    return truths;
  }

  private static Truth truth(BuildState.Status status) {
    return switch (status) {
      case WAITING, RUNNING -> Truth.NOT_REACHED;
      case CACHED -> Truth.REUSED;
      case DONE, FAILED -> Truth.RAN;
    };
  }

  private static String of(BuildState state, List<Step> steps) {
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
        .map(s -> Messages.get("picture.build.stepFailed", brief(s), s.words().lines().get(1)))
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
