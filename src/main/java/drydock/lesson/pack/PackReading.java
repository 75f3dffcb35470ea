// SPDX-License-Identifier: Apache-2.0
package drydock.lesson.pack;

import drydock.lesson.Pack;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What came of reading a pack.
///
/// @param pack null exactly when there is an error among the problems
/// @param problems errors, which keep the pack from being opened, and warnings
public record PackReading(@Nullable Pack pack, List<PackProblem> problems) {
  public PackReading {
    problems = List.copyOf(problems);
  }
}
