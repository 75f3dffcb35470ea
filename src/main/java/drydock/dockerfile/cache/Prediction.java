// SPDX-License-Identifier: Apache-2.0
package drydock.dockerfile.cache;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// What a build would do, step by step.
///
/// @param steps those of the stages that the target needs, in the order of the file
public record Prediction(List<StepPrediction> steps) {
  public Prediction {
    steps = List.copyOf(steps);
  }

  /// The prediction for a step by its key; null when there is none.
  public @Nullable StepPrediction step(String key) {
    return steps.stream().filter(s -> s.step().key().equals(key)).findFirst().orElse(null);
  }

  /// How many steps have this verdict.
  public int count(Verdict verdict) {
    return (int) steps.stream().filter(s -> s.verdict() == verdict).count();
  }
}
