// SPDX-License-Identifier: Apache-2.0
package drydock.build;

import drydock.dockerfile.Dockerfile;
import drydock.dockerfile.cache.BuildSetting;
import drydock.dockerfile.cache.Cause;
import drydock.dockerfile.cache.ClassicKeys;
import drydock.dockerfile.cache.Comparison;
import drydock.dockerfile.cache.KeyReader;
import drydock.dockerfile.cache.Prediction;
import drydock.dockerfile.cache.StepKey;
import drydock.dockerfile.cache.StepPrediction;
import drydock.dockerfile.cache.Truth;
import drydock.dockerfile.cache.Verdict;
import drydock.engine.BuildOutcome;
import drydock.engine.BuildState;
import drydock.engine.ContainerEngine;
import drydock.engine.EngineInfo;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What is foretold of one build, from the moment when the folder was looked at.
public final class Forecast {
  private final Dockerfile file;
  private final BuildSetting setting;
  private final ContextIndex files;
  private final CacheAccess cache;
  private final CacheAccess classicCache;
  private final PredictionLog log;
  private final @Nullable ContainerEngine engine;
  private final List<StepKey> keys;
  private final Prediction prediction;

  Forecast(
      Dockerfile file,
      BuildSetting setting,
      ContextIndex files,
      CacheAccess cache,
      CacheAccess classicCache,
      PredictionLog log,
      @Nullable ContainerEngine engine) {
    this.file = file;
    this.setting = setting;
    this.files = files;
    this.cache = cache;
    this.classicCache = classicCache;
    this.log = log;
    this.engine = engine;
    this.keys = KeyReader.read(file, setting, files);
    boolean old = engine != null && engine.info().builder() == EngineInfo.Builder.CLASSIC;
    this.prediction = old ? beforeBuildKit() : cache.read().predict(keys, setting.noCache());
  }

  public Prediction prediction() {
    return prediction;
  }

  /// What the builder before BuildKit would have done, had it made the builds so far: instructions
  /// that are no steps of today's included.
  public Prediction classic() {
    return classicCache.read().predictClassic(classicKeys(), setting.noCache());
  }

  /// An engine without BuildKit goes by its own rule, line by line.
  private Prediction beforeBuildKit() {
    Map<Integer, StepPrediction> lines = new HashMap<>();
    for (StepPrediction step : classic().steps()) {
      lines.putIfAbsent(step.step().firstLine(), step);
    }
    return new Prediction(
        keys.stream()
            .map(StepKey::step)
            .map(
                step -> {
                  StepPrediction same = lines.get(step.firstLine());
                  return same == null
                      ? new StepPrediction(
                          step, Verdict.UNKNOWN, List.of(new Cause.NotModelled(step.instruction())))
                      : new StepPrediction(step, same.verdict(), same.causes());
                })
            .toList());
  }

  private List<StepKey> classicKeys() {
    return ClassicKeys.read(file, setting, files);
  }

  /// Holds the prediction against a build that has ended, and keeps what it built for later
  /// predictions. Only for the build that was started after this forecast was made, of the folder
  /// as it was then.
  ///
  /// @throws IOException when what was learned cannot be written; nothing is lost but that
  public Comparison record(BuildState state) throws IOException {
    Map<String, Truth> completed = twins(Truths.completed(state));
    List<StepKey> known = built();
    cache.change(record -> record.learn(known, completed, cache.now()));
    if (state.outcome() instanceof BuildOutcome.Success) {
      List<StepKey> classic = classicKeys();
      classicCache.change(record -> record.learn(classic, all(classic), cache.now()));
    }
    Comparison comparison = Comparison.of(prediction, twins(Truths.of(state)));
    log.add(comparison, keys);
    return comparison;
  }

  private static Map<String, Truth> all(List<StepKey> keys) {
    Map<String, Truth> truths = new HashMap<>();
    keys.forEach(key -> truths.put(key.step().key(), Truth.RAN));
    return truths;
  }

  /// Images that had to be pulled are known now.
  private List<StepKey> built() {
    boolean pulled = keys.stream().anyMatch(k -> k.unknown() instanceof Cause.ImageMissing);
    return pulled
        ? KeyReader.read(file, setting.with(new EngineImages(engine)::find), files)
        : keys;
  }

  /// Steps that are the same to the last are one for the builder, which tells of it under one name
  /// only.
  private Map<String, Truth> twins(Map<String, Truth> truths) {
    Map<String, Truth> all = new HashMap<>(truths);
    Map<String, String> firsts = new HashMap<>();
    Map<String, String> same = new HashMap<>();
    for (StepKey key : keys) {
      String step = key.step().key();
      String what =
          key.operation() + " " + same.getOrDefault(key.parent(), key.parent()) + key.artifacts();
      String first = firsts.putIfAbsent(what, step);
      same.put(step, first == null ? step : first);
      if (first != null) {
        Truth one = all.get(first);
        Truth other = all.get(step);
        if (other == null && one != null) {
          all.put(step, one);
        } else if (one == null && other != null) {
          all.put(first, other);
        }
      }
    }
    return all;
  }
}
