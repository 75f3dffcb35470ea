// SPDX-License-Identifier: Apache-2.0
package drydock.observe;

import drydock.engine.Container;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// Whom to reach.
///
/// @param container its id
/// @param name under which it is looked for
/// @param addresses all that it has, at most [#MOST_ADDRESSES]
/// @param ports TCP ports that it publishes or exposes, at most [#MOST_PORTS]
public record ReachTarget(
    String container, String name, List<String> addresses, List<Integer> ports) {
  private static final int MOST_PORTS = 4;
  private static final Pattern TCP = Pattern.compile("(\\d{1,5})/tcp");
  private static final int MOST_ADDRESSES = 4;
  private static final String JOINED = "container:";

  public ReachTarget {
    addresses = List.copyOf(addresses);
    ports = List.copyOf(ports);
  }

  /// Without ports.
  public ReachTarget(String container, String name, List<String> addresses) {
    this(container, name, addresses, List.of());
  }

  /// The same with the ports that its container publishes, and those of `exposed`: "6379/tcp".
  public ReachTarget withPorts(Container of, List<String> exposed) {
    List<Integer> all =
        Stream.concat(of.ports().stream().map(Container.Port::containerPort), exposed.stream())
            .map(TCP::matcher)
            .filter(Matcher::matches)
            .map(port -> Integer.parseInt(port.group(1)))
            .filter(port -> port > 0 && port < 65_536)
            .distinct()
            .sorted()
            .limit(MOST_PORTS)
            .toList();
    return new ReachTarget(container, name, addresses, all);
  }

  /// A container as a target. One that joined the network of another has that one's addresses; one
  /// on the machine's own network has none.
  ///
  /// @param all containers by id
  public static ReachTarget of(Container container, Map<String, Container> all) {
    Container owner = owner(container, all);
    return new ReachTarget(
        container.id(),
        container.name(),
        Stream.concat(
                addresses(owner, Container.Attachment::ipAddress),
                addresses(owner, Container.Attachment::ipv6Address))
            .limit(MOST_ADDRESSES)
            .toList());
  }

  private static Stream<String> addresses(
      Container container, Function<Container.Attachment, String> kind) {
    return container.networks().values().stream()
        .map(kind)
        .filter(address -> !address.isEmpty())
        .sorted();
  }

  /// The container whose network it uses: itself, unless it joined another's.
  public static Container owner(Container container, Map<String, Container> all) {
    String mode = container.modes().network();
    if (!mode.startsWith(JOINED)) {
      return container;
    }
    String other = mode.substring(JOINED.length());
    Container found = all.get(other);
    return found != null
        ? found
        : all.values().stream().filter(c -> c.name().equals(other)).findFirst().orElse(container);
  }
}
