// SPDX-License-Identifier: Apache-2.0
package drydock.engine.replay;

import drydock.engine.EngineInfo;
import java.time.Instant;
import java.util.List;

/// A stretch of an engine's life.
///
/// @param entries oldest first, times never going back; the states in them share what did not
///   change
/// @param notes sentences about what was not understood or is not there
public record Recording(Header header, List<Entry> entries, List<String> notes) {
  public Recording {
    entries = List.copyOf(entries);
    notes = List.copyOf(notes);
  }

  /// @param app the version of Drydock that recorded
  /// @param reason what it was recorded for, in a person's or a lesson's words; possibly empty
  public record Header(EngineInfo engine, Instant started, String app, String reason) {}

  public Instant end() {
    return entries.isEmpty() ? header.started() : entries.getLast().at();
  }
}
