// SPDX-License-Identifier: Apache-2.0
package drydock.lesson.pack;

import drydock.engine.BuildState;
import drydock.lesson.goal.Goal;
import drydock.messages.Messages;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// A goal of `steps.yaml` -> [Goal].
final class GoalReader {
  private static final int MANY = 1_000_000;

  private static final String KINDS =
      "image, image-setting, layers-added, image-size, container-runs, container-exited,"
          + " instruction, build-succeeded, build-failed, step, all, any, not";

  private GoalReader() {}

  /// Null when it is none, which is then among the problems. The caller ends `fields`.
  static @Nullable Goal read(Fields fields) {
    String kind = fields.text("kind");
    return switch (kind) {
      case "image" -> new Goal.ImageExists(fields.text("image"));
      case "image-setting" -> setting(fields);
      case "layers-added" ->
          new Goal.LayersAdded(
              fields.text("image"),
              fields.text("base"),
              Objects.requireNonNullElse(count(fields, "count"), new Goal.Count(1, MANY)));
      case "image-size" ->
          new Goal.ImageAtMost(fields.text("image"), fields.integer("bytes", 1, 999_999_999));
      case "container-runs" -> new Goal.ContainerRuns(fields.text("image"));
      case "container-exited" ->
          new Goal.ContainerExited(fields.text("image"), fields.integer("code", 0, 255));
      case "instruction" -> instruction(fields);
      case "build-succeeded" -> new Goal.BuildSucceeded();
      case "build-failed" ->
          new Goal.BuildFailed(
              fields.optionalInteger("code", 0, 255),
              fields.optionalText("says"),
              count(fields, "steps-ran"));
      case "step" -> {
        Ended ended = fields.oneOf("status", Ended.class);
        yield new Goal.StepEnded(
            fields.text("instruction"), ended == null ? BuildState.Status.DONE : ended.status);
      }
      case "all" -> new Goal.AllOf(several(fields));
      case "any" -> new Goal.AnyOf(several(fields));
      case "not" -> not(fields);
      case "" -> null;
      default -> {
        fields.problem(Messages.get("lesson.pack.goal.kind", YamlReader.shown(kind), KINDS));
        yield null;
      }
    };
  }

  /// A goal inside another one, or a choice's key: nothing but the goal.
  static @Nullable Goal readAlone(Fields fields) {
    Goal goal = read(fields);
    if (goal != null) {
      fields.end();
    }
    return goal;
  }

  private enum Ended {
    CACHED(BuildState.Status.CACHED),
    RUN(BuildState.Status.DONE),
    FAILED(BuildState.Status.FAILED);

    private final BuildState.Status status;

    Ended(BuildState.Status status) {
      this.status = status;
    }
  }

  private static List<Goal> several(Fields fields) {
    List<Goal> goals = new ArrayList<>();
    for (Fields inner : fields.list("of")) {
      Goal goal = readAlone(inner);
      if (goal != null) {
        goals.add(goal);
      }
    }
    if (goals.isEmpty()) {
      fields.problem(Messages.get("lesson.pack.field.missing", "of"));
    }
    return goals;
  }

  private static @Nullable Goal not(Fields fields) {
    Fields inner = fields.mapping("goal");
    if (inner == null) {
      fields.problem(Messages.get("lesson.pack.field.missing", "goal"));
      return null;
    }
    Goal goal = readAlone(inner);
    return goal == null ? null : new Goal.Not(goal);
  }

  private static Goal instruction(Fields fields) {
    String file = fields.optionalText("file");
    return new Goal.HasInstruction(
        file == null ? "Dockerfile" : file,
        fields.text("instruction").toUpperCase(Locale.ROOT),
        fields.texts("words"));
  }

  private static @Nullable Goal setting(Fields fields) {
    List<Goal.Setting> settings = new ArrayList<>();
    String image = fields.text("image");
    if (fields.has("cmd")) {
      settings.add(new Goal.Setting.Cmd(fields.texts("cmd")));
    }
    if (fields.has("entrypoint")) {
      settings.add(new Goal.Setting.Entrypoint(fields.texts("entrypoint")));
    }
    if ("shell".equals(fields.optionalText("form"))) {
      settings.add(new Goal.Setting.ShellForm());
    }
    Fields env = fields.mapping("env");
    if (env != null) {
      settings.add(new Goal.Setting.Env(env.text("name"), env.text("value")));
      env.end();
    }
    Fields label = fields.mapping("label");
    if (label != null) {
      settings.add(new Goal.Setting.Label(label.text("name"), label.text("value")));
      label.end();
    }
    add(settings, fields.optionalText("workdir"), Goal.Setting.WorkingDir::new);
    add(settings, fields.optionalText("user"), Goal.Setting.User::new);
    add(settings, fields.optionalText("exposes"), Goal.Setting.Exposes::new);
    if (settings.size() != 1) {
      fields.problem(Messages.get("lesson.pack.goal.setting"));
      return null;
    }
    return new Goal.ImageSetting(image, settings.getFirst());
  }

  private static void add(
      List<Goal.Setting> settings, @Nullable String value, Function<String, Goal.Setting> make) {
    if (value != null) {
      settings.add(make.apply(value));
    }
  }

  /// `count: {min: 1, max: 3}`; null when the field is not there.
  private static Goal.@Nullable Count count(Fields fields, String name) {
    Fields range = fields.mapping(name);
    if (range == null) {
      return null;
    }
    Integer min = range.optionalInteger("min", 0, MANY);
    Integer max = range.optionalInteger("max", 0, MANY);
    range.end();
    if (min == null && max == null) {
      range.problem(Messages.get("lesson.pack.field.missing", "min"));
    }
    return new Goal.Count(min == null ? 0 : min, max == null ? Integer.MAX_VALUE : max);
  }
}
