// SPDX-License-Identifier: Apache-2.0
package drydock.ui.network;

import drydock.diagram.picture.NetworkPicture;
import drydock.engine.Container;
import drydock.engine.ContainerEngine;
import drydock.engine.Network;
import drydock.engine.NetworkSpec;
import drydock.engine.Networks;
import drydock.engine.Ownership;
import drydock.messages.Messages;
import drydock.ui.kit.Background;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// Changes who is connected to what, among what Drydock made. JavaFX thread only.
final class Connections {
  private static final String NAME = "drydock-net-";

  private final Background background;
  private final Supplier<ContainerEngine> engine;
  private final Consumer<String> problem;
  private final Consumer<Exception> failed;

  /// @param problem told why something cannot be, and "" when something worked
  Connections(
      Background background,
      Supplier<ContainerEngine> engine,
      Consumer<String> problem,
      Consumer<Exception> failed) {
    this.background = background;
    this.engine = engine;
    this.problem = problem;
    this.failed = failed;
  }

  /// Those of `all` that a container can be connected to, or disconnected from.
  static List<Network> open(Container container, Collection<Network> all, boolean connected) {
    return all.stream()
        .filter(NetworkPicture::takes)
        .filter(network -> in(container, network) == connected)
        .toList();
  }

  static boolean in(Container container, Network network) {
    return container.networks().containsKey(network.name());
  }

  void connect(Container container, Network network) {
    act(container, network, (all, name) -> all.connect(name, container.id(), List.of()));
  }

  void disconnect(Container container, Network network) {
    act(container, network, (all, name) -> all.disconnect(name, container.id()));
  }

  private interface Act {
    void on(Networks networks, String network);
  }

  private void act(Container container, Network network, Act act) {
    if (!container.ours()) {
      problem.accept(Messages.get("network.notOursContainer", container.name()));
    } else if (!NetworkPicture.takes(network)) {
      problem.accept(Messages.get("network.notOursNetwork", network.name()));
    } else {
      // Docker's own bridge goes by its name alone
      String name = network.ours() ? network.id() : network.name();
      run(networks -> act.on(networks, name));
    }
  }

  /// Makes a network of ours with the first name that is free.
  void create(Collection<Network> all, boolean internal) {
    Set<String> taken = all.stream().map(Network::name).collect(Collectors.toSet());
    String name =
        IntStream.rangeClosed(1, taken.size() + 1)
            .mapToObj(i -> NAME + i)
            .filter(n -> !taken.contains(n))
            .findFirst()
            .orElseThrow();
    run(networks -> networks.create(new NetworkSpec(name, "", "", internal, Ownership.PLAIN)));
  }

  void remove(Network network) {
    run(networks -> networks.remove(network.id()));
  }

  private void run(Consumer<Networks> action) {
    background.call(
        () -> {
          action.accept(engine.get().networks());
          return true;
        },
        _ -> problem.accept(""),
        failed);
  }
}
