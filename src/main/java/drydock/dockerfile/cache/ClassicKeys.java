// SPDX-License-Identifier: Apache-2.0
package drydock.dockerfile.cache;

import drydock.dockerfile.Base;
import drydock.dockerfile.BuildPlan;
import drydock.dockerfile.Dockerfile;
import drydock.dockerfile.Flag;
import drydock.dockerfile.Form;
import drydock.dockerfile.Heredoc;
import drydock.dockerfile.Instruction;
import drydock.dockerfile.Scope;
import drydock.dockerfile.Scopes;
import drydock.dockerfile.Stage;
import drydock.dockerfile.Value;
import drydock.dockerfile.Variable;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/// The keys of the builder that Docker had before BuildKit: every instruction is a step and holds
/// the one above it, so that the first one that differs makes all below it run, and stages that
/// nothing needs are built as well. Steps are counted as that builder counts them within a stage.
public final class ClassicKeys {
  private final Dockerfile file;
  private final BuildSetting setting;
  private final ContextFiles files;
  private final Scopes scopes;
  private final Map<Integer, String> ends = new HashMap<>();
  private final List<StepKey> keys = new ArrayList<>();

  private ClassicKeys(Dockerfile file, BuildSetting setting, ContextFiles files) {
    this.file = file;
    this.setting = setting;
    this.files = files;
    this.scopes = Scopes.of(file, setting.buildArgs());
  }

  /// The keys of all instructions down to the end of the target stage, but those above the first
  /// FROM.
  public static List<StepKey> read(Dockerfile file, BuildSetting setting, ContextFiles files) {
    ClassicKeys reader = new ClassicKeys(file, setting, files);
    int last =
        BuildPlan.of(file, setting.buildArgs()).neededStages(setting.target()).stream()
            .mapToInt(BuildPlan.Stage::lastLine)
            .max()
            .orElse(0);
    for (Stage stage : file.stages()) {
      if (stage.from().firstLine() <= last) {
        reader.stage(stage);
      }
    }
    return List.copyOf(reader.keys);
  }

  private void stage(Stage stage) {
    Base base = scopes.base(stage);
    String name = stage.displayName();
    String last = "";
    StageConfig config = StageConfig.ofNothing();
    if (base instanceof Base.OfStage parent) {
      last = ends.getOrDefault(parent.stage().index(), "");
    } else if (!(base instanceof Base.Scratch)) {
      KeyBuilder key = new KeyBuilder();
      image(base, key);
      last = add(key, name, 1, stage.from(), "");
    }
    int position = 1;
    for (Scopes.Execution execution : scopes.executions(stage)) {
      KeyBuilder key = new KeyBuilder();
      key.count(execution.instruction().keyword());
      read(execution.instruction(), execution.scope(), config, key);
      last = add(key, name, ++position, execution.instruction(), last);
    }
    ends.put(stage.index(), last);
  }

  private String add(
      KeyBuilder key, String stage, int position, Instruction instruction, String parent) {
    key.tell(new Part(Part.Kind.TEXT, "", instruction.text(), instruction.firstLine()));
    BuildPlan.Step step =
        new BuildPlan.Step(
            stage + "/" + position,
            instruction.keyword(),
            instruction.text(),
            instruction.firstLine(),
            instruction.lastLine());
    keys.add(key.key(step, parent));
    return step.key();
  }

  private void image(Base base, KeyBuilder key) {
    String name = base instanceof Base.Image image ? image.reference() : "";
    switch (base instanceof Base.Image image && image.known()
        ? setting.images().apply(image.reference())
        : new BaseImage.Unasked()) {
      case BaseImage.Known known -> key.add(new Part(Part.Kind.IMAGE, name, known.id(), 0));
      case BaseImage.Missing _ -> key.unknown(new Cause.ImageMissing(name));
      case BaseImage.Unasked _ -> key.unknown(new Cause.ImageUnknown(name));
    }
  }

  private void read(Instruction instruction, Scope scope, StageConfig config, KeyBuilder key) {
    config.apply(instruction, scope, scope);
    switch (instruction) {
      case Instruction.Run run -> {
        variables(scope, key);
        if (run.command() instanceof Form.Shell shell) {
          config.inShell(shell.command().text()).forEach(key::count);
        } else if (run.command() instanceof Form.Exec exec) {
          exec.words().forEach(word -> key.count(word.text()));
        }
      }
      case Instruction.Transfer copy -> copy(copy, scope, key);
      case Instruction.Arg arg -> key.count(arg.arguments().text());
      case Instruction.Cmd cmd -> key.count(cmd.arguments().text());
      case Instruction.Entrypoint entrypoint -> key.count(entrypoint.arguments().text());
      case Instruction.Shell shell -> key.count(shell.arguments().text());
      case Instruction.Onbuild onbuild -> key.count(onbuild.arguments().text());
      case Instruction.Healthcheck check -> key.count(check.text());
      default -> key.count(scope.expand(instruction.arguments().text()).text());
    }
    for (Heredoc heredoc : instruction.heredocs()) {
      key.count(heredoc.body().of(file.text()));
    }
  }

  /// Every ARG that has a value, used or not; ENV is held by the lines above.
  private static void variables(Scope scope, KeyBuilder key) {
    scope.variables().stream()
        .filter(v -> v.kind() == Variable.Kind.ARG && v.value() != null)
        .sorted(Comparator.comparing(Variable::name))
        .forEach(v -> key.count(v.name(), Objects.requireNonNullElse(v.value(), "")));
  }

  /// Whole paths count, not only last names.
  private void copy(Instruction.Transfer copy, Scope scope, KeyBuilder key) {
    List<String> paths = new ArrayList<>();
    for (Value source : copy.sources()) {
      paths.add(key.text(scope.expand(source.text())));
    }
    Value to = copy.destination();
    key.count(to == null ? "" : key.text(scope.expand(to.text())));
    copy.flags().forEach(flag -> key.count(flag.text()));
    Flag from = copy instanceof Instruction.Copy c ? c.from() : null;
    if (from != null) {
      String written = Objects.requireNonNullElse(from.value(), "");
      new Sources(setting, scopes, ends, files, key, "")
          .elsewhere(scopes.copySource(written), written, paths, copy.firstLine());
      return;
    }
    KeyBuilder seen = new KeyBuilder();
    new Sources(setting, scopes, ends, files, seen, "").context(paths, List.of(), null);
    seen.parts().stream()
        .filter(part -> !part.value().startsWith("folder "))
        .sorted(Comparator.comparing(Part::name))
        .forEach(key::add);
  }
}
