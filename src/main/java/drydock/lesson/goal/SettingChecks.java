// SPDX-License-Identifier: Apache-2.0
package drydock.lesson.goal;

import drydock.engine.Image;
import drydock.messages.Messages;
import java.util.List;

/// Checks of an image's configuration; they need its details.
final class SettingChecks {
  private SettingChecks() {}

  static Verdict check(Goal.ImageSetting goal, Situation now) {
    return ImageChecks.ours(
        goal.image(),
        now,
        summary -> {
          Image image = now.details().get(summary.id());
          return image == null
              ? Verdict.unknown(Messages.get("lesson.verdict.details", goal.image()))
              : check(goal, image.config());
        });
  }

  private static Verdict check(Goal.ImageSetting goal, Image.Config config) {
    String image = goal.image();
    return switch (goal.setting()) {
      case Setting.Cmd s -> words(image, "CMD", s.words(), config.cmd());
      case Setting.Entrypoint s -> words(image, "ENTRYPOINT", s.words(), config.entrypoint());
      case Setting.ShellForm _ -> shellForm(image, config);
      case Setting.Env s -> env(image, s, config.env());
      case Setting.WorkingDir s -> value(image, "WORKDIR", s.path(), config.workingDir());
      case Setting.User s -> value(image, "USER", s.user(), config.user());
      case Setting.Label s ->
          value(image, "LABEL " + s.name(), s.value(), config.labels().getOrDefault(s.name(), ""));
      case Setting.Exposes s -> exposes(image, s.port(), config.exposedPorts());
    };
  }

  private static Verdict words(
      String image, String what, List<String> wanted, List<String> actual) {
    return value(image, what, Words.command(wanted), actual.isEmpty() ? "" : Words.command(actual));
  }

  private static Verdict shellForm(String image, Image.Config config) {
    boolean entry = !config.entrypoint().isEmpty();
    List<String> start = entry ? config.entrypoint() : config.cmd();
    String what = entry ? "ENTRYPOINT" : "CMD";
    if (start.size() >= 2 && start.get(0).equals("/bin/sh") && start.get(1).equals("-c")) {
      return Verdict.met(
          Messages.get("lesson.verdict.setting", image, what, Words.shown(Words.command(start))));
    }
    return Verdict.unmet(
        start.isEmpty()
            ? Messages.get("lesson.verdict.start.none", image)
            : Messages.get(
                "lesson.verdict.shell.wanted", image, what, Words.shown(Words.command(start))));
  }

  private static Verdict env(String image, Setting.Env wanted, List<String> env) {
    String actual = Words.value(env, wanted.name()).orElse("");
    return value(image, "ENV " + wanted.name(), wanted.value(), actual);
  }

  private static Verdict exposes(String image, String port, List<String> ports) {
    return ports.contains(port)
        ? Verdict.met(Messages.get("lesson.verdict.setting", image, "EXPOSE", port))
        : Verdict.unmet(
            ports.isEmpty()
                ? Messages.get("lesson.verdict.setting.none", image, "EXPOSE", port)
                : Messages.get(
                    "lesson.verdict.setting.wanted",
                    image,
                    "EXPOSE",
                    Words.shown(String.join(", ", ports)),
                    port));
  }

  private static Verdict value(String image, String what, String wanted, String actual) {
    if (actual.equals(wanted)) {
      return Verdict.met(Messages.get("lesson.verdict.setting", image, what, Words.shown(actual)));
    }
    return Verdict.unmet(
        actual.isEmpty()
            ? Messages.get("lesson.verdict.setting.none", image, what, wanted)
            : Messages.get(
                "lesson.verdict.setting.wanted", image, what, Words.shown(actual), wanted));
  }
}
