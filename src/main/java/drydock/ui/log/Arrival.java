// SPDX-License-Identifier: Apache-2.0
package drydock.ui.log;

import drydock.engine.BuildEvent;
import java.util.List;

/// What [Intake] hands to the JavaFX thread.
sealed interface Arrival {
  /// A build begins, and the log with it.
  record BuildBegan(String tag, long at) implements Arrival {}

  /// A container's output begins, and the log with it.
  record OutputBegan() implements Arrival {}

  /// Lines for a group, new and changed ones.
  ///
  /// @param weight what they count at the [Gate]
  record Lines(String group, List<Row.Line> lines, long weight) implements Arrival {}

  /// Anything but output.
  ///
  /// @param id the first of [Intake#IDS_PER_EVENT] for rows made of it
  /// @param at when it came, by [System#nanoTime]
  record Happened(long id, BuildEvent event, long at) implements Arrival {}

  /// The output is over.
  ///
  /// @param good whether by itself
  record OutputEnded(long id, String sentence, boolean good) implements Arrival {}
}
