// SPDX-License-Identifier: Apache-2.0
package drydock.cli;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import drydock.dockerfile.BuildGraph;
import drydock.dockerfile.BuildPlan;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// A build plan as JSON. `edges` lead from what is taken to the step that takes it; a step whose
/// `node` is another step's key is one vertex with that one for the builder.
final class PlanJson {
  private static final ObjectMapper MAPPER = new ObjectMapper();

  private PlanJson() {}

  static ObjectNode of(BuildPlan plan, @Nullable String target) {
    BuildGraph graph = plan.graph(target);
    List<BuildPlan.Stage> needed = plan.neededStages(target);
    ObjectNode json = MAPPER.createObjectNode();
    json.put("target", target != null || needed.isEmpty() ? target : needed.getLast().name());
    json.put("syntaxImage", plan.syntaxImage());
    var stages = json.putArray("stages");
    var steps = json.putArray("steps");
    var unused = MAPPER.createArrayNode();
    for (BuildPlan.Stage stage : plan.stages()) {
      boolean isNeeded = needed.contains(stage);
      if (!isNeeded) {
        unused.add(stage.name());
      }
      stages.add(stage(stage, isNeeded));
      for (BuildPlan.Step step : stage.steps()) {
        steps
            .addObject()
            .put("key", step.key())
            .put("node", Objects.requireNonNull(graph.nodeOf().get(step.key())))
            .put("stage", stage.name())
            .put("needed", isNeeded)
            .put("instruction", step.instruction())
            .put("text", step.text())
            .put("firstLine", step.firstLine())
            .put("lastLine", step.lastLine());
      }
    }
    var edges = json.putArray("edges");
    for (BuildGraph.Edge edge : graph.edges()) {
      edges
          .addObject()
          .put("from", edge.from())
          .put("to", edge.to())
          .put("kind", edge.kind().name().toLowerCase(Locale.ROOT));
    }
    var images = json.putArray("externalImages");
    plan.externalImages(target).forEach(images::add);
    json.set("unusedStages", unused);
    return json;
  }

  private static ObjectNode stage(BuildPlan.Stage stage, boolean needed) {
    ObjectNode json =
        MAPPER
            .createObjectNode()
            .put("name", stage.name())
            .put("base", stage.base())
            .put("needed", needed)
            .put("firstLine", stage.firstLine())
            .put("lastLine", stage.lastLine());
    var settings = json.putArray("settings");
    for (BuildPlan.Setting setting : stage.settings()) {
      settings
          .addObject()
          .put("instruction", setting.instruction())
          .put("text", setting.text())
          .put("firstLine", setting.firstLine())
          .put("lastLine", setting.lastLine());
    }
    return json;
  }
}
