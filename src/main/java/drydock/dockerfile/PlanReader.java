// SPDX-License-Identifier: Apache-2.0
package drydock.dockerfile;

import drydock.dockerfile.BuildPlan.Step;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Makes the plan of what the builder would do, stage by stage. The counting is BuildKit's, tried on a real engine with all
/// the shapes of `BuildPlanTest`.
final class PlanReader {
  private final Dockerfile file;
  private final Scopes scopes;

  /// Where the stages read so far end up.
  private final List<String> directories = new ArrayList<>();

  PlanReader(Dockerfile file, Map<String, String> buildArgs) {
    this.file = file;
    this.scopes = Scopes.of(file, buildArgs);
  }

  BuildPlan read() {
    return new BuildPlan(file.syntaxImage(), file.stages().stream().map(this::stage).toList());
  }

  private BuildPlan.Stage stage(Stage stage) {
    Base base = scopes.base(stage);
    String name = stage.displayName();
    List<Step> steps = new ArrayList<>();
    Set<String> images = new LinkedHashSet<>();
    Set<Integer> needs = new LinkedHashSet<>();
    take(base, images, needs);
    if (!(base instanceof Base.OfStage || base instanceof Base.Scratch)) {
      steps.add(step(name, 1, stage.from()));
    }
    String directory =
        base instanceof Base.OfStage parent ? directories.get(parent.stage().index()) : "/";
    for (Scopes.Execution execution : scopes.executions(stage)) {
      Instruction instruction = execution.instruction();
      if (instruction instanceof Instruction.Workdir workdir) {
        directory = resolve(directory, workdir, execution.scope());
      }
      if (isStep(instruction, directory)) {
        steps.add(step(name, steps.size() + 1, instruction));
      }
      for (Base source : StageGraph.bases(instruction, scopes)) {
        take(source, images, needs);
      }
    }
    directories.add(directory);
    return new BuildPlan.Stage(
        name, text(base), images, needs, stage.from().firstLine(), stage.lastLine(), steps);
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

  /// An absolute path without `.` and `..`. The working directory of a base image is not known here: `/` is assumed.
  private static String resolve(String directory, Instruction.Workdir workdir, Scope scope) {
    Word written = workdir.path();
    String path = written == null ? "" : scope.expand(written.text()).text();
    List<String> parts = new ArrayList<>();
    for (String part : (path.startsWith("/") ? path : directory + "/" + path).split("/", -1)) {
      if (part.equals("..")) {
        if (!parts.isEmpty()) {
          parts.removeLast();
        }
      } else if (!part.isEmpty() && !part.equals(".")) {
        parts.add(part);
      }
    }
    return "/" + String.join("/", parts);
  }

  private static Step step(String stage, int position, Instruction instruction) {
    return new Step(
        stage + "/" + position,
        instruction.keyword(),
        instruction.text(),
        instruction.firstLine(),
        instruction.lastLine());
  }
}
