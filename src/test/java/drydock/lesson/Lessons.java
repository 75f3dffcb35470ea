// SPDX-License-Identifier: Apache-2.0
package drydock.lesson;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Lessons and steps for tests, with nothing in them but what is given.
public final class Lessons {
  private Lessons() {}

  public static Step step(String id, @Nullable Prediction prediction, StepGoal... goals) {
    return new Step(
        id,
        id,
        Step.Kind.DO,
        "build",
        "",
        List.of(),
        Stage.NONE,
        List.of(),
        List.of(goals),
        prediction,
        null,
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        Map.of(),
        Set.of());
  }

  public static Step withMistakes(Step step, Mistake... mistakes) {
    return new Step(
        step.id(),
        step.title(),
        step.kind(),
        step.picture(),
        step.focus(),
        step.text(),
        step.stage(),
        step.actions(),
        step.goals(),
        step.prediction(),
        step.quiz(),
        step.hints(),
        List.of(mistakes),
        step.why(),
        step.notes(),
        step.solution(),
        step.cleanup(),
        step.files(),
        step.untranslated());
  }

  public static Lesson lesson(String id, Map<String, PackFile> files, Step... steps) {
    return new Lesson(
        "org.example.pack",
        id,
        "010-" + id,
        "en",
        id,
        1,
        null,
        List.of(),
        Requires.NOTHING,
        "one:dev",
        Map.of(),
        List.of(),
        List.of(steps),
        files,
        Map.of(),
        null,
        Set.of(),
        Map.of());
  }
}
