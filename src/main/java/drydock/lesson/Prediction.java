// SPDX-License-Identifier: Apache-2.0
package drydock.lesson;

import drydock.lesson.goal.Goal;
import drydock.lesson.goal.Measure;
import drydock.markup.Block;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A question to answer before acting. The engine gives the key when the goal `when` is first met: the choice whose
/// `right` goal is met then, or the number that is measured then.
///
/// @param when id of a goal of the same step
/// @param choices empty when a number is asked for
/// @param number null when a choice is asked for
public record Prediction(
    List<Block> question, String when, List<Choice> choices, @Nullable Measure number) {
  public Prediction {
    question = List.copyOf(question);
    choices = List.copyOf(choices);
  }

  public record Choice(String id, String text, Goal right) {}
}
