// SPDX-License-Identifier: Apache-2.0
package drydock.engine.replay;

import drydock.engine.Output;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/// Takes each piece of a container's log once, however often and by however many streams it is
/// read: each begins at the log's beginning. Bounded, a log and all of them. Safe to use from any
/// thread.
final class LogTaker {
  /// So many characters of one log, and of all.
  static final int MOST_EACH = 256 << 10;

  static final int MOST = 4 << 20;

  private final Map<String, Long> taken = new HashMap<>();
  private long all;

  /// One reading of a log.
  final class Reading {
    private final String container;
    private long read;

    private Reading(String container) {
      this.container = container;
    }

    /// What of this piece is new and is still to be kept; empty for nothing.
    Optional<Output> take(Output output) {
      return next(this, output);
    }
  }

  Reading read(String container) {
    return new Reading(container);
  }

  private synchronized Optional<Output> next(Reading reading, Output output) {
    long before = reading.read;
    reading.read += output.text().length();
    long known = taken.getOrDefault(reading.container, 0L);
    long room = Math.min(MOST_EACH - known, MOST - all);
    if (reading.read <= known || room <= 0) {
      return Optional.empty();
    }
    String text = output.text().substring((int) Math.max(0, known - before));
    String kept = text.substring(0, (int) Math.min(text.length(), room));
    taken.put(reading.container, known + kept.length());
    all += kept.length();
    return Optional.of(new Output(output.channel(), kept));
  }
}
