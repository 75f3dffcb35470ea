// SPDX-License-Identifier: Apache-2.0
package drydock.engine.docker;

import drydock.engine.EngineEvent;
import drydock.engine.EngineException;
import drydock.engine.EngineProblem;
import drydock.engine.StreamListener;
import drydock.engine.Subscription;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// One stream of events into [Changes]. An engine keeps its last 256 events, and a stream since a moment begins with the
/// event of that very moment: a stream opened since the last event seen which begins with it proves that the engine is
/// alive and that none was missed.
final class EventStream implements AutoCloseable {
  private final Changes changes;
  private final Bell bell;
  private final long expected;
  private final Subscription subscription;
  private boolean continues;
  private boolean over;
  private boolean understood = true;

  /// @param expected the time of the last event seen; 0 when none was
  /// @param since from when on; the expected event's own time when there is one
  private EventStream(
      DockerEngine engine, Changes changes, Bell bell, Instant since, long expected) {
    this.changes = changes;
    this.bell = bell;
    this.expected = expected;
    subscription = engine.changes(since, new Receiver());
  }

  /// Goes on where the streams before it came to.
  static EventStream next(Instant begin, DockerEngine engine, Changes changes, Bell bell) {
    long last = changes.lastNanos();
    Instant since = last == 0 ? begin : Instant.ofEpochSecond(0, last);
    return new EventStream(engine, changes, bell, since, last);
  }

  /// Waits for the proof that nothing was missed, at most for `most`.
  synchronized boolean continues(Duration most) throws InterruptedException {
    long until = System.nanoTime() + most.toNanos();
    for (long left = most.toMillis(); !continues && !over && left > 0; ) {
      wait(left);
      left = (until - System.nanoTime()) / 1_000_000;
    }
    return continues;
  }

  /// Whether it ended.
  synchronized boolean over() {
    return over;
  }

  /// False when it ended with what is no event: that one cannot be made up for by asking again.
  synchronized boolean understood() {
    return understood;
  }

  private synchronized void next(EngineEvent event) {
    changes.add(event);
    if (!continues && event.timeNanos() == expected) {
      continues = true;
      notifyAll();
    }
  }

  private synchronized void end(@Nullable EngineException failure) {
    over = true;
    understood = failure == null || !(failure.problem() instanceof EngineProblem.BadAnswer);
    notifyAll();
    bell.ring();
  }

  @Override
  public void close() {
    subscription.close();
  }

  private final class Receiver implements StreamListener<EngineEvent> {
    @Override
    public void onNext(EngineEvent event) {
      next(event);
    }

    @Override
    public void onEnd(@Nullable EngineException failure) {
      end(failure);
    }
  }
}
