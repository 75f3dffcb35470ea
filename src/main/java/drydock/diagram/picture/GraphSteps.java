// SPDX-License-Identifier: Apache-2.0
package drydock.diagram.picture;

import drydock.dockerfile.BuildGraph;
import drydock.dockerfile.BuildPlan;
import drydock.engine.BuildState;
import drydock.engine.BuildStep;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The boxes of the build picture. They come from the plan, and stand where they stand before,
/// during and after a build; what the builder says lights them up. What only the builder knows of
/// is added where it belongs. Internal steps are folded away; those that carry the build context to
/// a step become the context's box.
final class GraphSteps {
  private final BuildMoment moment;
  private final BuildGraph graph;
  private final Map<String, BuildState.Step> told;
  private final ContextVertices context;
  private final StepSpeech speech;
  private final BuildClock clock;
  private final Map<String, BuildGraph.Node> nodes = new HashMap<>();
  private final Map<String, List<String>> inputs = new HashMap<>();
  private final Map<String, Step> steps = new LinkedHashMap<>();

  private GraphSteps(BuildMoment moment) {
    this.moment = moment;
    this.graph = moment.plan().graph(moment.target());
    BuildState state = moment.state();
    BuildState before = moment.before();
    this.told = state == null ? Map.of() : state.steps();
    this.context = new ContextVertices(told);
    this.clock = new BuildClock(told.values());
    Map<String, String> names = new HashMap<>();
    for (BuildGraph.Node node : graph.nodes()) {
      nodes.put(node.key(), node);
      names.put(node.key(), name(node));
    }
    graph.nodeOf().forEach((key, node) -> names.put(key, names.getOrDefault(node, node)));
    for (BuildGraph.Edge edge : graph.edges()) {
      List<String> of = inputs.computeIfAbsent(edge.to(), _ -> new ArrayList<>());
      if (!of.contains(edge.from())) {
        of.add(edge.from());
      }
    }
    BuildDifference difference =
        state == null || before == null ? null : BuildDifference.of(before, state);
    this.speech = new StepSpeech(moment, names, new RunCauses(told, context, difference));
  }

  static List<Step> of(BuildMoment moment) {
    return new GraphSteps(moment).steps();
  }

  private List<Step> steps() {
    for (BuildGraph.Node node : graph.nodes()) {
      if (!node.key().equals(BuildGraph.CONTEXT)) {
        add(node);
      }
    }
    told.forEach(
        (key, step) -> {
          if (isVertex(step.step()) && !steps.containsKey(key)) {
            add(step);
          }
        });
    List<Step> sorted = new ArrayList<>(steps.values());
    sorted.sort(Order.of(moment.plan(), sorted));
    if (sorted.stream().anyMatch(s -> s.inputs().contains(Step.CONTEXT))) {
      sorted.add(context.box(moment.state() != null));
    }
    String last = graph.last() == null ? sink(sorted) : graph.last();
    if (!last.isEmpty()) {
      sorted.add(ResultBox.of(moment, last, clock));
    }
    return sorted;
  }

  private void add(BuildGraph.Node node) {
    BuildState.Step now = told.get(node.key());
    BuildPlan.Step planned = node.step();
    Step.Kind kind = planned == null ? Step.Kind.IMAGE : Step.Kind.INSTRUCTION;
    Integer line = planned == null ? takenAt(node.key()) : Integer.valueOf(planned.firstLine());
    steps.put(
        node.key(),
        new Step(
            node.key(),
            kind,
            name(node),
            node.stage() == null ? node.key() : node.stage().name(),
            inputs(node, now),
            node.needed() ? speech.of(node.key(), kind, line, now) : speech.unused(line),
            now == null ? null : clock.time(now),
            line));
  }

  /// What the builder alone knows of: steps of the classic builder, or all when there is no plan.
  private void add(BuildState.Step now) {
    BuildStep step = now.step();
    Step.Kind kind = step.stage() == null ? Step.Kind.IMAGE : Step.Kind.INSTRUCTION;
    Integer line = step.lines() == null ? null : Integer.valueOf(step.lines().first());
    steps.put(
        step.key(),
        new Step(
            step.key(),
            kind,
            step.name(),
            step.stage() == null ? step.key() : step.stage(),
            toldInputs(step),
            speech.of(step.key(), kind, line, now),
            clock.time(now),
            line));
  }

  /// A base as the builder names it, with its variables replaced; all else as it is written.
  private static String name(BuildGraph.Node node) {
    String image = node.image();
    BuildPlan.Step step = node.step();
    if (step == null) {
      return image == null ? node.key() : image;
    }
    BuildPlan.Stage stage = node.stage();
    String base = stage == null || !step.instruction().equals("FROM") ? "" : stage.base();
    return base.isEmpty() ? step.text() : "FROM " + base;
  }

  private @Nullable Integer takenAt(String image) {
    return graph.edges().stream()
        .filter(e -> e.from().equals(image))
        .map(e -> nodes.get(e.to()))
        .map(n -> n == null ? null : n.step())
        .filter(Objects::nonNull)
        .map(BuildPlan.Step::firstLine)
        .min(Comparator.naturalOrder())
        .orElse(null);
  }

  /// An unused stage is not tied to those that are built: it takes nothing from them.
  private List<String> inputs(BuildGraph.Node node, BuildState.@Nullable Step now) {
    List<String> planned =
        inputs.getOrDefault(node.key(), List.of()).stream()
            .filter(key -> node.needed() || isUnused(key))
            .map(key -> key.equals(BuildGraph.CONTEXT) ? Step.CONTEXT : key)
            .toList();
    if (now == null) {
      return planned;
    }
    List<String> told = toldInputs(now.step());
    // the builder names a step before it names all that it takes; the classic one has steps between
    boolean others = told.stream().anyMatch(k -> !k.equals(Step.CONTEXT) && !nodes.containsKey(k));
    return others ? told : Stream.concat(planned.stream(), told.stream()).distinct().toList();
  }

  private boolean isUnused(String key) {
    BuildGraph.Node node = nodes.get(key);
    return node != null && node.step() != null && !node.needed();
  }

  /// The builder gives its inputs in no order; what a step builds on comes first, then what it copies from.
  private List<String> toldInputs(BuildStep step) {
    List<String> told = new ArrayList<>();
    for (String input : step.inputs()) {
      BuildState.Step source = this.told.get(input);
      if (source != null && isVertex(source.step())) {
        told.add(input);
      } else if (source != null && context.has(input) && !told.contains(Step.CONTEXT)) {
        told.add(Step.CONTEXT);
      }
    }
    told.sort(Comparator.comparingInt(input -> rank(step, input)));
    return told;
  }

  private int rank(BuildStep step, String input) {
    BuildState.Step source = told.get(input);
    String stage = source == null ? null : source.step().stage();
    if (stage == null) {
      return 3;
    }
    if (stage.equals(step.stage())) {
      return 0;
    }
    return Order.copiesFrom(step.name()).contains(stage) ? 2 : 1;
  }

  static boolean isVertex(BuildStep step) {
    return switch (step.kind()) {
      case FROM, INSTRUCTION -> true;
      case INTERNAL, EXPORT -> false;
    };
  }

  /// The step that the image is made of: the last that no other step needs.
  private static String sink(List<Step> steps) {
    List<String> needed = steps.stream().flatMap(s -> s.inputs().stream()).toList();
    String last = "";
    for (Step step : steps) {
      if (step.isInstruction() && !step.isUnused() && !needed.contains(step.key())) {
        last = step.key();
      }
    }
    return last;
  }
}
