// SPDX-License-Identifier: Apache-2.0
package drydock.ui.engine;

import drydock.doctor.Facts;
import drydock.doctor.Report;
import drydock.engine.EndpointAttempt;
import drydock.engine.EngineInfo;
import drydock.engine.EngineMonitor;
import drydock.engine.EngineStatus;
import drydock.lesson.pack.PackReading;
import drydock.messages.Problems;
import drydock.ui.kit.Background;
import java.util.List;
import java.util.Objects;
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
  private boolean known;
  private int turn;

  /// @param packs the lessons
  /// @param preferred the engine that was chosen before; null: Docker decides
  /// @param remember told what is chosen
  public EngineModel(
      Background background,
      EngineMonitor monitor,
      List<PackReading> packs,
      @Nullable String preferred,
      Consumer<@Nullable String> remember) {
    this.background = background;
    this.monitor = monitor;
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
      look();
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

  /// Lets every endpoint be tried anew, of which the monitor brings the news, and what can change unheard, such as the
  /// room on a disk, be looked at again.
  public void lookAgain() {
    monitor.retryNow();
    look();
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
    if (known && tried.equals(attempts) && Objects.equals(answers, engine)) {
      return; // containers come and go; the report does not change with them
    }
    known = true;
    attempts = tried;
    engine = answers;
    stale = true;
    showChoices();
    if (watched) {
      look();
    }
  }

  private void showChoices() {
    choices.set(Choice.of(attempts, engine, preferred));
  }

  // --- making a report

  private void look() {
    busy.set(true);
    if (!known) {
      return; // the first search is not over
    }
    int mine = ++turn;
    List<EndpointAttempt> tried = attempts;
    EngineInfo used = engine;
    Report before = report.get();
    stale = false;
    problem.set("");
    background.call(
        () -> gather(tried, used, before),
        facts -> {
          if (mine == turn) {
            report.set(Report.of(facts));
            ask(facts, mine);
          }
        },
        e -> failed(e, mine));
  }

  private Facts gather(
      List<EndpointAttempt> tried, @Nullable EngineInfo used, @Nullable Report before) {
    Facts facts = Facts.of(tried, used, packs);
    return before == null ? facts : facts.remembering(before.facts());
  }

  private void ask(Facts facts, int mine) {
    if (facts.engine() == null) {
      busy.set(false);
      return;
    }
    background.call(
        () -> facts.asked(monitor.engine()),
        asked -> {
          if (mine == turn) {
            report.set(Report.of(asked));
            busy.set(false);
          }
        },
        e -> failed(e, mine));
  }

  private void failed(Exception e, int mine) {
    if (mine == turn) {
      busy.set(false);
      problem.set(Problems.sentence(e, String.valueOf(e.getMessage())));
    }
  }
}
