// SPDX-License-Identifier: Apache-2.0
package drydock.lesson.goal;

import drydock.engine.Container;
import drydock.engine.EngineState;
import drydock.engine.ImageSummary;
import drydock.engine.Network;
import drydock.engine.Volume;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// What goals have to have asked. What cannot be asked now, because it is not there or does not run, is not asked: the
/// check says so by itself.
final class Probes {
  /// Of several containers that a goal may mean, so many are asked, the newest first.
  static final int MAX_CANDIDATES = 3;

  private Probes() {}

  static Set<Probe> of(Goal goal, Situation now) {
    EngineState engine = now.engine();
    Set<Probe> probes = new LinkedHashSet<>();
    if (engine != null) {
      own(goal, engine).forEach(probes::add);
      goal.inner().forEach(g -> probes.addAll(of(g, now)));
    }
    return probes;
  }

  private static Stream<Probe> own(Goal goal, EngineState engine) {
    return switch (goal) {
      case Goal.HttpAnswers g ->
          running(g.container(), engine).stream()
              .filter(c -> publishes(c, g.port()))
              .map(c -> http(g, c));
      case Goal.Resolves g -> running(g.container(), engine).stream().map(c -> resolves(g, c));
      case Goal.FileIn g -> file(g, engine);
      case Goal.ScriptSays g -> script(g, engine).stream();
      case Goal.ImageExists _,
          Goal.ImageSetting _,
          Goal.LayersAdded _,
          Goal.ImageAtMost _,
          Goal.ContainerRuns _,
          Goal.ContainerExited _,
          Goal.ContainerHas _,
          Goal.ContainerAbsent _,
          Goal.Shares _,
          Goal.NetworkExists _,
          Goal.NetworkMember _,
          Goal.VolumeExists _,
          Goal.DockerfileStages _,
          Goal.NoFinding _,
          Goal.HasInstruction _,
          Goal.BuildSucceeded _,
          Goal.BuildFailed _,
          Goal.StepEnded _,
          Goal.AllOf _,
          Goal.AnyOf _,
          Goal.Not _ ->
          Stream.empty();
    };
  }

  static List<Container> candidates(Which which, EngineState engine) {
    return Selection.of(which, engine).stream().limit(MAX_CANDIDATES).toList();
  }

  static List<Container> running(Which which, EngineState engine) {
    return Selection.of(which, engine).stream()
        .filter(Container::running)
        .limit(MAX_CANDIDATES)
        .toList();
  }

  static boolean publishes(Container c, String port) {
    return c.ports().stream().anyMatch(p -> p.containerPort().equals(port));
  }

  static Probe http(Goal.HttpAnswers goal, Container c) {
    return new Probe.Http(c.id(), goal.port(), goal.path());
  }

  static Probe resolves(Goal.Resolves goal, Container c) {
    return new Probe.Resolves(c.id(), goal.name());
  }

  static Optional<Probe> script(Goal.ScriptSays goal, EngineState engine) {
    if (engine.imageTagged(goal.image()).isEmpty()) {
      return Optional.empty();
    }
    if (goal.network().isEmpty()) {
      return Optional.of(new Probe.Script(goal.image(), goal.script(), ""));
    }
    return engine.networks().values().stream()
        .filter(n -> n.ours() && n.name().equals(goal.network()))
        .map(Network::id)
        .findFirst()
        .map(network -> new Probe.Script(goal.image(), goal.script(), network));
  }

  private static Stream<Probe> file(Goal.FileIn goal, EngineState engine) {
    return switch (goal.place()) {
      case Goal.Place.InContainer p ->
          candidates(p.container(), engine).stream()
              .map(c -> new Probe.ContainerFile(c.id(), goal.path()));
      case Goal.Place.InImage p ->
          engine.imageTagged(p.image()).map(ImageSummary::id).stream()
              .map(id -> new Probe.ImageFile(id, goal.path()));
      case Goal.Place.InVolume p ->
          Optional.ofNullable(engine.volumes().get(p.volume())).filter(Volume::ours).stream()
              .map(v -> new Probe.VolumeFile(v.name(), goal.path()));
    };
  }
}
