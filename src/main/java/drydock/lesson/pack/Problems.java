// SPDX-License-Identifier: Apache-2.0
package drydock.lesson.pack;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/// Gathers what is wrong in a pack, up to a bound.
final class Problems {
  private static final int MAX = 500;

  private final List<PackProblem> found = new ArrayList<>();
  private final Consumer<Set<String>> asked;
  private boolean errors;

  Problems() {
    this(_ -> {});
  }

  /// @param asked is told of each mapping which fields a reader knows in it
  Problems(Consumer<Set<String>> asked) {
    this.asked = asked;
  }

  void add(Rule rule, String file, Object... arguments) {
    addAt(rule, file, 0, 0, arguments);
  }

  void addAt(Rule rule, String file, int line, int column, Object... arguments) {
    errors |= rule.severity() == Severity.ERROR;
    PackProblem problem =
        new PackProblem(rule.code(), rule.severity(), file, line, column, rule.sentence(arguments));
    if (found.size() < MAX && !found.contains(problem)) {
      found.add(problem);
    }
  }

  void asked(Set<String> fields) {
    asked.accept(fields);
  }

  boolean hasErrors() {
    return errors;
  }

  List<PackProblem> all() {
    return List.copyOf(found);
  }
}
