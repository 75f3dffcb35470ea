// SPDX-License-Identifier: Apache-2.0
package drydock.engine.docker;

import drydock.engine.ContainerEngine;
import drydock.engine.EndpointAttempt;
import drydock.engine.EndpointAttempt.Result;
import drydock.engine.EngineException;
import drydock.engine.EngineMonitor;
import drydock.engine.EngineProblem;
import drydock.engine.EngineState;
import drydock.engine.EngineStatus;
import drydock.engine.Journal;
import drydock.engine.Subscription;
import drydock.engine.docker.EngineFinder.Found;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// Keeps one engine under [Watch]: searches until one answers, and again when it is gone, or is not what it was.
public final class DockerMonitor implements EngineMonitor {
  private static final Duration SEARCH_AGAIN = Duration.ofSeconds(3);

  /// How often it looks whether the preferred engine answers, while it has to do with another.
  private static final Duration SEARCH_PREFERRED = Duration.ofSeconds(30);

  private final EngineFinder finder;
  private final StatusFeed feed = new StatusFeed();
  private final Bell bell = new Bell();
  private final Thread thread;
  private volatile @Nullable DockerEngine engine;
  private volatile @Nullable String preferred;
  private volatile boolean hurry;
  private volatile boolean closed;

  private @Nullable EventLog log; // the monitor's thread's

  /// Starts to search at once.
  public DockerMonitor(EngineFinder finder) {
    this(finder, null);
  }

  /// Starts to search at once, first for the engine at `preferred`, see [#prefer].
  public DockerMonitor(EngineFinder finder, @Nullable String preferred) {
    this.finder = finder;
    this.preferred = preferred;
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
  public void retryNow() {
    hurry = true;
    bell.ring();
  }

  @Override
  public void prefer(@Nullable String uri) {
    preferred = uri;
    retryNow();
  }

  @Override
  public void close() {
    closed = true;
    thread.interrupt();
    feed.close();
  }

  private void run() {
    Found found = search();
    try {
      while (!closed) {
        DockerEngine next = found.engine();
        if (next == null) {
          feed.publish(new EngineStatus.Unavailable(found.attempts()));
          pause(SEARCH_AGAIN);
          found = search();
        } else {
          found = watch(next, found.attempts());
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt(); // closed
    } finally {
      close(found.engine());
    }
  }

  private Found search() {
    hurry = false;
    return finder.find(preferred);
  }

  /// Watches until the engine is gone, or another takes its place.
  ///
  /// @return what was found after it
  private Found watch(DockerEngine found, List<EndpointAttempt> attempts)
      throws InterruptedException {
    engine = found;
    try (found) {
      Found other = follow(found, new Ready(attempts));
      if (other != null) {
        return other;
      }
    } catch (EngineException e) {
      // it is there, and yet cannot be listed
      feed.publish(
          new EngineStatus.Unavailable(
              List.of(
                  new EndpointAttempt(
                      found.info().endpoint(), Result.BAD_ANSWER, Errors.detail(e.problem())))));
      pause(SEARCH_AGAIN);
    }
    engine = null;
    return search();
  }

  /// @return what takes its place; null when it is gone
  /// @throws EngineException when it answers, but not to what it has
  private @Nullable Found follow(DockerEngine found, Ready ready) throws InterruptedException {
    try (Watch watch = new Watch(found, bell, this::logOf, ready::state)) {
      watch.listAll();
      long searched = System.nanoTime();
      while (watch.step()) {
        boolean due = System.nanoTime() - searched > SEARCH_PREFERRED.toNanos();
        if (hurry || (due && !preferred(found))) {
          Found other = search();
          searched = System.nanoTime();
          DockerEngine next = other.engine();
          if (next != null && !found.is(next.info())) {
            feed.publish(new EngineStatus.Searching());
            return other;
          }
          close(next);
          if (next != null) {
            ready.attempts(other.attempts());
          }
        }
      }
      return null;
    } catch (EngineException e) {
      if (found.answers()) {
        throw e;
      }
      return null;
    }
  }

  /// The log of the engine that was found at `begin`, which goes on when it was lost and is found
  /// again.
  private EventLog logOf(String engineId, Instant begin) {
    EventLog before = log;
    EventLog next = before == null ? new EventLog(engineId, begin) : before.goOn(engineId, begin);
    log = next;
    return next;
  }

  private boolean preferred(DockerEngine present) {
    String wanted = preferred;
    return wanted == null || wanted.equals(present.info().endpoint().uri());
  }

  private static void close(@Nullable DockerEngine engine) {
    if (engine != null) {
      engine.close();
    }
  }

  /// Until it is time, or somebody is in a hurry.
  private void pause(Duration time) throws InterruptedException {
    long until = System.nanoTime() + time.toNanos();
    for (long left = time.toNanos(); !hurry && left > 0; left = until - System.nanoTime()) {
      bell.await(Duration.ofNanos(left));
    }
  }

  /// What is said of the engine under watch.
  private final class Ready {
    private List<EndpointAttempt> attempts;
    private @Nullable EngineState state;
    private @Nullable Journal journal;

    Ready(List<EndpointAttempt> attempts) {
      this.attempts = attempts;
    }

    void state(EngineState now, Journal happened) {
      state = now;
      journal = happened;
      publish();
    }

    void attempts(List<EndpointAttempt> now) {
      attempts = now;
      publish();
    }

    private void publish() {
      EngineState now = state;
      Journal happened = journal;
      if (now != null && happened != null) {
        feed.publish(new EngineStatus.Ready(now, happened, attempts));
      }
    }
  }
}
