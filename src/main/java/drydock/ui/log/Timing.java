// SPDX-License-Identifier: Apache-2.0
package drydock.ui.log;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/// How a step stands and how long it takes or took.
///
/// @param since when it started, by [System#nanoTime]; matters while it runs
/// @param took null unless it ran to an end
record Timing(StepState state, long since, @Nullable Duration took) {
  static final Timing WAITING = new Timing(StepState.WAITING, 0, null);

  /// State and seconds: "running 12.3 s".
  String words(long now) {
    return switch (state) {
      case RUNNING ->
          state.word() + " " + Amounts.seconds(Duration.ofNanos(Math.max(0, now - since)));
      case RAN, FAILED, CANCELLED ->
          took == null ? state.word() : state.word() + " " + Amounts.seconds(took);
      case WAITING, REUSED, NOT_RUN -> state.word();
    };
  }

  Timing started(long now) {
    return new Timing(StepState.RUNNING, now, null);
  }

  Timing ended(StepState how, @Nullable Duration after) {
    return new Timing(how, since, after);
  }
}
