// SPDX-License-Identifier: Apache-2.0
package drydock.diagram.picture;

import drydock.diagram.Role;
import drydock.engine.Container;
import drydock.messages.Messages;
import drydock.observe.Namespace;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/// Which cells of the matrix are the same namespace. Each namespace belongs to the container that
/// is in it the longest, and has that one's look wherever it shows up.
final class NamespaceGroups {
  /// One cell.
  ///
  /// @param letter short name of the namespace's owner; empty for the machine's own
  /// @param inode null when it could not be read
  record Cell(Role role, String letter, @Nullable Long inode, boolean host) {}

  private final NamespacesFacts facts;
  private final Map<Namespace, Map<Long, Integer>> owners = new LinkedHashMap<>();

  NamespaceGroups(NamespacesFacts facts) {
    this.facts = facts;
    for (Namespace kind : Namespace.values()) {
      Map<Long, Integer> byInode = new LinkedHashMap<>();
      for (NamespacesFacts.Row row : facts.rows()) {
        Long inode = row.seen().inodes().get(kind);
        if (inode != null) {
          byInode.putIfAbsent(inode, facts.looks().getOrDefault(row.container().id(), 0));
        }
      }
      owners.put(kind, byInode);
    }
  }

  /// The machine's own namespace of a kind, if it is known.
  OptionalLong host(Namespace kind) {
    Long read = facts.host().get(kind);
    if (read != null) {
      return OptionalLong.of(read);
    }
    if (kind.initial().isPresent()) {
      return kind.initial();
    }
    // a container on the host's network is in the host's
    return kind == Namespace.NET
        ? facts.rows().stream()
            .filter(row -> row.container().modes().network().equals("host"))
            .map(row -> row.seen().inodes().get(kind))
            .filter(inode -> inode != null)
            .mapToLong(Long::longValue)
            .findFirst()
        : OptionalLong.empty();
  }

  Cell cell(NamespacesFacts.Row row, Namespace kind) {
    Long inode = row.seen().inodes().get(kind);
    if (inode == null) {
      return new Cell(Role.UNKNOWN, "?", null, false);
    }
    if (host(kind).orElse(-1) == inode) {
      return new Cell(Role.NEUTRAL, "", inode, true);
    }
    int owner = owners.getOrDefault(kind, Map.of()).getOrDefault(inode, 0);
    return new Cell(Role.series(owner), letter(owner), inode, false);
  }

  /// "A" to "Z", then "A1", …
  static String letter(int number) {
    char letter = (char) ('A' + number % 26);
    return number < 26 ? String.valueOf(letter) : letter + String.valueOf(number / 26);
  }

  /// What is shared, in sentences; one for each namespace that several containers are in.
  List<String> sentences() {
    List<String> sentences = new ArrayList<>();
    for (Namespace kind : Namespace.values()) {
      for (Map.Entry<Long, List<Container>> one : members(kind).entrySet()) {
        long inode = one.getKey();
        List<Container> members = one.getValue();
        if (host(kind).orElse(-1) == inode) {
          if (kind == Namespace.NET || kind == Namespace.PID || kind == Namespace.IPC) {
            members.forEach(
                m -> sentences.add(Messages.get("picture.namespaces.host", m.name(), name(kind))));
          }
        } else if (members.size() > 1) {
          String names = String.join(", ", members.stream().map(Container::name).toList());
          String why = reason(kind, members);
          sentences.add(
              why.isEmpty()
                  ? Messages.get("picture.namespaces.share", names, name(kind))
                  : Messages.get("picture.namespaces.shareBy", names, name(kind), why));
        }
      }
    }
    return sentences;
  }

  /// Who is in each namespace of a kind.
  private Map<Long, List<Container>> members(Namespace kind) {
    Map<Long, List<Container>> members = new LinkedHashMap<>();
    for (NamespacesFacts.Row row : facts.rows()) {
      Long inode = row.seen().inodes().get(kind);
      if (inode != null) {
        members.computeIfAbsent(inode, _ -> new ArrayList<>()).add(row.container());
      }
    }
    return members;
  }

  /// The option that joined them.
  private static String reason(Namespace kind, List<Container> members) {
    for (Container member : members) {
      String mode =
          switch (kind) {
            case NET -> member.modes().network();
            case PID -> member.modes().pid();
            case IPC -> member.modes().ipc();
            case MNT, UTS, USER, CGROUP, TIME -> "";
          };
      if (mode.startsWith("container:")) {
        String target = mode.substring("container:".length());
        String name =
            members.stream()
                .filter(m -> m.id().equals(target))
                .map(Container::name)
                .findFirst()
                .orElse(target);
        String option = kind == Namespace.NET ? "network" : kind.file();
        return "--" + option + " container:" + name;
      }
    }
    return "";
  }

  /// What a namespace of this kind keeps apart, in a word or two.
  static String name(Namespace kind) {
    return switch (kind) {
      case PID -> Messages.get("picture.namespaces.kind.pid");
      case NET -> Messages.get("picture.namespaces.kind.net");
      case MNT -> Messages.get("picture.namespaces.kind.mnt");
      case UTS -> Messages.get("picture.namespaces.kind.uts");
      case IPC -> Messages.get("picture.namespaces.kind.ipc");
      case USER -> Messages.get("picture.namespaces.kind.user");
      case CGROUP -> Messages.get("picture.namespaces.kind.cgroup");
      case TIME -> Messages.get("picture.namespaces.kind.time");
    };
  }
}
