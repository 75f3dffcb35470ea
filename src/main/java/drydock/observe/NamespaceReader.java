// SPDX-License-Identifier: Apache-2.0
package drydock.observe;

import drydock.engine.Container;
import drydock.engine.ContainerEngine;
import drydock.engine.EngineException;
import drydock.engine.EngineProblem;
import drydock.engine.ExecResult;
import drydock.engine.ProcessTable;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// Reads the namespaces of containers: with the `ps` of the engine's machine, which needs nothing
/// in the container; where that `ps` is too simple, with a process in the container, which only
/// containers of ours may be asked for.
public final class NamespaceReader {
  private static final Duration MOST = Duration.ofSeconds(5);
  private static final int MOST_PROCESSES = 500;

  /// One `readlink` a file: BusyBox takes no more.
  static final List<String> READ_LINKS =
      List.of("sh", "-c", "for n in /proc/1/ns/*; do readlink $n; done");

  /// What BusyBox's `ps` knows too.
  public static final String PLAIN_PS = "-eo pid,ppid,args";

  private static final Pattern LINK = Pattern.compile("(\\w+):\\[(\\d{1,19})]");

  private final Clock clock;

  public NamespaceReader(Clock clock) {
    this.clock = clock;
  }

  /// The arguments that `docker top` is given.
  ///
  /// @param time whether the namespace of time is asked for, which older `ps` do not know
  public static String psArguments(boolean time) {
    return "-eo pid,ppid,"
        + Arrays.stream(Namespace.values())
            .filter(kind -> time || kind != Namespace.TIME)
            .map(Namespace::column)
            .collect(Collectors.joining(","))
        + ",args";
  }

  /// Blocks for as long as the engine takes.
  ///
  /// @param inside whether each process's number inside is asked for, which runs a process in a
  ///   container of ours
  /// @throws EngineException when the engine cannot be asked at all
  public Namespaces read(ContainerEngine engine, Container container, boolean inside) {
    if (!container.alive()) {
      return Namespaces.none(Namespaces.Method.NOT_RUNNING, clock.instant());
    }
    try {
      return ofTable(engine, container, inside, top(engine, container));
    } catch (EngineException e) {
      if (e.problem() instanceof EngineProblem.NotFound
          || e.problem() instanceof EngineProblem.Conflict) {
        return Namespaces.none(Namespaces.Method.NOT_RUNNING, clock.instant());
      }
      if (refused(e)) {
        return byProcess(engine, container, inside);
      }
      throw e;
    }
  }

  private static ProcessTable top(ContainerEngine engine, Container container) {
    try {
      return engine.containers().top(container.id(), psArguments(true));
    } catch (EngineException e) {
      if (e.problem() instanceof EngineProblem.Failed) {
        return engine.containers().top(container.id(), psArguments(false));
      }
      throw e;
    }
  }

  private Namespaces ofTable(
      ContainerEngine engine, Container container, boolean inside, ProcessTable table) {
    List<Namespaces.Task> processes = tasks(table);
    if (processes.isEmpty()) {
      return byProcess(engine, container, inside);
    }
    String pid = Integer.toString(container.state().pid());
    int column = table.titles().indexOf("PID");
    List<String> first =
        table.rows().stream()
            .filter(row -> row.get(column).equals(pid))
            .findFirst()
            .orElse(table.rows().getFirst());
    Map<Namespace, Long> inodes = new EnumMap<>(Namespace.class);
    for (Namespace kind : Namespace.values()) {
      int at = table.titles().indexOf(kind.name() + "NS");
      if (at >= 0 && first.get(at).matches("\\d{1,18}")) {
        inodes.put(kind, Long.parseLong(first.get(at)));
      }
    }
    return new Namespaces(
        Namespaces.Method.TOP,
        inodes,
        inside(engine, container, inside, processes, inodes),
        clock.instant());
  }

  /// Its rows; none when they make no sense.
  private static List<Namespaces.Task> tasks(ProcessTable table) {
    int pid = table.titles().indexOf("PID");
    int parent = table.titles().indexOf("PPID");
    List<Namespaces.Task> processes = new ArrayList<>();
    if (pid >= 0 && parent >= 0) {
      for (List<String> row : table.rows().stream().limit(MOST_PROCESSES).toList()) {
        OptionalInt number = number(row.get(pid));
        OptionalInt above = number(row.get(parent));
        if (number.isEmpty() || above.isEmpty()) {
          return List.of();
        }
        processes.add(
            new Namespaces.Task(
                number.getAsInt(), above.getAsInt(), OptionalInt.empty(), row.getLast()));
      }
    }
    return processes;
  }

  /// What even a simple `ps` tells: the processes, outside; of a container of ours inside too.
  private List<Namespaces.Task> plain(
      ContainerEngine engine, Container container, boolean inside, Map<Namespace, Long> inodes) {
    try {
      ProcessTable table = engine.containers().top(container.id(), PLAIN_PS);
      return inside(engine, container, inside, tasks(table), inodes);
    } catch (EngineException e) {
      if (refused(e) || e.problem() instanceof EngineProblem.Conflict) {
        return List.of();
      }
      throw e;
    }
  }

  /// The engine is there, and its `ps` cannot do what was asked for.
  private static boolean refused(EngineException e) {
    return e.problem() instanceof EngineProblem.Failed
        || e.problem() instanceof EngineProblem.Unsupported;
  }

  private List<Namespaces.Task> inside(
      ContainerEngine engine,
      Container container,
      boolean ask,
      List<Namespaces.Task> outside,
      Map<Namespace, Long> inodes) {
    Long pids = inodes.get(Namespace.PID);
    if (pids != null && pids == Namespace.PID.initial().orElse(0)) {
      return outside.stream().map(p -> with(p, OptionalInt.of(p.pid()))).toList();
    }
    List<InsideProcess> within = List.of();
    if (ask && container.ours()) {
      try {
        ExecResult answer =
            engine.containers().execute(container.id(), InsideProcess.COMMAND, MOST);
        within = InsideProcess.read(answer.stdout());
      } catch (EngineException e) {
        // it ended meanwhile, or has no shell: what is known without it is shown
        within = List.of();
      }
    }
    return InsideProcess.pair(outside, within, container.state().pid(), ownPids(container));
  }

  /// Whether its first process is number 1 inside: not when it looks at the processes of another
  /// container.
  private static boolean ownPids(Container container) {
    return !container.modes().pid().startsWith("container:");
  }

  static Namespaces.Task with(Namespaces.Task process, OptionalInt inside) {
    return new Namespaces.Task(process.pid(), process.parent(), inside, process.command());
  }

  private Namespaces byProcess(ContainerEngine engine, Container container, boolean inside) {
    Map<Namespace, Long> inodes = container.ours() ? ownLinks(engine, container) : Map.of();
    Namespaces.Method method =
        !container.ours()
            ? Namespaces.Method.NOT_OURS
            : inodes.isEmpty() ? Namespaces.Method.NO_SHELL : Namespaces.Method.EXEC;
    return new Namespaces(
        method, inodes, plain(engine, container, inside, inodes), clock.instant());
  }

  /// What a process in it reads; none when it has no shell.
  private static Map<Namespace, Long> ownLinks(ContainerEngine engine, Container container) {
    try {
      return links(engine.containers().execute(container.id(), READ_LINKS, MOST).stdout());
    } catch (EngineException e) {
      if (refused(e)
          || e.problem() instanceof EngineProblem.Conflict
          || e.problem() instanceof EngineProblem.TimedOut) {
        return Map.of();
      }
      throw e;
    }
  }

  /// "net:[4026532604]", one a line.
  static Map<Namespace, Long> links(String text) {
    Map<Namespace, Long> inodes = new EnumMap<>(Namespace.class);
    Matcher matcher = LINK.matcher(text);
    while (matcher.find()) {
      for (Namespace kind : Namespace.values()) {
        if (kind.file().equals(matcher.group(1))) {
          inodes.put(kind, Long.parseLong(matcher.group(2)));
        }
      }
    }
    return inodes;
  }

  private static OptionalInt number(String cell) {
    return cell.matches("\\d{1,9}") ? OptionalInt.of(Integer.parseInt(cell)) : OptionalInt.empty();
  }
}
