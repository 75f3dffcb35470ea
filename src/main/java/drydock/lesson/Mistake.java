// SPDX-License-Identifier: Apache-2.0
package drydock.lesson;

import drydock.lesson.goal.Goal;
import drydock.markup.Block;
import java.util.List;

/// A wrong state that deserves a sentence of its own.
///
/// @param match it is made when this is true
/// @param example moves that make it, from the step's stage
public record Mistake(String id, Goal match, List<Move> example, List<Block> text) {
  public Mistake {
    example = List.copyOf(example);
    text = List.copyOf(text);
  }
}
