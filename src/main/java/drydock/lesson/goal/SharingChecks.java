// SPDX-License-Identifier: Apache-2.0
package drydock.lesson.goal;

import drydock.engine.Container;
import drydock.engine.EngineState;
import drydock.engine.NamespaceModes;
import drydock.messages.Messages;
import java.util.List;
import java.util.Objects;

/// Checks who lives in whose namespaces, by the modes that the containers were created with.
final class SharingChecks {
  private static final String MACHINE = "host";
  private static final String JOIN = "container:";

  /// Longer chains of containers that join containers do not occur.
  private static final int MAX_CHAIN = 8;

  private SharingChecks() {}

  static Verdict shares(Goal.Shares goal, Situation now) {
    return Selection.some(
        goal.container(),
        now,
        found ->
            goal.with() == null
                ? withMachine(goal, found, now)
                : Selection.some(goal.with(), now, others -> together(goal, found, others, now)));
  }

  private static Verdict withMachine(Goal.Shares goal, List<Container> found, Situation now) {
    String space = Words.space(goal.space());
    for (Container c : found) {
      if (home(goal.space(), c, engine(now), 0).equals(MACHINE)) {
        return Verdict.met(Messages.get("lesson.verdict.shares.machine", c.name(), space));
      }
    }
    return Verdict.unmet(
        Messages.get("lesson.verdict.shares.machine.not", found.getFirst().name(), space));
  }

  private static Verdict together(
      Goal.Shares goal, List<Container> found, List<Container> others, Situation now) {
    String space = Words.space(goal.space());
    for (Container a : found) {
      for (Container b : others) {
        if (!a.id().equals(b.id())
            && home(goal.space(), a, engine(now), 0)
                .equals(home(goal.space(), b, engine(now), 0))) {
          return Verdict.met(Messages.get("lesson.verdict.shares", a.name(), b.name(), space));
        }
      }
    }
    return Verdict.unmet(
        Messages.get(
            "lesson.verdict.shares.not",
            found.getFirst().name(),
            Selection.words(Objects.requireNonNull(goal.with())),
            space));
  }

  private static EngineState engine(Situation now) {
    return Objects.requireNonNull(now.engine());
  }

  /// Whose namespace it is: the machine's, or that of the container which was there first.
  private static String home(Goal.Space space, Container c, EngineState engine, int chain) {
    String mode = mode(space, c.modes());
    if (!mode.startsWith(JOIN) || chain > MAX_CHAIN) {
      return mode.equals(MACHINE) ? MACHINE : c.id();
    }
    String joined = mode.substring(JOIN.length());
    return engine.containers().values().stream()
        .filter(o -> o.id().equals(joined) || o.name().equals(joined))
        .findFirst()
        .map(o -> home(space, o, engine, chain + 1))
        .orElse(joined);
  }

  private static String mode(Goal.Space space, NamespaceModes modes) {
    return switch (space) {
      case NETWORK -> modes.network();
      case PID -> modes.pid();
      case IPC -> modes.ipc();
      case UTS -> modes.uts();
    };
  }
}
