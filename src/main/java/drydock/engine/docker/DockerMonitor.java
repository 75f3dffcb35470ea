// SPDX-License-Identifier: Apache-2.0
package drydock.engine.docker;

import drydock.engine.ContainerEngine;
import drydock.engine.EndpointAttempt;
import drydock.engine.EndpointAttempt.Result;
import drydock.engine.EngineException;
import drydock.engine.EngineMonitor;
import drydock.engine.EngineProblem;
import drydock.engine.EngineStatus;
import drydock.engine.Subscription;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// Keeps watch over one engine: searches until one answers, lists everything once, then looks at what its events name.
/// A broken event stream is opened again; when the engine itself is gone the search starts anew.
public final class DockerMonitor implements EngineMonitor {
  private static final Duration SEARCH_AGAIN = Duration.ofSeconds(3);
  private static final Duration FOLLOW_AGAIN = Duration.ofMillis(200);
  private static final Duration QUIET = Duration.ofSeconds(5);

  /// How long changes are gathered: a build or a run is many events at once.
  private static final Duration GATHER = Duration.ofMillis(20);

  private final EngineFinder finder;
  private final StatusFeed feed = new StatusFeed();
  private final Thread thread;
  private volatile @Nullable DockerEngine engine;
  private volatile boolean closed;
  private boolean hurry;

  /// Starts to search at once.
  public DockerMonitor(EngineFinder finder) {
    this.finder = finder;
    thread = Thread.ofVirtual().name("engine monitor").unstarted(this::run);
    thread.start();
  }

  @Override
  public EngineStatus status() {
    return feed.current();
  }

  @Override
  public Subscription subscribe(Consumer<EngineStatus> listener) {
    return feed.subscribe(listener);
  }

  @Override
  public ContainerEngine engine() {
    ContainerEngine now = engine;
    if (now == null) {
      throw new EngineException(
          new EngineProblem.Unreachable(
              status() instanceof EngineStatus.Unavailable(var attempts) ? attempts : List.of()));
    }
    return now;
  }

  @Override
  public synchronized void retryNow() {
    hurry = true;
    notifyAll();
  }

  @Override
  public void prefer(@Nullable String uri) {
    throw new UnsupportedOperationException();
  }

  @Override
  public void close() {
    closed = true;
    thread.interrupt();
    feed.close();
  }

  private void run() {
    try {
      while (!closed) {
        EngineFinder.Found found = finder.find();
        try (DockerEngine next = found.engine()) {
          if (next == null) {
            feed.publish(new EngineStatus.Unavailable(found.attempts()));
            pause(SEARCH_AGAIN);
          } else {
            watch(next, found.attempts());
          }
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt(); // closed
    }
  }

  /// Watches until the engine is gone; the next search tells why.
  private void watch(DockerEngine found, List<EndpointAttempt> attempts)
      throws InterruptedException {
    engine = found;
    try {
      Instant since = found.clock();
      while (since != null) {
        since = follow(found, since, attempts);
      }
    } catch (EngineException e) {
      if (found.answers()) {
        // it is there, and yet cannot be listed
        feed.publish(
            new EngineStatus.Unavailable(
                List.of(
                    new EndpointAttempt(
                        found.info().endpoint(), Result.BAD_ANSWER, Errors.detail(e.problem())))));
        pause(SEARCH_AGAIN);
      }
    } finally {
      engine = null;
    }
  }

  /// Follows one event stream to its end.
  ///
  /// @return where the next one has to begin; null when the engine is gone
  private @Nullable Instant follow(
      DockerEngine found, Instant since, List<EndpointAttempt> attempts)
      throws InterruptedException {
    Changes changes = new Changes();
    StateKeeper keeper = new StateKeeper(found);
    // first the events, then the listing: what happens in between is looked at twice, and never
    // missed
    try (Subscription _ = found.changes(since, changes)) {
      keeper.listAll();
      feed.publish(new EngineStatus.Ready(keeper.state(), attempts));
      while (!changes.over() && !closed) {
        changes.await(QUIET);
        Thread.sleep(GATHER);
        var taken = changes.take();
        if (!taken.isEmpty()) {
          keeper.apply(taken);
          feed.publish(new EngineStatus.Ready(keeper.state(), attempts));
        } else if (!changes.over() && !found.answers()) {
          return null;
        }
      }
    }
    pause(FOLLOW_AGAIN);
    long last = changes.lastNanos();
    return !found.answers() ? null : last == 0 ? since : Instant.ofEpochSecond(0, last);
  }

  private synchronized void pause(Duration time) throws InterruptedException {
    long until = System.nanoTime() + time.toNanos();
    for (long left = time.toMillis(); !hurry && left > 0; ) {
      wait(left);
      left = (until - System.nanoTime()) / 1_000_000;
    }
    hurry = false;
  }
}
