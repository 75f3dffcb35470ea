// SPDX-License-Identifier: Apache-2.0
package drydock.diagram.picture;

import drydock.dockerfile.cache.Cause;
import drydock.dockerfile.cache.CauseWords;
import drydock.dockerfile.cache.Comparison;
import drydock.dockerfile.cache.Prediction;
import drydock.dockerfile.cache.StepPrediction;
import drydock.dockerfile.cache.Truth;
import drydock.dockerfile.cache.Verdict;
import drydock.engine.BuildState;
import drydock.messages.Messages;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// What was foretold of the steps, in words, and what became of that.
final class Foretold {
  private final Map<String, StepPrediction> byKey = new HashMap<>();
  private final Map<Integer, StepPrediction> classicByLine = new HashMap<>();

  /// What the steps are called, by key.
  private final Map<String, String> names;

  Foretold(BuildMoment moment, Map<String, String> names) {
    this.names = names;
    Prediction prediction = moment.prediction();
    if (prediction != null) {
      prediction.steps().forEach(s -> byKey.put(s.step().key(), s));
    }
    Prediction classic = moment.classic();
    if (classic != null) {
      classic.steps().forEach(s -> classicByLine.put(s.step().firstLine(), s));
    }
  }

  @Nullable Verdict verdict(String key) {
    StepPrediction step = byKey.get(key);
    return step == null ? null : step.verdict();
  }

  /// The verdict, short enough for a box.
  String word(Verdict verdict) {
    return switch (verdict) {
      case REUSED, RUNS -> CauseWords.of(verdict);
      case UNKNOWN -> Messages.get("picture.build.open");
    };
  }

  /// The weightiest cause; empty when nothing was foretold.
  String cause(String key) {
    StepPrediction step = byKey.get(key);
    return step == null ? "" : brief(step.cause());
  }

  /// "It will run: app.py changed: content." Empty when nothing was foretold.
  String sentence(String key) {
    StepPrediction step = byKey.get(key);
    if (step == null) {
      return "";
    }
    return switch (step.verdict()) {
      case REUSED -> Messages.get("picture.build.sayReused", causes(step));
      case RUNS -> Messages.get("picture.build.sayRuns", causes(step));
      case UNKNOWN -> Messages.get("picture.build.sayOpen", causes(step));
    };
  }

  /// Why a step ran of which that was foretold; empty for any other.
  String ranBecause(String key) {
    StepPrediction step = byKey.get(key);
    return step != null && step.verdict() == Verdict.RUNS
        ? Messages.get("picture.build.ranBecause", causes(step))
        : "";
  }

  /// The second line of a box: prediction and truth together. Empty when nothing was foretold.
  String after(String key, BuildState.Step now) {
    StepPrediction step = byKey.get(key);
    if (step == null) {
      return "";
    }
    Comparison.Result result = result(step, now);
    return switch (result) {
      case RIGHT ->
          step.cause() instanceof Cause.Unchanged
              ? Messages.get("picture.build.foretoldSo")
              : Messages.get("picture.build.foretoldRight", brief(step.cause()));
      case RAN_INSTEAD, REUSED_INSTEAD ->
          Messages.get("picture.build.foretoldWrong", step.verdict() == Verdict.REUSED ? 0 : 1);
      case OPEN -> Messages.get("picture.build.foretoldOpen");
      case NOT_REACHED -> Messages.get("picture.build.foretold", word(step.verdict()));
    };
  }

  /// The longer word on that; empty when nothing was foretold, or nothing has become of it yet.
  String verdictOn(String key, BuildState.Step now) {
    StepPrediction step = byKey.get(key);
    Comparison.Result result = step == null ? Comparison.Result.OPEN : result(step, now);
    if (step == null) {
      return "";
    }
    return switch (result) {
      case RIGHT -> Messages.get("picture.build.foretoldRightWhy");
      case RAN_INSTEAD, REUSED_INSTEAD ->
          Messages.get(
              "picture.build.foretoldWrongWhy",
              CauseWords.of(step.verdict()),
              causes(step),
              CauseWords.of(result));
      case OPEN -> Messages.get("picture.build.foretoldOpenWhy", causes(step));
      case NOT_REACHED -> sentence(key);
    };
  }

  /// What the builder before BuildKit would do with the instruction at a line; null when nobody
  /// asked.
  private @Nullable StepPrediction classic(@Nullable Integer line) {
    return line == null ? null : classicByLine.get(line);
  }

  /// The same, short enough for a box.
  String classicWord(@Nullable Integer line) {
    StepPrediction step = classic(line);
    return step == null
        ? ""
        : switch (step.verdict()) {
          case REUSED -> Messages.get("picture.build.classicReused");
          case RUNS -> Messages.get("picture.build.classicRuns");
          case UNKNOWN -> Messages.get("picture.build.classicOpen");
        };
  }

  String classicSentence(@Nullable Integer line) {
    StepPrediction step = classic(line);
    return step == null
        ? ""
        : Messages.get("picture.build.classicWhy", CauseWords.of(step.verdict()), causes(step));
  }

  private static Comparison.Result result(StepPrediction step, BuildState.Step now) {
    Truth truth =
        switch (now.status()) {
          case WAITING, RUNNING -> Truth.NOT_REACHED;
          case CACHED -> Truth.REUSED;
          case DONE, FAILED -> Truth.RAN;
        };
    return new Comparison.Row(step, truth).result();
  }

  private String causes(StepPrediction step) {
    return step.causes().stream().map(this::words).collect(Collectors.joining("; "));
  }

  private String brief(Cause cause) {
    return cause instanceof Cause.Unchanged
        ? Messages.get("picture.build.causeUnchanged")
        : words(cause);
  }

  /// Of a step before it people want to hear what it says, not its number.
  private String words(Cause cause) {
    return switch (cause) {
      case Cause.EarlierRuns c -> Messages.get("picture.build.causeAfter", name(c.step()));
      case Cause.EarlierUnknown c -> Messages.get("picture.build.causeOpen", name(c.step()));
      default -> CauseWords.of(cause).replace("`", "");
    };
  }

  private String name(String key) {
    String name = names.getOrDefault(key, key);
    return name.length() > 60 ? name.substring(0, 59) + "…" : name;
  }
}
