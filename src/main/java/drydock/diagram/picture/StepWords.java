// SPDX-License-Identifier: Apache-2.0
package drydock.diagram.picture;

import drydock.diagram.Role;
import java.util.List;

/// What is said of a step: by its look, in its box, in a sentence, and where that comes from.
///
/// @param lines what is written in the box below its name
/// @param why the longer word: full name, reason
/// @param field the part of the answer that it was drawn from
record StepWords(Role role, List<String> lines, String why, String field) {
  StepWords {
    lines = List.copyOf(lines);
  }
}
