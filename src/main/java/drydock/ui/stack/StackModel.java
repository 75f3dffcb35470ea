// SPDX-License-Identifier: Apache-2.0
package drydock.ui.stack;

import drydock.diagram.picture.StackFacts;
import drydock.engine.Container;
import drydock.engine.ContainerEngine;
import drydock.engine.ContainerSpec;
import drydock.engine.EngineException;
import drydock.engine.EngineState;
import drydock.engine.Ownership;
import drydock.messages.Messages;
import drydock.messages.Problems;
import drydock.observe.NamespaceHelper;
import drydock.observe.StackReader;
import drydock.observe.StackReader.Reading;
import drydock.observe.ThisComputer;
import drydock.ui.kit.Background;
import drydock.ui.kit.Polling;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import org.jspecify.annotations.Nullable;

/// Reads what containers stand on while somebody looks, and starts small apps to compare with virtual
/// machines. JavaFX thread; the engine is asked off it.
public final class StackModel {
  /// Marks the apps that this picture started, so that they can be removed together, by a later
  /// Drydock too.
  static final Ownership MINE = new Ownership("picture:stack", null, null);

  private static final Duration PAUSE = Duration.ofSeconds(15);

  private final Background background;
  private final Supplier<ContainerEngine> engine;
  private final Clock clock;
  private final ThisComputer computer;
  private final StackReader reader;
  private final Polling<Reading> polling;
  private final ReadOnlyObjectWrapper<@Nullable StackFacts> facts =
      new ReadOnlyObjectWrapper<>(this, "facts");
  private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper(this, "problem", "");
  private final ReadOnlyBooleanWrapper able = new ReadOnlyBooleanWrapper(this, "able");
  private final ReadOnlyBooleanWrapper busy = new ReadOnlyBooleanWrapper(this, "busy");
  private final ReadOnlyIntegerWrapper mine = new ReadOnlyIntegerWrapper(this, "mine");
  private @Nullable EngineState state;
  private String readOf = "";

  /// Whether the problem that is shown is that of the last reading.
  private boolean unreadable;

  /// When the last reading was made that is shown; null before the first.
  private @Nullable Instant read;

  /// What the next reading looks at, and the last one; written on the JavaFX thread, read elsewhere.
  private volatile Question question = new Question(List.of(), Reading.NOTHING);

  private record Question(List<Container> containers, Reading before) {}

  /// @param engine the engine that answers now; may throw [EngineException]; called off the JavaFX
  ///   thread
  public StackModel(
      Background background, Supplier<ContainerEngine> engine, Clock clock, ThisComputer computer) {
    this.background = background;
    this.engine = engine;
    this.clock = clock;
    this.computer = computer;
    this.reader = new StackReader(clock);
    this.polling = new Polling<>(background, PAUSE, this::read, this::answered, this::unread);
  }

  /// What the picture is drawn from; null while no engine answers.
  public ReadOnlyObjectProperty<@Nullable StackFacts> factsProperty() {
    return facts.getReadOnlyProperty();
  }

  /// What went wrong last, as a sentence; empty when nothing did.
  public ReadOnlyStringProperty problemProperty() {
    return problem.getReadOnlyProperty();
  }

  /// Whether the engine has an image that apps can be made of.
  ReadOnlyBooleanProperty ableProperty() {
    return able.getReadOnlyProperty();
  }

  /// Whether apps are being started or removed.
  ReadOnlyBooleanProperty busyProperty() {
    return busy.getReadOnlyProperty();
  }

  /// How many apps there are that this picture started.
  ReadOnlyIntegerProperty mineProperty() {
    return mine.getReadOnlyProperty();
  }

  /// @param now null while no engine answers
  /// @param inView whether somebody looks
  public void update(@Nullable EngineState now, boolean inView) {
    boolean changed = state == null || now == null || !now.containers().equals(state.containers());
    state = now;
    able.set(now != null && NamespaceHelper.image(now).isPresent());
    mine.set(mine().size());
    if (now == null || !now.info().id().equals(readOf)) {
      question = new Question(List.of(), Reading.NOTHING);
      readOf = now == null ? "" : now.info().id();
      read = null;
    }
    show(question.before());
    polling.want(inView && now != null);
    if (changed) {
      polling.again();
    }
  }

  /// Starts this many small apps, one after the other.
  void start(int number) {
    EngineState now = state;
    if (now == null) {
      return;
    }
    List<String> names = freeNames(now, number);
    NamespaceHelper.image(now)
        .ifPresent(
            image ->
                work(
                    () -> {
                      for (String name : names) {
                        engine.get().containers().run(app(image, name));
                      }
                      return true;
                    }));
  }

  /// Removes the apps that this picture started.
  void removeMine() {
    List<String> ids = mine().stream().map(Container::id).toList();
    work(
        () -> {
          for (String id : ids) {
            engine.get().containers().remove(id);
          }
          return true;
        });
  }

  private void work(Callable<Boolean> work) {
    if (busy.get()) {
      return;
    }
    unreadable = false;
    busy.set(true);
    background.call(
        work,
        _ -> {
          busy.set(false);
          problem.set("");
        },
        e -> {
          busy.set(false);
          failed(e);
        });
  }

  private static ContainerSpec app(String image, String name) {
    return ContainerSpec.of(image, MINE)
        .name(name)
        .entrypoint(List.of("sleep"))
        .command("86400")
        .init()
        .build();
  }

  private static List<String> freeNames(EngineState now, int number) {
    Set<String> taken =
        now.containers().values().stream().map(Container::name).collect(Collectors.toSet());
    return IntStream.iterate(1, n -> n + 1)
        .mapToObj(n -> "app-" + n)
        .filter(name -> !taken.contains(name))
        .limit(number)
        .toList();
  }

  private List<Container> mine() {
    return ordered().stream()
        .filter(Container::ours)
        .filter(
            c -> String.valueOf(MINE.workspace()).equals(c.labels().get(Ownership.WORKSPACE_LABEL)))
        .toList();
  }

  private List<Container> ordered() {
    EngineState now = state;
    return now == null
        ? List.of()
        : now.containers().values().stream().sorted(Container.OLDEST_FIRST).toList();
  }

  private Reading read() {
    Question now = question;
    return reader.read(engine.get(), now.containers(), now.before());
  }

  private void answered(Reading answer) {
    read = clock.instant();
    show(answer);
    if (unreadable) {
      unreadable = false;
      problem.set("");
    }
  }

  private void unread(Exception e) {
    unreadable = true;
    problem.set(Problems.stale(e, Messages.get("stack.failed", e), read));
  }

  private void show(Reading answer) {
    EngineState now = state;
    List<Container> all = ordered();
    question =
        new Question(
            all.stream().filter(Container::running).limit(StackReader.MOST).toList(), answer);
    facts.set(
        now == null ? null : new StackFacts(now.info(), computer, all, answer, clock.instant()));
  }

  private void failed(Exception e) {
    problem.set(Problems.sentence(e, Messages.get("stack.failed", e)));
  }
}
