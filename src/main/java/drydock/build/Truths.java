// SPDX-License-Identifier: Apache-2.0
package drydock.build;

import drydock.dockerfile.cache.Truth;
import drydock.engine.BuildState;
import java.util.LinkedHashMap;
import java.util.Map;

/// What a builder did with each step, read from the state that its events made.
final class Truths {
  private Truths() {}

  /// By the steps' keys.
  static Map<String, Truth> of(BuildState state) {
    Map<String, Truth> truths = new LinkedHashMap<>();
    state.steps().forEach((key, step) -> truths.put(key, truth(step.status())));
    return truths;
  }

  private static Truth truth(BuildState.Status status) {
    return switch (status) {
      case WAITING -> Truth.NOT_REACHED;
      case CACHED -> Truth.REUSED;
      case RUNNING, DONE, FAILED -> Truth.RAN;
    };
  }

  /// Those of steps that came to their end.
  static Map<String, Truth> completed(BuildState state) {
    Map<String, Truth> completed = new LinkedHashMap<>();
    state
        .steps()
        .forEach(
            (key, step) -> {
              switch (step.status()) {
                case CACHED, DONE -> completed.put(key, truth(step.status()));
                case WAITING, RUNNING, FAILED -> {}
              }
            });
    return completed;
  }
}
