// SPDX-License-Identifier: Apache-2.0
package drydock.engine;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/// What an engine told that happened, oldest first: its last events, each once. Immutable, so that
/// a past one can be kept by reference. Bounded in count and in text; what no longer fits is
/// dropped at the old end, and counted.
///
/// It holds what happened to things, not who looked at them: neither `top` nor `exec_…`, `attach`,
/// `resize` and the like, which polls and health checks cause by the thousand. Times are by the
/// engine's clock.
public final class Journal {
  /// So many events are kept at most.
  public static final int MOST_EVENTS = 1_000;

  /// So many characters of ids and attributes are kept at most.
  static final int MOST_TEXT = 1 << 20;

  /// A stream that takes over from another may tell late what that one skipped.
  private static final long LATE_NANOS = 60_000_000_000L;

  private final Instant wholeSince;
  private final List<EngineEvent> events;
  private final long dropped;
  private final int text;

  private Journal(Instant wholeSince, List<EngineEvent> events, long dropped, int text) {
    this.wholeSince = wholeSince;
    this.events = events;
    this.dropped = dropped;
    this.text = text;
  }

  /// An empty one of an engine that is listened to since `moment`.
  public static Journal since(Instant moment) {
    return new Journal(moment, List.of(), 0, 0);
  }

  /// Of a past that was kept elsewhere.
  ///
  /// @param events oldest first, each once
  /// @param dropped how many there were before them
  public static Journal of(Instant wholeSince, List<EngineEvent> events, long dropped) {
    int text = events.stream().mapToInt(Journal::length).sum();
    Journal all = new Journal(wholeSince, List.of(), dropped, 0);
    return events.isEmpty() ? all : all.trimmed(events, text);
  }

  /// From this moment on nothing is missing: the engine was found then, or lost sight of until
  /// then, or what was before did not fit any more.
  public Instant wholeSince() {
    return wholeSince;
  }

  /// Oldest first; those before [#wholeSince] are all true and may not be all.
  public List<EngineEvent> events() {
    return events;
  }

  /// How many events before the first one kept were dropped for want of room.
  public long dropped() {
    return dropped;
  }

  /// With one more event; this one when it is in it already, which is so with the first event of
  /// each stream that takes over from another.
  public Journal with(EngineEvent event) {
    int at = events.size();
    while (at > 0 && late(event, events.get(at - 1))) {
      at--;
    }
    for (int i = at - 1; i >= 0 && events.get(i).timeNanos() == event.timeNanos(); i--) {
      if (events.get(i).equals(event)) {
        return this;
      }
    }
    List<EngineEvent> more = new ArrayList<>(events.size() + 1);
    more.addAll(events);
    more.add(at, event);
    return trimmed(more, text + length(event));
  }

  /// The same, and whatever happened until then may be missing.
  public Journal missedUntil(Instant moment) {
    return new Journal(moment, events, dropped, text);
  }

  /// With what an engine remembered when it was asked.
  ///
  /// @param told all that happened from the first of these until `until`, the oldest first; some
  ///   may be here already
  public Journal remembering(List<EngineEvent> told, Instant until) {
    if (told.isEmpty()) {
      return this;
    }
    Set<EngineEvent> known = new HashSet<>(events);
    List<EngineEvent> all = new ArrayList<>(events);
    told.stream().filter(event -> !known.contains(event)).forEach(all::add);
    all.sort(Comparator.comparingLong(EngineEvent::timeNanos));
    Instant first = told.getFirst().at();
    boolean earlier = first.isBefore(wholeSince) && !wholeSince.isAfter(until);
    int length = all.stream().mapToInt(Journal::length).sum();
    return new Journal(earlier ? first : wholeSince, List.of(), dropped, 0).trimmed(all, length);
  }

  private Journal trimmed(List<EngineEvent> more, int length) {
    int first = 0;
    int left = length;
    while (first < more.size() - 1 && (more.size() - first > MOST_EVENTS || left > MOST_TEXT)) {
      left -= length(more.get(first++));
    }
    Instant oldest = more.get(first).at();
    return new Journal(
        first > 0 && oldest.isAfter(wholeSince) ? oldest : wholeSince,
        List.copyOf(more.subList(first, more.size())),
        dropped + first,
        left);
  }

  /// A little earlier than `last`. Much earlier, and the clock was set back: then the order of
  /// arrival counts.
  private static boolean late(EngineEvent event, EngineEvent last) {
    long nanos = last.timeNanos() - event.timeNanos();
    return nanos > 0 && nanos < LATE_NANOS;
  }

  private static int length(EngineEvent event) {
    int length = event.id().length() + event.detail().length();
    for (Map.Entry<String, String> attribute : event.attributes().entrySet()) {
      length += attribute.getKey().length() + attribute.getValue().length();
    }
    return length;
  }

  @Override
  public boolean equals(Object other) {
    if (this == other) {
      return true;
    }
    return other instanceof Journal journal
        && dropped == journal.dropped
        && events.size() == journal.events.size()
        && wholeSince.equals(journal.wholeSince)
        && events.equals(journal.events);
  }

  @Override
  public int hashCode() {
    return Objects.hash(wholeSince, events, dropped);
  }

  @Override
  public String toString() {
    return events.size() + " events, whole since " + wholeSince;
  }
}
