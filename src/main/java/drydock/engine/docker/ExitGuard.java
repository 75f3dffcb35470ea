// SPDX-License-Identifier: Apache-2.0
package drydock.engine.docker;

import drydock.engine.Subscription;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/// Makes Ctrl-C end a stream properly: while the guard is open, a process that is told to exit closes the stream first, and
/// waits a few seconds at most until its end was told.
public final class ExitGuard implements AutoCloseable {
  private static final int PATIENCE_SECONDS = 10;

  private final Thread hook;

  public ExitGuard(Subscription stream, CompletableFuture<?> end) {
    hook = new Hook(stream, end);
    Runtime.getRuntime().addShutdownHook(hook);
  }

  @Override
  public void close() {
    try {
      Runtime.getRuntime().removeShutdownHook(hook);
    } catch (IllegalStateException e) {
      // the process is ending already, and the hook with it
    }
  }

  private static final class Hook extends Thread {
    private final Subscription stream;
    private final CompletableFuture<?> end;

    Hook(Subscription stream, CompletableFuture<?> end) {
      super("cancel on exit");
      this.stream = stream;
      this.end = end;
    }

    @Override
    public void run() {
      stream.close();
      try {
        end.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
      } catch (InterruptedException | ExecutionException | TimeoutException e) {
        // nothing more can be done: the process ends, and its connections with it
      }
    }
  }
}
