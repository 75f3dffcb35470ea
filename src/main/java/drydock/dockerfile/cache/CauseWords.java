// SPDX-License-Identifier: Apache-2.0
package drydock.dockerfile.cache;

import drydock.messages.Messages;
import java.util.function.UnaryOperator;

/// Says a cause, a verdict or a result to people.
public final class CauseWords {
  private CauseWords() {}

  /// "will be reused"
  public static String of(Verdict verdict) {
    return switch (verdict) {
      case REUSED -> Messages.get("cache.verdict.reused");
      case RUNS -> Messages.get("cache.verdict.runs");
      case UNKNOWN -> Messages.get("cache.verdict.unknown");
    };
  }

  /// "was reused"
  public static String of(Truth truth) {
    return switch (truth) {
      case REUSED -> Messages.get("cache.truth.reused");
      case RAN -> Messages.get("cache.truth.ran");
      case NOT_REACHED -> Messages.get("cache.truth.notReached");
    };
  }

  /// "as predicted", or what a wrong prediction may come from.
  public static String of(Comparison.Result result) {
    return switch (result) {
      case RIGHT -> Messages.get("cache.result.right");
      case RAN_INSTEAD -> Messages.get("cache.result.ranInstead");
      case REUSED_INSTEAD -> Messages.get("cache.result.reusedInstead");
      case OPEN -> Messages.get("cache.result.open");
      case NOT_REACHED -> Messages.get("cache.result.notReached");
    };
  }

  /// Without capital letter and full stop, so that it can follow a verdict: "will run: `app.py`
  /// changed: content".
  public static String of(Cause cause) {
    return of(cause, key -> Messages.get("cache.step", key));
  }

  /// The same beside the whole prediction: other steps are named by their lines.
  public static String of(Cause cause, Prediction within) {
    return of(
        cause,
        key -> {
          StepPrediction step = within.step(key);
          return step == null
              ? Messages.get("cache.step", key)
              : Messages.get("cache.step.line", step.step().firstLine());
        });
  }

  private static String of(Cause cause, UnaryOperator<String> steps) {
    return switch (cause) {
      case Cause.Unchanged _ -> Messages.get("cache.cause.unchanged");
      case Cause.BuiltEarlier _ -> Messages.get("cache.cause.builtEarlier");
      case Cause.NeverBuilt _ -> Messages.get("cache.cause.neverBuilt");
      case Cause.ImagePresent c -> Messages.get("cache.cause.imagePresent", c.image());
      case Cause.NotCompleted _ -> Messages.get("cache.cause.notCompleted");
      case Cause.EarlierDiffers c ->
          Messages.get("cache.cause.earlierDiffers", steps.apply(c.step()));
      case Cause.CacheOff _ -> Messages.get("cache.cause.cacheOff");
      case Cause.EarlierRuns c -> Messages.get("cache.cause.earlierRuns", steps.apply(c.step()));
      case Cause.EarlierUnknown c ->
          Messages.get("cache.cause.earlierUnknown", steps.apply(c.step()));
      case Cause.ArtifactDecides c -> Messages.get("cache.cause.artifact", c.stage());
      case Cause.FileChanged c -> file(c);
      case Cause.MoreFiles c -> Messages.get("cache.cause.moreFiles", c.count());
      case Cause.TextChanged c -> Messages.get("cache.cause.text", c.before());
      case Cause.BodyChanged c -> Messages.get("cache.cause.body", c.name());
      case Cause.VariableChanged c -> variable(c);
      case Cause.SettingChanged c -> setting(c);
      case Cause.BaseChanged c -> Messages.get("cache.cause.baseChanged", c.image());
      case Cause.OtherBase c -> Messages.get("cache.cause.otherBase", c.before(), c.now());
      case Cause.ImageMissing c -> Messages.get("cache.cause.imageMissing", c.image());
      case Cause.ImageUnknown c -> Messages.get("cache.cause.imageUnknown", c.image());
      case Cause.AsksNetwork c -> Messages.get("cache.cause.asksNetwork", c.source());
      case Cause.ValueUnknown c -> Messages.get("cache.cause.valueUnknown", c.name());
      case Cause.ContextUnknown c -> Messages.get("cache.cause.context", c.path(), c.reason());
      case Cause.SourceMissing c -> Messages.get("cache.cause.sourceMissing", c.path());
      case Cause.NotModelled c -> Messages.get("cache.cause.notModelled", c.what());
    };
  }

  private static String file(Cause.FileChanged file) {
    return switch (file.change()) {
      case CONTENT -> Messages.get("cache.file.content", file.path());
      case ADDED -> Messages.get("cache.file.added", file.path());
      case REMOVED -> Messages.get("cache.file.removed", file.path());
      case MODE -> Messages.get("cache.file.mode", file.path());
      case KIND -> Messages.get("cache.file.kind", file.path());
    };
  }

  private static String variable(Cause.VariableChanged variable) {
    Integer line = variable.line();
    String name =
        variable.instruction() == null
            ? variable.name()
            : variable.instruction() + " " + variable.name();
    String where =
        line == null
            ? Messages.get("cache.variable.plain", name)
            : Messages.get("cache.variable.line", name, line);
    return switch (variable.change()) {
      case VALUE -> Messages.get("cache.variable.value", where);
      case ADDED -> Messages.get("cache.variable.added", where);
      case REMOVED -> Messages.get("cache.variable.removed", where);
      case ORDER -> Messages.get("cache.variable.order");
    };
  }

  private static String setting(Cause.SettingChanged change) {
    String now = change.now();
    return switch (change.setting()) {
      case USER -> Messages.get("cache.setting.user", now);
      case WORKING_DIRECTORY -> Messages.get("cache.setting.directory", now);
      case SHELL -> Messages.get("cache.setting.shell", now);
      case FLAGS -> Messages.get("cache.setting.flags", now);
      case DESTINATION -> Messages.get("cache.setting.destination", now);
      case PLATFORM -> Messages.get("cache.setting.platform", now);
      case NETWORK -> Messages.get("cache.setting.network", now);
    };
  }
}
