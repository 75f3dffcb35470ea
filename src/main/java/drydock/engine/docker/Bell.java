// SPDX-License-Identifier: Apache-2.0
package drydock.engine.docker;

import java.time.Duration;

/// Wakes the one thread that waits for it: something happened, look what.
final class Bell {
  private boolean rung;

  synchronized void ring() {
    rung = true;
    notifyAll();
  }

  /// Waits until it rings, not at all when it rang since the last time, and at most for `most`.
  synchronized void await(Duration most) throws InterruptedException {
    long until = System.nanoTime() + most.toNanos();
    for (long left = most.toMillis(); !rung && left > 0; ) {
      wait(left);
      left = (until - System.nanoTime()) / 1_000_000;
    }
    rung = false;
  }
}
