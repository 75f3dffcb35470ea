// SPDX-License-Identifier: Apache-2.0
package drydock.diagram.picture;

import drydock.diagram.Role;
import drydock.dockerfile.cache.Verdict;
import drydock.engine.BuildOutcome;
import drydock.engine.BuildState;
import drydock.messages.Messages;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Says of each step what will become of it, what becomes of it, or what became of it. Each box has
/// two lines at all times, so that nothing moves when a build begins or ends.
final class StepSpeech {
  private final @Nullable BuildState state;
  private final Foretold foretold;
  private final RunCauses causes;

  StepSpeech(BuildMoment moment, Map<String, String> names, RunCauses causes) {
    this.state = moment.state();
    this.foretold = new Foretold(moment, names);
    this.causes = causes;
  }

  /// What is said of a step, or of an image.
  ///
  /// @param line where it stands in the Dockerfile, or is first taken from; null when no line is
  ///   known
  /// @param now null while the builder has not named it
  StepWords of(String key, Step.Kind kind, @Nullable Integer line, BuildState.@Nullable Step now) {
    StepWords words =
        now != null
            ? told(key, now)
            : state == null ? expected(key, kind, line) : unnamed(state, line);
    List<String> lines = new ArrayList<>(words.lines());
    if (lines.size() < 2) {
      lines.add(place(line));
    }
    Integer own = kind == Step.Kind.INSTRUCTION ? line : null;
    String classic = foretold.classicWord(own);
    if (!classic.isEmpty()) {
      lines.add(classic);
    }
    return new StepWords(
        words.role(), lines, join(words.why(), foretold.classicSentence(own)), words.field());
  }

  StepWords unused(@Nullable Integer line) {
    return new StepWords(
        Role.UNUSED,
        List.of(Messages.get("picture.build.unused"), place(line)),
        Messages.get("picture.build.unusedWhy"),
        field(line));
  }

  private static String place(@Nullable Integer line) {
    return line == null
        ? Messages.get("picture.build.noLine")
        : Messages.get("picture.build.line", line);
  }

  private static String field(@Nullable Integer line) {
    return line == null ? "" : Messages.get("picture.build.plannedField", line);
  }

  /// Before the build.
  private StepWords expected(String key, Step.Kind kind, @Nullable Integer line) {
    Verdict verdict = foretold.verdict(key);
    if (verdict == null) {
      boolean image = kind == Step.Kind.IMAGE;
      return new StepWords(
          Role.WAITING,
          List.of(
              image ? Messages.get("picture.build.image") : Messages.get("picture.build.notRun")),
          image ? Messages.get("picture.build.imageWhy") : Messages.get("picture.build.plannedWhy"),
          field(line));
    }
    Role role =
        switch (verdict) {
          case REUSED -> Role.PREDICTED_REUSED;
          case RUNS -> Role.PREDICTED_RUN;
          case UNKNOWN -> Role.PREDICTED_OPEN;
        };
    return new StepWords(
        role,
        List.of(foretold.word(verdict), foretold.cause(key)),
        foretold.sentence(key),
        field(line));
  }

  /// While the builder has not named the step.
  private static StepWords unnamed(BuildState state, @Nullable Integer at) {
    if (state.running()) {
      return new StepWords(
          Role.WAITING,
          List.of(Messages.get("picture.build.waiting")),
          Messages.get("picture.build.waitingWhy"),
          field(at));
    }
    boolean made = state.outcome() instanceof BuildOutcome.Success;
    return new StepWords(
        Role.WAITING,
        List.of(
            made ? Messages.get("picture.build.unnamed") : Messages.get("picture.build.neverRan")),
        made ? Messages.get("picture.build.unnamedWhy") : Messages.get("picture.build.neverRanWhy"),
        field(at));
  }

  private StepWords told(String key, BuildState.Step now) {
    List<String> lines = new ArrayList<>();
    lines.add(line(now));
    String second =
        now.status() == BuildState.Status.FAILED ? reason(now) : foretold.after(key, now);
    if (!second.isEmpty()) {
      lines.add(second);
    }
    return new StepWords(
        role(now.status()),
        lines,
        join(why(key, now), foretold.verdictOn(key, now)),
        Messages.get("picture.build.vertex", now.step().name(), field(now.status())));
  }

  private static String join(String first, String second) {
    return second.isEmpty() ? first : first + " " + second;
  }

  private static Role role(BuildState.Status status) {
    return switch (status) {
      case WAITING -> Role.WAITING;
      case RUNNING -> Role.RUNNING;
      case CACHED -> Role.CACHED;
      case DONE -> Role.DONE;
      case FAILED -> Role.FAILED;
    };
  }

  private static String field(BuildState.Status status) {
    return switch (status) {
      case WAITING -> "started = –";
      case RUNNING -> "completed = –";
      case CACHED -> "cached = true";
      case DONE -> "cached = false";
      case FAILED -> "error";
    };
  }

  private boolean running() {
    return state != null && state.running();
  }

  private String line(BuildState.Step now) {
    String took = Human.seconds(now.took() == null ? Duration.ZERO : now.took());
    return switch (now.status()) {
      case WAITING ->
          running()
              ? Messages.get("picture.build.waiting")
              : Messages.get("picture.build.neverRan");
      case RUNNING ->
          running()
              ? Messages.get("picture.build.running")
              : Messages.get("picture.build.interrupted");
      case CACHED -> Messages.get("picture.build.reused");
      case DONE -> Messages.get("picture.build.ran", took);
      case FAILED -> Messages.get("picture.build.failed", took);
    };
  }

  /// Why the step failed, shortly: its exit code, else the builder's words.
  private String reason(BuildState.Step now) {
    if (state != null
        && state.outcome() instanceof BuildOutcome.Failed failed
        && now.step().key().equals(failed.step())
        && failed.exitCode() != null) {
      return Messages.get("picture.build.exitCode", failed.exitCode());
    }
    String message = now.message() == null ? "" : now.message();
    int code = message.lastIndexOf("exit code: ");
    return code < 0 ? message : message.substring(code);
  }

  private String why(String key, BuildState.Step now) {
    return switch (now.status()) {
      case WAITING ->
          running()
              ? Messages.get("picture.build.waitingWhy")
              : Messages.get("picture.build.neverRanWhy");
      case RUNNING -> Messages.get("picture.build.runningWhy");
      case CACHED -> Messages.get("picture.build.reusedWhy");
      case DONE -> {
        String known = foretold.ranBecause(key);
        yield known.isEmpty() ? causes.of(now.step()) : known;
      }
      case FAILED -> now.message() == null ? "" : now.message();
    };
  }
}
