// SPDX-License-Identifier: Apache-2.0
package drydock.engine.docker;

import drydock.engine.EngineState;
import drydock.engine.Journal;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.function.BiConsumer;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/// Watches one engine: lists everything once, then looks at what events name. For one thread.
///
/// A quiet stream may be a dead one: a laptop slept, a connection was lost without a word, an engine hangs. Every few
/// quiet seconds it is therefore replaced by a new one, which has to begin with the last event seen (see [EventStream]).
/// When it does not, events were missed, and everything is listed anew.
final class Watch implements AutoCloseable {
  /// How long changes are gathered: a build or a run is many events at once.
  private static final Duration GATHER = Duration.ofMillis(20);

  /// After such a silence nothing is half done any more.
  private static final Duration SETTLE = Duration.ofMillis(200);

  private static final Duration QUIET = Duration.ofSeconds(5);

  /// A stream that is never quiet is replaced too: it may have skipped something.
  private static final Duration LONGEST = Duration.ofMinutes(1);

  private static final Duration PROOF = Duration.ofSeconds(2);
  private static final Duration REOPEN = Duration.ofMillis(200);
  private static final Duration REOPEN_SELDOM = Duration.ofSeconds(5);

  /// After so many streams in a row without a proof, and without anything missed, the engine is one that repeats nothing.
  private static final int TRIES = 3;

  private final DockerEngine engine;
  private final Bell bell;
  private final BiConsumer<EngineState, Journal> publish;
  private final EventLog log;
  private final Changes changes;
  private final StateKeeper keeper;
  private final Instant begin;
  private final Remembered memory;
  private EventStream stream;
  private Duration reopen = REOPEN;
  private long checked = System.nanoTime();
  private int unproved;
  private boolean settled = true;
  private @Nullable EngineState state;
  private @Nullable Journal journal;

  /// @param logs the log of an engine by its id, found at a moment by its own clock
  /// @param publish receives each state that differs from the one before, with what happened up to
  ///   it, and what happened without changing it
  Watch(
      DockerEngine engine,
      Bell bell,
      BiFunction<String, Instant, EventLog> logs,
      BiConsumer<EngineState, Journal> publish) {
    this.engine = engine;
    this.bell = bell;
    this.publish = publish;
    keeper = new StateKeeper(engine, bell);
    begin = engine.clock();
    log = logs.apply(engine.info().id(), begin);
    changes = new Changes(bell, log);
    // first the events, then the listing: what happens in between is looked at twice, and never
    // missed
    stream = EventStream.next(begin, engine, changes, bell);
    memory = new Remembered(engine, log, begin, bell::ring);
  }

  /// Shows everything there is.
  void listAll() throws InterruptedException {
    keeper.listAll();
    publish();
  }

  /// Waits until something happens, or for a few seconds, and does what is due.
  ///
  /// @return whether the engine is still there, and still the same
  boolean step() throws InterruptedException {
    bell.await(settled ? QUIET : SETTLE);
    if (stream.over()) {
      return reopen();
    }
    Thread.sleep(GATHER);
    Map<Thing, Changes.What> taken = changes.take();
    if (!taken.isEmpty() || keeper.waiting()) {
      keeper.apply(taken);
      settled = false;
    } else if (!settled) {
      keeper.settle();
      settled = true;
    } else if (due()) {
      return check();
    }
    publish();
    return true;
  }

  private boolean due() {
    return passed(checked, LONGEST)
        || (passed(checked, QUIET) && passed(changes.lastSeen(), QUIET));
  }

  private static boolean passed(long since, Duration time) {
    return System.nanoTime() - since >= time.toNanos();
  }

  /// @return whether there is a new state
  private boolean publish() {
    EngineState news = keeper.news();
    Journal happened = log.journal();
    if (news != null) {
      state = news;
    }
    if (state != null && (news != null || !Objects.equals(happened, journal))) {
      journal = happened;
      publish.accept(state, happened);
    }
    return news != null;
  }

  private boolean check() throws InterruptedException {
    checked = System.nanoTime();
    if (changes.lastNanos() == 0 || unproved >= TRIES) {
      keeper.retry();
      publish();
      return engine.answers();
    }
    EventStream next = EventStream.next(begin, engine, changes, bell);
    boolean proved = next.continues(PROOF);
    if (!proved && !engine.unchanged()) {
      next.close();
      return false;
    }
    replace(next);
    if (proved) {
      keeper.retry();
    } else {
      listAfterGap();
    }
    unproved = publish() || proved ? 0 : unproved + 1;
    reopen = REOPEN;
    return true;
  }

  /// Opens a stream in place of one that ended.
  private boolean reopen() throws InterruptedException {
    Thread.sleep(reopen);
    Duration twice = reopen.multipliedBy(2);
    reopen = twice.compareTo(REOPEN_SELDOM) < 0 ? twice : REOPEN_SELDOM;
    if (!engine.unchanged()) {
      return false;
    }
    EventStream next = EventStream.next(begin, engine, changes, bell);
    boolean missed = !stream.understood() || !next.continues(PROOF);
    replace(next);
    if (missed) {
      listAfterGap();
      publish();
    } else {
      reopen = REOPEN;
    }
    return true;
  }

  private void listAfterGap() throws InterruptedException {
    log.missedUntil(engine.clock());
    keeper.listAll();
  }

  private void replace(EventStream next) {
    stream.close();
    stream = next;
  }

  @Override
  public void close() {
    memory.close();
    stream.close();
    keeper.close();
  }
}
