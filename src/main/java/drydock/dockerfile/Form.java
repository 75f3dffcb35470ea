// SPDX-License-Identifier: Apache-2.0
package drydock.dockerfile;

import java.util.List;

/// How a command is given.
public sealed interface Form {
  /// As a text for a shell. Empty when nothing was written.
  record Shell(Word command) implements Form {}

  /// As a JSON array of strings: the program and its arguments.
  record Exec(List<Value> words) implements Form {
    public Exec {
      words = List.copyOf(words);
    }
  }
}
