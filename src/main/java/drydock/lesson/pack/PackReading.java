// SPDX-License-Identifier: Apache-2.0
package drydock.lesson.pack;

import drydock.lesson.Pack;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What came of reading a pack: the pack, or what is wrong with it, never both.
public record PackReading(@Nullable Pack pack, List<PackProblem> problems) {
  public PackReading {
    problems = List.copyOf(problems);
  }
}
