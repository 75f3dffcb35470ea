// SPDX-License-Identifier: Apache-2.0
package drydock.ui.network;

import drydock.diagram.Point;
import drydock.diagram.picture.Looks;
import drydock.diagram.picture.NetworkFacts;
import drydock.diagram.picture.NetworkPicture;
import drydock.engine.Container;
import drydock.engine.ContainerEngine;
import drydock.engine.EngineException;
import drydock.engine.EngineProblem;
import drydock.engine.EngineState;
import drydock.engine.Network;
import drydock.messages.Messages;
import drydock.messages.Problems;
import drydock.observe.Ground;
import drydock.observe.ThisComputer;
import drydock.ui.kit.Background;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import org.jspecify.annotations.Nullable;

/// The networks with who is in them; asks containers whom they reach, when a person wants it, and
/// connects and disconnects those that Drydock made. JavaFX thread; the engine is asked off it.
public final class NetworkModel {
  private static final int MOST_IMAGES = 60;
  private static final Duration RETRY = Duration.ofSeconds(5);

  private final Background background;
  private final Supplier<ContainerEngine> engine;
  private final ThisComputer computer;
  private final Questions questions;
  private final Connections connections;
  private final ReadOnlyObjectWrapper<@Nullable NetworkFacts> facts =
      new ReadOnlyObjectWrapper<>(this, "facts");
  private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper(this, "problem", "");
  private final Map<String, List<String>> exposed = new HashMap<>();
  private final Set<String> unread = new HashSet<>();
  private Runnable retry = () -> {};
  private boolean inView;
  private Map<String, Integer> looks = Map.of();
  private @Nullable EngineState state;
  private @Nullable String selected;
  private NetworkFacts.@Nullable Held held;

  /// @param engine the engine that answers now; may throw [EngineException]; called off the JavaFX
  ///   thread
  public NetworkModel(
      Background background, Supplier<ContainerEngine> engine, Clock clock, ThisComputer computer) {
    this.computer = computer;
    this.background = background;
    this.engine = engine;
    this.questions = new Questions(background, engine, clock, this::show, this::failed);
    this.connections = new Connections(background, engine, problem::set, this::failed);
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
  /// @param looked whether somebody looks
  public void update(@Nullable EngineState now, boolean looked) {
    boolean came = looked && !inView;
    inView = looked;
    state = now;
    if (came) {
      exposed.keySet().removeAll(unread);
      unread.clear();
    }
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
    return Connections.open(container, networks(), false);
  }

  /// What a container can be disconnected from.
  List<Network> disconnectable(Container container) {
    return Connections.open(container, networks(), true);
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
    both(container, network, connections::connect);
  }

  /// Disconnects; what cannot be is said in [#problemProperty].
  public void disconnect(String container, String network) {
    both(container, network, connections::disconnect);
  }

  private void both(String container, String network, BiConsumer<Container, Network> action) {
    EngineState now = state;
    Container one = container(container);
    Network other = now == null ? null : now.networks().get(network);
    if (one != null && other != null) {
      action.accept(one, other);
    }
  }

  /// Makes a network of ours.
  void create(boolean internal) {
    connections.create(networks(), internal);
  }

  /// Whether the selected network can be removed.
  boolean canRemove() {
    Network network = selectedNetwork();
    EngineState now = state;
    return network != null
        && now != null
        && network.ours()
        && now.containers().values().stream()
            .noneMatch(c -> c.running() && Connections.in(c, network));
  }

  /// Removes the selected network.
  void remove() {
    Network network = selectedNetwork();
    if (network != null && canRemove()) {
      connections.remove(network);
    }
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
                  e -> {
                    // an image can be gone while its container runs: nobody knows what it exposed
                    boolean gone =
                        e instanceof EngineException known
                            && known.problem() instanceof EngineProblem.NotFound;
                    if (!gone) {
                      unread.add(image);
                      retry.run();
                      retry = background.after(RETRY, this::readAgain);
                    }
                  });
            });
  }

  /// Only when somebody still looks: the next update while in view does the same.
  private void readAgain() {
    exposed.keySet().removeAll(unread);
    unread.clear();
    EngineState now = state;
    if (now != null && inView) {
      readExposed(now);
    }
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
            Ground.of(now.info(), computer),
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
        Problems.sentence(e, Messages.get("network.failed", String.valueOf(e.getMessage()))));
  }
}
