// SPDX-License-Identifier: Apache-2.0
package drydock.ui.shell;

import drydock.engine.BuildOutcome;
import drydock.engine.BuildState;
import drydock.engine.BuildStep;
import drydock.messages.Messages;
import drydock.ui.editor.LineNote;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/// What a build says of the lines of its Dockerfile. Pure functions.
final class StepNotes {
  private StepNotes() {}

  /// A note for the first line of each step that has one.
  static Map<Integer, LineNote> notes(BuildState build) {
    Map<Integer, LineNote> notes = new HashMap<>();
    for (BuildState.Step step : build.steps().values()) {
      BuildStep.Lines lines = step.step().lines();
      if (lines != null) {
        note(step).ifPresent(note -> notes.put(lines.first(), note));
      }
    }
    return notes;
  }

  private static Optional<LineNote> note(BuildState.Step step) {
    return switch (step.status()) {
      case WAITING -> Optional.empty();
      case RUNNING -> some(LineNote.Role.RUNNING, Messages.get("shell.note.running"));
      case CACHED -> some(LineNote.Role.REUSED, Messages.get("shell.note.reused"));
      case DONE -> some(LineNote.Role.RAN, seconds(step.took()));
      case FAILED -> some(LineNote.Role.FAILED, Messages.get("shell.note.failed"));
    };
  }

  private static Optional<LineNote> some(LineNote.Role role, String text) {
    return Optional.of(new LineNote(role, text));
  }

  private static String seconds(@org.jspecify.annotations.Nullable Duration took) {
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
