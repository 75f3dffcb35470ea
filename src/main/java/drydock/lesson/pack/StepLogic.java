// SPDX-License-Identifier: Apache-2.0
package drydock.lesson.pack;

import drydock.lesson.Move;
import drydock.lesson.PackFile;
import drydock.lesson.Stage;
import drydock.lesson.Step;
import drydock.lesson.StepAction;
import drydock.lesson.StepGoal;
import drydock.lesson.goal.Goal;
import drydock.lesson.goal.Measure;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// All of a step but its words.
///
/// @param fields where it stands
/// @param goals without their own sentences
record StepLogic(
    Fields fields,
    String id,
    Step.Kind kind,
    String picture,
    String focus,
    Stage stage,
    List<StepAction> actions,
    List<StepGoal> goals,
    @Nullable Predict predict,
    @Nullable Set<String> quizRight,
    List<When> hints,
    List<Wrong> mistakes,
    List<Solving> solution,
    List<Move> cleanup,
    Map<String, PackFile> files) {

  /// @param choices by id; empty when a number is asked for
  record Predict(String when, Map<String, Goal> choices, @Nullable Measure number) {}

  record When(int tries, int idleSeconds) {}

  record Wrong(String id, Goal match, List<Move> example) {}

  /// @param id possibly empty
  record Solving(String id, Move move) {}
}
