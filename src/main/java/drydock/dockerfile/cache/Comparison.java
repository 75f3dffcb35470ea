// SPDX-License-Identifier: Apache-2.0
package drydock.dockerfile.cache;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A prediction beside what the builder did.
///
/// @param steps in the order of the prediction
public record Comparison(List<Row> steps) {
  public Comparison {
    steps = List.copyOf(steps);
  }

  /// What came of a verdict.
  public enum Result {
    RIGHT,
    /// Reuse was foretold, and the step ran: the engine's cache has lost what it had, or the model
    /// is wrong.
    RAN_INSTEAD,
    /// Running was foretold, and the step was reused: it was built by another way than Drydock, or
    /// the model is wrong.
    REUSED_INSTEAD,
    /// Nothing was foretold.
    OPEN,
    /// Nothing was done.
    NOT_REACHED;

    /// Whether it tells that the prediction was wrong.
    public boolean isWrong() {
      return this == RAN_INSTEAD || this == REUSED_INSTEAD;
    }
  }

  public record Row(StepPrediction prediction, Truth truth) {
    public Result result() {
      return switch (truth) {
        case NOT_REACHED -> Result.NOT_REACHED;
        case REUSED ->
            switch (prediction.verdict()) {
              case REUSED -> Result.RIGHT;
              case RUNS -> Result.REUSED_INSTEAD;
              case UNKNOWN -> Result.OPEN;
            };
        case RAN ->
            switch (prediction.verdict()) {
              case REUSED -> Result.RAN_INSTEAD;
              case RUNS -> Result.RIGHT;
              case UNKNOWN -> Result.OPEN;
            };
      };
    }
  }

  /// @param truths by the steps' keys; a step that is not among them was not reached
  public static Comparison of(Prediction prediction, Map<String, Truth> truths) {
    return new Comparison(
        prediction.steps().stream()
            .map(s -> new Row(s, truths.getOrDefault(s.step().key(), Truth.NOT_REACHED)))
            .toList());
  }

  /// The row of a step by its key; null when there is none.
  public @Nullable Row step(String key) {
    return steps.stream()
        .filter(row -> row.prediction().step().key().equals(key))
        .findFirst()
        .orElse(null);
  }

  /// How many steps came out so.
  public int count(Result result) {
    return (int) steps.stream().filter(row -> row.result() == result).count();
  }

  /// How many steps were foretold either way, and reached.
  public int foretold() {
    return (int)
        steps.stream()
            .filter(row -> row.result() == Result.RIGHT || row.result().isWrong())
            .count();
  }

  public List<Row> wrong() {
    return steps.stream().filter(row -> row.result().isWrong()).toList();
  }
}
