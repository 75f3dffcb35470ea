// SPDX-License-Identifier: Apache-2.0
package drydock.ui.life;

import drydock.diagram.picture.LifeFacts;
import drydock.engine.ContainerEngine;
import drydock.engine.Endpoint;
import drydock.engine.EngineState;
import drydock.engine.Journal;
import drydock.messages.Messages;
import drydock.messages.Problems;
import drydock.observe.Life;
import drydock.observe.Lives;
import drydock.ui.kit.Background;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyDoubleWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import org.jspecify.annotations.Nullable;

/// What happened to containers, and which part of that time is looked at. While it is the present,
/// time passes by itself. JavaFX thread only; of the engine it asks nothing
/// but what health checks came to, while somebody looks.
public final class LifeModel {
  private static final List<Duration> SPANS =
      List.of(
          Duration.ofSeconds(15),
          Duration.ofSeconds(30),
          Duration.ofMinutes(1),
          Duration.ofMinutes(2),
          Duration.ofMinutes(5),
          Duration.ofMinutes(15),
          Duration.ofHours(1),
          Duration.ofHours(4),
          Duration.ofDays(1),
          Duration.ofDays(7));
  private static final Duration USUAL = Duration.ofMinutes(2);

  /// The picture moves on when that is a few pixels: each time all of it is drawn anew.
  private static final int STEPS = 40;

  private static final Duration SHORTEST = Duration.ofSeconds(1);
  private static final Duration LONGEST = Duration.ofMinutes(1);

  private final Background background;
  private final Clock clock;
  private final ZoneId zone;
  private final HealthLog checks;
  private final Lives lives = new Lives();
  private final ReadOnlyObjectWrapper<@Nullable LifeFacts> facts =
      new ReadOnlyObjectWrapper<>(this, "facts");
  private final ReadOnlyObjectWrapper<Duration> span =
      new ReadOnlyObjectWrapper<>(this, "span", USUAL);
  private final ReadOnlyDoubleWrapper position = new ReadOnlyDoubleWrapper(this, "position", 1);
  private final ReadOnlyBooleanWrapper live = new ReadOnlyBooleanWrapper(this, "live", true);
  private final ReadOnlyBooleanWrapper more = new ReadOnlyBooleanWrapper(this, "more", false);
  private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper(this, "problem", "");
  private @Nullable EngineState state;
  private @Nullable Journal journal;
  private List<Life> told = List.of();
  private @Nullable Instant to;
  private @Nullable Instant last;
  private boolean going;
  private Consumer<@Nullable Instant> onMoment = _ -> {};
  private @Nullable Instant listened;
  private String engineId = "";
  private boolean inView;
  private Runnable cancel = () -> {};

  /// @param engine the engine that answers now; may throw an `EngineException`; called off the
  ///   JavaFX thread
  /// @param zone of the times that are written
  public LifeModel(
      Background background, Supplier<ContainerEngine> engine, Clock clock, ZoneId zone) {
    this.background = background;
    this.clock = clock;
    this.zone = zone;
    this.checks = new HealthLog(background, engine, this::show, this::unread);
  }

  /// What the picture is drawn from; null while no engine answers.
  public ReadOnlyObjectProperty<@Nullable LifeFacts> factsProperty() {
    return facts.getReadOnlyProperty();
  }

  /// Why something of it could not be read, as a sentence; empty when all was.
  public ReadOnlyStringProperty problemProperty() {
    return problem.getReadOnlyProperty();
  }

  /// How much time is shown.
  ReadOnlyObjectProperty<Duration> spanProperty() {
    return span.getReadOnlyProperty();
  }

  /// Where in the kept time the shown part ends: 0 is as early as can be, 1 the present.
  ReadOnlyDoubleProperty positionProperty() {
    return position.getReadOnlyProperty();
  }

  /// Whether the shown part ends with the present.
  ReadOnlyBooleanProperty liveProperty() {
    return live.getReadOnlyProperty();
  }

  /// Whether there is more time than is shown.
  ReadOnlyBooleanProperty moreProperty() {
    return more.getReadOnlyProperty();
  }

  /// @param now null while no engine answers
  /// @param happened what happened up to that state
  /// @param looked whether somebody looks
  public void update(@Nullable EngineState now, @Nullable Journal happened, boolean looked) {
    state = now;
    journal = happened;
    listen(now);
    inView = looked;
    if (now == null || happened == null) {
      told = List.of();
      checks.end();
      show();
    } else if (!looked) {
      lives.see(now);
      checks.end();
      cancel.run();
    } else {
      told = lives.read(now, happened);
      checks.keep(told.stream().map(Life::id).toList());
      checks.follow(now);
      show();
    }
  }

  /// Since when this engine is listened to; of a recording, since when it was recorded.
  private void listen(@Nullable EngineState now) {
    if (now == null) {
      return;
    }
    Instant at = now.info().endpoint().recorded().orElse(now.at());
    boolean same = engineId.equals(now.info().id());
    Instant before = listened;
    if (!same || before == null || at.isBefore(before)) {
      listened = at;
      engineId = now.info().id();
    }
  }

  /// Shows less time, or more.
  ///
  /// @param steps positive for less
  public void zoom(int steps) {
    int at = SPANS.indexOf(span.get()) - steps;
    span.set(SPANS.get(Math.clamp(at, 0, SPANS.size() - 1)));
    show();
  }

  /// @param handler told each moment that the person goes to, and null for the present: all else
  ///   can go along
  public void setOnMoment(Consumer<@Nullable Instant> handler) {
    onMoment = handler;
  }

  /// All else went to a moment.
  ///
  /// @param moment null for the present
  /// @param end the latest moment there is to go to; null while time passes by itself
  public void lookAt(@Nullable Instant moment, @Nullable Instant end) {
    last = end;
    if (!going) {
      to = moment == null || !moment.isBefore(present()) ? null : moment;
      show();
    }
  }

  /// The part shown changed: all else goes along.
  private void went() {
    going = true;
    onMoment.accept(to);
    going = false;
    show();
  }

  /// Goes to a place in the kept time, as [#positionProperty] counts.
  public void scrub(double place) {
    Instant now = present();
    Instant earliest = earliestEnd(now);
    if (place >= 1 || !earliest.isBefore(now)) {
      to = null;
    } else {
      long millis = Duration.between(earliest, now).toMillis();
      to = earliest.plusMillis(Math.round(Math.max(0, place) * millis));
    }
    went();
  }

  /// Goes back or forward by a part of what is shown.
  ///
  /// @param halves negative for back
  public void step(int halves) {
    move(halves / 2.0);
  }

  /// As [#step], by a share of what is shown.
  public void move(double share) {
    Instant now = present();
    Instant from = to == null ? now : to;
    Instant wished = from.plusMillis(Math.round(span.get().toMillis() * share));
    Instant earliest = earliestEnd(now);
    to = wished.isBefore(earliest) ? earliest : wished;
    if (!to.isBefore(now)) {
      to = null;
    }
    went();
  }

  /// Goes to the present and stays there.
  public void now() {
    to = null;
    went();
  }

  private void unread(@Nullable Exception why) {
    problem.set(
        why == null
            ? ""
            : Messages.get(
                "life.unread", Problems.sentence(why, String.valueOf(why.getMessage()))));
  }

  /// The kept time begins at the left edge at the earliest.
  private Instant earliestEnd(Instant now) {
    EngineState known = state;
    Journal kept = journal;
    if (known == null || kept == null) {
      return now;
    }
    Instant first = kept.wholeSince();
    if (!kept.events().isEmpty() && kept.events().getFirst().at().isBefore(first)) {
      first = kept.events().getFirst().at();
    }
    Instant end = first.minus(known.info().clockSkew()).plus(span.get());
    return end.isBefore(now) ? end : now;
  }

  private void show() {
    cancel.run();
    cancel = () -> {};
    EngineState known = state;
    Journal kept = journal;
    if (known == null || kept == null) {
      facts.set(null);
      return;
    }
    Instant now = present();
    Instant earliest = earliestEnd(now);
    Instant end = to == null ? now : to;
    more.set(earliest.isBefore(now));
    live.set(to == null);
    position.set(
        to == null || !earliest.isBefore(now)
            ? 1
            : Math.clamp(
                (double) Duration.between(earliest, end).toMillis()
                    / Math.max(1, Duration.between(earliest, now).toMillis()),
                0,
                1));
    Instant edge = to == null && !recorded(known) ? LifeFacts.edge(now, span.get()) : end;
    facts.set(
        new LifeFacts(
            told,
            checks.known(),
            edge.minus(span.get()),
            edge,
            now,
            known.info().clockSkew(),
            kept.dropped(),
            known.at(),
            zone,
            listened));
    if (inView && to == null && !recorded(known)) {
      cancel = background.after(pause(), this::show);
    }
  }

  /// Of a recording the moment that is looked at. Clocks of two machines are never quite the same:
  /// what was told has happened.
  private Instant present() {
    EngineState known = state;
    Instant now = clock.instant();
    if (last != null) {
      now = last;
    } else if (known != null && recorded(known)) {
      now = known.at();
    }
    Instant latest = now;
    return told.stream()
        .filter(life -> !life.marks().isEmpty())
        .map(life -> life.marks().getLast().at())
        .filter(at -> at.isAfter(latest))
        .max(Instant::compareTo)
        .orElse(latest);
  }

  private static boolean recorded(EngineState state) {
    return state.info().endpoint().origin() == Endpoint.Origin.RECORDING;
  }

  private Duration pause() {
    Duration pixel = span.get().dividedBy(STEPS);
    if (pixel.compareTo(SHORTEST) < 0) {
      return SHORTEST;
    }
    return pixel.compareTo(LONGEST) > 0 ? LONGEST : pixel;
  }
}
