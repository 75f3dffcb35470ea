// SPDX-License-Identifier: Apache-2.0
package drydock.observe;

import drydock.engine.Container;
import drydock.engine.EngineEvent;
import drydock.engine.EngineState;
import drydock.engine.Journal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Reads the lives of containers from what an engine told happened and from how it is now.
/// Remembers how it saw each container first, which tells what was before the first event. For one
/// thread.
public final class Lives {
  private static final int MOST_SEEN = 5_000;

  private final Map<String, Container> firstSeen = new HashMap<>();

  /// Notes how containers are, for the time when somebody asks.
  public void see(EngineState state) {
    if (firstSeen.size() > MOST_SEEN) {
      firstSeen.keySet().retainAll(state.containers().keySet());
    }
    state.containers().forEach(firstSeen::putIfAbsent);
  }

  /// The lives of all containers that are there or of which something happened, the oldest first.
  public List<Life> read(EngineState state, Journal journal) {
    Map<String, List<EngineEvent>> events = new LinkedHashMap<>();
    for (EngineEvent event : journal.events()) {
      if (event.type().equals("container")) {
        events.computeIfAbsent(event.id(), _ -> new ArrayList<>()).add(event);
      }
    }
    firstSeen
        .keySet()
        .removeIf(id -> !events.containsKey(id) && !state.containers().containsKey(id));
    state.containers().forEach(firstSeen::putIfAbsent);
    state.containers().keySet().forEach(id -> events.putIfAbsent(id, List.of()));
    Gap gap = Gap.of(journal);
    Duration skew = state.info().clockSkew();
    List<Life> lives = new ArrayList<>();
    events.forEach(
        (id, told) -> {
          Container now = state.containers().get(id);
          LifeTeller teller = new LifeTeller(id, firstSeen.get(id), skew);
          tell(teller, told, now, journal, gap);
          lives.add(teller.life());
        });
    lives.sort(Comparator.comparing(Life::begun).thenComparing(Life::id));
    return lives;
  }

  private void tell(
      LifeTeller teller,
      List<EngineEvent> told,
      @Nullable Container now,
      Journal journal,
      @Nullable Gap gap) {
    List<EngineEvent> before =
        gap == null ? told : told.stream().filter(e -> !e.at().isAfter(gap.from())).toList();
    // what was dropped lies between how it was seen first and the first event that is left
    Container past = journal.dropped() == 0 ? firstSeen.get(teller.id()) : now;
    if (gap == null || !before.isEmpty()) {
      teller.begin(past, before.isEmpty() ? null : before.getFirst(), journal.wholeSince());
    }
    before.forEach(teller::add);
    if (gap != null && !teller.gone()) {
      List<EngineEvent> after = told.stream().filter(e -> e.at().isAfter(gap.from())).toList();
      teller.miss(gap.from(), gap.to(), now, after.isEmpty() ? null : after.getFirst());
      after.forEach(teller::add);
    }
    teller.end(now);
  }

  /// A time of which nobody knows whether events are missing; by the engine's clock.
  private record Gap(Instant from, Instant to) {
    static @Nullable Gap of(Journal journal) {
      Instant last = null;
      for (EngineEvent event : journal.events()) {
        if (event.at().isBefore(journal.wholeSince())) {
          last = event.at();
        }
      }
      return last == null ? null : new Gap(last, journal.wholeSince());
    }
  }
}
