// SPDX-License-Identifier: Apache-2.0
package drydock.ui.namespaces;

import drydock.diagram.picture.Looks;
import drydock.diagram.picture.NamespacesFacts;
import drydock.engine.Container;
import drydock.engine.ContainerEngine;
import drydock.engine.ContainerSpec;
import drydock.engine.EngineException;
import drydock.engine.EngineProblem;
import drydock.engine.EngineState;
import drydock.engine.NamespaceModes;
import drydock.engine.Ownership;
import drydock.messages.Messages;
import drydock.messages.Problems;
import drydock.observe.Namespace;
import drydock.observe.NamespaceHelper;
import drydock.observe.NamespaceReader;
import drydock.observe.Namespaces;
import drydock.ui.kit.Background;
import drydock.ui.kit.Polling;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import org.jspecify.annotations.Nullable;

/// Reads the containers' namespaces while somebody looks, and starts containers that share one.
/// JavaFX thread; the engine is asked off it.
public final class NamespacesModel {
  /// What a new container joins.
  public enum Join {
    NETWORK,
    PROCESSES,
    MACHINE_PROCESSES
  }

  private static final Duration PAUSE = Duration.ofSeconds(5);
  private static final Duration FRESH = Duration.ofSeconds(15);
  private static final int MOST = 40;

  private final Background background;
  private final Supplier<ContainerEngine> engine;
  private final Clock clock;
  private final NamespaceReader reader;
  private final Polling<List<NamespacesFacts.Row>> polling;
  private final ReadOnlyObjectWrapper<@Nullable NamespacesFacts> facts =
      new ReadOnlyObjectWrapper<>(this, "facts");
  private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper(this, "problem", "");
  private final ReadOnlyBooleanWrapper able = new ReadOnlyBooleanWrapper(this, "able");
  private final ReadOnlyBooleanWrapper joinable = new ReadOnlyBooleanWrapper(this, "joinable");
  private final Consumer<NamespacesFacts.Row> answered;

  /// What was read last, by container.
  private final Map<String, NamespacesFacts.Row> known = new HashMap<>();

  /// When the last reading came to its end; null before the first.
  private @Nullable Instant read;

  /// Whether the problem that is shown is that of the last reading.
  private boolean unreadable;

  private Map<String, Integer> looks = Map.of();
  private Map<Namespace, Long> machine = Map.of();
  private Map<String, Namespaces> helped = Map.of();
  private String machineOf = "";
  private @Nullable EngineState state;
  private @Nullable String selected;

  /// What the next reading looks at; written on the JavaFX thread, read elsewhere.
  private volatile Question question = new Question(List.of(), null, Map.of());

  /// @param containers by [#run]
  private record Helped(Map<Namespace, Long> machine, Map<String, Namespaces> containers) {}

  /// @param known what was read before
  private record Question(
      List<Container> containers, @Nullable String shown, Map<String, NamespacesFacts.Row> known) {}

  /// @param engine the engine that answers now; may throw [EngineException]; called off the JavaFX
  ///   thread
  public NamespacesModel(Background background, Supplier<ContainerEngine> engine, Clock clock) {
    this.background = background;
    this.engine = engine;
    this.clock = clock;
    this.reader = new NamespaceReader(clock);
    this.answered = background.batched(this::answered);
    this.polling = new Polling<>(background, PAUSE, this::read, this::whole, this::unread);
  }

  /// What the picture is drawn from; null until the first answer.
  public ReadOnlyObjectProperty<@Nullable NamespacesFacts> factsProperty() {
    return facts.getReadOnlyProperty();
  }

  /// What went wrong last, as a sentence; empty when nothing did.
  public ReadOnlyStringProperty problemProperty() {
    return problem.getReadOnlyProperty();
  }

  /// Whether the engine has an image that helpers can be made of.
  ReadOnlyBooleanProperty ableProperty() {
    return able.getReadOnlyProperty();
  }

  /// Whether the selected container can be joined: it runs and is one of ours.
  ReadOnlyBooleanProperty joinableProperty() {
    return joinable.getReadOnlyProperty();
  }

  /// @param now null while no engine answers
  /// @param inView whether somebody looks
  public void update(@Nullable EngineState now, boolean inView) {
    boolean changed = state == null || now == null || !now.containers().equals(state.containers());
    state = now;
    able.set(now != null && NamespaceHelper.image(now).isPresent());
    if (now == null || !now.info().id().equals(machineOf)) {
      machine = Map.of();
      machineOf = now == null ? "" : now.info().id();
      helped = Map.of();
      known.clear();
      read = null;
      polling.want(false);
    }
    ask();
    if (inView) {
      show();
    }
    polling.want(inView && now != null);
    if (changed) {
      polling.again();
    }
  }

  /// Shows the processes of this container; null for the oldest one that runs.
  public void select(@Nullable String container) {
    if (container != null && !container.equals(selected)) {
      selected = container;
      ask();
      show();
      polling.again();
    }
  }

  /// Reads the machine's own namespaces, and those of containers of ours without a shell where
  /// nothing else can tell them, with helper containers, which are gone afterwards.
  void askHelpers() {
    EngineState now = state;
    NamespacesFacts shown = facts.get();
    if (now == null) {
      return;
    }
    List<Container> mute =
        shown == null
            ? List.of()
            : shown.rows().stream()
                .filter(row -> row.seen().method() == Namespaces.Method.NO_SHELL)
                .map(NamespacesFacts.Row::container)
                .filter(Container::ours)
                .toList();
    NamespaceHelper.image(now)
        .ifPresent(
            image ->
                background.call(
                    () -> helped(new NamespaceHelper(engine.get(), image), mute),
                    answer -> {
                      machine = answer.machine();
                      helped = answer.containers();
                      problem.set("");
                      polling.again();
                    },
                    this::failed));
  }

  private Helped helped(NamespaceHelper helper, List<Container> mute) {
    Map<String, Namespaces> read = new HashMap<>();
    for (Container container : mute) {
      try {
        read.put(run(container), helper.of(container, clock));
      } catch (EngineException e) {
        if (!(e.problem() instanceof EngineProblem.NotFound
            || e.problem() instanceof EngineProblem.Conflict)) {
          throw e;
        }
        read.remove(run(container)); // it ended meanwhile
      }
    }
    return new Helped(helper.host(), read);
  }

  /// What of a container stays the same until it is started again.
  private static String run(Container container) {
    return container.id() + " " + container.state().pid();
  }

  /// Starts a small container of ours that shares what `join` says, with the selected one or with
  /// the machine.
  void start(Join join) {
    EngineState now = state;
    Container target = target();
    if (now == null || (target == null && join != Join.MACHINE_PROCESSES)) {
      return;
    }
    String id = target == null ? "" : "container:" + target.id();
    NamespaceModes modes =
        switch (join) {
          case NETWORK -> NamespaceModes.USUAL.withNetwork(id);
          case PROCESSES -> NamespaceModes.USUAL.withPid(id);
          case MACHINE_PROCESSES -> NamespaceModes.USUAL.withPid("host");
        };
    NamespaceHelper.image(now)
        .ifPresent(
            image ->
                background.call(
                    () ->
                        engine
                            .get()
                            .containers()
                            .run(
                                ContainerSpec.of(image, Ownership.PLAIN)
                                    .entrypoint(List.of("sleep"))
                                    .command("86400")
                                    .modes(modes)
                                    .init()
                                    .build()),
                    _ -> problem.set(""),
                    this::failed));
  }

  private @Nullable Container target() {
    String id = shown();
    return state == null || id == null ? null : state.containers().get(id);
  }

  private @Nullable String shown() {
    List<Container> running = ordered().stream().filter(Container::alive).toList();
    return running.stream()
        .map(Container::id)
        .filter(id -> id.equals(selected))
        .findFirst()
        .orElse(
            running.stream()
                .filter(Container::ours)
                .findFirst()
                .or(() -> running.stream().findFirst())
                .map(Container::id)
                .orElse(null));
  }

  private void ask() {
    Container target = target();
    joinable.set(target != null && target.ours());
    question = new Question(ordered().stream().limit(MOST).toList(), shown(), Map.copyOf(known));
  }

  private List<Container> ordered() {
    EngineState now = state;
    return now == null
        ? List.of()
        : now.containers().values().stream().sorted(Container.OLDEST_FIRST).toList();
  }

  private List<NamespacesFacts.Row> read() {
    Question now = question;
    List<NamespacesFacts.Row> rows = new ArrayList<>();
    ContainerEngine asked = engine.get();
    for (Container container : now.containers()) {
      boolean inside = container.id().equals(now.shown());
      NamespacesFacts.Row before = now.known().get(container.id());
      if (!inside && before != null && isFresh(before, container)) {
        rows.add(before);
        continue;
      }
      NamespacesFacts.Row row =
          new NamespacesFacts.Row(container, reader.read(asked, container, inside));
      rows.add(row);
      answered.accept(row); // a slow engine's answers are shown one by one
    }
    return rows;
  }

  /// A process stays in its namespaces; what comes later into a container is asked for now and then.
  private boolean isFresh(NamespacesFacts.Row row, Container container) {
    return sameRun(row.container(), container)
        && row.seen().at().plus(FRESH).isAfter(clock.instant());
  }

  private void answered(List<NamespacesFacts.Row> rows) {
    boolean news = false;
    for (NamespacesFacts.Row row : rows) {
      NamespacesFacts.Row before = known.put(row.container().id(), row);
      news |= before == null || !sameRun(before.container(), row.container());
    }
    if (news) {
      show();
    }
  }

  private void whole(List<NamespacesFacts.Row> rows) {
    read = clock.instant();
    if (unreadable) {
      unreadable = false;
      problem.set("");
    }
    known.clear();
    rows.forEach(row -> known.put(row.container().id(), row));
    show();
    ask();
  }

  private void unread(Exception e) {
    unreadable = true;
    problem.set(
        Problems.stale(e, Messages.get("namespaces.failed", String.valueOf(e.getMessage())), read));
  }

  private void show() {
    if (state == null) {
      facts.set(null);
      return;
    }
    List<NamespacesFacts.Row> rows = ordered().stream().map(this::row).map(this::withHelp).toList();
    looks = Looks.next(looks, rows.stream().map(row -> row.container().id()).toList());
    facts.set(new NamespacesFacts(rows, looks, machine, shown(), clock.instant()));
  }

  /// What was read of a container, if that is about the processes that run in it now.
  private NamespacesFacts.Row row(Container container) {
    NamespacesFacts.Row row = known.get(container.id());
    return new NamespacesFacts.Row(
        container,
        row != null && sameRun(row.container(), container)
            ? row.seen()
            : Namespaces.unread(container, clock.instant()));
  }

  private static boolean sameRun(Container one, Container other) {
    return one.status() == other.status() && one.state().pid() == other.state().pid();
  }

  private NamespacesFacts.Row withHelp(NamespacesFacts.Row row) {
    Namespaces help = helped.get(run(row.container()));
    return help != null && row.seen().method() == Namespaces.Method.NO_SHELL
        ? new NamespacesFacts.Row(row.container(), help)
        : row;
  }

  private void failed(Exception e) {
    unreadable = false;
    problem.set(
        Problems.sentence(e, Messages.get("namespaces.failed", String.valueOf(e.getMessage()))));
  }
}
