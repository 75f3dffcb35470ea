// SPDX-License-Identifier: Apache-2.0
package drydock.lesson.pack;

import drydock.engine.BuildState;
import drydock.lesson.goal.Goal;
import drydock.lesson.goal.Setting;
import drydock.lesson.goal.Which;
import drydock.messages.Messages;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// A goal of `steps.yaml` -> [Goal].
final class GoalReader {
  private static final String KINDS =
      "image, image-setting, layers-added, image-size, image-file, container, container-runs,"
          + " container-exited, container-file, shares, network, resolves, http, volume,"
          + " volume-file, instruction, dockerfile-stages, no-finding, build-succeeded,"
          + " build-failed, step, script, all, any, not";

  private static final String DOCKERFILE = "Dockerfile";

  private GoalReader() {}

  /// Null when it is none, which is then among the problems. The caller ends `fields`.
  static @Nullable Goal read(Fields fields) {
    String kind = fields.text("kind");
    return switch (kind) {
      case "image" -> new Goal.ImageExists(image(fields));
      case "image-setting" -> setting(fields);
      case "layers-added" ->
          new Goal.LayersAdded(
              image(fields),
              ContainerReader.image(fields, "base"),
              Objects.requireNonNullElse(
                  Amounts.count(fields, "count"), new Goal.Count(1, Amounts.MANY)));
      case "image-size" ->
          new Goal.ImageAtMost(image(fields), fields.integer("bytes", 1, 999_999_999));
      case "image-file" -> file(fields, new Goal.Place.InImage(image(fields)));
      case "container" -> DemandReader.read(fields);
      case "container-runs" -> new Goal.ContainerRuns(image(fields));
      case "container-exited" ->
          new Goal.ContainerExited(image(fields), fields.integer("code", 0, 255));
      case "container-file" -> file(fields, new Goal.Place.InContainer(DemandReader.which(fields)));
      case "shares" -> shares(fields);
      case "network" -> network(fields);
      case "resolves" ->
          new Goal.Resolves(
              DemandReader.which(fields),
              fields.matching("name", Patterns.HOST, Messages.get("lesson.pack.rule.name")));
      case "http" -> http(fields);
      case "volume" -> new Goal.VolumeExists(named(fields, "volume"));
      case "volume-file" -> file(fields, new Goal.Place.InVolume(named(fields, "volume")));
      case "instruction" ->
          new Goal.HasInstruction(
              fields.textOr("file", DOCKERFILE),
              fields.text("instruction").toUpperCase(Locale.ROOT),
              fields.texts("words"));
      case "dockerfile-stages" -> stages(fields);
      case "no-finding" ->
          new Goal.NoFinding(fields.textOr("file", DOCKERFILE), fields.text("rule"));
      case "build-succeeded" -> new Goal.BuildSucceeded();
      case "build-failed" ->
          new Goal.BuildFailed(
              fields.optionalInteger("code", 0, 255),
              fields.optionalText("says"),
              Amounts.count(fields, "steps-ran"));
      case "step" -> new Goal.StepEnded(fields.text("instruction"), ended(fields));
      case "script" -> script(fields);
      case "all" -> new Goal.AllOf(several(fields));
      case "any" -> new Goal.AnyOf(several(fields));
      case "not" -> not(fields);
      case "" -> null;
      default -> {
        fields.problemAt("kind", Rule.GOAL_KIND, YamlReader.shown(kind), KINDS);
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
      fields.problem(Rule.FIELD_MISSING, "of");
    }
    return goals;
  }

  private static @Nullable Goal not(Fields fields) {
    Fields inner = fields.mapping("goal");
    if (inner == null) {
      fields.problem(Rule.FIELD_MISSING, "goal");
      return null;
    }
    Goal goal = readAlone(inner);
    return goal == null ? null : new Goal.Not(goal);
  }

  static BuildState.Status ended(Fields fields) {
    Ended ended = fields.oneOf("status", Ended.class);
    return ended == null ? BuildState.Status.DONE : ended.status;
  }

  private static String image(Fields fields) {
    return ContainerReader.image(fields, "image");
  }

  private static String named(Fields fields, String name) {
    return fields.matching(name, Patterns.NAME, Messages.get("lesson.pack.rule.name"));
  }

  private static Goal file(Fields fields, Goal.Place place) {
    String path = fields.matching("path", Patterns.TARGET, Messages.get("lesson.pack.rule.target"));
    boolean lacks = fields.flag("lacks");
    String says = fields.optionalText("says");
    if (lacks && says != null) {
      fields.problem(Rule.FIELD_CHOICE, "lacks, says");
    }
    Goal.Holding holding =
        lacks
            ? new Goal.Holding.Lacks()
            : says == null ? new Goal.Holding.Has() : new Goal.Holding.Says(says);
    return new Goal.FileIn(place, path, holding);
  }

  private static Goal shares(Fields fields) {
    Goal.Space space = fields.oneOf("namespace", Goal.Space.class);
    Which container = DemandReader.which(fields);
    Fields with = fields.mapping("with");
    boolean machine = fields.flag("with-machine");
    if ((with == null) != machine) {
      fields.problem(Rule.FIELD_CHOICE, "with, with-machine: true");
    }
    Which other = with == null ? null : DemandReader.which(with);
    if (with != null) {
      with.end();
    }
    return new Goal.Shares(Objects.requireNonNullElse(space, Goal.Space.NETWORK), container, other);
  }

  private static Goal network(Fields fields) {
    String network = named(fields, "network");
    Which member = DemandReader.optionalWhich(fields);
    String alias =
        fields.optionalMatching("alias", Patterns.HOST, Messages.get("lesson.pack.rule.name"));
    if (alias != null && member == null) {
      fields.problem(Rule.FIELD_CHOICE, "container, image");
    }
    return member == null
        ? new Goal.NetworkExists(network)
        : new Goal.NetworkMember(network, member, alias);
  }

  private static Goal http(Fields fields) {
    String path =
        fields.optionalMatching("path", Patterns.URL_PATH, Messages.get("lesson.pack.rule.url"));
    String port = DemandReader.optionalPort(fields);
    if (port == null) {
      fields.problem(Rule.FIELD_MISSING, "port");
    }
    return new Goal.HttpAnswers(
        DemandReader.which(fields),
        Objects.requireNonNullElse(port, ""),
        Objects.requireNonNullElse(path, "/"),
        fields.optionalInteger("status", 100, 599),
        fields.optionalText("says"));
  }

  private static Goal stages(Fields fields) {
    Goal.Count count = Amounts.count(fields, "count");
    List<String> names = fields.texts("names");
    if (count == null && names.isEmpty()) {
      fields.problem(Rule.FIELD_CHOICE, "count, names");
    }
    return new Goal.DockerfileStages(fields.textOr("file", DOCKERFILE), count, names);
  }

  private static Goal script(Fields fields) {
    String network =
        fields.optionalMatching("network", Patterns.NAME, Messages.get("lesson.pack.rule.name"));
    return new Goal.ScriptSays(
        image(fields),
        fields.text("script"),
        Objects.requireNonNullElse(network, ""),
        fields.integerOr("code", 0, 255, 0),
        fields.optionalText("says"));
  }

  private enum Form {
    SHELL
  }

  private static @Nullable Goal setting(Fields fields) {
    List<Setting> settings = new ArrayList<>();
    String image = image(fields);
    List<String> cmd = fields.texts("cmd");
    if (fields.has("cmd")) {
      settings.add(new Setting.Cmd(cmd));
    }
    List<String> entrypoint = fields.texts("entrypoint");
    if (fields.has("entrypoint")) {
      settings.add(new Setting.Entrypoint(entrypoint));
    }
    if (fields.optionalOneOf("form", Form.class) != null) {
      settings.add(new Setting.ShellForm());
    }
    Fields env = fields.mapping("env");
    if (env != null) {
      settings.add(new Setting.Env(env.text("name"), env.text("value")));
      env.end();
    }
    Fields label = fields.mapping("label");
    if (label != null) {
      settings.add(new Setting.Label(label.text("name"), label.text("value")));
      label.end();
    }
    add(settings, fields.optionalText("workdir"), Setting.WorkingDir::new);
    add(settings, fields.optionalText("user"), Setting.User::new);
    add(settings, fields.optionalText("exposes"), Setting.Exposes::new);
    if (settings.size() != 1) {
      fields.problem(Rule.GOAL_SETTING);
      return null;
    }
    return new Goal.ImageSetting(image, settings.getFirst());
  }

  private static void add(
      List<Setting> settings, @Nullable String value, Function<String, Setting> make) {
    if (value != null) {
      settings.add(make.apply(value));
    }
  }
}
