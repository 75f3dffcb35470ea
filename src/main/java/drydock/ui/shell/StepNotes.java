// SPDX-License-Identifier: Apache-2.0
package drydock.ui.shell;

import drydock.dockerfile.cache.Prediction;
import drydock.dockerfile.cache.StepPrediction;
import drydock.dockerfile.cache.Verdict;
import drydock.engine.BuildOutcome;
import drydock.engine.BuildState;
import drydock.engine.BuildStep;
import drydock.messages.Messages;
import drydock.ui.editor.LineNote;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What a build says of the lines of its Dockerfile. Pure functions.
final class StepNotes {
  private StepNotes() {}

  /// What is foretold of each line that makes a step; nothing when nothing is.
  static Map<Integer, LineNote> foretold(@Nullable Prediction prediction) {
    Map<Integer, LineNote> notes = new HashMap<>();
    if (prediction != null) {
      prediction.steps().forEach(s -> notes.put(s.step().firstLine(), foretold(s.verdict())));
    }
    return notes;
  }

  private static LineNote foretold(Verdict verdict) {
    return switch (verdict) {
      case REUSED ->
          new LineNote(LineNote.Role.PREDICTED_REUSED, Messages.get("shell.note.willBeReused"));
      case RUNS -> new LineNote(LineNote.Role.PREDICTED_RUN, Messages.get("shell.note.willRun"));
      case UNKNOWN ->
          new LineNote(LineNote.Role.PREDICTED_OPEN, Messages.get("shell.note.notKnown"));
    };
  }

  /// A note for the first line of each step that has one: what became of it, else what is foretold
  /// of it. A prediction that came out wrong is named.
  static Map<Integer, LineNote> notes(BuildState build, @Nullable Prediction prediction) {
    Map<Integer, LineNote> notes = build.running() ? foretold(prediction) : new HashMap<>();
    for (BuildState.Step step : build.steps().values()) {
      BuildStep.Lines lines = step.step().lines();
      StepPrediction foretold = prediction == null ? null : prediction.step(step.step().key());
      if (lines != null) {
        note(step, foretold == null ? Verdict.UNKNOWN : foretold.verdict())
            .ifPresent(note -> notes.put(lines.first(), note));
      }
    }
    return notes;
  }

  private static Optional<LineNote> note(BuildState.Step step, Verdict foretold) {
    return switch (step.status()) {
      case WAITING -> Optional.empty();
      case RUNNING -> some(LineNote.Role.RUNNING, Messages.get("shell.note.running"));
      case CACHED ->
          some(
              LineNote.Role.REUSED,
              foretold == Verdict.RUNS
                  ? Messages.get("shell.note.reusedInstead")
                  : Messages.get("shell.note.reused"));
      case DONE ->
          some(
              LineNote.Role.RAN,
              foretold == Verdict.REUSED
                  ? Messages.get("shell.note.ranInstead", seconds(step.took()))
                  : seconds(step.took()));
      case FAILED -> some(LineNote.Role.FAILED, Messages.get("shell.note.failed"));
    };
  }

  private static Optional<LineNote> some(LineNote.Role role, String text) {
    return Optional.of(new LineNote(role, text));
  }

  private static String seconds(@Nullable Duration took) {
    double seconds = took == null ? 0 : (double) took.toMillis() / 1000;
    return Messages.get("shell.note.seconds", seconds);
  }

  /// What is wrong, on the line where it is wrong; empty unless the build failed at a line.
  static Map<Integer, String> errors(BuildState build) {
    return build.outcome() instanceof BuildOutcome.Failed failed && failed.lines() != null
        ? Map.of(failed.lines().first(), sentence(failed))
        : Map.of();
  }

  private static String sentence(BuildOutcome.Failed failed) {
    return failed.exitCode() != null && failed.stepName() != null
        ? Messages.get("shell.note.exit", failed.stepName(), failed.exitCode())
        : failed.message();
  }

  /// The step that a line of the Dockerfile belongs to.
  static Optional<String> stepAt(BuildState build, int line) {
    return build.steps().values().stream()
        .map(BuildState.Step::step)
        .filter(s -> s.lines() != null && s.lines().first() <= line && line <= s.lines().last())
        .map(BuildStep::key)
        .findFirst();
  }
}
