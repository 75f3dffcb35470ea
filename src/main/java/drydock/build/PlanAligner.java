// SPDX-License-Identifier: Apache-2.0
package drydock.build;

import drydock.dockerfile.BuildGraph;
import drydock.dockerfile.BuildPlan;
import drydock.engine.BuildEvent;
import drydock.engine.BuildOutcome;
import drydock.engine.BuildStep;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Finds the builder's steps again in the Dockerfile: gives them their lines, and the plan's keys where the builder's names
/// tell less than the plan knows. BuildKit leaves out the name of an only stage, gives a base image that several stages
/// share the name of one of them or none, and shows what another build of the same engine shares under that build's names.
///
/// For one build, and one thread at a time.
final class PlanAligner {
  private static final String ONBUILD = "ONBUILD ";

  private final BuildPlan plan;
  private final BuildGraph graph;
  private final Map<String, BuildGraph.Node> found = new HashMap<>();

  /// @param target the stage that is built; null for the last
  PlanAligner(BuildPlan plan, @Nullable String target) {
    this.plan = plan;
    this.graph = plan.graph(target);
  }

  BuildEvent align(BuildEvent event) {
    return switch (event) {
      case BuildEvent.StepAnnounced e -> new BuildEvent.StepAnnounced(align(e.step()));
      case BuildEvent.StepStarted e -> new BuildEvent.StepStarted(key(e.step()), e.at());
      case BuildEvent.StepCached e -> new BuildEvent.StepCached(key(e.step()));
      case BuildEvent.StepDone e -> new BuildEvent.StepDone(key(e.step()), e.took());
      case BuildEvent.StepFailed e ->
          new BuildEvent.StepFailed(key(e.step()), e.message(), e.took());
      case BuildEvent.StepOutput e -> new BuildEvent.StepOutput(key(e.step()), e.output());
      case BuildEvent.StepProgress e ->
          new BuildEvent.StepProgress(key(e.step()), e.item(), e.current(), e.total(), e.done());
      case BuildEvent.Finished e -> new BuildEvent.Finished(align(e.outcome()));
      case BuildEvent.Pulling _,
          BuildEvent.ContextSent _,
          BuildEvent.Warning _,
          BuildEvent.Notice _ ->
          event;
    };
  }

  private BuildStep align(BuildStep step) {
    BuildGraph.Node node = found.get(step.key());
    if (node == null) {
      node =
          candidates(step)
              .filter(n -> n.step() == null || n.step().instruction().equals(instruction(step)))
              .filter(n -> !found.containsValue(n))
              .findFirst()
              .orElse(null);
      if (node != null) {
        found.put(step.key(), node);
      }
    }
    List<String> inputs = step.inputs().stream().map(this::key).toList();
    String stage = step.stage();
    int position = step.position();
    BuildPlan.Step planned = node == null ? null : node.step();
    if (planned != null) {
      int slash = planned.key().lastIndexOf('/');
      stage = planned.key().substring(0, slash);
      // the classic builder counts otherwise, and its numbers are shown as it gave them
      position = position == 0 ? Integer.parseInt(planned.key().substring(slash + 1)) : position;
    }
    return new BuildStep(
        key(step.key()),
        step.kind(),
        step.name(),
        stage,
        position,
        step.total(),
        inputs,
        planned == null ? step.lines() : lines(planned));
  }

  private Stream<BuildGraph.Node> candidates(BuildStep step) {
    Stream<BuildGraph.Node> named = Stream.ofNullable(graph.node(step.key()));
    Stream<BuildGraph.Node> only =
        plan.stages().size() == 1 && step.key().equals("stage-0/" + step.position())
            ? Stream.ofNullable(graph.node(plan.stages().getFirst().name() + "/" + step.position()))
            : Stream.empty();
    Stream<BuildGraph.Node> images =
        step.kind() == BuildStep.Kind.FROM
            ? graph.nodes().stream()
                .filter(n -> isImage(n, step.name().substring("FROM ".length())))
            : Stream.empty();
    return Stream.of(named, only, images).flatMap(s -> s);
  }

  /// Whether a node stands for the image that the builder calls `name`.
  private static boolean isImage(BuildGraph.Node node, String name) {
    BuildPlan.Step step = node.step();
    BuildPlan.Stage stage = node.stage();
    String image =
        step != null && stage != null && step.instruction().equals("FROM")
            ? stage.base()
            : node.image();
    return image != null && shortName(image).equals(shortName(name));
  }

  /// The builder's names of triggers begin with ONBUILD.
  private static String instruction(BuildStep step) {
    String name =
        step.name().startsWith(ONBUILD) ? step.name().substring(ONBUILD.length()) : step.name();
    return name.strip().split("\\s", 2)[0].toUpperCase(Locale.ROOT);
  }

  /// An image's name as short as people write it, with its tag.
  private static String shortName(String reference) {
    String name = reference.strip().split("[\\s@]", 2)[0];
    for (String prefix : List.of("docker.io/", "library/")) {
      name = name.startsWith(prefix) ? name.substring(prefix.length()) : name;
    }
    return name.lastIndexOf(':') > name.lastIndexOf('/') ? name : name + ":latest";
  }

  private String key(String builders) {
    BuildGraph.Node node = found.get(builders);
    return node == null ? builders : node.key();
  }

  private static BuildStep.Lines lines(BuildPlan.Step step) {
    return new BuildStep.Lines(step.firstLine(), step.lastLine());
  }

  private BuildOutcome align(BuildOutcome outcome) {
    if (!(outcome instanceof BuildOutcome.Failed failed)) {
      return outcome;
    }
    String step = failed.step();
    BuildGraph.Node node = step == null ? null : found.get(step);
    BuildPlan.Step planned = node == null ? null : node.step();
    return new BuildOutcome.Failed(
        step == null ? null : key(step),
        failed.stepName(),
        failed.lines() == null && planned != null ? lines(planned) : failed.lines(),
        failed.exitCode(),
        failed.message(),
        failed.lastOutput());
  }
}
