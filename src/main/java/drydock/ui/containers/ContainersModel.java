// SPDX-License-Identifier: Apache-2.0
package drydock.ui.containers;

import drydock.engine.Container;
import drydock.engine.ContainerEngine;
import drydock.engine.ContainerSpec;
import drydock.engine.Containers;
import drydock.engine.EngineException;
import drydock.engine.EngineState;
import drydock.engine.Image;
import drydock.engine.Ownership;
import drydock.messages.Messages;
import drydock.messages.Problems;
import drydock.ui.kit.Background;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.collections.ObservableSet;
import org.jspecify.annotations.Nullable;

/// The engine's containers, and what can be done with Drydock's own. JavaFX thread; the engine is asked off it.
public final class ContainersModel {
  private static final Duration GRACE = Duration.ofSeconds(10);
  private static final Comparator<Container> ORDER =
      Comparator.comparing((Container c) -> c.status() != Container.Status.RUNNING)
          .thenComparing(
              (Container c) -> c.created() == null ? Instant.EPOCH : c.created(),
              Comparator.reverseOrder())
          .thenComparing(Container::id);

  private final Background background;
  private final Supplier<ContainerEngine> engine;
  private final ObservableList<Container> ours = FXCollections.observableArrayList();
  private final ObservableList<Container> others = FXCollections.observableArrayList();

  // kept, because what wraps a list hears of changes only while somebody holds it
  private final ObservableList<Container> oursSeen = FXCollections.unmodifiableObservableList(ours);
  private final ObservableList<Container> othersSeen =
      FXCollections.unmodifiableObservableList(others);
  private final ObservableSet<String> busy = FXCollections.observableSet();
  private final ReadOnlyBooleanWrapper ready = new ReadOnlyBooleanWrapper(this, "ready");
  private final ReadOnlyBooleanWrapper starting = new ReadOnlyBooleanWrapper(this, "starting");
  private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper(this, "problem", "");
  private final ReadOnlyObjectWrapper<@Nullable Image> image =
      new ReadOnlyObjectWrapper<>(this, "image");
  private String offered = "";
  private Ownership ownership = Ownership.PLAIN;
  private Consumer<Container> showLog = _ -> {};
  private Consumer<String> openLink = _ -> {};

  /// @param engine the engine that answers now; may throw [EngineException]; called off the JavaFX thread
  public ContainersModel(Background background, Supplier<ContainerEngine> engine) {
    this.background = background;
    this.engine = engine;
  }

  /// Who shows a container's output.
  public void onShowLog(Consumer<Container> how) {
    showLog = how;
  }

  /// Who opens a published port's address, "http://127.0.0.1:32768/".
  public void onOpenLink(Consumer<String> how) {
    openLink = how;
  }

  /// Drydock's containers, those that run first, then the youngest first.
  public ObservableList<Container> ours() {
    return oursSeen;
  }

  /// All others of the engine, in the same order.
  public ObservableList<Container> others() {
    return othersSeen;
  }

  /// Whether an engine answers.
  public ReadOnlyBooleanProperty readyProperty() {
    return ready.getReadOnlyProperty();
  }

  /// What went wrong last, as a sentence; empty when nothing did.
  public ReadOnlyStringProperty problemProperty() {
    return problem.getReadOnlyProperty();
  }

  /// The image that can be run; null when there is none.
  public ReadOnlyObjectProperty<@Nullable Image> imageProperty() {
    return image.getReadOnlyProperty();
  }

  /// The name under which it was offered.
  public String imageName() {
    return offered;
  }

  /// Whether a container is being started.
  public ReadOnlyBooleanProperty startingProperty() {
    return starting.getReadOnlyProperty();
  }

  /// Ids of containers that are being stopped or removed.
  ObservableSet<String> busy() {
    return busy;
  }

  /// How things stand with the engine now.
  ///
  /// @param state null while no engine answers
  public void update(@Nullable EngineState state) {
    Map<Boolean, List<Container>> containers = new HashMap<>();
    if (state != null) {
      containers.putAll(
          state.containers().values().stream()
              .sorted(ORDER)
              .collect(Collectors.partitioningBy(Container::ours)));
    }
    ready.set(state != null);
    replace(ours, containers.getOrDefault(true, List.of()));
    replace(others, containers.getOrDefault(false, List.of()));
  }

  private static void replace(ObservableList<Container> list, List<Container> next) {
    if (!list.equals(next)) {
      list.setAll(next);
    }
  }

  /// Offers an image to run, such as the one just built.
  ///
  /// @param reference its tag, or its id
  /// @param labels what its containers will belong to
  public void offer(String reference, Ownership labels) {
    offer(reference, labels, () -> {});
  }

  /// Runs an image with its own command, its exposed ports published on free ports of 127.0.0.1; and offers it.
  public void run(String reference, Ownership labels) {
    offer(
        reference,
        labels,
        () -> {
          Image found = image.get();
          if (found != null) {
            run("", Set.copyOf(found.config().exposedPorts()));
          }
        });
  }

  private void offer(String reference, Ownership labels, Runnable then) {
    background.call(
        () -> engine.get().images().inspect(reference),
        found -> {
          offered = reference;
          ownership = labels;
          image.set(null); // the same image may come under another name
          image.set(found);
          then.run();
        },
        this::failed);
  }

  /// Runs the offered image, and shows its log.
  ///
  /// @param command replaces the image's own unless blank; split into words as a shell does
  /// @param ports those of the container's ports to publish, each on a free port of 127.0.0.1
  void run(String command, Set<String> ports) {
    Optional<List<String>> words = CommandWords.split(command);
    if (image.get() == null || starting.get()) {
      return;
    }
    if (words.isEmpty()) {
      problem.set(Messages.get("containers.run.quotes"));
      return;
    }
    Map<String, Integer> published = new HashMap<>();
    ports.forEach(p -> published.put(p, 0));
    ContainerSpec spec =
        ContainerSpec.of(offered, ownership).command(words.get()).ports(published).build();
    starting.set(true);
    problem.set("");
    background.call(
        () -> {
          Containers now = engine.get().containers();
          return now.inspect(now.run(spec));
        },
        started -> {
          starting.set(false);
          showLog.accept(started);
        },
        failure -> {
          starting.set(false);
          failed(failure);
        });
  }

  /// Asks the container to end, and kills it if it has not after ten seconds.
  public void stop(Container container) {
    with(
        container,
        () -> {
          engine.get().containers().stop(container.id(), GRACE);
          return true;
        });
  }

  /// Removes a container of Drydock's.
  public void remove(Container container) {
    with(
        container,
        () -> {
          engine.get().containers().remove(container.id());
          return true;
        });
  }

  /// Shows what the container wrote and writes.
  public void showLog(Container container) {
    showLog.accept(container);
  }

  void openLink(String address) {
    openLink.accept(address);
  }

  void forgetProblem() {
    problem.set("");
  }

  private void with(Container container, Callable<Boolean> work) {
    if (!container.ours() || !busy.add(container.id())) {
      return;
    }
    problem.set("");
    background.call(
        work,
        _ -> busy.remove(container.id()),
        failure -> {
          busy.remove(container.id());
          failed(failure);
        });
  }

  private void failed(Exception failure) {
    problem.set(
        Problems.sentence(
            failure, Messages.get("containers.problem.unexpected", failure.toString())));
  }
}
