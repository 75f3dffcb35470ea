// SPDX-License-Identifier: Apache-2.0
package drydock.ui.shell;

import drydock.engine.BuildEvent;
import drydock.engine.BuildOutcome;
import drydock.engine.BuildState;
import drydock.engine.EngineException;
import drydock.engine.EngineProblem;
import drydock.engine.StreamListener;
import drydock.engine.Subscription;
import drydock.ui.kit.Background;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/// The one build that may run at a time, folded into a [BuildState] once a pulse. JavaFX thread only.
final class BuildRunner {
  private final Background background;
  private final Clock clock;
  private final Consumer<BuildEvent> everyEvent;
  private final ReadOnlyObjectWrapper<@Nullable BuildState> state = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyBooleanWrapper running = new ReadOnlyBooleanWrapper();
  private @Nullable Subscription build;
  private boolean cancelled;

  /// The number of the build that is heard; those before are not any more. Read on the builds' own threads.
  private final AtomicInteger heard = new AtomicInteger();

  /// @param everyEvent sees each event at once, on the build's own thread
  BuildRunner(Background background, Clock clock, Consumer<BuildEvent> everyEvent) {
    this.background = background;
    this.clock = clock;
    this.everyEvent = everyEvent;
  }

  /// The last build, running or ended; null before the first.
  ReadOnlyObjectProperty<@Nullable BuildState> stateProperty() {
    return state.getReadOnlyProperty();
  }

  ReadOnlyBooleanProperty runningProperty() {
    return running.getReadOnlyProperty();
  }

  /// Starts a build, unless one runs.
  ///
  /// @param start starts it with the given listener; may block, and is called off the JavaFX thread
  void start(String tag, Function<StreamListener<BuildEvent>, Subscription> start) {
    if (running.get()) {
      return;
    }
    running.set(true);
    cancelled = false;
    state.set(BuildState.begin(tag, clock.instant()));
    int mine = heard.incrementAndGet();
    Consumer<BuildEvent> fold = background.batched(events -> fold(mine, events));
    StreamListener<BuildEvent> listener =
        new StreamListener<>() {
          private boolean finished;

          @Override
          public void onNext(BuildEvent event) {
            finished |= event instanceof BuildEvent.Finished;
            if (mine == heard.get()) {
              everyEvent.accept(event);
              if (!(event instanceof BuildEvent.StepOutput)) {
                fold.accept(event); // what steps write changes no state, and may be gigabytes
              }
            }
          }

          @Override
          public void onEnd(@Nullable EngineException failure) {
            if (!finished) {
              onNext(
                  new BuildEvent.Finished(
                      failure == null
                          ? new BuildOutcome.Cancelled()
                          : new BuildOutcome.Broken(failure.problem())));
            }
          }
        };
    background.<Subscription>call(
        () -> start.apply(listener),
        subscription -> {
          if (mine != heard.get() || cancelled) {
            close(subscription);
          } else if (running.get()) {
            build = subscription;
          }
        },
        failure ->
            listener.onEnd(
                failure instanceof EngineException e
                    ? e
                    : new EngineException(
                        new EngineProblem.BadAnswer(
                            "starting the build", String.valueOf(failure.getMessage())),
                        failure)));
  }

  /// Ends the running build on the engine too. What the log says last comes from there.
  void cancel() {
    cancelled = running.get();
    if (build != null) {
      close(build);
    }
  }

  /// Closing tells the engine, which takes a moment.
  private void close(Subscription subscription) {
    background.call(
        () -> {
          subscription.close();
          return true;
        },
        _ -> {},
        // the stream itself tells how it ended
        _ -> {});
  }

  /// Cancels what runs, and knows of no build any more.
  void forget() {
    cancel();
    heard.incrementAndGet();
    running.set(false);
    build = null;
    state.set(null);
  }

  private void fold(int of, List<BuildEvent> events) {
    if (of != heard.get()) {
      return;
    }
    BuildState now = state.get();
    for (BuildEvent event : events) {
      now = now == null ? null : now.apply(event);
    }
    if (now != null && !now.running()) {
      running.set(false);
      build = null;
    }
    state.set(now);
  }
}
