// SPDX-License-Identifier: Apache-2.0
package drydock.diagram.picture;

import drydock.engine.Container;
import drydock.engine.NamespaceModes;
import drydock.observe.Namespace;
import drydock.observe.Namespaces;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;

/// Containers with namespaces, as engines tell them.
final class Namespacings {
  private static final Instant AT = Samples.AT;

  private Namespacings() {}

  /// Two that share a network, one that ended.
  static NamespacesFacts small() {
    NamespacesFacts.Row web = row("web", 0, NamespaceModes.USUAL, own(100), true);
    Map<Namespace, Long> joined = own(200);
    joined.put(Namespace.NET, web.seen().inodes().get(Namespace.NET));
    NamespacesFacts.Row debug =
        row("debug", 1, NamespaceModes.USUAL.withNetwork("container:id-web"), joined, true);
    NamespacesFacts.Row old =
        new NamespacesFacts.Row(
            container("old-db", 2, Container.Status.EXITED, NamespaceModes.USUAL),
            new Namespaces(Namespaces.Method.NOT_RUNNING, Map.of(), List.of(), AT));
    return facts(List.of(web, debug, old), Map.of(Namespace.NET, 4026531833L));
  }

  /// Thirty, one of them on the machine's network, each with children.
  static NamespacesFacts busy() {
    List<NamespacesFacts.Row> rows = new ArrayList<>();
    for (int i = 0; i < 45; i++) {
      Map<Namespace, Long> inodes = own(100L * i);
      NamespaceModes modes = NamespaceModes.USUAL;
      if (i == 3) {
        modes = modes.withNetwork("host");
        inodes.put(Namespace.NET, 4026531833L);
      }
      rows.add(row("a-rather-long-container-name-" + i, i, modes, inodes, i % 2 == 0));
    }
    return facts(rows, Map.of());
  }

  /// An engine whose ps cannot tell: one was asked from inside, one may not be, one has no shell.
  static NamespacesFacts degraded() {
    Map<Namespace, Long> some = own(300);
    some.remove(Namespace.TIME);
    Container ours = container("ours", 0, Container.Status.RUNNING, NamespaceModes.USUAL);
    return facts(
        List.of(
            new NamespacesFacts.Row(
                ours, new Namespaces(Namespaces.Method.EXEC, some, List.of(), AT)),
            new NamespacesFacts.Row(
                container("foreign", 1, Container.Status.RUNNING, NamespaceModes.USUAL),
                new Namespaces(Namespaces.Method.NOT_OURS, Map.of(), List.of(), AT)),
            new NamespacesFacts.Row(
                container("<bare>&\"'", 2, Container.Status.RUNNING, NamespaceModes.USUAL),
                new Namespaces(Namespaces.Method.NO_SHELL, Map.of(), List.of(), AT))),
        Map.of());
  }

  private static NamespacesFacts facts(List<NamespacesFacts.Row> rows, Map<Namespace, Long> host) {
    Map<String, Integer> looks = new HashMap<>();
    rows.forEach(row -> looks.put(row.container().id(), looks.size()));
    return new NamespacesFacts(rows, looks, host, rows.getFirst().container().id(), AT);
  }

  private static NamespacesFacts.Row row(
      String name, int age, NamespaceModes modes, Map<Namespace, Long> inodes, boolean asked) {
    int pid = 9770 + 100 * age;
    return new NamespacesFacts.Row(
        container(name, age, Container.Status.RUNNING, modes),
        new Namespaces(
            Namespaces.Method.TOP,
            inodes,
            List.of(
                new Namespaces.Task(pid, 1, OptionalInt.of(1), "httpd -f -p 80 -h /www"),
                new Namespaces.Task(
                    pid + 7,
                    pid,
                    asked ? OptionalInt.of(8) : OptionalInt.empty(),
                    "sh -c 'while true; do date; sleep 1; done'")),
            AT));
  }

  private static Map<Namespace, Long> own(long base) {
    Map<Namespace, Long> inodes = new EnumMap<>(Namespace.class);
    for (Namespace kind : Namespace.values()) {
      boolean shared = kind == Namespace.USER || kind == Namespace.CGROUP || kind == Namespace.TIME;
      inodes.put(kind, shared ? kind.initial().orElseThrow() : 4026532500L + base + inodes.size());
    }
    return inodes;
  }

  private static Container container(
      String name, int age, Container.Status status, NamespaceModes modes) {
    Container plain =
        drydock.engine.Samples.container(
            "id-" + name, name, "busybox:1.37", "sha256:b", status, 0, AT.plusSeconds(age), true);
    return new Container(
        plain.id(),
        plain.name(),
        plain.image(),
        plain.imageId(),
        plain.command(),
        plain.env(),
        plain.user(),
        plain.created(),
        plain.state(),
        plain.terminal(),
        plain.labels(),
        plain.ports(),
        plain.networks(),
        plain.mounts(),
        plain.limits(),
        modes,
        plain.restartPolicy());
  }
}
