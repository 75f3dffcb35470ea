// SPDX-License-Identifier: Apache-2.0
package drydock.lesson;

import drydock.markup.Block;
import java.util.List;
import java.util.Set;

/// A question whose answer the author knows.
///
/// @param right ids of all choices that are right; with more than one, all have to be chosen
public record Quiz(List<Block> question, List<Choice> choices, Set<String> right) {
  public Quiz {
    question = List.copyOf(question);
    choices = List.copyOf(choices);
    right = Set.copyOf(right);
  }

  public record Choice(String id, String text) {}

  public boolean isRight(Set<String> chosen) {
    return right.equals(chosen);
  }
}
