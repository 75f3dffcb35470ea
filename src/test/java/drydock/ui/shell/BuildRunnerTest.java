// SPDX-License-Identifier: Apache-2.0
package drydock.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import drydock.engine.BuildEvent;
import drydock.engine.BuildOutcome;
import drydock.engine.BuildState;
import drydock.engine.EngineException;
import drydock.engine.EngineProblem;
import drydock.engine.StreamListener;
import drydock.engine.Subscription;
import drydock.ui.kit.DirectBackground;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class BuildRunnerTest {
  private static final Clock CLOCK = Clock.fixed(Instant.EPOCH, ZoneOffset.UTC);

  private final Held background = new Held();
  private final List<BuildEvent> events = new ArrayList<>();
  private final BuildRunner runner = new BuildRunner(background, CLOCK, events::add);
  private final AtomicInteger closed = new AtomicInteger();
  private @Nullable StreamListener<BuildEvent> stream;

  /// A build that goes on until it is closed.
  private Subscription endless(StreamListener<BuildEvent> listener) {
    stream = listener;
    listener.onNext(new BuildEvent.StepAnnounced(Script.from()));
    return () -> {
      closed.incrementAndGet();
      listener.onNext(new BuildEvent.Finished(new BuildOutcome.Cancelled()));
      listener.onEnd(null);
    };
  }

  private static BuildState state(BuildRunner runner) {
    return Objects.requireNonNull(runner.stateProperty().get());
  }

  private @Nullable BuildOutcome outcome() {
    return state(runner).outcome();
  }

  private long ends() {
    return events.stream().filter(BuildEvent.Finished.class::isInstance).count();
  }

  @Test
  void everythingAtOnceEndsToo() {
    BuildRunner direct = new BuildRunner(new DirectBackground(), CLOCK, events::add);
    direct.start(
        "kiosk:dev",
        listener -> {
          Script.good("sha256:1").forEach(listener::onNext);
          listener.onEnd(null);
          return closed::incrementAndGet;
        });
    assertThat(direct.runningProperty().get()).isFalse();
    assertThat(state(direct).outcome()).isEqualTo(new BuildOutcome.Success("sha256:1"));
    assertThat(events).isEqualTo(Script.good("sha256:1"));
    direct.cancel();
    assertThat(closed).as("what has ended is not cancelled").hasValue(0);
  }

  @Test
  void cancelBeforeTheBuildHasBegun() {
    runner.start("kiosk:dev", this::endless);
    runner.cancel();
    assertThat(runner.runningProperty().get()).as("until the engine says so").isTrue();
    background.next();
    assertThat(closed).hasValue(0);
    background.next();
    assertThat(closed).hasValue(1);
    assertThat(outcome()).isEqualTo(new BuildOutcome.Cancelled());
    assertThat(runner.runningProperty().get()).isFalse();
    assertThat(ends()).isEqualTo(1);
  }

  @Test
  void cancelWhileItRuns() {
    runner.start("kiosk:dev", this::endless);
    background.next();
    assertThat(outcome()).isNull();
    assertThat(state(runner).steps()).containsKey("stage-0/1");
    runner.cancel();
    background.next();
    assertThat(closed).hasValue(1);
    assertThat(outcome()).isEqualTo(new BuildOutcome.Cancelled());
    assertThat(ends()).isEqualTo(1);
  }

  @Test
  void oneBuildAtATime() {
    runner.start("kiosk:dev", this::endless);
    runner.start("other:dev", this::endless);
    assertThat(background.held()).isEqualTo(1);
    assertThat(state(runner).tag()).isEqualTo("kiosk:dev");
  }

  @Test
  void aForgottenBuildIsCancelledAndNoLongerHeard() {
    runner.start("kiosk:dev", this::endless);
    background.next();
    runner.forget();
    assertThat(runner.stateProperty().get()).isNull();
    assertThat(runner.runningProperty().get()).isFalse();
    events.clear();
    background.next();
    assertThat(closed).hasValue(1);
    assertThat(events).as("they would stand in the log of what was opened since").isEmpty();
    assertThat(runner.stateProperty().get()).isNull();
  }

  @Test
  void aBuildForgottenBeforeItBeganIsClosedWhenItDoes() {
    runner.start("kiosk:dev", this::endless);
    runner.forget();
    runner.start("other:dev", this::endless);
    background.next(); // the first begins
    background.next(); // the second begins
    background.next(); // the first is closed
    assertThat(closed).hasValue(1);
    assertThat(runner.runningProperty().get()).as("the second goes on").isTrue();
    assertThat(state(runner).tag()).isEqualTo("other:dev");
    assertThat(ends()).isZero();
  }

  @Test
  void cancellingTheBuildBeforeDoesNotCancelTheNext() {
    runner.start("kiosk:dev", this::endless);
    background.next();
    runner.cancel();
    background.next();
    runner.start("kiosk:dev", this::endless);
    background.next();
    assertThat(background.held()).isZero();
    assertThat(runner.runningProperty().get()).isTrue();
  }

  @Test
  void anEndWithoutAnOutcomeIsOne() {
    runner.start("kiosk:dev", this::endless);
    background.next();
    Objects.requireNonNull(stream)
        .onEnd(new EngineException(new EngineProblem.ConnectionLost("building", "reset")));
    assertThat(outcome())
        .isEqualTo(new BuildOutcome.Broken(new EngineProblem.ConnectionLost("building", "reset")));
    assertThat(ends()).isEqualTo(1);
    assertThat(runner.runningProperty().get()).isFalse();
  }

  @Test
  void whatFailsAtTheStartIsTold() {
    EngineProblem problem = new EngineProblem.Unreachable(List.of());
    runner.start(
        "kiosk:dev",
        _ -> {
          throw new EngineException(problem);
        });
    background.next();
    assertThat(outcome()).isEqualTo(new BuildOutcome.Broken(problem));
    assertThat(runner.runningProperty().get()).isFalse();

    runner.start(
        "kiosk:dev",
        _ -> {
          throw new IllegalStateException("no memory");
        });
    background.next();
    assertThat(outcome())
        .isEqualTo(
            new BuildOutcome.Broken(
                new EngineProblem.BadAnswer("starting the build", "no memory")));
    assertThat(ends()).as("one for each").isEqualTo(2);
  }
}
