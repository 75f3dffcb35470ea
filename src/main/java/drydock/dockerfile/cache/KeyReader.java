// SPDX-License-Identifier: Apache-2.0
package drydock.dockerfile.cache;

import drydock.dockerfile.Base;
import drydock.dockerfile.BuildPlan;
import drydock.dockerfile.Dockerfile;
import drydock.dockerfile.Instruction;
import drydock.dockerfile.Scope;
import drydock.dockerfile.Scopes;
import drydock.dockerfile.Stage;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Reads the keys of all steps that a build needs, in the order of the file.
public final class KeyReader {
  private final Dockerfile file;
  private final BuildSetting setting;
  private final ContextFiles files;
  private final Scopes scopes;
  private final BuildPlan plan;
  private final Map<Integer, StageConfig> configs = new HashMap<>();

  /// The last step of each stage; empty for none.
  private final Map<Integer, String> ends = new HashMap<>();

  private final List<StepKey> keys = new ArrayList<>();

  private KeyReader(Dockerfile file, BuildSetting setting, ContextFiles files) {
    this.file = file;
    this.setting = setting;
    this.files = files;
    this.scopes = Scopes.of(file, setting.buildArgs(), this::environment);
    this.plan = BuildPlan.of(file, setting.buildArgs());
  }

  /// The keys of the steps of all stages that the target needs.
  public static List<StepKey> read(Dockerfile file, BuildSetting setting, ContextFiles files) {
    KeyReader reader = new KeyReader(file, setting, files);
    for (BuildPlan.Stage needed : reader.plan.neededStages(setting.target())) {
      reader.stage(reader.plan.stages().indexOf(needed), needed);
    }
    return List.copyOf(reader.keys);
  }

  private @Nullable Map<String, String> environment(String reference) {
    if (!(setting.images().apply(reference) instanceof BaseImage.Known known)) {
      return null;
    }
    Map<String, String> environment = new LinkedHashMap<>();
    for (String variable : known.environment()) {
      int equals = variable.indexOf('=');
      environment.put(
          equals < 0 ? variable : variable.substring(0, equals),
          equals < 0 ? "" : variable.substring(equals + 1));
    }
    return environment;
  }

  private void stage(int index, BuildPlan.Stage planned) {
    Stage stage = file.stages().get(index);
    Base base = scopes.base(stage);
    List<BuildPlan.Step> steps = new ArrayList<>(planned.steps());
    String last = "";
    StageConfig config;
    if (base instanceof Base.OfStage parent) {
      last = ends.getOrDefault(parent.stage().index(), "");
      StageConfig inherited = configs.get(parent.stage().index());
      config = inherited == null ? StageConfig.ofNothing() : StageConfig.of(inherited);
    } else {
      config = config(base);
      if (!steps.isEmpty() && steps.getFirst().instruction().equals("FROM")) {
        last = from(steps.removeFirst(), stage, base);
      }
    }
    configs.put(index, config);
    List<Scopes.Execution> executions = scopes.executions(stage);
    for (int i = 0; i < executions.size(); i++) {
      Scope before = executions.get(i).scope();
      Scope after = i + 1 < executions.size() ? executions.get(i + 1).scope() : scopes.after(stage);
      Instruction instruction = executions.get(i).instruction();
      config.apply(instruction, before, after);
      if (!steps.isEmpty() && isOf(steps.getFirst(), instruction)) {
        last = step(steps.removeFirst(), instruction, before, config, last);
      }
    }
    ends.put(index, last);
  }

  private StageConfig config(Base base) {
    if (!(base instanceof Base.Image image)) {
      return StageConfig.ofNothing();
    }
    return switch (image(base)) {
      case BaseImage.Known known -> StageConfig.of(known);
      case BaseImage.Missing _ -> StageConfig.unknown(new Cause.ImageMissing(image.reference()));
      case BaseImage.Unasked _ -> StageConfig.unknown(new Cause.ImageUnknown(image.reference()));
    };
  }

  private static boolean isOf(BuildPlan.Step step, Instruction instruction) {
    return step.firstLine() == instruction.firstLine()
        && step.instruction().equals(instruction.keyword());
  }

  private BaseImage image(Base base) {
    return base instanceof Base.Image image && image.known()
        ? setting.images().apply(image.reference())
        : new BaseImage.Unasked();
  }

  private String from(BuildPlan.Step step, Stage stage, Base base) {
    KeyBuilder key = new KeyBuilder();
    key.count("FROM");
    String name = base instanceof Base.Image image ? image.reference() : step.text();
    switch (image(base)) {
      case BaseImage.Known known -> {
        key.tell(new Part(Part.Kind.IMAGE, name, known.identity(), step.firstLine()));
        key.count(known.identity());
      }
      case BaseImage.Missing _ -> key.unknown(new Cause.ImageMissing(name));
      case BaseImage.Unasked _ ->
          key.unknown(
              base instanceof Base.Image image && !image.known()
                  ? new Cause.ValueUnknown(step.text())
                  : new Cause.ImageUnknown(name));
    }
    String platform = stage.from().flag("platform");
    key.add(
        new Part(
            Part.Kind.PLATFORM,
            "",
            platform == null ? "" : key.text(scopes.globals().expand(platform)),
            step.firstLine()));
    keys.add(key.key(step, ""));
    return step.key();
  }

  private String step(
      BuildPlan.Step step,
      Instruction instruction,
      Scope scope,
      StageConfig config,
      String parent) {
    KeyBuilder key = new KeyBuilder();
    key.count(instruction.keyword());
    Sources sources = new Sources(setting, scopes, ends, files, key, parent);
    switch (instruction) {
      case Instruction.Run run ->
          new RunKey(key, run, scope, config, sources).read(file.text(), setting);
      case Instruction.Transfer transfer ->
          new CopyKey(key, transfer, scope, config, sources).read(file.text(), setting);
      case Instruction.Workdir _ -> {
        Cause unknown = config.unknown();
        if (unknown != null) {
          key.unknown(unknown);
        }
        key.add(config.directory());
        key.add(config.user());
      }
      default -> key.unknown(new Cause.NotModelled(instruction.keyword()));
    }
    key.tell(new Part(Part.Kind.TEXT, "", instruction.text(), step.firstLine()));
    keys.add(key.key(step, parent));
    return step.key();
  }
}
