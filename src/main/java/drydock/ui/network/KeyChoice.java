// SPDX-License-Identifier: Apache-2.0
package drydock.ui.network;

import drydock.diagram.picture.NetworkFacts;
import drydock.engine.Container;
import drydock.engine.Network;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/// A container for which a network is being chosen by keys.
///
/// @param connects whether it is to be connected to it, else disconnected from it
/// @param network id of the one that is chosen now
record KeyChoice(String container, boolean connects, String network) {
  /// @param preferred id of the network to begin with, if it can be chosen
  /// @return empty when there is nothing to choose from
  static Optional<KeyChoice> begin(
      Container container, boolean connects, Collection<Network> all, String preferred) {
    List<String> ids = ids(container, connects, all);
    return ids.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new KeyChoice(
                container.id(), connects, ids.contains(preferred) ? preferred : ids.getFirst()));
  }

  /// The same among the networks that there are now.
  Optional<KeyChoice> among(Container now, Collection<Network> all) {
    return begin(now, connects, all, network);
  }

  /// The next one, or the one before; after the last comes the first.
  KeyChoice step(Container now, Collection<Network> all, int by) {
    List<String> ids = ids(now, connects, all);
    int next = Math.floorMod(ids.indexOf(network) + by, Math.max(1, ids.size()));
    return ids.isEmpty() ? this : new KeyChoice(container, connects, ids.get(next));
  }

  /// As it is drawn.
  NetworkFacts.Held held(Container now, Collection<Network> all) {
    List<String> ids = ids(now, connects, all);
    return new NetworkFacts.Chosen(
        container, network, connects, ids.indexOf(network) + 1, ids.size());
  }

  private static List<String> ids(Container container, boolean connects, Collection<Network> all) {
    return Connections.open(container, all, !connects).stream().map(Network::id).toList();
  }
}
