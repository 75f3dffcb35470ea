// SPDX-License-Identifier: Apache-2.0
package drydock.lesson.goal;

import drydock.messages.Messages;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/// What a goal asks for, in a sentence.
final class GoalTitles {
  private GoalTitles() {}

  static String of(Goal goal) {
    return switch (goal) {
      case Goal.ImageExists g -> Messages.get("lesson.goal.image", g.image());
      case Goal.ImageSetting g ->
          setting(g.setting())
              .map(s -> Messages.get("lesson.goal.setting", g.image(), s.what(), s.value()))
              .orElseGet(() -> Messages.get("lesson.goal.shell", g.image()));
      case Goal.LayersAdded g ->
          Messages.get("lesson.goal.layers", g.image(), Words.count(g.count()), g.base());
      case Goal.ImageAtMost g ->
          Messages.get("lesson.goal.size", g.image(), Words.bytes(g.bytes()));
      case Goal.ContainerRuns g -> Messages.get("lesson.goal.runs", g.image());
      case Goal.ContainerExited g ->
          Messages.get("lesson.goal.exited", g.image(), String.valueOf(g.code()));
      case Goal.ContainerHas g ->
          Messages.get(
              "lesson.goal.container",
              Selection.words(g.container()),
              g.demands().stream().map(DemandWords::of).collect(Collectors.joining(", ")));
      case Goal.ContainerAbsent g ->
          Messages.get("lesson.goal.absent", Selection.words(g.container()));
      case Goal.Shares g -> shares(g);
      case Goal.NetworkExists g -> Messages.get("lesson.goal.network", g.network());
      case Goal.NetworkMember g -> member(g);
      case Goal.Resolves g ->
          Messages.get("lesson.goal.resolves", Selection.words(g.container()), g.name());
      case Goal.VolumeExists g -> Messages.get("lesson.goal.volume", g.volume());
      case Goal.FileIn g -> file(g);
      case Goal.HttpAnswers g -> http(g);
      case Goal.DockerfileStages g -> stages(g);
      case Goal.NoFinding g -> Messages.get("lesson.goal.noFinding", g.file(), g.rule());
      case Goal.ScriptSays g -> script(g);
      case Goal.HasInstruction g ->
          Messages.get(
              "lesson.goal.instruction",
              g.file(),
              (g.instruction() + " " + String.join(" ", g.words())).strip());
      case Goal.BuildSucceeded _ -> Messages.get("lesson.goal.build.succeeded");
      case Goal.BuildFailed g ->
          g.exitCode() == null
              ? Messages.get("lesson.goal.build.failed")
              : Messages.get("lesson.goal.build.failed.code", String.valueOf(g.exitCode()));
      case Goal.StepEnded g ->
          Messages.get("lesson.goal.step", g.instruction(), BuildChecks.status(g.status()));
      case Goal.AllOf g -> joined(g.goals(), Messages.get("lesson.goal.and"));
      case Goal.AnyOf g -> joined(g.goals(), Messages.get("lesson.goal.or"));
      case Goal.Not g -> Messages.get("lesson.goal.not", of(g.goal()));
    };
  }

  private static String shares(Goal.Shares goal) {
    String one = Selection.words(goal.container());
    return goal.with() == null
        ? Messages.get("lesson.goal.shares.machine", one, Words.space(goal.space()))
        : Messages.get(
            "lesson.goal.shares", one, Selection.words(goal.with()), Words.space(goal.space()));
  }

  private static String member(Goal.NetworkMember goal) {
    String one = Selection.words(goal.container());
    return goal.alias() == null
        ? Messages.get("lesson.goal.member", one, goal.network())
        : Messages.get("lesson.goal.member.alias", one, goal.network(), goal.alias());
  }

  private static String file(Goal.FileIn goal) {
    String place = PlaceChecks.name(goal.place());
    return switch (goal.holding()) {
      case Goal.Holding.Has _ -> Messages.get("lesson.goal.file", place, goal.path());
      case Goal.Holding.Lacks _ -> Messages.get("lesson.goal.file.lacks", place, goal.path());
      case Goal.Holding.Says h ->
          Messages.get("lesson.goal.file.says", place, goal.path(), Words.shown(h.text()));
    };
  }

  private static String http(Goal.HttpAnswers goal) {
    String title =
        Messages.get(
            "lesson.goal.http", Selection.words(goal.container()), goal.port(), goal.path());
    if (goal.status() != null) {
      title += " " + Messages.get("lesson.goal.with", String.valueOf(goal.status()));
    }
    return goal.says() == null
        ? title
        : title + " " + Messages.get("lesson.goal.with", '"' + goal.says() + '"');
  }

  private static String stages(Goal.DockerfileStages goal) {
    String names = String.join(", ", goal.names());
    if (goal.count() == null) {
      return Messages.get("lesson.goal.stages.named", goal.file(), names);
    }
    String title = Messages.get("lesson.goal.stages", goal.file(), Words.count(goal.count()));
    return names.isEmpty() ? title : title + " (" + names + ")";
  }

  private static String script(Goal.ScriptSays goal) {
    String title = Messages.get("lesson.goal.script", String.valueOf(goal.code()));
    return goal.says() == null
        ? title
        : title + " " + Messages.get("lesson.goal.with", '"' + goal.says() + '"');
  }

  /// A setting in Dockerfile's words.
  record Named(String what, String value) {}

  /// Empty for the shell form, which is none.
  static Optional<Named> setting(Setting setting) {
    return switch (setting) {
      case Setting.Cmd s -> Optional.of(new Named("CMD", Words.command(s.words())));
      case Setting.Entrypoint s -> Optional.of(new Named("ENTRYPOINT", Words.command(s.words())));
      case Setting.ShellForm _ -> Optional.empty();
      case Setting.Env s -> Optional.of(new Named("ENV", s.name() + "=" + s.value()));
      case Setting.WorkingDir s -> Optional.of(new Named("WORKDIR", s.path()));
      case Setting.User s -> Optional.of(new Named("USER", s.user()));
      case Setting.Label s -> Optional.of(new Named("LABEL", s.name() + "=" + s.value()));
      case Setting.Exposes s -> Optional.of(new Named("EXPOSE", s.port()));
    };
  }

  private static String joined(List<Goal> goals, String between) {
    return goals.stream().map(GoalTitles::of).collect(Collectors.joining(" " + between + " "));
  }
}
