// SPDX-License-Identifier: Apache-2.0
package drydock.dockerfile.shell;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// A command that is being read.
final class CommandBuilder {
  private static final Set<String> DECLARING =
      Set.of("export", "readonly", "local", "declare", "typeset");

  final List<Argument> words = new ArrayList<>();
  final List<String> assignments = new ArrayList<>();
  final List<Argument> inputs = new ArrayList<>();
  final List<Argument> outputs = new ArrayList<>();
  private int start = -1;
  private int end;

  boolean isEmpty() {
    return start < 0;
  }

  void begin(int offset) {
    if (start < 0) {
      start = offset;
      end = offset;
    }
  }

  void end(int offset) {
    end = offset;
  }

  /// Whether its arguments may be `NAME=value`.
  boolean declares() {
    return DECLARING.contains(words.getFirst().text());
  }

  /// Whether its arguments are names that get a value.
  boolean reads() {
    return words.getFirst().text().equals("read");
  }

  Command command(Command.Joint before, Command.Joint after, int depth, Script.Place place) {
    return new Command(
        words, assignments, inputs, outputs, before, after, depth, place.span(start, end));
  }
}
