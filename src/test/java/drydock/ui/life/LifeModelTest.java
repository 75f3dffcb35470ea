// SPDX-License-Identifier: Apache-2.0
package drydock.ui.life;

import static org.assertj.core.api.Assertions.assertThat;

import drydock.diagram.picture.LifeFacts;
import drydock.engine.ContainerEngine;
import drydock.engine.Endpoint;
import drydock.engine.EngineEvent;
import drydock.engine.EngineException;
import drydock.engine.EngineProblem;
import drydock.engine.EngineState;
import drydock.engine.Journal;
import drydock.engine.Samples;
import drydock.ui.kit.Background;
import drydock.ui.kit.DirectBackground;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class LifeModelTest {
  private static final Instant T0 = Instant.parse("2026-03-02T14:00:00Z");

  private final Ticking clock = new Ticking();
  private final Later background = new Later();
  private final LifeModel model = new LifeModel(background, this::nobody, clock, ZoneOffset.UTC);
  private final EngineState state = Samples.state(Map.of(), Map.of());
  private Journal journal = Journal.since(T0);

  @BeforeEach
  void anHourLater() {
    event(1, "create");
    event(2, "start");
    clock.now = T0.plusSeconds(3600);
  }

  @Test
  void thePresentPassesWhileSomebodyLooks() {
    model.update(state, journal, true);
    assertThat(facts().to()).isEqualTo(clock.now);
    assertThat(facts().from()).isEqualTo(clock.now.minusSeconds(120));
    clock.now = clock.now.plusSeconds(5);
    background.pass();
    assertThat(facts().to()).isEqualTo(clock.now);
    model.update(state, journal, false);
    assertThat(background.later).as("nothing goes on unseen").isEmpty();
  }

  @Test
  void thePastStandsStillUntilOneGoesBackToNow() {
    model.update(state, journal, true);
    model.scrub(0);
    Instant earliest = T0.plusSeconds(1).plusSeconds(120);
    assertThat(facts().to()).isBetween(earliest.minusSeconds(1), earliest);
    assertThat(model.liveProperty().get()).isFalse();
    assertThat(background.later).isEmpty();
    Instant before = facts().to();
    clock.now = clock.now.plusSeconds(100);
    event(3600, "die");
    model.update(state, journal, true);
    assertThat(facts().to()).isEqualTo(before);
    assertThat(model.positionProperty().get()).isZero();
    model.step(1);
    assertThat(facts().to()).isEqualTo(before.plusSeconds(60));
    model.step(-5);
    assertThat(facts().to()).isEqualTo(before);
    model.now();
    assertThat(facts().to()).isEqualTo(clock.now);
    assertThat(model.positionProperty().get()).isEqualTo(1);
    model.step(1);
    assertThat(model.liveProperty().get()).isTrue();
  }

  @Test
  void zoomEndsAtBothEnds() {
    model.update(state, journal, true);
    model.zoom(1);
    assertThat(Duration.between(facts().from(), facts().to())).isEqualTo(Duration.ofMinutes(1));
    model.zoom(100);
    assertThat(model.spanProperty().get()).isEqualTo(Duration.ofSeconds(15));
    model.zoom(-100);
    assertThat(model.spanProperty().get()).isEqualTo(Duration.ofDays(7));
    assertThat(model.moreProperty().get()).as("all is in view").isFalse();
    model.scrub(0.5);
    assertThat(model.liveProperty().get()).isTrue();
  }

  @Test
  void anEngineWhoseClockIsAheadIsNotInTheFuture() {
    event(3601, "die");
    model.update(state, journal, true);
    assertThat(facts().to()).isEqualTo(T0.plusSeconds(3601));
  }

  @Test
  void allElseGoesAlong() {
    List<Optional<Instant>> moments = new ArrayList<>();
    model.setOnMoment(moment -> moments.add(Optional.ofNullable(moment)));
    model.update(state, journal, true);
    model.step(-1);
    Instant back = facts().to();
    assertThat(back).isBefore(facts().now());
    model.now();
    assertThat(moments).containsExactly(Optional.of(back), Optional.empty());

    model.lookAt(back, facts().now());
    assertThat(facts().to()).isEqualTo(back);
    assertThat(model.liveProperty().get()).isFalse();
    model.lookAt(null, null);
    assertThat(model.liveProperty().get()).isTrue();
    assertThat(moments).as("who was told does not tell it back").hasSize(2);
  }

  @Test
  void theTimeOfARecordingDoesNotPass() {
    Instant then = T0.plusSeconds(300);
    Endpoint file = new Endpoint("recording:x", Endpoint.Origin.RECORDING, T0.toString());
    EngineState past =
        new EngineState(state.info().at(file), Map.of(), Map.of(), Map.of(), Map.of(), then);
    model.update(past, journal, true);
    assertThat(facts().to()).isEqualTo(then);
    assertThat(background.later).isEmpty();
  }

  @Test
  void withoutAnEngineThereIsNothing() {
    model.update(state, journal, true);
    model.update(null, null, true);
    assertThat(model.factsProperty().get()).isNull();
    model.zoom(1);
    model.scrub(0.3);
    assertThat(model.factsProperty().get()).isNull();
    assertThat(background.later).isEmpty();
  }

  private ContainerEngine nobody() {
    throw new EngineException(new EngineProblem.Unreachable(List.of()));
  }

  private LifeFacts facts() {
    return Objects.requireNonNull(model.factsProperty().get());
  }

  private void event(int second, String action) {
    long nanos = T0.plusSeconds(second).getEpochSecond() * 1_000_000_000;
    journal =
        journal.with(new EngineEvent("container", action, "", "id", Map.of("name", "web"), nanos));
  }

  private static final class Ticking extends Clock {
    private Instant now = T0;

    @Override
    public ZoneId getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
      return this;
    }

    @Override
    public Instant instant() {
      return now;
    }
  }

  /// Time passes when the test says so.
  private static final class Later implements Background {
    private final Background now = new DirectBackground();
    private final List<Runnable> later = new ArrayList<>();

    void pass() {
      List<Runnable> due = List.copyOf(later);
      later.clear();
      due.forEach(Runnable::run);
    }

    @Override
    public <T> void call(
        Callable<T> work, Consumer<? super T> done, Consumer<? super Exception> failed) {
      now.call(work, done, failed);
    }

    @Override
    public void onFx(Runnable action) {
      now.onFx(action);
    }

    @Override
    public <T> Consumer<T> batched(Consumer<? super List<T>> receiver) {
      return now.batched(receiver);
    }

    @Override
    public Runnable after(Duration delay, Runnable action) {
      later.add(action);
      return () -> later.remove(action);
    }
  }
}
