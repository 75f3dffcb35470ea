// SPDX-License-Identifier: Apache-2.0
package drydock.diagram.picture;

import drydock.diagram.About;
import drydock.diagram.Element;
import drydock.diagram.Evidence;
import drydock.diagram.Point;
import drydock.diagram.Rect;
import drydock.diagram.Role;
import drydock.engine.Container;
import drydock.engine.Stats;
import drydock.messages.ExitCodes;
import drydock.messages.Messages;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// One container's limits: the tank at the left, words and bars beside it.
final class LimitCard {
  /// Of the tank, without its handle.
  static final double TANK_HEIGHT = 92;

  private static final double TANK_WIDTH = 96;
  private static final double HANDLE = 9;
  private static final double BESIDE = 18;
  private static final double BAR = 9;
  private static final double NEARLY = 0.75;
  private static final double FULL = 0.95;

  private final LimitsFacts facts;
  private final Container container;
  private final List<Element> elements;
  private final LimitsFacts.@Nullable Meter meter;

  LimitCard(LimitsFacts facts, Container container, List<Element> elements) {
    this.facts = facts;
    this.container = container;
    this.elements = elements;
    this.meter = facts.meters().get(container.id());
  }

  /// @return the lower edge
  double draw(double x, double top, double width) {
    double y =
        words("name", x, top, width, about(inspect("Name = /" + container.name())), Role.NEUTRAL)
                .heading(container.name())
                .end()
            + 4;
    if (!container.alive()) {
      return ended(x, y, width);
    }
    tank(x, y);
    double right = x + TANK_WIDTH + BESIDE;
    double room = width - TANK_WIDTH - BESIDE;
    double beside = memory(right, y, room);
    beside = processors(right, beside + 4, room);
    beside = processes(right, beside + 2, room);
    return Math.max(beside, y + HANDLE + TANK_HEIGHT + 2);
  }

  private double ended(double x, double y, double width) {
    Container.State state = container.state();
    Words words =
        words(
            "ended",
            x,
            y,
            width,
            new About(
                "",
                state.oomKilled() && state.exitCode() == 0
                    ? Messages.get("picture.limits.childKilledWhy")
                    : "",
                inspect(
                    "State.ExitCode = "
                        + state.exitCode()
                        + " · State.OOMKilled = "
                        + state.oomKilled()),
                container.id()),
            state.oomKilled() || state.exitCode() != 0 ? Role.FAILED : Role.WAITING);
    if (container.status() == Container.Status.CREATED) {
      return words.small(Messages.get("picture.limits.created")).end();
    }
    String code = Integer.toString(state.exitCode());
    if (state.oomKilled() && state.exitCode() != 0) {
      words.telling(
          Messages.get("picture.limits.oom", limit(), code, ExitCodes.explain(state.exitCode())));
    } else if (state.oomKilled()) {
      words.telling(Messages.get("picture.limits.childKilled", limit()));
    } else {
      words.small(Messages.get("picture.limits.exited", code, ExitCodes.explain(state.exitCode())));
    }
    return words.end();
  }

  // --- memory

  private void tank(double x, double y) {
    Stats measured = meter == null ? null : meter.now();
    Stats.Memory memory = measured == null ? null : measured.memory();
    boolean limited = container.limits().memoryBytes() > 0;
    Rect tank = new Rect(x, y + HANDLE, TANK_WIDTH, TANK_HEIGHT);
    elements.add(
        new Element.Group(
            id("tank"), tank, limited ? Role.NEUTRAL : Role.WAITING, List.of(), About.ORNAMENT));
    handle(x, y, limited);
    if (measured == null || memory == null) {
      return;
    }
    double limit = Math.max(1, limitBytes(memory));
    double ratio = Math.clamp(memory.usedBytes() / limit, 0, 1);
    double height = Math.max(3, Math.round(ratio * (TANK_HEIGHT - 2)));
    Role role = role(ratio);
    elements.add(
        new Element.Box(
            id("level"),
            new Rect(x + 1, tank.bottom() - 1 - height, TANK_WIDTH - 2, height),
            role,
            4,
            TANK_WIDTH - 2,
            List.of(),
            new About(
                Messages.get(
                    "picture.limits.level",
                    container.name(),
                    Human.memory(memory.usedBytes()),
                    limit()),
                "",
                stats(Asked.memory(measured, memory)),
                container.id())));
    peak(x, tank, limit, height);
  }

  private void peak(double x, Rect tank, double limit, double level) {
    double peak = Math.clamp(peakBytes() / limit, 0, 1) * (TANK_HEIGHT - 2);
    if (peak > level + 3) {
      double y = Math.max(tank.y() + 2, tank.bottom() - 1 - peak);
      elements.add(
          new Element.Link(
              id("peak"),
              List.of(new Point(x + 2, y), new Point(x + TANK_WIDTH - 2, y)),
              Role.WAITING,
              false,
              About.ORNAMENT));
    }
  }

  private void handle(double x, double y, boolean limited) {
    String help =
        container.ours()
            ? Messages.get("picture.limits.handleHelp")
            : Messages.get("picture.limits.notOurs");
    elements.add(
        new Element.Box(
            id("limit"),
            new Rect(x - 5, y, TANK_WIDTH + 10, HANDLE - 1),
            container.ours() ? Role.FIRST : Role.NEUTRAL,
            4,
            0,
            List.of(),
            new About(
                Messages.get("picture.limits.handle", container.name(), limit()),
                limited ? help : Messages.get("picture.limits.none") + " " + help,
                inspect("HostConfig.Memory = " + container.limits().memoryBytes()),
                container.id())));
  }

  private double memory(double x, double y, double room) {
    Stats measured = meter == null ? null : meter.now();
    Stats.Memory memory = measured == null ? null : measured.memory();
    double ratio =
        memory == null ? 0 : memory.usedBytes() / Math.max(1.0, (double) limitBytes(memory));
    Role role = role(ratio);
    Evidence evidence =
        measured == null || memory == null ? null : stats(Asked.memory(measured, memory));
    Words words = words("memory", x, y, room, about(evidence), role);
    Long wish = facts.wished().get(container.id());
    if (memory == null) {
      return words
          .small(
              meter == null
                  ? Messages.get("picture.limits.measuring")
                  : Messages.get("picture.limits.noMemory"))
          .end();
    }
    String used = Human.memory(memory.usedBytes());
    words.strong(
        container.limits().memoryBytes() > 0
            ? Messages.get("picture.limits.memory", used, limit())
            : Messages.get("picture.limits.memoryFree", used, limit()));
    if (wish != null) {
      words.telling(Messages.get("picture.limits.wish", Human.memory(wish)));
    } else if (ratio >= FULL) {
      words.telling(Messages.get("picture.limits.full"));
    } else if (ratio >= NEARLY) {
      words.telling(Messages.get("picture.limits.nearly"));
    }
    if (!container.running()) {
      words.strong(Messages.get("picture.limits.paused"));
    }
    String peak = Human.memory(peakBytes());
    words.small(
        memory.peakBytes().isPresent()
            ? Messages.get("picture.limits.peak", peak)
            : Messages.get("picture.limits.peakSeen", peak));
    double end = failures(memory, x, words.end(), room);
    return container.state().oomKilled()
        ? words("child", x, end, room, about(inspect("State.OOMKilled = true")), Role.FAILED)
            .telling(Messages.get("picture.limits.childKilledRunning"))
            .end()
        : end;
  }

  /// How often it met its limit. The two versions of control groups count different things.
  private double failures(Stats.Memory memory, double x, double y, double room) {
    long times = memory.failures().orElse(0);
    if (times == 0 || meter == null) {
      return y;
    }
    About about = new About("", "", stats("memory_stats.failcnt = " + times), container.id());
    return words("failures", x, y, room, about, Role.SECOND)
        .small(
            Messages.get(
                meter.now().cgroup() == 2 ? "picture.limits.starved" : "picture.limits.hit", times))
        .end();
  }

  private long peakBytes() {
    if (meter == null) {
      return 0;
    }
    Stats.Memory memory = meter.now().memory();
    return memory == null
        ? meter.peakBytes()
        : Math.max(meter.peakBytes(), memory.peakBytes().orElse(0));
  }

  private static long limitBytes(Stats.Memory memory) {
    return memory.limitBytes();
  }

  private String limit() {
    long bytes = container.limits().memoryBytes();
    return bytes > 0
        ? Human.memory(bytes)
        : Messages.get(
            "picture.limits.machine", Human.memory(facts.engine().machine().memoryBytes()));
  }

  // --- processors and processes

  private double processors(double x, double y, double room) {
    Stats.Cpu now = meter == null ? null : meter.now().cpu();
    Stats before = meter == null ? null : meter.before();
    Stats.Cpu earlier = before == null ? null : before.cpu();
    if (now == null || earlier == null) {
      return y;
    }
    double used = now.since(earlier);
    double most =
        container.limits().nanoCpus() > 0
            ? container.limits().nanoCpus() / 1e9
            : Math.max(1, now.onlineCpus());
    boolean limited = container.limits().nanoCpus() > 0;
    double ratio = Math.clamp(used / most, 0, 1);
    Words words =
        words(
            "cpu",
            x,
            y,
            room,
            new About(
                "",
                "",
                stats("cpu_stats.cpu_usage.total_usage = " + now.totalNanos()),
                container.id()),
            Role.SECOND);
    words.small(
        Messages.get(
            limited ? "picture.limits.cpuLimited" : "picture.limits.cpu",
            String.format(Messages.locale(), "%.2f", used),
            String.format(Messages.locale(), most == Math.rint(most) ? "%.0f" : "%.2f", most)));
    long held = now.throttledPeriods().orElse(0);
    if (held > 0) {
      words.telling(
          Messages.get(
              "picture.limits.held",
              Human.seconds(Duration.ofNanos(now.throttledNanos().orElse(0))),
              held,
              now.periods().orElse(held)));
    }
    return bar("cpu", x, words.end(), room, ratio);
  }

  private double processes(double x, double y, double room) {
    if (meter == null || meter.now().pids().isEmpty()) {
      return y;
    }
    long now = meter.now().pids().getAsLong();
    long most = container.limits().pids();
    String text =
        most > 0
            ? Messages.get("picture.limits.pidsLimited", now, most)
            : Messages.get("picture.limits.pids", now);
    double end =
        words(
                "pids",
                x,
                y,
                room,
                new About("", "", stats("pids_stats.current = " + now), container.id()),
                Role.NEUTRAL)
            .small(text)
            .end();
    return most > 0 ? bar("pids", x, end, room, Math.clamp((double) now / most, 0, 1)) : end;
  }

  private double bar(String what, double x, double y, double room, double ratio) {
    double width = Math.min(room, 180);
    elements.add(
        new Element.Group(
            id(what + "-bar"),
            new Rect(x, y, width, BAR),
            Role.NEUTRAL,
            List.of(),
            About.ORNAMENT));
    double filled = Math.max(2, Math.round(ratio * (width - 2)));
    elements.add(
        new Element.Box(
            id(what + "-used"),
            new Rect(x + 1, y + 1, filled, BAR - 2),
            role(ratio),
            3,
            filled,
            List.of(),
            About.ORNAMENT));
    return y + BAR + 3;
  }

  // --- small things

  private static Role role(double ratio) {
    if (ratio >= FULL) {
      return Role.SIXTH;
    }
    return ratio >= NEARLY ? Role.SECOND : Role.THIRD;
  }

  private Words words(String what, double x, double y, double width, About about, Role role) {
    return new Words(elements, new Rect(x, y, width, 0), id(what), about, role);
  }

  private About about(@Nullable Evidence evidence) {
    return new About("", "", evidence, container.id());
  }

  private String id(String what) {
    return what + ":" + container.id();
  }

  private Evidence stats(String field) {
    return Asked.stats(container.name(), field, meter == null ? facts.at() : meter.now().at());
  }

  private Evidence inspect(String field) {
    return Asked.container(container.name(), field, facts.at());
  }
}
