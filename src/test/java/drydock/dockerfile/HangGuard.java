// SPDX-License-Identifier: Apache-2.0
package drydock.dockerfile;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Duration;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// Does work that must not hang in a thread of its own, and says what hangs where instead of
/// waiting for ever. Time is processor time of that thread, so that a busy machine is not taken for
/// a hang.
final class HangGuard {
  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

  /// @param cpu when it began, in nanoseconds
  private record Piece(String name, String text, long cpu) {}

  private final Duration longest;
  private volatile @Nullable Piece piece;
  private volatile @Nullable Throwable failure;
  private Duration slowest = Duration.ZERO;
  private String slowestName = "none";

  /// @param longest what one piece of the work may take
  HangGuard(Duration longest) {
    this.longest = longest;
  }

  /// Does the work, which says by [#next] what it is about to do.
  void run(Consumer<HangGuard> work) throws InterruptedException {
    Thread worker = new Thread(() -> work.accept(this), "guarded");
    worker.setDaemon(true);
    worker.setUncaughtExceptionHandler((_, thrown) -> failure = thrown);
    worker.start();
    while (!worker.join(Duration.ofMillis(50))) {
      Piece now = piece;
      long cpu = THREADS.getThreadCpuTime(worker.threadId());
      if (now != null && now.equals(piece) && cpu - now.cpu() > longest.toNanos()) {
        AssertionError hang = new AssertionError(now.name() + " hangs:\n" + now.text());
        hang.setStackTrace(worker.getStackTrace());
        throw hang;
      }
    }
    Piece last = piece;
    if (failure != null) {
      throw new AssertionError(last == null ? "" : last.name() + ":\n" + last.text(), failure);
    }
  }

  /// The piece before is done, another begins.
  void next(String name, String text) {
    long cpu = THREADS.getCurrentThreadCpuTime();
    Piece before = piece;
    if (before != null && cpu - before.cpu() > slowest.toNanos()) {
      slowest = Duration.ofNanos(cpu - before.cpu());
      slowestName = before.name();
    }
    piece = new Piece(name, text, THREADS.getCurrentThreadCpuTime());
  }

  /// The piece that took longest, for people.
  String slowest() {
    return slowestName + " took " + slowest.toMillis() + " ms";
  }
}
