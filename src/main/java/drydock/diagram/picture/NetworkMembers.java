// SPDX-License-Identifier: Apache-2.0
package drydock.diagram.picture;

import drydock.engine.Container;
import drydock.engine.Network;
import drydock.observe.ReachTarget;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Who is in which network.
final class NetworkMembers {
  /// An end of a network.
  ///
  /// @param container null for what the engine connected and is no container
  /// @param address empty while there is none
  /// @param names beyond the container's own
  /// @param owner the container whose network it uses, if that is another one
  record Member(
      String id,
      String name,
      @Nullable Container container,
      String address,
      String address6,
      List<String> names,
      @Nullable Container owner) {}

  private final Map<String, List<Member>> byNetwork = new HashMap<>();
  private final Map<String, Container> containers = new HashMap<>();

  NetworkMembers(NetworkFacts facts) {
    facts.containers().forEach(c -> containers.put(c.id(), c));
    for (Network network : facts.networks()) {
      List<Member> members = new ArrayList<>();
      Set<String> known = new HashSet<>();
      for (Container container : facts.containers()) {
        Container owner = ReachTarget.owner(container, containers);
        Container.Attachment end = attachment(owner, network);
        if (end != null) {
          known.add(container.id());
          members.add(member(container, owner, end));
        }
      }
      new TreeMap<>(network.containers())
          .forEach(
              (id, end) -> {
                if (!known.contains(id) && !containers.containsKey(id)) {
                  members.add(
                      new Member(
                          id,
                          end.name().isEmpty() ? id : end.name(),
                          null,
                          end.ipv4Address().replaceFirst("/.*", ""),
                          end.ipv6Address().replaceFirst("/.*", ""),
                          List.of(),
                          null));
                }
              });
      byNetwork.put(network.id(), List.copyOf(members));
    }
  }

  List<Member> of(Network network) {
    return byNetwork.getOrDefault(network.id(), List.of());
  }

  Map<String, Container> containers() {
    return containers;
  }

  /// Before a container is started for the first time, its end knows the network's name alone.
  private static Container.@Nullable Attachment attachment(Container container, Network network) {
    for (Map.Entry<String, Container.Attachment> end : container.networks().entrySet()) {
      String id = end.getValue().networkId();
      if (id.isEmpty() ? end.getKey().equals(network.name()) : id.equals(network.id())) {
        return end.getValue();
      }
    }
    return null;
  }

  private static Member member(
      Container container, Container owner, Container.Attachment attachment) {
    boolean joined = !owner.id().equals(container.id());
    List<String> names =
        joined
            ? List.of()
            : Stream.concat(attachment.aliases().stream(), attachment.dnsNames().stream())
                .filter(name -> !name.isEmpty() && !name.equals(container.name()))
                .filter(name -> !container.id().startsWith(name))
                .distinct()
                .toList();
    boolean runs = container.alive();
    return new Member(
        container.id(),
        container.name(),
        container,
        runs ? attachment.ipAddress() : "",
        runs ? attachment.ipv6Address() : "",
        names,
        joined ? owner : null);
  }
}
