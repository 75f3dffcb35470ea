// SPDX-License-Identifier: Apache-2.0
package drydock.ui.log;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;

/// Counts what has come in and is not yet taken by the JavaFX thread, or not yet on the disk. Who brings more while there
/// is too much waits at the gate, and with them the engine behind its socket: memory stays bounded however fast a process
/// writes. A wait ends by itself, so that a window that does not answer slows a stream down, but never stops it.
final class Gate {
  /// About what a line costs beside its characters.
  private static final int LINE = 50;

  private final long limit;
  private final Duration longest;
  private long waiting;
  private long most;

  /// @param limit in units of [#weight]
  /// @param longest wait
  Gate(long limit, Duration longest) {
    this.limit = limit;
    this.longest = longest;
  }

  /// Characters, and something for each line.
  static long weight(List<? extends Row> rows) {
    long weight = 0;
    for (Row row : rows) {
      weight += row.text().length() + LINE;
    }
    return weight;
  }

  /// Returns when there is room for more, or after the longest wait. Never call it with a lock that the JavaFX thread may
  /// want.
  synchronized void pass() {
    long end = System.nanoTime() + longest.toNanos();
    try {
      for (long left = longest.toNanos();
          waiting > limit && left > 0;
          left = end - System.nanoTime()) {
        TimeUnit.NANOSECONDS.timedWait(this, left);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  synchronized void add(long weight) {
    waiting += weight;
    most = Math.max(most, waiting);
  }

  synchronized void remove(long weight) {
    waiting -= weight;
    if (waiting <= limit) {
      notifyAll();
    }
  }

  synchronized long waiting() {
    return waiting;
  }

  /// The most that ever waited.
  synchronized long most() {
    return most;
  }
}
