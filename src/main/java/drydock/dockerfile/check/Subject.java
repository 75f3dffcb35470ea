// SPDX-License-Identifier: Apache-2.0
package drydock.dockerfile.check;

import drydock.dockerfile.Base;
import drydock.dockerfile.BuildPlan;
import drydock.dockerfile.Dockerfile;
import drydock.dockerfile.Instruction;
import drydock.dockerfile.Scopes;
import drydock.dockerfile.Stage;
import java.util.BitSet;
import java.util.Collections;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

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
    Scopes scopes = Scopes.of(file, given, context.environments());
    return new Subject(
        file,
        context,
        context.edition().reading(file),
        scopes,
        context.buildArgs().isEmpty() ? scopes : Scopes.of(file, platform, context.environments()),
        stages(file, context));
  }

  private static List<Stage> stages(Dockerfile file, CheckContext context) {
    if (context.unneededStages()) {
      return file.stages();
    }
    BuildPlan plan = BuildPlan.of(file, context.buildArgs());
    Set<BuildPlan.Stage> needed = Collections.newSetFromMap(new IdentityHashMap<>());
    needed.addAll(plan.neededStages(context.target()));
    return file.stages().stream()
        .filter(stage -> needed.contains(plan.stages().get(stage.index())))
        .toList();
  }

  /// The indexes of the stages that start from one which carries out an instruction of this kind,
  /// or from one that does so itself.
  BitSet withBases(Class<? extends Instruction> kind) {
    BitSet carriedOut = new BitSet();
    BitSet inherited = new BitSet();
    for (Stage stage : file.stages()) {
      // a stage can only start from one above it
      if (scopes.base(stage) instanceof Base.OfStage base && carriedOut.get(base.stage().index())) {
        inherited.set(stage.index());
        carriedOut.set(stage.index());
      }
      for (Scopes.Execution execution : scopes.executions(stage)) {
        if (kind.isInstance(execution.instruction())) {
          carriedOut.set(stage.index());
        }
      }
    }
    return inherited;
  }
}
