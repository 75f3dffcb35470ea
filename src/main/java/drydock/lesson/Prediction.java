// SPDX-License-Identifier: Apache-2.0
package drydock.lesson;

import drydock.lesson.goal.Goal;
import drydock.markup.Block;
import java.util.List;

/// A question to answer before acting. The engine gives the key: the choice whose `right` goal is met when the goal
/// `when` is first met.
///
/// @param when id of a goal of the same step
public record Prediction(List<Block> question, String when, List<Choice> choices) {
  public Prediction {
    question = List.copyOf(question);
    choices = List.copyOf(choices);
  }

  public record Choice(String id, String text, Goal right) {}
}
