// SPDX-License-Identifier: Apache-2.0
package drydock.lesson;

import drydock.markup.Block;
import java.util.List;

/// A move of a step's solution.
///
/// @param id under which `lesson.md` explains it; empty when it does not
/// @param explanation possibly empty
public record SolutionLine(String id, Move move, List<Block> explanation) {
  public SolutionLine {
    explanation = List.copyOf(explanation);
  }
}
