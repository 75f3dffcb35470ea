// SPDX-License-Identifier: Apache-2.0
package drydock.lesson.goal;

import drydock.engine.Container;
import drydock.engine.EngineState;
import drydock.messages.Messages;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// Checks of what only a [Probe] can tell, but for files.
final class ProbeChecks {
  private static final int FIRST_FAILURE = 400;

  private ProbeChecks() {}

  static Verdict http(Goal.HttpAnswers goal, Situation now) {
    return running(
        goal.container(),
        now,
        c -> {
          if (!Probes.publishes(c, goal.port())) {
            return Verdict.unmet(Messages.get("lesson.verdict.http.closed", c.name(), goal.port()));
          }
          return answered(
              Probes.http(goal, c),
              now,
              came -> http(goal, c, came),
              () ->
                  Verdict.unmet(Messages.get("lesson.verdict.http.silent", c.name(), goal.port())));
        });
  }

  private static Verdict http(Goal.HttpAnswers goal, Container c, ProbeAnswer.Came came) {
    String actual = String.valueOf(came.code());
    boolean right =
        goal.status() == null ? came.code() < FIRST_FAILURE : goal.status() == came.code();
    if (!right) {
      return Verdict.unmet(
          goal.status() == null
              ? Messages.get("lesson.verdict.http.failed", c.name(), goal.path(), actual)
              : Messages.get(
                  "lesson.verdict.http.status",
                  c.name(),
                  goal.path(),
                  actual,
                  String.valueOf(goal.status())));
    }
    return says(goal.says(), came)
        ? Verdict.met(Messages.get("lesson.verdict.http", c.name(), goal.path(), actual))
        : Verdict.unmet(
            Messages.get(
                "lesson.verdict.http.says", c.name(), goal.path(), String.valueOf(goal.says())));
  }

  static Verdict resolves(Goal.Resolves goal, Situation now) {
    return running(
        goal.container(),
        now,
        c ->
            answered(
                Probes.resolves(goal, c),
                now,
                came ->
                    Verdict.met(
                        Messages.get(
                            "lesson.verdict.resolves",
                            c.name(),
                            goal.name(),
                            Words.shown(came.text().strip()))),
                () ->
                    Verdict.unmet(
                        Messages.get("lesson.verdict.resolves.not", c.name(), goal.name()))));
  }

  static Verdict script(Goal.ScriptSays goal, Situation now) {
    EngineState engine = now.engine();
    if (engine == null) {
      return GoalCheck.engineUnknown();
    }
    Probe probe = Probes.script(goal, engine).orElse(null);
    if (probe == null) {
      return engine.imageTagged(goal.image()).isEmpty()
          ? Verdict.unknown(Messages.get("lesson.verdict.script.image", goal.image()))
          : Verdict.unmet(Messages.get("lesson.verdict.network.none", goal.network()));
    }
    return answered(
        probe,
        now,
        came -> {
          String actual = String.valueOf(came.code());
          if (came.code() != goal.code()) {
            return Verdict.unmet(
                Messages.get("lesson.verdict.script.code", actual, String.valueOf(goal.code())));
          }
          return says(goal.says(), came)
              ? Verdict.met(Messages.get("lesson.verdict.script", actual))
              : Verdict.unmet(
                  Messages.get("lesson.verdict.script.says", String.valueOf(goal.says())));
        },
        () -> Verdict.unmet(Messages.get("lesson.verdict.script.nothing")));
  }

  private static Verdict running(Which which, Situation now, Function<Container, Verdict> check) {
    return Selection.some(
        which,
        now,
        found -> {
          List<Container> running = Probes.running(which, Objects.requireNonNull(now.engine()));
          return running.isEmpty()
              ? Verdict.unmet(
                  Messages.get(
                      "lesson.verdict.has.wanted",
                      found.getFirst().name(),
                      DemandChecks.state(found.getFirst()),
                      DemandWords.status(Container.Status.RUNNING)))
              : Selection.best(running.stream().map(check).toList());
        });
  }

  static Verdict answered(
      Probe probe,
      Situation now,
      Function<ProbeAnswer.Came, Verdict> came,
      Supplier<Verdict> absent) {
    return switch (now.answers().get(probe)) {
      case null -> Verdict.unknown(Messages.get("lesson.verdict.asking"));
      case ProbeAnswer.Came a -> came.apply(a);
      case ProbeAnswer.Absent _ -> absent.get();
      case ProbeAnswer.Failed a -> Verdict.unknown(a.sentence());
    };
  }

  private static boolean says(@Nullable String wanted, ProbeAnswer.Came came) {
    return wanted == null
        || came.text().toLowerCase(Locale.ROOT).contains(wanted.toLowerCase(Locale.ROOT));
  }
}
