// SPDX-License-Identifier: Apache-2.0
package drydock.ui.limits;

import drydock.diagram.picture.LimitsFacts;
import drydock.engine.Container;
import drydock.engine.ContainerEngine;
import drydock.engine.EngineException;
import drydock.engine.EngineState;
import drydock.engine.Limits;
import drydock.engine.Stats;
import drydock.messages.Messages;
import drydock.messages.Problems;
import drydock.ui.kit.Background;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleIntegerProperty;
import org.jspecify.annotations.Nullable;

/// Measures containers while somebody looks, and changes limits of those that Drydock made. JavaFX
/// thread; the engine is asked off it.
public final class LimitsModel {
  /// So many containers are drawn and measured at a time.
  static final int MOST = 20;

  /// Docker takes no smaller limit.
  private static final long LEAST = 6 << 20;

  private static final long STEP = 4 << 20;

  private final Background background;
  private final Supplier<ContainerEngine> engine;
  private final Clock clock;
  private final Meters meters;
  private final Map<String, Long> wished = new HashMap<>();
  private final ReadOnlyObjectWrapper<@Nullable LimitsFacts> facts =
      new ReadOnlyObjectWrapper<>(this, "facts");
  private final ReadOnlyObjectWrapper<@Nullable Container> selected =
      new ReadOnlyObjectWrapper<>(this, "selected");
  private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper(this, "problem", "");
  private final IntegerProperty page = new SimpleIntegerProperty(this, "page");
  private final ReadOnlyIntegerWrapper total = new ReadOnlyIntegerWrapper(this, "total");
  private boolean looked;
  private @Nullable EngineState state;
  private @Nullable String choice;

  /// Whether the problem that is shown is that of a measurement.
  private boolean unmeasured;

  /// @param engine the engine that answers now; may throw [EngineException]; called off the JavaFX
  ///   thread
  public LimitsModel(Background background, Supplier<ContainerEngine> engine, Clock clock) {
    this.background = background;
    this.engine = engine;
    this.clock = clock;
    page.addListener(_ -> update(state, looked));
    this.meters = new Meters(background, engine, this::show, this::unmeasured);
  }

  /// What the picture is drawn from; null while no engine answers.
  public ReadOnlyObjectProperty<@Nullable LimitsFacts> factsProperty() {
    return facts.getReadOnlyProperty();
  }

  /// The container whose limits can be changed; null when none of ours runs.
  ReadOnlyObjectProperty<@Nullable Container> selectedProperty() {
    return selected.getReadOnlyProperty();
  }

  /// Which [#MOST] of the containers are drawn and measured, counted from 0.
  IntegerProperty pageProperty() {
    return page;
  }

  /// How many containers there are.
  ReadOnlyIntegerProperty totalProperty() {
    return total.getReadOnlyProperty();
  }

  /// What went wrong last, as a sentence; empty when nothing did.
  public ReadOnlyStringProperty problemProperty() {
    return problem.getReadOnlyProperty();
  }

  /// @param now null while no engine answers
  /// @param inView whether somebody looks
  public void update(@Nullable EngineState now, boolean inView) {
    state = now;
    looked = inView;
    List<Container> all = ordered();
    total.set(all.size());
    page.set(Math.min(page.get(), Math.max(0, (all.size() - 1) / MOST)));
    meters.measure(
        inView
            ? shown().stream().limit(MOST).filter(Container::alive).map(Container::id).toList()
            : List.of());
    wished.keySet().retainAll(all.stream().map(Container::id).toList());
    choose();
    show();
  }

  public void select(@Nullable String container) {
    choice = container;
    choose();
  }

  private void choose() {
    List<Container> able = ordered().stream().filter(c -> c.alive() && c.ours()).toList();
    selected.set(
        able.stream()
            .filter(c -> c.id().equals(choice))
            .findFirst()
            .orElse(able.isEmpty() ? null : able.getFirst()));
  }

  /// Whether a container's limits can be changed.
  public boolean canChange(String container) {
    EngineState now = state;
    Container found = now == null ? null : now.containers().get(container);
    return found != null && found.alive() && found.ours();
  }

  /// Shows a limit of memory that is not in force yet.
  ///
  /// @param share of the present one
  public void wish(String container, double share) {
    if (canChange(container)) {
      wished.put(container, Math.max(LEAST, Math.round(memory(container) * share)));
      show();
    }
  }

  /// Makes the limit that was wished the container's.
  public void grant(String container) {
    Long bytes = wished.get(container);
    if (bytes != null) {
      change(container, Limits.memory(bytes));
    }
  }

  /// One step more, or less, of memory; at once.
  public void step(String container, int steps) {
    if (canChange(container)) {
      change(container, Limits.memory(Math.max(LEAST, memory(container) + steps * STEP)));
    }
  }

  /// What is 0 in `limits` stays as it is.
  void change(String container, Limits limits) {
    background.call(
        () -> {
          engine.get().containers().update(container, limits);
          return true;
        },
        _ -> {
          problem.set("");
          wished.remove(container);
          show();
        },
        e -> {
          wished.remove(container);
          problem.set(
              Problems.sentence(e, Messages.get("limits.failed", String.valueOf(e.getMessage()))));
          show();
        });
  }

  private void unmeasured(@Nullable Exception why) {
    if (why != null) {
      unmeasured = true;
      problem.set(Problems.sentence(why, String.valueOf(why.getMessage())));
    } else if (unmeasured) {
      unmeasured = false;
      problem.set("");
    }
  }

  /// The limit in force: the container's own, or the machine's memory.
  private long memory(String container) {
    EngineState now = state;
    Container found = now == null ? null : now.containers().get(container);
    if (found != null && found.limits().memoryBytes() > 0) {
      return found.limits().memoryBytes();
    }
    LimitsFacts.Meter meter = meters.latest().get(container);
    Stats.Memory memory = meter == null ? null : meter.now().memory();
    if (memory != null) {
      return memory.limitBytes();
    }
    return now == null ? LEAST : now.info().machine().memoryBytes();
  }

  /// Those of the page first.
  private List<Container> shown() {
    List<Container> all = new ArrayList<>(ordered());
    Collections.rotate(all, -page.get() * MOST);
    return all;
  }

  private List<Container> ordered() {
    EngineState now = state;
    return now == null
        ? List.of()
        : now.containers().values().stream().sorted(Container.OLDEST_FIRST).toList();
  }

  private void show() {
    EngineState now = state;
    facts.set(
        now == null
            ? null
            : new LimitsFacts(now.info(), shown(), meters.latest(), wished, clock.instant()));
  }
}
