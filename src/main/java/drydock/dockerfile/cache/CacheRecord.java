// SPDX-License-Identifier: Apache-2.0
package drydock.dockerfile.cache;

import java.util.List;
import java.util.Map;

/// What is known of one engine's cache: the steps that it has built, and how one Dockerfile was
/// last built there.
///
/// @param steps changed by [#learn]
public record CacheRecord(BuiltSteps steps, LastBuild last) {
  /// What a build of these steps will do.
  public Prediction predict(List<StepKey> keys, boolean noCache) {
    Map<String, Fate> fates = new BuildKitRule(steps, noCache).fates(keys);
    Causes causes = new Causes(keys, fates, last, noCache);
    return new Prediction(keys.stream().map(causes::predict).toList());
  }

  /// What the classic builder would do; without the cache that one runs every instruction.
  public Prediction predictClassic(List<StepKey> keys, boolean noCache) {
    Prediction prediction = predict(keys, false);
    return noCache
        ? new Prediction(prediction.steps().stream().map(CacheRecord::withoutCache).toList())
        : prediction;
  }

  private static StepPrediction withoutCache(StepPrediction step) {
    return step.step().instruction().equals("FROM")
        ? step
        : new StepPrediction(step.step(), Verdict.RUNS, List.of(new Cause.CacheOff()));
  }

  /// Takes in what a build has done.
  ///
  /// @param completed the truths of steps that came to their end, by their keys
  /// @param now in seconds since 1970
  /// @return with this build as the last one
  public CacheRecord learn(List<StepKey> keys, Map<String, Truth> completed, long now) {
    new Learning(steps, now).learn(keys, completed);
    return new CacheRecord(steps, LastBuild.of(keys, completed, now));
  }
}
