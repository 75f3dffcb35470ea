// SPDX-License-Identifier: Apache-2.0
package drydock.ui.engine;

import drydock.doctor.Engines;
import drydock.doctor.Facts;
import drydock.doctor.Report;
import drydock.doctor.Search;
import drydock.engine.ContainerEngine;
import drydock.engine.EndpointAttempt;
import drydock.engine.EngineException;
import drydock.engine.EngineInfo;
import drydock.engine.EngineMonitor;
import drydock.engine.EngineStatus;
import drydock.lesson.PackReading;
import drydock.messages.Problems;
import drydock.ui.kit.Background;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import org.jspecify.annotations.Nullable;

/// The report on the engine as it is now, and which engine is wanted. A report is made while somebody looks at it, off the
/// JavaFX thread: first what is known already, then what the engine has to count. JavaFX thread only.
public final class EngineModel {
  private final Background background;
  private final EngineMonitor monitor;
  private final Search search;
  private final List<PackReading> packs;
  private final Consumer<@Nullable String> remember;
  private final ReadOnlyObjectWrapper<@Nullable Report> report =
      new ReadOnlyObjectWrapper<>(this, "report");
  private final ReadOnlyObjectWrapper<List<Choice>> choices =
      new ReadOnlyObjectWrapper<>(this, "choices", List.of());
  private final ReadOnlyBooleanWrapper busy = new ReadOnlyBooleanWrapper(this, "busy");
  private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper(this, "problem", "");
  private List<EndpointAttempt> attempts = List.of();
  private @Nullable EngineInfo engine;
  private @Nullable String preferred;
  private boolean watched;
  private boolean stale = true;
  private int turn;

  /// @param packs the lessons
  /// @param preferred the engine that was chosen before; null: Docker decides
  /// @param remember told what is chosen
  public EngineModel(
      Background background,
      EngineMonitor monitor,
      Search search,
      List<PackReading> packs,
      @Nullable String preferred,
      Consumer<@Nullable String> remember) {
    this.background = background;
    this.monitor = monitor;
    this.search = search;
    this.packs = List.copyOf(packs);
    this.preferred = preferred;
    this.remember = remember;
    showChoices();
  }

  /// Null until the first one is made.
  public ReadOnlyObjectProperty<@Nullable Report> reportProperty() {
    return report.getReadOnlyProperty();
  }

  /// Who can be chosen, to let Docker decide first.
  public ReadOnlyObjectProperty<List<Choice>> choicesProperty() {
    return choices.getReadOnlyProperty();
  }

  /// Whether a report is being made.
  public ReadOnlyBooleanProperty busyProperty() {
    return busy.getReadOnlyProperty();
  }

  /// Why the last report is not whole; empty when it is.
  public ReadOnlyStringProperty problemProperty() {
    return problem.getReadOnlyProperty();
  }

  /// The engine that is wanted; null: Docker decides.
  public @Nullable String preferred() {
    return preferred;
  }

  // --- commands

  /// Whether somebody looks; a report that got old in the meantime is made anew.
  public void watch(boolean looks) {
    watched = looks;
    if (watched && stale) {
      look(this::known);
    }
  }

  /// Takes the monitor's news.
  public void update(EngineStatus status) {
    switch (status) {
      case EngineStatus.Searching _ -> {
        // what was known before stands until something else is
      }
      case EngineStatus.Unavailable none -> update(none.attempts(), null);
      case EngineStatus.Ready ready -> update(ready.attempts(), ready.state().info());
    }
  }

  /// Tries every endpoint anew, though an engine may be there: another one may have been started.
  public void lookAgain() {
    String wanted = preferred;
    monitor.retryNow();
    look(() -> search.attempts(wanted));
  }

  /// Uses another engine from now on, and remembers it.
  ///
  /// @param uri null to let Docker decide
  public void choose(@Nullable String uri) {
    if (Objects.equals(uri, preferred)) {
      return;
    }
    preferred = uri;
    remember.accept(uri);
    showChoices();
    monitor.prefer(uri);
  }

  private void update(List<EndpointAttempt> tried, @Nullable EngineInfo answers) {
    if (tried.equals(attempts) && Objects.equals(answers, engine)) {
      return; // containers come and go; the report does not change with them
    }
    attempts = tried;
    engine = answers;
    stale = true;
    showChoices();
    if (watched) {
      look(this::known);
    }
  }

  private void showChoices() {
    choices.set(Choice.of(attempts, engine, preferred));
  }

  private List<EndpointAttempt> known() {
    return attempts;
  }

  // --- making a report

  private void look(Callable<List<EndpointAttempt>> tries) {
    int mine = ++turn;
    EngineInfo used = engine;
    Report before = report.get();
    stale = false;
    busy.set(true);
    problem.set("");
    background.call(
        () -> gather(tries.call(), used, before),
        facts -> {
          if (mine == turn) {
            show(facts);
            ask(facts, mine);
          }
        },
        e -> failed(e, mine));
  }

  private Facts gather(
      List<EndpointAttempt> tried, @Nullable EngineInfo used, @Nullable Report before) {
    EngineInfo info =
        used == null ? Engines.answering(tried).stream().findFirst().orElse(null) : used;
    Facts facts = Facts.of(tried, info, packs);
    return before == null ? facts : facts.remembering(before.facts());
  }

  private void ask(Facts facts, int mine) {
    if (engine == null) {
      busy.set(false);
      return;
    }
    background.call(
        () -> {
          ContainerEngine now = monitor.engine();
          return facts.asked(now);
        },
        asked -> {
          if (mine == turn) {
            show(asked);
            busy.set(false);
          }
        },
        e -> failed(e, mine));
  }

  private void show(Facts facts) {
    if (!facts.attempts().equals(attempts)) {
      attempts = facts.attempts();
      showChoices();
    }
    report.set(Report.of(facts));
  }

  private void failed(Exception e, int mine) {
    if (mine == turn) {
      busy.set(false);
      problem.set(
          e instanceof EngineException known
              ? Problems.sentence(known.problem())
              : String.valueOf(e.getMessage()));
    }
  }
}
