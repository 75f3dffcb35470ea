// SPDX-License-Identifier: Apache-2.0
package drydock.lesson.goal;

import drydock.engine.Container;
import drydock.engine.Limits;
import drydock.engine.Mount;
import drydock.engine.replay.Masking;
import drydock.messages.Messages;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// Checks what one container is like. Of several candidates the one that fulfils most speaks.
final class DemandChecks {
  private DemandChecks() {}

  static Verdict has(Goal.ContainerHas goal, Situation now) {
    return Selection.some(
        goal.container(), now, found -> check(nearest(found, goal.demands()), goal.demands()));
  }

  static Verdict absent(Goal.ContainerAbsent goal, Situation now) {
    if (now.engine() == null) {
      return GoalCheck.engineUnknown();
    }
    String name = Selection.words(goal.container());
    return Selection.of(goal.container(), now.engine()).stream()
        .findFirst()
        .map(c -> Verdict.unmet(Messages.get("lesson.verdict.container.there", c.name(), state(c))))
        .orElseGet(() -> Verdict.met(Messages.get("lesson.verdict.container.gone", name)));
  }

  /// Of those that fulfil equally many the newest.
  static Container nearest(List<Container> newestFirst, List<Demand> demands) {
    return newestFirst.stream()
        .max(Comparator.comparingLong(c -> demands.stream().filter(d -> check(d, c).met()).count()))
        .orElseThrow();
  }

  private static Verdict check(Container container, List<Demand> demands) {
    List<Verdict> verdicts = demands.stream().map(d -> check(d, container)).toList();
    return GoalCheck.first(verdicts, Verdict.Result.UNMET)
        .or(() -> GoalCheck.first(verdicts, Verdict.Result.UNKNOWN))
        .orElseGet(
            () ->
                Verdict.met(
                    Messages.get(
                        "lesson.verdict.has",
                        container.name(),
                        String.join(", ", demands.stream().map(DemandWords::of).toList()))));
  }

  /// The sentence says how it is and, unless met, what is wanted.
  static Verdict check(Demand demand, Container c) {
    return switch (demand) {
      case Demand.Is d -> of(c.status() == d.status(), c, demand, state(c));
      case Demand.Exited d ->
          of(
              c.status() == Container.Status.EXITED
                  && (d.code() == null || d.code() == c.state().exitCode()),
              c,
              demand,
              state(c));
      case Demand.Env d -> env(d, c);
      case Demand.Limited d -> {
        long limit = limit(d.resource(), c.limits());
        yield of(
            d.amount().has(limit),
            c,
            demand,
            DemandWords.limited(d.resource(), DemandWords.limit(d.resource(), limit)));
      }
      case Demand.Mounted d -> mounted(d, c);
      case Demand.RunsAs d ->
          of(
              c.user().equals(d.user()) || (c.user().isEmpty() && d.user().equals("root")),
              c,
              demand,
              Messages.get("lesson.demand.user", c.user().isEmpty() ? "root" : c.user()));
      case Demand.HealthIs d ->
          of(c.state().health() == d.health(), c, demand, DemandWords.health(c.state().health()));
      case Demand.Restarted d ->
          of(
              d.times().has(c.state().restarts()),
              c,
              demand,
              Messages.get("lesson.demand.restarts", String.valueOf(c.state().restarts())));
      case Demand.Publishes d ->
          of(
              c.ports().stream().anyMatch(p -> p.containerPort().equals(d.port())),
              c,
              demand,
              Messages.get("lesson.demand.port.none", d.port()));
    };
  }

  private static Verdict env(Demand.Env wanted, Container c) {
    Optional<String> actual = Words.value(c.env(), wanted.name());
    if (actual.isEmpty()) {
      return of(false, c, wanted, Messages.get("lesson.demand.env.none", wanted.name()));
    }
    return actual.get().equals(Masking.MASK) && !wanted.value().equals(Masking.MASK)
        ? Verdict.unknown(Messages.get("lesson.verdict.masked", c.name(), wanted.name()))
        : of(
            actual.get().equals(wanted.value()),
            c,
            wanted,
            DemandWords.env(wanted.name(), actual.get()));
  }

  private static Verdict mounted(Demand.Mounted wanted, Container c) {
    Optional<Mount> there =
        c.mounts().stream().filter(m -> m.target().equals(wanted.target())).findFirst();
    return of(
        there.filter(m -> suits(wanted, m)).isPresent(),
        c,
        wanted,
        there
            .map(DemandWords::mount)
            .orElseGet(() -> Messages.get("lesson.demand.mount.none", wanted.target())));
  }

  private static boolean suits(Demand.Mounted wanted, Mount mount) {
    boolean volume =
        wanted.volume() == null
            || (mount.type() == Mount.Type.VOLUME && mount.source().equals(wanted.volume()));
    return volume && (wanted.type() == null || mount.type() == wanted.type());
  }

  static long limit(Demand.Resource resource, Limits limits) {
    return switch (resource) {
      case MEMORY -> limits.memoryBytes();
      case CPUS -> limits.nanoCpus();
      case PIDS -> limits.pids();
    };
  }

  static String state(Container c) {
    return c.status() == Container.Status.EXITED
        ? DemandWords.exited(c.state().exitCode())
        : DemandWords.status(c.status());
  }

  private static Verdict of(boolean met, Container c, Demand wanted, String actual) {
    return met
        ? Verdict.met(Messages.get("lesson.verdict.has", c.name(), DemandWords.of(wanted)))
        : Verdict.unmet(
            Messages.get("lesson.verdict.has.wanted", c.name(), actual, DemandWords.of(wanted)));
  }
}
