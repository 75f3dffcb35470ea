// SPDX-License-Identifier: Apache-2.0
package drydock.engine.replay;

import drydock.engine.EngineInfo;
import java.time.Instant;
import java.util.List;

/// A stretch of an engine's life.
///
/// @param entries oldest first, times never going back; the states in them share what did not
///   change
/// @param end when the recording ended; not before the last entry
/// @param notes sentences about what was not understood or is not there
public record Recording(Header header, List<Entry> entries, Instant end, List<String> notes) {
  public Recording {
    entries = List.copyOf(entries);
    notes = List.copyOf(notes);
  }

  /// One that ends with its last entry.
  public Recording(Header header, List<Entry> entries, List<String> notes) {
    this(header, entries, entries.isEmpty() ? header.started() : entries.getLast().at(), notes);
  }

  /// @param app the version of Drydock that recorded
  /// @param reason what it was recorded for, in a person's or a lesson's words; possibly empty
  public record Header(EngineInfo engine, Instant started, String app, String reason) {}
}
