// SPDX-License-Identifier: Apache-2.0
package drydock.diagram.picture;

import drydock.diagram.Role;
import drydock.dockerfile.BuildPlan;
import drydock.messages.Messages;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/// The grey graph: what a Dockerfile says will be built, before anything ran.
final class PlanSteps {
  private static final Pattern FROM_OPTION = Pattern.compile("(?:--|[,=])from=([^\\s,]+)");

  private static final Pattern STAGE_NAME =
      Pattern.compile("^(FROM .*?)\\s+AS\\s+\\S+$", Pattern.CASE_INSENSITIVE);

  private PlanSteps() {}

  static List<Step> of(BuildPlan plan, BuildFacts facts) {
    List<Step> steps = new ArrayList<>();
    Map<String, String> lastOf = new HashMap<>();
    boolean context = false;
    String result = "";
    // the same for every step: making a text is most of the work, and there may be thousands
    List<String> notRun = List.of(Messages.get("picture.build.notRun"));
    String why = Messages.get("picture.build.plannedWhy");
    List<BuildPlan.Stage> needed = plan.neededStages(null);
    for (int index = 0; index < plan.stages().size(); index++) {
      BuildPlan.Stage stage = plan.stages().get(index);
      if (!needed.contains(stage)) {
        continue;
      }
      String before = lastOf.getOrDefault(stage.base().toLowerCase(Locale.ROOT), "");
      for (BuildPlan.Step step : stage.steps()) {
        List<String> inputs = new ArrayList<>();
        if (!before.isEmpty()) {
          inputs.add(before);
        }
        List<String> sources = sources(step.text(), lastOf);
        inputs.addAll(sources);
        if (sources.isEmpty() && readsContext(step)) {
          inputs.add(Step.CONTEXT);
          context = true;
        }
        steps.add(waiting(step, stage.name(), inputs, notRun, why));
        before = step.key();
      }
      lastOf.put(stage.name().toLowerCase(Locale.ROOT), before);
      lastOf.put(String.valueOf(index), before);
      result = before;
    }
    if (context) {
      steps.add(
          new Step(
              Step.CONTEXT,
              Messages.get("picture.build.context"),
              "",
              Role.NEUTRAL,
              List.of(),
              List.of(Messages.get("picture.build.contextPlanned")),
              0,
              Messages.get("picture.build.contextWhy"),
              "",
              null));
    }
    if (!result.isEmpty()) {
      steps.add(ResultBox.planned(facts, result));
    }
    return steps;
  }

  private static Step waiting(
      BuildPlan.Step step, String stage, List<String> inputs, List<String> notRun, String why) {
    return new Step(
        step.key(),
        // the builder's own names leave the stage's name out
        STAGE_NAME.matcher(step.text()).replaceFirst("$1"),
        stage,
        Role.WAITING,
        inputs,
        notRun,
        0,
        why,
        Messages.get("picture.build.plannedField", step.firstLine()),
        step.firstLine());
  }

  private static List<String> sources(String text, Map<String, String> lastOf) {
    List<String> sources = new ArrayList<>();
    for (String name : copiesFrom(text)) {
      String source = lastOf.getOrDefault(name, "");
      if (!source.isEmpty()) {
        sources.add(source);
      }
    }
    return sources;
  }

  /// The names after `--from=` and in `--mount=from=`, in lower case.
  static List<String> copiesFrom(String instruction) {
    return FROM_OPTION
        .matcher(instruction)
        .results()
        .map(r -> r.group(1).toLowerCase(Locale.ROOT))
        .toList();
  }

  private static boolean readsContext(BuildPlan.Step step) {
    String instruction = step.instruction().toUpperCase(Locale.ROOT);
    return (instruction.equals("COPY") || instruction.equals("ADD"))
        && copiesFrom(step.text()).isEmpty();
  }
}
