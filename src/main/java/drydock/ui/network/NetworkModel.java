// SPDX-License-Identifier: Apache-2.0
package drydock.ui.network;

import drydock.diagram.Point;
import drydock.diagram.picture.Looks;
import drydock.diagram.picture.NetworkFacts;
import drydock.diagram.picture.NetworkPicture;
import drydock.engine.Container;
import drydock.engine.ContainerEngine;
import drydock.engine.EngineException;
import drydock.engine.EngineState;
import drydock.engine.HostSystem;
import drydock.engine.Network;
import drydock.engine.NetworkSpec;
import drydock.engine.Ownership;
import drydock.messages.Messages;
import drydock.messages.Problems;
import drydock.ui.kit.Background;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import org.jspecify.annotations.Nullable;

/// The networks with who is in them; asks containers whom they reach, when a person wants it, and
/// connects and disconnects those that Drydock made. JavaFX thread; the engine is asked off it.
public final class NetworkModel {
  private static final String NAME = "drydock-net-";
  private static final int MOST_IMAGES = 60;

  private final Background background;
  private final Supplier<ContainerEngine> engine;
  private final Questions questions;
  private final ReadOnlyObjectWrapper<@Nullable NetworkFacts> facts =
      new ReadOnlyObjectWrapper<>(this, "facts");
  private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper(this, "problem", "");
  private final Map<String, List<String>> exposed = new HashMap<>();
  private Map<String, Integer> looks = Map.of();
  private @Nullable EngineState state;
  private @Nullable String selected;
  private NetworkFacts.@Nullable Held held;

  /// @param engine the engine that answers now; may throw [EngineException]; called off the JavaFX
  ///   thread
  public NetworkModel(Background background, Supplier<ContainerEngine> engine, Clock clock) {
    this.background = background;
    this.engine = engine;
    this.questions = new Questions(background, engine, clock, this::show, this::failed);
  }

  /// What the picture is drawn from; null while no engine answers.
  public ReadOnlyObjectProperty<@Nullable NetworkFacts> factsProperty() {
    return facts.getReadOnlyProperty();
  }

  /// What went wrong last, as a sentence; empty when nothing did.
  public ReadOnlyStringProperty problemProperty() {
    return problem.getReadOnlyProperty();
  }

  /// @param now null while no engine answers
  /// @param inView whether somebody looks
  public void update(@Nullable EngineState now, boolean inView) {
    state = now;
    questions.update(now == null ? Map.of() : now.containers());
    if (now != null && inView) {
      readExposed(now);
    }
    show();
  }

  /// @param subject id of a container or network, or a pair of containers; null for none
  public void select(@Nullable String subject) {
    selected = subject;
    show();
  }

  // --- asking

  /// Asks each container of ours in the table for all of them.
  void askAll() {
    NetworkFacts now = facts.get();
    if (now != null) {
      List<Container> rows = NetworkPicture.rows(now);
      questions.ask(rows, rows);
    }
  }

  /// Asks the selected container for all in the table, or the first of a selected pair for the
  /// second.
  void askSelected() {
    NetworkFacts now = facts.get();
    Container from = asker();
    if (now == null || from == null) {
      return;
    }
    String pair = selected == null ? "" : selected;
    List<Container> rows = NetworkPicture.rows(now);
    int arrow = pair.indexOf('>');
    questions.ask(
        List.of(from),
        arrow < 0
            ? rows
            : rows.stream().filter(c -> c.id().equals(pair.substring(arrow + 1))).toList());
  }

  /// The selected container, or the first of a selected pair, when it can be asked.
  @Nullable Container asker() {
    Container from = container(selected == null ? null : selected.replaceFirst(">.*", ""));
    return from != null && from.ours() && from.running() ? from : null;
  }

  // --- connecting

  /// The selected container; null when there is none.
  @Nullable Container selectedContainer() {
    return container(selected);
  }

  /// The selected network; null when there is none.
  @Nullable Network selectedNetwork() {
    EngineState now = state;
    return now == null || selected == null ? null : now.networks().get(selected);
  }

  /// Where a container can be connected to that it is not in yet.
  List<Network> connectable(Container container) {
    return networks().stream()
        .filter(NetworkPicture::takes)
        .filter(n -> !in(container, n))
        .toList();
  }

  /// What a container can be disconnected from.
  List<Network> disconnectable(Container container) {
    return networks().stream().filter(NetworkPicture::takes).filter(n -> in(container, n)).toList();
  }

  private static boolean in(Container container, Network network) {
    return container.networks().containsKey(network.name());
  }

  /// Whether a container can be dragged.
  public boolean canMove(String id) {
    Container container = container(id);
    return container != null
        && container.ours()
        && !container.modes().network().startsWith("container:");
  }

  /// A container is on its way; null when it was let go.
  public void hold(NetworkFacts.@Nullable Held now) {
    held = now;
    show();
  }

  /// As [#hold], with the pointer.
  public void hold(String container, Point to) {
    hold(new NetworkFacts.Held(container, to));
  }

  /// Connects; what cannot be is said in [#problemProperty].
  public void connect(String container, String network) {
    act(container, network, (one, other) -> engine.get().networks().connect(other, one, List.of()));
  }

  /// Disconnects; what cannot be is said in [#problemProperty].
  public void disconnect(String container, String network) {
    act(container, network, (one, other) -> engine.get().networks().disconnect(other, one));
  }

  private interface Act {
    void on(String container, String network);
  }

  private void act(String containerId, String networkId, Act act) {
    EngineState now = state;
    Container container = container(containerId);
    Network network = now == null ? null : now.networks().get(networkId);
    if (container == null || network == null) {
      return;
    }
    if (!container.ours()) {
      problem.set(Messages.get("network.notOursContainer", container.name()));
      return;
    }
    if (!NetworkPicture.takes(network)) {
      problem.set(Messages.get("network.notOursNetwork", network.name()));
      return;
    }
    run(() -> act.on(containerId, network.ours() ? networkId : network.name()));
  }

  /// Makes a network of ours.
  void create(boolean internal) {
    Set<String> taken = Set.copyOf(networks().stream().map(Network::name).toList());
    String name =
        IntStream.iterate(1, i -> i + 1)
            .mapToObj(i -> NAME + i)
            .filter(n -> !taken.contains(n))
            .findFirst()
            .orElseThrow();
    run(
        () ->
            engine
                .get()
                .networks()
                .create(new NetworkSpec(name, "", "", internal, Ownership.PLAIN)));
  }

  /// Whether the selected network can be removed.
  boolean canRemove() {
    Network network = selectedNetwork();
    EngineState now = state;
    return network != null
        && now != null
        && network.ours()
        && now.containers().values().stream().noneMatch(c -> c.running() && in(c, network));
  }

  /// Removes the selected network.
  void remove() {
    Network network = selectedNetwork();
    if (network != null && canRemove()) {
      run(() -> engine.get().networks().remove(network.id()));
    }
  }

  private void run(Runnable action) {
    background.call(
        () -> {
          action.run();
          return true;
        },
        _ -> problem.set(""),
        this::failed);
  }

  // --- reading

  /// What images expose: a container's own answer tells only what is published.
  private void readExposed(EngineState now) {
    now.containers().values().stream()
        .filter(Container::running)
        .map(Container::imageId)
        .distinct()
        .filter(image -> !exposed.containsKey(image))
        .limit(MOST_IMAGES)
        .forEach(
            image -> {
              exposed.put(image, List.of());
              background.call(
                  () -> engine.get().images().inspect(image).config().exposedPorts(),
                  ports -> {
                    exposed.put(image, ports);
                    if (!ports.isEmpty()) {
                      show();
                    }
                  },
                  // an image can be gone while its container runs: nobody knows what it exposed
                  _ -> {});
            });
  }

  private @Nullable Container container(@Nullable String id) {
    EngineState now = state;
    return now == null || id == null ? null : now.containers().get(id);
  }

  private List<Network> networks() {
    NetworkFacts now = facts.get();
    return now == null ? List.of() : now.networks();
  }

  private void show() {
    EngineState now = state;
    if (now == null) {
      facts.set(null);
      return;
    }
    NetworkFacts next =
        new NetworkFacts(
            now.info(),
            HostSystem.current(),
            List.copyOf(now.networks().values()),
            List.copyOf(now.containers().values()),
            looks,
            exposed,
            questions.answers(),
            questions.asking(),
            selected,
            held,
            now.at());
    looks = Looks.next(looks, next.networks().stream().map(Network::id).toList());
    facts.set(next.withLooks(looks));
  }

  private void failed(Exception e) {
    problem.set(
        e instanceof EngineException failure
            ? Problems.sentence(failure.problem())
            : Messages.get("network.failed", String.valueOf(e.getMessage())));
  }
}
