// SPDX-License-Identifier: Apache-2.0
package drydock.diagram.picture;

import drydock.engine.BuildState;
import drydock.engine.BuildStep;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// The engine's clock during one build, in seconds since the first step began. Its own times only:
/// those of this computer may be others.
final class BuildClock {
  private final @Nullable Instant zero;
  private final double internal;

  BuildClock(Collection<BuildState.Step> steps) {
    zero =
        steps.stream()
            .filter(s -> s.status() != BuildState.Status.CACHED)
            .map(BuildState.Step::started)
            .filter(Objects::nonNull)
            .min(Comparator.naturalOrder())
            .orElse(null);
    internal =
        steps.stream()
            .filter(s -> s.step().kind() == BuildStep.Kind.INTERNAL)
            .mapToDouble(s -> seconds(s.took()))
            .sum();
  }

  /// What the steps took that are folded away.
  double internalSeconds() {
    return internal;
  }

  /// How far a build has come. The engine's clock may be another one than ours; no build lasts
  /// longer than since it was asked for.
  double now(BuildState state, Instant ours) {
    return zero == null
        ? 0
        : Math.clamp(since(zero, ours), 0, Math.max(0, since(state.started(), ours)));
  }

  /// When the last of the steps ended.
  double end(Collection<BuildState.Step> steps) {
    return steps.stream()
        .map(this::time)
        .mapToDouble(time -> time == null ? 0 : time.start() + time.took())
        .max()
        .orElse(0);
  }

  /// When a step ran; null when it did not, or the engine did not say when.
  Step.@Nullable Time time(BuildState.Step step) {
    Instant started = step.started();
    if (started == null || zero == null) {
      return null;
    }
    return switch (step.status()) {
      case WAITING, CACHED -> null;
      case RUNNING -> new Step.Time(since(zero, started), 0);
      case DONE, FAILED -> new Step.Time(since(zero, started), seconds(step.took()));
    };
  }

  private static double since(Instant zero, Instant at) {
    return Duration.between(zero, at).toMillis() / 1000.0;
  }

  private static double seconds(@Nullable Duration took) {
    return took == null ? 0 : took.toMillis() / 1000.0;
  }
}
