// SPDX-License-Identifier: Apache-2.0
package drydock.lesson.goal;

import drydock.engine.BuildOutcome;
import drydock.engine.BuildState;
import drydock.engine.BuildStep;
import drydock.messages.Messages;
import java.util.List;
import java.util.Locale;
import java.util.function.BiFunction;
import java.util.regex.Pattern;

/// Checks of the last build.
final class BuildChecks {
  private static final int LONGEST_SHOWN = 160;

  /// How the releases of BuildKit begin their message: "dockerfile parse error on line 3: ".
  private static final Pattern PARSE_ERROR =
      Pattern.compile("^.*dockerfile parse error (on )?line \\d+: ", Pattern.CASE_INSENSITIVE);

  private BuildChecks() {}

  static Verdict succeeded(Situation now) {
    return ended(
        now,
        (build, outcome) ->
            switch (outcome) {
              case BuildOutcome.Success _ ->
                  Verdict.met(Messages.get("lesson.verdict.build.succeeded"));
              case BuildOutcome.Failed f -> Verdict.unmet(failure(f));
              case BuildOutcome.Cancelled _ ->
                  Verdict.unmet(Messages.get("lesson.verdict.build.cancelled"));
              case BuildOutcome.Broken _ ->
                  Verdict.unmet(Messages.get("lesson.verdict.build.broken"));
            });
  }

  static Verdict failed(Goal.BuildFailed goal, Situation now) {
    return ended(
        now,
        (build, outcome) ->
            switch (outcome) {
              case BuildOutcome.Success _ ->
                  Verdict.unmet(Messages.get("lesson.verdict.build.succeeded"));
              case BuildOutcome.Failed f ->
                  matches(goal, f, build)
                      ? Verdict.met(failure(f))
                      : Verdict.unmet(Messages.get("lesson.verdict.build.otherwise", failure(f)));
              case BuildOutcome.Cancelled _ ->
                  Verdict.unmet(Messages.get("lesson.verdict.build.cancelled"));
              case BuildOutcome.Broken _ ->
                  Verdict.unmet(Messages.get("lesson.verdict.build.broken"));
            });
  }

  static Verdict stepEnded(Goal.StepEnded goal, Situation now) {
    return ended(
        now,
        (build, outcome) -> {
          String wanted = squeeze(goal.instruction());
          List<BuildState.Step> found =
              build.steps().values().stream()
                  .filter(
                      s -> s.step().position() > 0 && squeeze(s.step().name()).startsWith(wanted))
                  .toList();
          if (found.isEmpty()) {
            return Verdict.unmet(Messages.get("lesson.verdict.step.none", goal.instruction()));
          }
          String actual = status(found.getLast().status());
          return found.stream().anyMatch(s -> s.status() == goal.status())
              ? Verdict.met(Messages.get("lesson.verdict.step", goal.instruction(), actual))
              : Verdict.unmet(
                  Messages.get(
                      "lesson.verdict.step.wanted",
                      goal.instruction(),
                      actual,
                      status(goal.status())));
        });
  }

  static String status(BuildState.Status status) {
    return switch (status) {
      case WAITING -> Messages.get("lesson.status.waiting");
      case RUNNING -> Messages.get("lesson.status.running");
      case CACHED -> Messages.get("lesson.status.cached");
      case DONE -> Messages.get("lesson.status.done");
      case FAILED -> Messages.get("lesson.status.failed");
    };
  }

  private static Verdict ended(Situation now, BiFunction<BuildState, BuildOutcome, Verdict> next) {
    BuildState build = now.build();
    if (build == null) {
      return Verdict.unmet(Messages.get("lesson.verdict.build.none"));
    }
    BuildOutcome outcome = build.outcome();
    return outcome == null
        ? Verdict.unknown(Messages.get("lesson.verdict.build.running"))
        : next.apply(build, outcome);
  }

  private static boolean matches(Goal.BuildFailed goal, BuildOutcome.Failed f, BuildState build) {
    boolean code = goal.exitCode() == null || goal.exitCode().equals(f.exitCode());
    boolean says =
        goal.says() == null
            || f.message().toLowerCase(Locale.ROOT).contains(goal.says().toLowerCase(Locale.ROOT));
    boolean ran = goal.stepsRan() == null || goal.stepsRan().has(stepsRan(build));
    return code && says && ran;
  }

  /// Instructions that were carried out or found in the cache; the base image alone does not count.
  private static int stepsRan(BuildState build) {
    return (int)
        build.steps().values().stream()
            .filter(s -> s.step().kind() == BuildStep.Kind.INSTRUCTION)
            .filter(
                s -> s.status() == BuildState.Status.DONE || s.status() == BuildState.Status.CACHED)
            .count();
  }

  private static String failure(BuildOutcome.Failed f) {
    String message = f.message().strip();
    if (message.length() > LONGEST_SHOWN) {
      message = message.substring(0, LONGEST_SHOWN) + "…";
    }
    BuildStep.Lines lines = f.lines();
    if (lines != null) {
      // said already
      message = PARSE_ERROR.matcher(message).replaceFirst("");
    }
    return lines == null
        ? Messages.get("lesson.verdict.build.failed", message)
        : Messages.get("lesson.verdict.build.failed.line", String.valueOf(lines.first()), message);
  }

  private static String squeeze(String instruction) {
    return instruction.strip().replaceAll("\\s+", " ").toLowerCase(Locale.ROOT);
  }
}
