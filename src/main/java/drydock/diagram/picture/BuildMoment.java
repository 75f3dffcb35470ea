// SPDX-License-Identifier: Apache-2.0
package drydock.diagram.picture;

import drydock.dockerfile.BuildPlan;
import drydock.dockerfile.cache.Prediction;
import drydock.engine.BuildState;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// All that the build picture shows at a moment: before a build, during it, and after.
///
/// @param plan what the Dockerfile says; without stages when that is not known
/// @param target the stage that is built; null for the last
/// @param state what the builder says; null before the build
/// @param before how the build before this one ended; null when there was none
/// @param prediction what was foretold before this build; null when nothing was
/// @param classic what the builder before BuildKit would run again; null when nobody asks
public record BuildMoment(
    BuildPlan plan,
    @Nullable String target,
    @Nullable BuildState state,
    @Nullable BuildState before,
    @Nullable Prediction prediction,
    @Nullable Prediction classic,
    BuildFacts facts) {
  private static final BuildPlan NO_PLAN = new BuildPlan(List.of());

  /// Before a build.
  public static BuildMoment of(BuildPlan plan, BuildFacts facts) {
    return new BuildMoment(plan, null, null, null, null, null, facts);
  }

  /// A build whose Dockerfile is not at hand.
  public static BuildMoment of(BuildState state, BuildFacts facts) {
    return of(NO_PLAN, facts).withState(state);
  }

  public BuildMoment withTarget(@Nullable String stage) {
    return new BuildMoment(plan, stage, state, before, prediction, classic, facts);
  }

  public BuildMoment withState(@Nullable BuildState build) {
    return new BuildMoment(plan, target, build, before, prediction, classic, facts);
  }

  public BuildMoment withBefore(@Nullable BuildState build) {
    return new BuildMoment(plan, target, state, build, prediction, classic, facts);
  }

  public BuildMoment withPrediction(@Nullable Prediction foretold) {
    return new BuildMoment(plan, target, state, before, foretold, classic, facts);
  }

  public BuildMoment withClassic(@Nullable Prediction foretold) {
    return new BuildMoment(plan, target, state, before, prediction, foretold, facts);
  }

  public BuildMoment withFacts(BuildFacts other) {
    return new BuildMoment(plan, target, state, before, prediction, classic, other);
  }
}
