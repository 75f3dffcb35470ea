// SPDX-License-Identifier: Apache-2.0
package drydock.lesson.goal;

import drydock.messages.Messages;
import java.util.List;
import java.util.stream.Collectors;

/// What a goal asks for, in a sentence.
final class GoalTitles {
  private GoalTitles() {}

  static String of(Goal goal) {
    return switch (goal) {
      case Goal.ImageExists g -> Messages.get("lesson.goal.image", g.image());
      case Goal.ImageSetting g -> setting(g.image(), g.setting());
      case Goal.LayersAdded g ->
          Messages.get("lesson.goal.layers", g.image(), Words.count(g.count()), g.base());
      case Goal.ImageAtMost g ->
          Messages.get("lesson.goal.size", g.image(), Words.bytes(g.bytes()));
      case Goal.ContainerRuns g -> Messages.get("lesson.goal.runs", g.image());
      case Goal.ContainerExited g ->
          Messages.get("lesson.goal.exited", g.image(), String.valueOf(g.code()));
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

  private static String setting(String image, Goal.Setting setting) {
    return switch (setting) {
      case Goal.Setting.Cmd s -> value(image, "CMD", Words.command(s.words()));
      case Goal.Setting.Entrypoint s -> value(image, "ENTRYPOINT", Words.command(s.words()));
      case Goal.Setting.ShellForm _ -> Messages.get("lesson.goal.shell", image);
      case Goal.Setting.Env s -> value(image, "ENV", s.name() + "=" + s.value());
      case Goal.Setting.WorkingDir s -> value(image, "WORKDIR", s.path());
      case Goal.Setting.User s -> value(image, "USER", s.user());
      case Goal.Setting.Label s -> value(image, "LABEL", s.name() + "=" + s.value());
      case Goal.Setting.Exposes s -> value(image, "EXPOSE", s.port());
    };
  }

  private static String value(String image, String what, String value) {
    return Messages.get("lesson.goal.setting", image, what, value);
  }

  private static String joined(List<Goal> goals, String between) {
    return goals.stream().map(GoalTitles::of).collect(Collectors.joining(" " + between + " "));
  }
}
