// SPDX-License-Identifier: Apache-2.0
package drydock.build;

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
  private final BuildPlan plan;
  private final Map<String, BuildPlan.Step> found = new HashMap<>();

  PlanAligner(BuildPlan plan) {
    this.plan = plan;
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
    BuildPlan.Step planned = found.get(step.key());
    if (planned == null) {
      planned =
          candidates(step)
              .filter(p -> p.instruction().equals(instruction(step)))
              .filter(p -> !found.containsValue(p))
              .findFirst()
              .orElse(null);
      if (planned != null) {
        found.put(step.key(), planned);
      }
    }
    List<String> inputs = step.inputs().stream().map(this::key).toList();
    String stage = step.stage();
    int position = step.position();
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

  private Stream<BuildPlan.Step> candidates(BuildStep step) {
    Stream<BuildPlan.Step> named = Stream.ofNullable(plan.step(step.key()));
    Stream<BuildPlan.Step> only =
        plan.stages().size() == 1 && step.position() > 0
            ? plan.stages().getFirst().steps().stream()
                .skip(step.position() - 1)
                .limit(1)
                .filter(_ -> step.key().equals("stage-0/" + step.position()))
            : Stream.empty();
    Stream<BuildPlan.Step> bases =
        step.kind() == BuildStep.Kind.FROM
            ? plan.stages().stream()
                .filter(s -> image(s.base()).equals(image(step.name().substring("FROM ".length()))))
                .flatMap(s -> s.steps().stream().limit(1))
            : Stream.empty();
    return Stream.of(named, only, bases).flatMap(s -> s);
  }

  private static String instruction(BuildStep step) {
    return step.name().split("\\s", 2)[0].toUpperCase(Locale.ROOT);
  }

  /// An image's name as short as people write it, with its tag.
  private static String image(String reference) {
    String name = reference.strip().split("[\\s@]", 2)[0];
    for (String prefix : List.of("docker.io/", "library/")) {
      name = name.startsWith(prefix) ? name.substring(prefix.length()) : name;
    }
    return name.lastIndexOf(':') > name.lastIndexOf('/') ? name : name + ":latest";
  }

  private String key(String builders) {
    BuildPlan.Step planned = found.get(builders);
    return planned == null ? builders : planned.key();
  }

  private static BuildStep.Lines lines(BuildPlan.Step step) {
    return new BuildStep.Lines(step.firstLine(), step.lastLine());
  }

  private BuildOutcome align(BuildOutcome outcome) {
    if (!(outcome instanceof BuildOutcome.Failed failed)) {
      return outcome;
    }
    String step = failed.step();
    BuildPlan.@Nullable Step planned = step == null ? null : found.get(step);
    return new BuildOutcome.Failed(
        step == null ? null : key(step),
        failed.stepName(),
        failed.lines() == null && planned != null ? lines(planned) : failed.lines(),
        failed.exitCode(),
        failed.message(),
        failed.lastOutput());
  }
}
