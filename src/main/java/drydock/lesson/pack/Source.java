// SPDX-License-Identifier: Apache-2.0
package drydock.lesson.pack;

import drydock.lesson.Vars;
import java.util.Map;
import java.util.Set;

/// The file that fields stand in, and what its texts may name.
final class Source {
  private final String file;
  private final Problems problems;
  private final Map<String, String> examples;

  /// @param examples a value for each of the lesson's vars
  Source(String file, Problems problems, Map<String, String> examples) {
    this.file = file;
    this.problems = problems;
    this.examples = examples;
  }

  String file() {
    return file;
  }

  void problem(Rule rule, int line, int column, Object... arguments) {
    problems.addAt(rule, file, line, column, arguments);
  }

  void asked(Set<String> fields) {
    problems.asked(fields);
  }

  /// The text as it may be when a learner sees it. A var that the lesson does not have is a problem.
  String example(String text, int line, int column) {
    for (String name : Vars.used(text)) {
      if (!examples.containsKey(name)) {
        problem(Rule.VAR_UNKNOWN, line, column, name);
      }
    }
    return Vars.fill(text, examples);
  }
}
