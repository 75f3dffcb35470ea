// SPDX-License-Identifier: Apache-2.0
package drydock.engine.docker;

import drydock.engine.EngineEvent;
import drydock.engine.EngineException;
import drydock.engine.Journal;
import drydock.engine.StreamListener;
import drydock.engine.Subscription;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What an engine still remembers of the time before it was found: Docker keeps its last 256
/// events, Podman those of its journal. It goes into the log at once, when all of it was told; an
/// engine that does not tell it leaves the log as it is.
final class Remembered implements StreamListener<EngineEvent>, AutoCloseable {
  /// Long before anything that is remembered.
  private static final Duration LONG = Duration.ofDays(7);

  private final EventLog log;
  private final Instant begin;
  private final Runnable news;
  private final Deque<EngineEvent> last = new ArrayDeque<>();
  private final Subscription subscription;
  private boolean closed;

  /// @param begin when it was found, by the engine's clock
  /// @param news told when the log has more
  Remembered(DockerEngine engine, EventLog log, Instant begin, Runnable news) {
    this.log = log;
    this.begin = begin;
    this.news = news;
    subscription = engine.changes(begin.minus(LONG), begin, this);
  }

  @Override
  public synchronized void onNext(EngineEvent event) {
    last.add(event);
    if (last.size() > Journal.MOST_EVENTS) {
      last.removeFirst();
    }
  }

  @Override
  public synchronized void onEnd(@Nullable EngineException failure) {
    if (!closed && failure == null && !last.isEmpty()) {
      log.remember(List.copyOf(last), begin);
      news.run();
    }
  }

  /// What was told of it so far is not all, and is forgotten.
  @Override
  public void close() {
    synchronized (this) {
      closed = true;
    }
    subscription.close();
  }
}
