// SPDX-License-Identifier: Apache-2.0
package drydock.diagram.picture;

import drydock.diagram.Point;
import drydock.engine.Container;
import drydock.engine.EngineInfo;
import drydock.engine.EngineState;
import drydock.engine.Network;
import drydock.observe.Ground;
import drydock.observe.Reach;
import drydock.observe.ThisComputer;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// All that the picture of networks is drawn from.
///
/// @param ground what the engine stands on: whether a virtual machine lies between
/// @param networks those that people made, the oldest first, then Docker's own three
/// @param containers the oldest first, so that a new one moves none
/// @param looks a number for each network that stays its own as long as it is there
/// @param exposed what images expose, by image id: "80/tcp"
/// @param reaches what containers were asked and found out, as far as nothing changed since
/// @param asking ids of the containers that are being asked now
/// @param selected id of a container or network; null for none
/// @param held a container on its way to a network; null for none
/// @param at when the engine answered
public record NetworkFacts(
    EngineInfo engine,
    Ground ground,
    List<Network> networks,
    List<Container> containers,
    Map<String, Integer> looks,
    Map<String, List<String>> exposed,
    List<Reach> reaches,
    Set<String> asking,
    @Nullable String selected,
    @Nullable Held held,
    Instant at) {
  private static final List<String> OWN = List.of("bridge", "host", "none");

  public NetworkFacts {
    networks =
        networks.stream()
            .sorted(
                Comparator.comparingInt((Network n) -> OWN.indexOf(n.name()))
                    .thenComparing(n -> n.created() == null ? Instant.EPOCH : n.created())
                    .thenComparing(Network::id))
            .toList();
    containers = containers.stream().sorted(Container.OLDEST_FIRST).toList();
    looks = Map.copyOf(looks);
    exposed = Map.copyOf(exposed);
    reaches = List.copyOf(reaches);
    asking = Set.copyOf(asking);
  }

  /// Those of a moment that was told without asking anybody.
  ///
  /// @param exposed what images expose, by image id
  public static NetworkFacts of(
      EngineState state, ThisComputer computer, Map<String, List<String>> exposed) {
    NetworkFacts plain =
        new NetworkFacts(
            state.info(),
            Ground.of(state.info(), computer),
            List.copyOf(state.networks().values()),
            List.copyOf(state.containers().values()),
            Map.of(),
            exposed,
            List.of(),
            Set.of(),
            null,
            null,
            state.at());
    return plain.withLooks(
        Looks.next(Map.of(), plain.networks().stream().map(Network::id).toList()));
  }

  /// The same with these numbers for its networks.
  public NetworkFacts withLooks(Map<String, Integer> numbers) {
    return new NetworkFacts(
        engine,
        ground,
        networks,
        containers,
        numbers,
        exposed,
        reaches,
        asking,
        selected,
        held,
        at);
  }

  /// A container that is on its way to a network, or off one.
  public sealed interface Held {
    String container();
  }

  /// By the pointer.
  ///
  /// @param to where the pointer is
  public record Dragged(String container, Point to) implements Held {}

  /// By keys.
  ///
  /// @param network the one that is chosen
  /// @param connects whether it will be connected to it, else disconnected from it
  /// @param number which of the networks it could be that is, from 1
  /// @param of how many it could be
  public record Chosen(String container, String network, boolean connects, int number, int of)
      implements Held {}
}
