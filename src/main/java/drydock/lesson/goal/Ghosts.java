// SPDX-License-Identifier: Apache-2.0
package drydock.lesson.goal;

import drydock.engine.Container;
import drydock.engine.EngineState;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Goal and situation in, outlines of what is still missing out. Pure functions.
public final class Ghosts {
  private Ghosts() {}

  /// Nothing for a goal that is met, and for one that says what must *not* be.
  public static List<Ghost> of(Goal goal, Situation now) {
    EngineState engine = now.engine();
    if (engine == null || GoalCheck.check(goal, now).met()) {
      return List.of();
    }
    return switch (goal) {
      case Goal.ImageExists g -> List.of(new Ghost.Picture(g.image(), "", null));
      case Goal.LayersAdded g -> List.of(new Ghost.Picture(g.image(), g.base(), g.count()));
      case Goal.ImageSetting g -> label(g);
      case Goal.ContainerRuns g -> box(new Which.OfImage(g.image()), Container.Status.RUNNING);
      case Goal.ContainerExited g -> box(new Which.OfImage(g.image()), Container.Status.EXITED);
      case Goal.ContainerHas g -> demanded(g, engine);
      case Goal.Shares g -> cell(g, engine);
      case Goal.NetworkExists g -> List.of(new Ghost.Net(g.network()));
      case Goal.NetworkMember g -> wire(g, engine);
      case Goal.VolumeExists g -> List.of(new Ghost.Store(g.volume()));
      case Goal.FileIn g ->
          g.holding() instanceof Goal.Holding.Lacks
              ? List.of()
              : List.of(new Ghost.File(g.place(), g.path()));
      case Goal.HttpAnswers g -> port(g.container(), g.port(), engine);
      case Goal.Resolves g ->
          newest(g.container(), engine).isPresent()
              ? List.of()
              : box(g.container(), Container.Status.RUNNING);
      case Goal.StepEnded g -> List.of(new Ghost.Step(g.instruction(), g.status()));
      case Goal.AllOf g -> all(g.goals(), now);
      case Goal.AnyOf g -> of(g.goals().getFirst(), now);
      case Goal.ImageAtMost _,
          Goal.ContainerAbsent _,
          Goal.DockerfileStages _,
          Goal.NoFinding _,
          Goal.ScriptSays _,
          Goal.HasInstruction _,
          Goal.BuildSucceeded _,
          Goal.BuildFailed _,
          Goal.Not _ ->
          List.of();
    };
  }

  private static List<Ghost> all(List<Goal> goals, Situation now) {
    Set<Ghost> ghosts = new LinkedHashSet<>();
    goals.forEach(g -> ghosts.addAll(of(g, now)));
    return List.copyOf(ghosts);
  }

  private static List<Ghost> label(Goal.ImageSetting goal) {
    return GoalTitles.setting(goal.setting())
        .map(s -> List.<Ghost>of(new Ghost.Label(goal.image(), s.what(), s.value())))
        .orElse(List.of());
  }

  private static List<Ghost> box(Which which, Container.Status status) {
    return List.of(
        switch (which) {
          case Which.Named w -> new Ghost.Box("", w.name(), "", status, "");
          case Which.OfImage w -> new Ghost.Box("", "", w.image(), status, "");
        });
  }

  private static List<Ghost> demanded(Goal.ContainerHas goal, EngineState engine) {
    List<Container> found = Selection.of(goal.container(), engine);
    if (found.isEmpty()) {
      return box(
          goal.container(),
          goal.demands().stream()
              .flatMap(d -> status(d).stream())
              .findFirst()
              .orElse(Container.Status.RUNNING));
    }
    Container c = DemandChecks.nearest(found, goal.demands());
    List<Ghost> ghosts = new ArrayList<>();
    for (Demand demand : goal.demands()) {
      if (!DemandChecks.check(demand, c).met()) {
        ghost(demand, c).ifPresent(ghosts::add);
      }
    }
    return List.copyOf(ghosts);
  }

  private static Optional<Container.Status> status(Demand demand) {
    return switch (demand) {
      case Demand.Is d -> Optional.of(d.status());
      case Demand.Exited _ -> Optional.of(Container.Status.EXITED);
      case Demand.Env _,
          Demand.Limited _,
          Demand.Mounted _,
          Demand.RunsAs _,
          Demand.HealthIs _,
          Demand.Restarted _,
          Demand.Publishes _ ->
          Optional.empty();
    };
  }

  private static Optional<Ghost> ghost(Demand demand, Container c) {
    return switch (demand) {
      case Demand.Is d -> Optional.of(as(c, d.status()));
      case Demand.Exited _ -> Optional.of(as(c, Container.Status.EXITED));
      case Demand.Limited d -> Optional.of(new Ghost.Lid(c.id(), d.resource(), d.amount()));
      case Demand.Mounted d ->
          Optional.of(new Ghost.Mounting(c.id(), d.target(), d.volume() == null ? "" : d.volume()));
      case Demand.Publishes d -> Optional.of(new Ghost.Port(c.id(), d.port()));
      // no picture draws them
      case Demand.Env _, Demand.RunsAs _, Demand.HealthIs _, Demand.Restarted _ -> Optional.empty();
    };
  }

  private static Ghost as(Container c, Container.Status status) {
    return new Ghost.Box(c.id(), c.name(), c.image(), status, "");
  }

  private static List<Ghost> cell(Goal.Shares goal, EngineState engine) {
    Optional<Container> one = newest(goal.container(), engine);
    if (one.isEmpty()) {
      return box(goal.container(), Container.Status.RUNNING);
    }
    Which with = goal.with();
    if (with == null) {
      return List.of(new Ghost.Cell(goal.space(), one.get().id(), ""));
    }
    return Selection.of(with, engine).stream()
        .filter(c -> !c.id().equals(one.get().id()))
        .findFirst()
        .map(c -> List.<Ghost>of(new Ghost.Cell(goal.space(), one.get().id(), c.id())))
        .orElseGet(() -> box(with, Container.Status.RUNNING));
  }

  private static List<Ghost> wire(Goal.NetworkMember goal, EngineState engine) {
    List<Ghost> ghosts = new ArrayList<>();
    if (engine.networks().values().stream().noneMatch(n -> n.name().equals(goal.network()))) {
      ghosts.add(new Ghost.Net(goal.network()));
    }
    Optional<Container> end = newest(goal.container(), engine);
    if (end.isPresent()) {
      ghosts.add(
          new Ghost.Wire(goal.network(), end.get().id(), goal.alias() == null ? "" : goal.alias()));
    } else {
      ghosts.add(
          switch (goal.container()) {
            case Which.Named w ->
                new Ghost.Box("", w.name(), "", Container.Status.RUNNING, goal.network());
            case Which.OfImage w ->
                new Ghost.Box("", "", w.image(), Container.Status.RUNNING, goal.network());
          });
    }
    return List.copyOf(ghosts);
  }

  private static List<Ghost> port(Which which, String port, EngineState engine) {
    Optional<Container> end = newest(which, engine);
    if (end.isPresent()) {
      return Probes.publishes(end.get(), port)
          ? List.of()
          : List.of(new Ghost.Port(end.get().id(), port));
    }
    List<Ghost> ghosts = new ArrayList<>(box(which, Container.Status.RUNNING));
    ghosts.add(new Ghost.Port("", port));
    return List.copyOf(ghosts);
  }

  private static Optional<Container> newest(Which which, EngineState engine) {
    return Selection.of(which, engine).stream().findFirst();
  }
}
