// SPDX-License-Identifier: Apache-2.0
package drydock.lesson.pack;

import java.util.ArrayList;
import java.util.List;

/// Gathers what is wrong in a pack, up to a bound.
final class Problems {
  private static final int MAX = 100;

  private final List<PackProblem> found = new ArrayList<>();

  void add(String file, int line, String sentence) {
    if (found.size() < MAX) {
      found.add(new PackProblem(file, line, sentence));
    }
  }

  boolean isEmpty() {
    return found.isEmpty();
  }

  List<PackProblem> all() {
    return List.copyOf(found);
  }
}
