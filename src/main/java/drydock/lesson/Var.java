// SPDX-License-Identifier: Apache-2.0
package drydock.lesson;

import java.util.List;

/// A value that is picked afresh for each learner, written `{{name}}` in a lesson's words and logic.
public sealed interface Var {
  /// A name that nobody else has: the prefix and a few letters.
  record Name(String prefix) implements Var {}

  /// A port of the learner's computer.
  record Port(int min, int max) implements Var {}

  /// Letters and digits that cannot be guessed.
  record Token(int length) implements Var {}

  record OneOf(List<String> values) implements Var {
    public OneOf {
      values = List.copyOf(values);
    }
  }
}
