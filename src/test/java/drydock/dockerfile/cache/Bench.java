// SPDX-License-Identifier: Apache-2.0
package drydock.dockerfile.cache;

import drydock.dockerfile.Dockerfile;
import drydock.dockerfile.cache.ContextEntry.Kind;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// A context in memory, and a builder that does what is foretold.
final class Bench implements ContextFiles {
  private final TreeMap<String, ContextEntry> entries = new TreeMap<>();
  private final Map<String, String> contents = new HashMap<>();
  final Map<String, String> buildArgs = new HashMap<>();
  final Map<String, BaseImage> images = new HashMap<>();
  @Nullable String target;
  boolean noCache;
  boolean merges;
  private CacheRecord record = new CacheRecord(new BuiltSteps(1000), LastBuild.NONE);
  private long now = 1000;

  Bench() {
    images.put("base", image("base-1", "PATH=/bin"));
  }

  static BaseImage.Known image(String layer, String... environment) {
    return new BaseImage.Known("sha256:" + layer, List.of(layer), List.of(environment), "", "");
  }

  Bench file(String path, String content) {
    return file(path, content, 0644);
  }

  Bench file(String path, String content, int mode) {
    folders(path);
    entries.put(path, new ContextEntry(path, Kind.FILE, mode, content.length(), ""));
    contents.put(path, content);
    return this;
  }

  Bench link(String path, String target) {
    folders(path);
    entries.put(path, new ContextEntry(path, Kind.LINK, 0777, 0, target));
    return this;
  }

  private void folders(String path) {
    for (int at = path.indexOf('/'); at >= 0; at = path.indexOf('/', at + 1)) {
      String folder = path.substring(0, at);
      entries.put(folder, new ContextEntry(folder, Kind.FOLDER, 0755, 0, ""));
    }
  }

  Bench remove(String path) {
    entries.keySet().removeIf(p -> p.equals(path) || p.startsWith(path + "/"));
    return this;
  }

  @Override
  public @Nullable ContextEntry entry(String path) {
    return path.isEmpty() ? new ContextEntry("", Kind.FOLDER, 0755, 0, "") : entries.get(path);
  }

  @Override
  public List<ContextEntry> children(ContextEntry folder) {
    String start = folder.path().isEmpty() ? "" : folder.path() + "/";
    return entries.values().stream()
        .filter(e -> e.path().startsWith(start) && !e.path().equals(folder.path()))
        .filter(e -> e.path().indexOf('/', start.length()) < 0)
        .toList();
  }

  @Override
  public String digest(ContextEntry file) throws ContextException {
    String content = contents.getOrDefault(file.path(), "");
    if (content.equals("unreadable")) {
      throw new ContextException(file.path(), "access is denied");
    }
    return Digest.of(content);
  }

  private BuildSetting setting() {
    return new BuildSetting(
        target,
        buildArgs,
        "linux/amd64",
        noCache,
        merges,
        reference -> images.getOrDefault(reference, new BaseImage.Missing()));
  }

  List<StepKey> keys(String dockerfile) {
    return KeyReader.read(Dockerfile.parse(dockerfile), setting(), this);
  }

  Prediction predict(String dockerfile) {
    return record.predict(keys(dockerfile), noCache);
  }

  Prediction classic(String dockerfile) {
    return record.predictClassic(
        ClassicKeys.read(Dockerfile.parse(dockerfile), setting(), this), noCache);
  }

  void buildClassic(String dockerfile) {
    List<StepKey> keys = ClassicKeys.read(Dockerfile.parse(dockerfile), setting(), this);
    Map<String, Truth> all = new HashMap<>();
    keys.forEach(k -> all.put(k.step().key(), Truth.RAN));
    record = record.learn(keys, all, now++);
  }

  /// Builds as foretold; what could not be known runs, unless it is among those that are `reused`.
  Prediction build(String dockerfile, String... reused) {
    Prediction prediction = predict(dockerfile);
    Map<String, Truth> truths = new HashMap<>();
    for (StepPrediction step : prediction.steps()) {
      boolean found = List.of(reused).contains(step.step().key());
      truths.put(
          step.step().key(), found || step.verdict() == Verdict.REUSED ? Truth.REUSED : Truth.RAN);
    }
    learn(dockerfile, truths);
    return prediction;
  }

  void learn(String dockerfile, Map<String, Truth> completed) {
    record = record.learn(keys(dockerfile), completed, now++);
  }

  static StepPrediction step(Prediction prediction, String key) {
    return Objects.requireNonNull(prediction.step(key));
  }

  /// The verdicts of the steps that are not FROM: C cached, R run, ? unknown.
  static String letters(Prediction prediction) {
    StringBuilder letters = new StringBuilder();
    for (StepPrediction step : prediction.steps()) {
      if (!step.step().instruction().equals("FROM")) {
        letters.append(
            switch (step.verdict()) {
              case REUSED -> 'C';
              case RUNS -> 'R';
              case UNKNOWN -> '?';
            });
      }
    }
    return letters.toString();
  }
}
