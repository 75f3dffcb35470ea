// SPDX-License-Identifier: Apache-2.0
package drydock.diagram.picture;

import drydock.engine.Container;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/// Ways in from outside, and those that are only declared.
///
/// @param port in the container: "80/tcp"
/// @param hostPort on the engine's machine; 0 when it is not published
/// @param hostIps the addresses that it is open on
record PublishedPorts(Container container, String port, int hostPort, List<String> hostIps) {
  /// Who can come in.
  enum Reachable {
    /// Only who sits at the machine.
    THIS_MACHINE,
    /// Everybody who reaches one address of it.
    ONE_ADDRESS,
    /// Everybody who reaches the machine.
    EVERYWHERE,
    /// Nobody: it is only exposed.
    NOBODY
  }

  /// Published ones by their container's place among `containers`, then those that their image
  /// only exposes.
  static List<PublishedPorts> of(List<Container> containers, Map<String, List<String>> exposed) {
    List<PublishedPorts> open = new ArrayList<>();
    List<PublishedPorts> closed = new ArrayList<>();
    for (Container container : containers) {
      Map<String, Set<String>> ips = new LinkedHashMap<>();
      Map<String, Container.Port> first = new LinkedHashMap<>();
      for (Container.Port port : container.ports()) {
        String key = port.containerPort() + " " + port.hostPort();
        first.putIfAbsent(key, port);
        ips.computeIfAbsent(key, _ -> new TreeSet<>()).add(port.hostIp());
      }
      first.forEach(
          (key, port) ->
              open.add(
                  new PublishedPorts(
                      container,
                      port.containerPort(),
                      port.hostPort(),
                      List.copyOf(ips.getOrDefault(key, Set.of())))));
      if (container.running()) {
        exposed.getOrDefault(container.imageId(), List.of()).stream()
            .filter(p -> container.ports().stream().noneMatch(o -> o.containerPort().equals(p)))
            .sorted()
            .forEach(p -> closed.add(new PublishedPorts(container, p, 0, List.of())));
      }
    }
    open.addAll(closed);
    return open;
  }

  Reachable reachable() {
    if (hostIps.isEmpty()) {
      return Reachable.NOBODY;
    }
    if (hostIps.stream().allMatch(PublishedPorts::loopback)) {
      return Reachable.THIS_MACHINE;
    }
    return hostIps.stream().anyMatch(ip -> ip.isEmpty() || ip.equals("0.0.0.0") || ip.equals("::"))
        ? Reachable.EVERYWHERE
        : Reachable.ONE_ADDRESS;
  }

  private static boolean loopback(String ip) {
    return ip.startsWith("127.") || ip.equals("::1");
  }

  /// Where a container's answer tells it.
  String field() {
    String place = "NetworkSettings.Ports[\"" + port + "\"]";
    return hostIps.isEmpty()
        ? place + " = null"
        : hostIps.stream()
            .map(ip -> place + "[].HostIp = " + ip + " · " + place + "[].HostPort = " + hostPort)
            .collect(Collectors.joining(" · "));
  }

  /// "127.0.0.1:8080"
  String door() {
    return hostIps.stream()
        .map(ip -> ip.isEmpty() ? "0.0.0.0" : ip.contains(":") ? "[" + ip + "]" : ip)
        .map(ip -> ip + ":" + hostPort)
        .collect(Collectors.joining(", "));
  }
}
