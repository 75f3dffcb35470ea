// SPDX-License-Identifier: Apache-2.0
package drydock.dockerfile;

import drydock.dockerfile.BuildPlan.Input;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What a builder makes of a [BuildPlan] for one target: its vertices and what each takes from
/// others, in the identities of the builder's trace. Steps that BuildKit cannot tell apart are one
/// node here as they are one vertex there, such as a base image that several stages start from.
///
/// @param nodes those that the target needs first, in the order of the file; then those of unused
///   stages
/// @param edges in the order of the nodes that they lead to
/// @param nodeOf which node stands for a step or an image, by its key
/// @param last the node that the image is made of; null when no step makes it
public record BuildGraph(
    List<Node> nodes, List<Edge> edges, Map<String, String> nodeOf, @Nullable String last) {
  /// Key of the files that are sent to the builder.
  public static final String CONTEXT = "context";

  /// What an image's key begins with that no stage starts from, but something is copied from.
  public static final String IMAGE = "image/";

  public BuildGraph {
    nodes = List.copyOf(nodes);
    edges = List.copyOf(edges);
    nodeOf = Map.copyOf(nodeOf);
  }

  /// @param key of the step, [#CONTEXT], or [#IMAGE] and the image's name
  /// @param step null for the context and for images
  /// @param stage its stage; null for the context and for images
  /// @param needed false in a stage that the target does not need
  public record Node(
      String key, BuildPlan.@Nullable Step step, BuildPlan.@Nullable Stage stage, boolean needed) {
    /// The image's name, without the key's beginning; null for all else.
    public @Nullable String image() {
      return step == null && key.startsWith(IMAGE) ? key.substring(IMAGE.length()) : null;
    }
  }

  /// `to` takes something from `from`; both are keys of nodes.
  public record Edge(String from, String to, Input.Kind kind) {}

  /// The node of this key, or that stands for the step or image of this key; null when there is
  /// none.
  public @Nullable Node node(String key) {
    String node = nodeOf.getOrDefault(key, key);
    return nodes.stream().filter(n -> n.key().equals(node)).findFirst().orElse(null);
  }

  /// Keys of the nodes that a node takes something from, each once.
  public List<String> inputs(String key) {
    return edges.stream().filter(e -> e.to().equals(key)).map(Edge::from).distinct().toList();
  }

  static BuildGraph of(BuildPlan plan, @Nullable String target) {
    List<BuildPlan.Stage> needed = plan.neededStages(target);
    String last = needed.isEmpty() ? null : needed.getLast().last();
    return new Maker(needed).graph(plan.stages(), last);
  }

  private static final class Maker {
    private final Set<BuildPlan.Stage> needed;
    private final Map<String, Node> nodes = new LinkedHashMap<>();
    private final Set<Edge> edges = new LinkedHashSet<>();
    private final Map<String, String> nodeOf = new HashMap<>();
    private final Map<Object, String> alike = new HashMap<>();

    /// What a step is, and what it takes.
    private record Likeness(List<Input> inputs, Content content) {}

    Maker(List<BuildPlan.Stage> needed) {
      this.needed = Collections.newSetFromMap(new java.util.IdentityHashMap<>());
      this.needed.addAll(needed);
    }

    BuildGraph graph(List<BuildPlan.Stage> stages, @Nullable String last) {
      stages.stream().filter(needed::contains).forEach(this::addBase);
      stages.stream().filter(needed::contains).forEach(stage -> add(stage, true));
      stages.stream().filter(stage -> !needed.contains(stage)).forEach(stage -> add(stage, false));
      String end = last == null ? null : nodeOf.getOrDefault(last, last);
      return new BuildGraph(new ArrayList<>(nodes.values()), new ArrayList<>(edges), nodeOf, end);
    }

    /// Files that are copied from an image come from the same vertex that a stage starts from.
    private void addBase(BuildPlan.Stage stage) {
      if (!stage.steps().isEmpty()
          && stage.steps().getFirst().content().equals(Content.ofImage(stage.base(), ""))) {
        nodeOf.putIfAbsent(IMAGE + stage.base(), stage.steps().getFirst().key());
      }
    }

    private void add(BuildPlan.Stage stage, boolean isNeeded) {
      for (BuildPlan.Step step : stage.steps()) {
        List<Input> inputs = step.inputs().stream().map(this::resolved).toList();
        String key = step.key();
        if (isNeeded && step.content().isKnown()) {
          key = alike.computeIfAbsent(new Likeness(inputs, step.content()), _ -> step.key());
        }
        nodeOf.put(step.key(), key);
        nodes.putIfAbsent(key, new Node(key, step, stage, isNeeded));
        for (Input input : inputs) {
          nodes.putIfAbsent(input.from(), new Node(input.from(), null, null, isNeeded));
          edges.add(new Edge(input.from(), key, input.kind()));
        }
      }
    }

    private Input resolved(Input input) {
      return new Input(nodeOf.getOrDefault(input.from(), input.from()), input.kind());
    }
  }
}
