// SPDX-License-Identifier: Apache-2.0
package drydock.dockerfile.cache;

import drydock.dockerfile.BuildPlan;
import java.util.List;

/// @param step of the plan; for the classic builder any instruction, counted as that one counts
/// @param causes the weightiest first; never empty
public record StepPrediction(BuildPlan.Step step, Verdict verdict, List<Cause> causes) {
  public StepPrediction {
    if (causes.isEmpty()) {
      throw new IllegalArgumentException("no cause for " + step.key());
    }
    causes = List.copyOf(causes);
  }

  /// The one that says most.
  public Cause cause() {
    return causes.getFirst();
  }
}
