// SPDX-License-Identifier: Apache-2.0
package drydock.observe;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;

/// A process as its container counts it.
record InsideProcess(int pid, int parent, String command) {
  /// Needs a shell with `cat` and `tr`, which BusyBox has. Prints "number parent command" for every
  /// process but its own.
  static final List<String> COMMAND =
      List.of(
          "sh",
          "-c",
          """
          for d in /proc/[0-9]*; do
            n=${d#/proc/}
            [ "$n" = $$ ] && continue
            s=$(cat $d/stat 2>/dev/null) || continue
            set -- ${s##*) }
            echo "$n $2 $(tr '\\0' ' ' 2>/dev/null <$d/cmdline)"
          done
          """);

  static List<InsideProcess> read(String text) {
    List<InsideProcess> processes = new ArrayList<>();
    for (String line : text.lines().limit(1000).toList()) {
      String[] parts = line.strip().split(" ", 3);
      if (parts.length >= 2 && parts[0].matches("\\d{1,9}") && parts[1].matches("\\d{1,9}")) {
        processes.add(
            new InsideProcess(
                Integer.parseInt(parts[0]),
                Integer.parseInt(parts[1]),
                parts.length == 3 ? parts[2].strip() : ""));
      }
    }
    return processes;
  }

  /// Finds each process of the outside list inside. Both trees have the same shape, and numbers
  /// grow with age in both; so children are matched by command, the oldest first. The container's
  /// first process is number 1 even when nothing inside could be asked.
  ///
  /// @param first number outside of the container's first process
  /// @param ownPids whether that one is number 1 inside
  static List<Namespaces.Task> pair(
      List<Namespaces.Task> outside, List<InsideProcess> inside, int first, boolean ownPids) {
    Map<Integer, Integer> found = new HashMap<>();
    Set<Integer> known = new HashSet<>();
    outside.forEach(process -> known.add(process.pid()));
    if (ownPids && known.contains(first)) {
      found.put(first, 1);
      children(outside, inside, first, 1, found);
    }
    for (Namespaces.Task process : outside) {
      if (!known.contains(process.parent()) && !found.containsKey(process.pid())) {
        for (InsideProcess candidate : inside) {
          if (candidate.parent() == 0
              && candidate.command().equals(process.command())
              && !found.containsValue(candidate.pid())) {
            found.put(process.pid(), candidate.pid());
            children(outside, inside, process.pid(), candidate.pid(), found);
            break;
          }
        }
      }
    }
    return outside.stream()
        .map(
            process -> {
              Integer number = found.get(process.pid());
              return number == null
                  ? process
                  : NamespaceReader.with(process, OptionalInt.of(number));
            })
        .toList();
  }

  private static void children(
      List<Namespaces.Task> outside,
      List<InsideProcess> inside,
      int parentOutside,
      int parentInside,
      Map<Integer, Integer> found) {
    List<InsideProcess> left =
        new ArrayList<>(inside.stream().filter(p -> p.parent() == parentInside).toList());
    for (Namespaces.Task process : outside) {
      if (process.parent() != parentOutside || found.containsKey(process.pid())) {
        continue;
      }
      for (InsideProcess candidate : left) {
        if (candidate.command().equals(process.command())) {
          left.remove(candidate);
          found.put(process.pid(), candidate.pid());
          children(outside, inside, process.pid(), candidate.pid(), found);
          break;
        }
      }
    }
  }
}
