// SPDX-License-Identifier: Apache-2.0
package drydock.lesson.goal;

import drydock.messages.Messages;
import java.util.List;
import java.util.Optional;

/// Goal and situation in, verdict out. Pure functions, cheap enough for every change of state.
public final class GoalCheck {
  private GoalCheck() {}

  public static Verdict check(Goal goal, Situation now) {
    return switch (goal) {
      case Goal.ImageExists g -> ImageChecks.exists(g, now);
      case Goal.ImageSetting g -> SettingChecks.check(g, now);
      case Goal.LayersAdded g -> ImageChecks.layersAdded(g, now);
      case Goal.ImageAtMost g -> ImageChecks.atMost(g, now);
      case Goal.ContainerRuns g -> ContainerChecks.runs(g, now);
      case Goal.ContainerExited g -> ContainerChecks.exited(g, now);
      case Goal.ContainerHas g -> DemandChecks.has(g, now);
      case Goal.ContainerAbsent g -> DemandChecks.absent(g, now);
      case Goal.Shares g -> SharingChecks.shares(g, now);
      case Goal.NetworkExists g -> NetworkChecks.network(g, now);
      case Goal.NetworkMember g -> NetworkChecks.member(g, now);
      case Goal.VolumeExists g -> NetworkChecks.volume(g, now);
      case Goal.Resolves g -> ProbeChecks.resolves(g, now);
      case Goal.HttpAnswers g -> ProbeChecks.http(g, now);
      case Goal.ScriptSays g -> ProbeChecks.script(g, now);
      case Goal.FileIn g -> PlaceChecks.check(g, now);
      case Goal.DockerfileStages g -> DockerfileChecks.stages(g, now);
      case Goal.NoFinding g -> DockerfileChecks.noFinding(g, now);
      case Goal.HasInstruction g -> FileChecks.hasInstruction(g, now);
      case Goal.BuildSucceeded _ -> BuildChecks.succeeded(now);
      case Goal.BuildFailed g -> BuildChecks.failed(g, now);
      case Goal.StepEnded g -> BuildChecks.stepEnded(g, now);
      case Goal.AllOf g -> allOf(checkAll(g.goals(), now));
      case Goal.AnyOf g -> anyOf(checkAll(g.goals(), now));
      case Goal.Not g -> not(check(g.goal(), now));
    };
  }

  /// What to bring about, in a sentence.
  public static String title(Goal goal) {
    return GoalTitles.of(goal);
  }

  private static List<Verdict> checkAll(List<Goal> goals, Situation now) {
    return goals.stream().map(g -> check(g, now)).toList();
  }

  /// The first that is not met speaks for all: one thing to do at a time.
  private static Verdict allOf(List<Verdict> verdicts) {
    return first(verdicts, Verdict.Result.UNMET)
        .or(() -> first(verdicts, Verdict.Result.UNKNOWN))
        .orElseGet(() -> Verdict.met(joined(verdicts)));
  }

  private static Verdict anyOf(List<Verdict> verdicts) {
    return first(verdicts, Verdict.Result.MET)
        .or(() -> first(verdicts, Verdict.Result.UNKNOWN))
        .orElseGet(() -> Verdict.unmet(joined(verdicts)));
  }

  private static Verdict not(Verdict inner) {
    return switch (inner.result()) {
      case MET -> Verdict.unmet(inner.sentence());
      case UNMET -> Verdict.met(inner.sentence());
      case UNKNOWN -> inner;
    };
  }

  static Optional<Verdict> first(List<Verdict> all, Verdict.Result result) {
    return all.stream().filter(v -> v.result() == result).findFirst();
  }

  private static String joined(List<Verdict> verdicts) {
    return String.join(" ", verdicts.stream().map(Verdict::sentence).toList());
  }

  static Verdict engineUnknown() {
    return Verdict.unknown(Messages.get("lesson.verdict.engine"));
  }
}
