// SPDX-License-Identifier: Apache-2.0
package drydock.dockerfile.check;

import drydock.dockerfile.Base;
import drydock.dockerfile.BuildPlan;
import drydock.dockerfile.Dockerfile;
import drydock.dockerfile.Instruction;
import drydock.dockerfile.Scopes;
import drydock.dockerfile.Stage;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// A file with all that its checks ask for.
///
/// @param scopes with the build arguments that are given
/// @param defaults without them
/// @param stages those that are looked at
record Subject(
    Dockerfile file,
    CheckContext context,
    Edition edition,
    Scopes scopes,
    Scopes defaults,
    List<Stage> stages) {

  static Subject of(Dockerfile file, CheckContext context) {
    Map<String, String> platform = Platform.variables(context, file);
    Map<String, String> given = new HashMap<>(platform);
    given.putAll(context.buildArgs());
    return new Subject(
        file,
        context,
        context.edition().reading(file),
        Scopes.of(file, given, context.environments()),
        Scopes.of(file, platform, context.environments()),
        stages(file, context));
  }

  private static List<Stage> stages(Dockerfile file, CheckContext context) {
    if (context.unneededStages()) {
      return file.stages();
    }
    BuildPlan plan = BuildPlan.of(file, context.buildArgs());
    List<BuildPlan.Stage> needed = plan.neededStages(context.target());
    return file.stages().stream()
        .filter(stage -> needed.contains(plan.stages().get(stage.index())))
        .toList();
  }

  /// Whether a stage, or one that it starts from, carries out an instruction of this kind.
  boolean hasInBases(Stage stage, Class<? extends Instruction> kind) {
    Base base = scopes.base(stage);
    while (base instanceof Base.OfStage parent) {
      if (scopes.executions(parent.stage()).stream()
          .anyMatch(e -> kind.isInstance(e.instruction()))) {
        return true;
      }
      base = scopes.base(parent.stage());
    }
    return false;
  }
}
