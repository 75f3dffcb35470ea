// SPDX-License-Identifier: Apache-2.0
package drydock.lesson;

import drydock.markup.Block;
import java.util.List;

/// One of a step's hints, in order. It can always be asked for; it is offered when one of the two has passed since the
/// step began, or since the hint before.
///
/// @param tries failed ones; 0 for never
/// @param idleSeconds without anything done; 0 for never
public record Hint(List<Block> text, int tries, int idleSeconds) {
  /// What is offered when the author says nothing of it.
  public static final int USUAL_TRIES = 3;

  public static final int USUAL_IDLE_SECONDS = 120;

  public Hint {
    text = List.copyOf(text);
  }

  public static Hint usual(List<Block> text) {
    return new Hint(text, USUAL_TRIES, USUAL_IDLE_SECONDS);
  }
}
