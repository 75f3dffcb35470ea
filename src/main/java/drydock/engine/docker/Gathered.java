// SPDX-License-Identifier: Apache-2.0
package drydock.engine.docker;

import drydock.engine.EngineException;
import drydock.engine.ExecResult;
import drydock.engine.Output;
import drydock.engine.StreamListener;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/// Keeps the beginning of what a process writes, until its end.
final class Gathered implements StreamListener<Output> {
  private static final int ROOM = 1 << 20;

  private final StringBuilder stdout = new StringBuilder();
  private final StringBuilder stderr = new StringBuilder();
  private final CountDownLatch ended = new CountDownLatch(1);
  private int left = ROOM;
  private boolean complete = true;
  private @Nullable EngineException failure;

  @Override
  public synchronized void onNext(Output output) {
    String text = output.text();
    int kept = Math.min(left, text.length());
    complete &= kept == text.length();
    if (0 < kept && kept < text.length() && Character.isHighSurrogate(text.charAt(kept - 1))) {
      kept--;
    }
    left = complete ? left - kept : 0;
    (output.channel() == Output.Channel.STDERR ? stderr : stdout).append(text, 0, kept);
  }

  @Override
  public void onEnd(@Nullable EngineException reason) {
    synchronized (this) {
      failure = reason;
    }
    ended.countDown();
  }

  /// @return false when it has not ended after `nanos`
  /// @throws EngineException when it ended for a reason
  boolean await(long nanos) throws InterruptedException {
    boolean over = ended.await(nanos, TimeUnit.NANOSECONDS);
    synchronized (this) {
      if (failure != null) {
        throw failure;
      }
    }
    return over;
  }

  synchronized ExecResult result(int exitCode) {
    return new ExecResult(exitCode, stdout.toString(), stderr.toString(), complete);
  }
}
