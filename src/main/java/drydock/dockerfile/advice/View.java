// SPDX-License-Identifier: Apache-2.0
package drydock.dockerfile.advice;

import drydock.dockerfile.Base;
import drydock.dockerfile.Dockerfile;
import drydock.dockerfile.Scopes;
import drydock.dockerfile.Stage;
import drydock.dockerfile.check.CheckContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// A Dockerfile as advice looks at it.
record View(Dockerfile file, CheckContext context, Scopes scopes, List<StageView> stages) {
  View {
    stages = List.copyOf(stages);
  }

  static View of(Dockerfile file, CheckContext context) {
    Scopes scopes = Scopes.of(file, context.buildArgs(), context.environments());
    List<StageView> stages = new ArrayList<>();
    for (Stage stage : file.stages()) {
      stages.add(stage(file, scopes, stage, stages));
    }
    ship(stages, scopes, target(file, context));
    return new View(file, context, scopes, stages);
  }

  private static StageView stage(
      Dockerfile file, Scopes scopes, Stage stage, List<StageView> above) {
    StageView parent =
        scopes.base(stage) instanceof Base.OfStage of && of.stage().index() < above.size()
            ? above.get(of.stage().index())
            : null;
    Setting setting = parent == null ? Setting.OF_BASE : parent.end();
    List<Step> steps = new ArrayList<>();
    for (Scopes.Execution execution : scopes.executions(stage)) {
      Step step =
          Step.of(
              execution.instruction(),
              execution.scope(),
              execution.onbuild() == null,
              setting,
              file.text());
      steps.add(step);
      setting = setting.after(execution.instruction(), execution.scope());
    }
    List<Step> chain = new ArrayList<>(parent == null ? List.of() : parent.chain());
    chain.addAll(steps);
    BaseImage base = parent == null ? BaseImage.of(scopes.base(stage)) : parent.base();
    return new StageView(stage, steps, chain, base, false, false, setting);
  }

  private static int target(Dockerfile file, CheckContext context) {
    String target = context.target();
    Stage named = target == null ? null : file.stageNamed(target.toLowerCase(Locale.ROOT));
    return named == null ? file.stages().size() - 1 : named.index();
  }

  private static void ship(List<StageView> stages, Scopes scopes, int target) {
    int at = target;
    while (at >= 0 && !stages.get(at).ships()) {
      stages.set(at, stages.get(at).shipped(at == target));
      at = scopes.base(stages.get(at).stage()) instanceof Base.OfStage of ? of.stage().index() : -1;
    }
  }
}
