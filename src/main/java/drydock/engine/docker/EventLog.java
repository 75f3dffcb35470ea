// SPDX-License-Identifier: Apache-2.0
package drydock.engine.docker;

import drydock.engine.EngineEvent;
import drydock.engine.Journal;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Writes the [Journal] of one engine, from streams that overlap. Safe to use from any thread.
final class EventLog {
  /// Events of looking at things, which Drydock's own questions cause too, and health checks every
  /// few seconds.
  private static final Set<String> LOOKING =
      Set.of(
          "archive-path",
          "attach",
          "detach",
          "exec_create",
          "exec_detach",
          "exec_die",
          "exec_start",
          "export",
          "resize",
          "save",
          "top");

  private final String engineId;
  private Journal journal;

  /// As it was when the engine was lost that is back now.
  private @Nullable Journal before;

  /// @param engineId whose journal it is
  /// @param begin since when it is listened to, by the engine's clock
  EventLog(String engineId, Instant begin) {
    this.engineId = engineId;
    journal = Journal.since(begin);
  }

  /// The log to go on with: this one when the engine that was found at `begin` is the same, with
  /// the gap noted.
  EventLog goOn(String foundId, Instant begin) {
    if (engineId.isEmpty() || !engineId.equals(foundId)) {
      return new EventLog(foundId, begin);
    }
    lost();
    missedUntil(begin);
    return this;
  }

  /// @return whether it is news
  synchronized boolean add(EngineEvent event) {
    Journal before = journal;
    if (!LOOKING.contains(event.action())) {
      journal = before.with(event);
    }
    return !journal.equals(before);
  }

  /// @param told all that happened from the first of these until `until`, the oldest first
  synchronized void remember(List<EngineEvent> told, Instant until) {
    List<EngineEvent> happened =
        told.stream().filter(event -> !LOOKING.contains(event.action())).toList();
    journal = journal.remembering(happened, until);
    Journal known = before;
    if (known != null
        && !known.events().isEmpty()
        && happened.contains(known.events().getLast())
        && known.wholeSince().isBefore(journal.wholeSince())) {
      journal = journal.missedUntil(known.wholeSince()); // nothing was missed
    }
    before = null;
  }

  private synchronized void lost() {
    before = journal;
  }

  synchronized void missedUntil(Instant moment) {
    journal = journal.missedUntil(moment);
  }

  synchronized Journal journal() {
    return journal;
  }
}
