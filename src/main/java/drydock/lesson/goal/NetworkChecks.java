// SPDX-License-Identifier: Apache-2.0
package drydock.lesson.goal;

import drydock.engine.Container;
import drydock.engine.EngineObject;
import drydock.messages.Messages;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;

/// Checks of networks and volumes.
final class NetworkChecks {
  private NetworkChecks() {}

  static Verdict network(Goal.NetworkExists goal, Situation now) {
    return now.engine() == null
        ? GoalCheck.engineUnknown()
        : there(
            goal.network(),
            now.engine().networks().values(),
            drydock.engine.Network::name,
            new Sentences(
                "lesson.verdict.network.there",
                "lesson.verdict.network.none",
                "lesson.verdict.network.foreign"));
  }

  static Verdict volume(Goal.VolumeExists goal, Situation now) {
    return now.engine() == null
        ? GoalCheck.engineUnknown()
        : there(
            goal.volume(),
            now.engine().volumes().values(),
            drydock.engine.Volume::name,
            new Sentences(
                "lesson.verdict.volume.there",
                "lesson.verdict.volume.none",
                "lesson.verdict.volume.foreign"));
  }

  static Verdict member(Goal.NetworkMember goal, Situation now) {
    return Selection.some(
        goal.container(),
        now,
        found -> Selection.best(found.stream().map(c -> member(goal, c)).toList()));
  }

  private static Verdict member(Goal.NetworkMember goal, Container c) {
    Container.Attachment end = c.networks().get(goal.network());
    if (end == null) {
      return Verdict.unmet(
          c.networks().isEmpty()
              ? Messages.get("lesson.verdict.member.alone", c.name(), goal.network())
              : Messages.get(
                  "lesson.verdict.member.elsewhere",
                  c.name(),
                  String.join(", ", c.networks().keySet().stream().sorted().toList()),
                  goal.network()));
    }
    if (goal.alias() == null) {
      return Verdict.met(Messages.get("lesson.verdict.member", c.name(), goal.network()));
    }
    boolean called = end.aliases().contains(goal.alias()) || end.dnsNames().contains(goal.alias());
    return called
        ? Verdict.met(
            Messages.get("lesson.verdict.member.alias", c.name(), goal.network(), goal.alias()))
        : Verdict.unmet(
            Messages.get(
                "lesson.verdict.member.alias.not", c.name(), goal.network(), goal.alias()));
  }

  private record Sentences(String there, String none, String foreign) {}

  private static <O extends EngineObject> Verdict there(
      String name, Collection<O> all, Function<O, String> nameOf, Sentences keys) {
    List<O> found = all.stream().filter(o -> nameOf.apply(o).equals(name)).toList();
    if (found.isEmpty()) {
      return Verdict.unmet(Messages.get(keys.none(), name));
    }
    return found.stream().anyMatch(EngineObject::ours)
        ? Verdict.met(Messages.get(keys.there(), name))
        : Verdict.unmet(Messages.get(keys.foreign(), name));
  }
}
