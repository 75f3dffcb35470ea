// SPDX-License-Identifier: Apache-2.0
package drydock.dockerfile;

import drydock.dockerfile.BuildPlan.Input;
import drydock.dockerfile.BuildPlan.Setting;
import drydock.dockerfile.BuildPlan.Step;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Makes the plan of what the builder would do, stage by stage. The counting is BuildKit's, tried on a real engine with all
/// the shapes of `BuildPlanTest`.
final class PlanReader {
  private final Dockerfile file;
  private final Scopes scopes;
  private final StepInputs sources;

  /// Where the stages read so far end up, by index.
  private final List<Content.Settings> ends = new ArrayList<>();

  private final Map<Integer, String> lastSteps = new HashMap<>();

  PlanReader(Dockerfile file, Map<String, String> buildArgs) {
    this.file = file;
    this.scopes = Scopes.of(file, buildArgs);
    this.sources = new StepInputs(scopes, lastSteps);
  }

  BuildPlan read() {
    return new BuildPlan(file.syntaxImage(), file.stages().stream().map(this::stage).toList());
  }

  private BuildPlan.Stage stage(Stage stage) {
    Base base = scopes.base(stage);
    String name = stage.displayName();
    List<Step> steps = new ArrayList<>();
    List<Setting> settings = new ArrayList<>();
    Set<String> images = new LinkedHashSet<>();
    Set<Integer> needs = new LinkedHashSet<>();
    take(base, images, needs);
    Content.Settings seen = begin(base, stage.from());
    Input.Kind kind = base instanceof Base.OfStage ? Input.Kind.BASE : Input.Kind.PREVIOUS;
    String last = base instanceof Base.OfStage parent ? last(parent) : null;
    if (base instanceof Base.Image || base instanceof Base.Invalid) {
      Content content = Content.ofImage(text(base), seen.platform());
      steps.add(step(name, 1, stage.from(), List.of(), content));
      last = steps.getLast().key();
    }
    for (Scopes.Execution execution : scopes.executions(stage)) {
      Instruction instruction = execution.instruction();
      seen = after(seen, instruction, execution.scope());
      if (isStep(instruction, seen.directory())) {
        List<Input> inputs = new ArrayList<>();
        if (last != null) {
          inputs.add(new Input(last, kind));
        }
        inputs.addAll(sources.of(instruction, execution.scope()));
        Content content = Content.of(instruction, execution.scope(), seen, file.text(), name);
        steps.add(step(name, steps.size() + 1, instruction, inputs, content));
        last = steps.getLast().key();
        kind = Input.Kind.PREVIOUS;
      } else if (execution.onbuild() == null) {
        settings.add(setting(instruction));
      }
      for (Base source : StageGraph.bases(instruction, scopes)) {
        take(source, images, needs);
      }
    }
    ends.add(seen);
    if (last != null) {
      lastSteps.put(stage.index(), last);
    }
    return new BuildPlan.Stage(
        name,
        text(base),
        images,
        needs,
        stage.from().firstLine(),
        stage.lastLine(),
        steps,
        last,
        settings);
  }

  private @Nullable String last(Base.OfStage parent) {
    return lastSteps.get(parent.stage().index());
  }

  private Content.Settings begin(Base base, Instruction.From from) {
    if (base instanceof Base.OfStage parent) {
      return ends.get(parent.stage().index());
    }
    String platform = from.flag("platform");
    return new Content.Settings(platform == null ? "" : platform, "/", "", "");
  }

  private static Content.Settings after(
      Content.Settings before, Instruction instruction, Scope scope) {
    return switch (instruction) {
      case Instruction.Workdir workdir ->
          before.withDirectory(resolve(before.directory(), workdir, scope));
      case Instruction.User user -> before.withUser(user.text());
      case Instruction.Shell shell -> before.withShell(shell.text());
      default -> before;
    };
  }

  private static boolean isStep(Instruction instruction, String directory) {
    return switch (instruction) {
      case Instruction.Run _, Instruction.Transfer _ -> true;
      case Instruction.Workdir _ -> !directory.equals("/");
      default -> false;
    };
  }

  private static void take(Base base, Set<String> images, Set<Integer> needs) {
    switch (base) {
      case Base.OfStage stage -> needs.add(stage.stage().index());
      case Base.Image image -> {
        if (image.known()) {
          images.add(image.reference());
        }
      }
      case Base.Scratch _, Base.Invalid _ -> {}
    }
  }

  private static String text(Base base) {
    return switch (base) {
      case Base.OfStage stage -> stage.stage().displayName();
      case Base.Image image -> image.reference();
      case Base.Scratch _ -> "scratch";
      case Base.Invalid _ -> "";
    };
  }

  /// The working directory of a base image is not known here: `/` is assumed.
  private static String resolve(String directory, Instruction.Workdir workdir, Scope scope) {
    Word written = workdir.path();
    return ImagePath.resolve(directory, written == null ? "" : scope.expand(written.text()).text());
  }

  private static Step step(
      String stage, int position, Instruction instruction, List<Input> inputs, Content content) {
    return new Step(
        stage + "/" + position,
        instruction.keyword(),
        instruction.text(),
        instruction.firstLine(),
        instruction.lastLine(),
        inputs,
        content);
  }

  private static Setting setting(Instruction instruction) {
    return new Setting(
        instruction.keyword(), instruction.text(), instruction.firstLine(), instruction.lastLine());
  }
}
