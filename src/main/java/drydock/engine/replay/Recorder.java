// SPDX-License-Identifier: Apache-2.0
package drydock.engine.replay;

import drydock.engine.ContainerEngine;
import drydock.engine.EngineEvent;
import drydock.engine.EngineMonitor;
import drydock.engine.EngineState;
import drydock.engine.EngineStatus;
import drydock.engine.Journal;
import drydock.engine.Subscription;
import java.time.Clock;
import java.time.Instant;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// A monitor that also tells a [Sink] of all that is seen of the engine: its states, what happened,
/// builds, and the answers to whoever asks [#engine] meanwhile. Changes nothing of what others see.
public final class Recorder implements EngineMonitor {
  private final EngineMonitor live;
  private final Sink sink;
  private final Clock clock;
  private final Subscription subscription;
  private Instant last = Instant.MIN;
  private @Nullable EngineState state;
  private @Nullable Journal journal;
  private boolean lost;
  private final LogTaker logs = new LogTaker();
  private int builds;

  /// @param live closed with this one
  public Recorder(EngineMonitor live, Sink sink, Clock clock) {
    this.live = live;
    this.sink = sink;
    this.clock = clock;
    subscription = live.subscribe(this::see);
  }

  private synchronized void see(EngineStatus status) {
    switch (status) {
      case EngineStatus.Searching _, EngineStatus.Unavailable _ -> {
        if (state != null && !lost) {
          lost = true;
          tell(Entry.Lost::new);
        }
      }
      case EngineStatus.Ready ready -> {
        happened(ready.journal());
        EngineState now = ready.state();
        if (lost || !now.equals(state)) {
          tell(at -> new Entry.State(at, now));
        }
        state = now;
        lost = false;
      }
    }
  }

  private void happened(Journal now) {
    Journal before = journal;
    journal = now;
    if (before != null && now.equals(before)) {
      return;
    }
    boolean gap =
        before == null
            || (!now.wholeSince().equals(before.wholeSince()) && now.dropped() == before.dropped());
    Set<EngineEvent> known = Collections.newSetFromMap(new IdentityHashMap<>());
    if (before != null) {
      known.addAll(before.events());
    }
    for (EngineEvent event : now.events()) {
      if (!known.contains(event)) {
        tell(at -> new Entry.Happened(at, event));
      }
    }
    if (gap) {
      tell(at -> new Entry.Gap(at, now.wholeSince()));
    }
  }

  /// Hands on what is made for this moment; a clock that was set back stands still.
  synchronized void tell(Function<Instant, Entry> entry) {
    Instant now = clock.instant();
    if (now.isAfter(last)) {
      last = now;
    }
    sink.take(entry.apply(last));
  }

  /// What of logs is recorded.
  LogTaker logs() {
    return logs;
  }

  /// A name for the next build.
  synchronized String nextBuild() {
    builds++;
    return Integer.toString(builds);
  }

  /// The id of the container that goes by this name or id; as it was given when there is none.
  synchronized String container(String nameOrId) {
    return state == null ? nameOrId : Names.container(state, nameOrId);
  }

  /// The id of the image that goes by this reference; as it was given when there is none.
  synchronized String image(String reference) {
    return state == null ? reference : Names.image(state, reference);
  }

  @Override
  public EngineStatus status() {
    return live.status();
  }

  @Override
  public Subscription subscribe(Consumer<EngineStatus> listener) {
    return live.subscribe(listener);
  }

  @Override
  public ContainerEngine engine() {
    return new RecordingEngine(live.engine(), this);
  }

  @Override
  public void retryNow() {
    live.retryNow();
  }

  @Override
  public void prefer(@Nullable String uri) {
    live.prefer(uri);
  }

  @Override
  public void close() {
    subscription.close();
    live.close();
  }
}
