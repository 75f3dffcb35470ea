// SPDX-License-Identifier: Apache-2.0
package drydock.engine.docker;

import drydock.engine.EngineException;
import drydock.engine.EngineProblem;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLong;

/// Moves much between the engine and a file of this computer. That may take as long as it moves; what stands still is ended.
final class Transfer {
  /// An exchange with the engine that says when something moved.
  @FunctionalInterface
  interface Exchange {
    void run(Transfer transfer) throws IOException;
  }

  private static final Duration STILL = Duration.ofSeconds(60);
  private static final Duration END = Duration.ofSeconds(5);
  private static final int CHUNK = 1 << 16;

  private final String doing;
  private final Duration still;
  private final AtomicLong moved = new AtomicLong();

  private Transfer(String doing, Duration still) {
    this.doing = doing;
    this.still = still;
  }

  static void run(String doing, Exchange exchange) {
    run(doing, STILL, exchange);
  }

  /// @param still for how long nothing may move
  static void run(String doing, Duration still, Exchange exchange) {
    new Transfer(doing, still).run(exchange);
  }

  private void run(Exchange exchange) {
    FutureTask<Void> task =
        new FutureTask<>(
            () -> {
              exchange.run(this);
              return null;
            });
    Thread thread = Thread.ofVirtual().name("engine transfer: " + doing).start(task);
    try {
      await(task);
    } catch (TimeoutException e) {
      end(thread);
      throw new EngineException(new EngineProblem.TimedOut(doing, still), e);
    } catch (InterruptedException e) {
      end(thread);
      Thread.currentThread().interrupt();
      throw new EngineException(new EngineProblem.ConnectionLost(doing, "interrupted"), e);
    } catch (ExecutionException e) {
      throw switch (e.getCause()) {
        case EngineException engine -> engine;
        case IOException io ->
            new EngineException(new EngineProblem.ConnectionLost(doing, Errors.words(io)), io);
        case null, default -> new IllegalStateException(e.getCause());
      };
    }
  }

  /// Waits, too, so that the caller's file is the caller's again.
  private static void end(Thread thread) {
    thread.interrupt();
    try {
      thread.join(END);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void await(FutureTask<Void> task)
      throws InterruptedException, ExecutionException, TimeoutException {
    for (long before = 0; ; before = moved.get()) {
      try {
        task.get(still.toMillis(), TimeUnit.MILLISECONDS);
        return;
      } catch (TimeoutException e) {
        if (moved.get() == before) {
          throw e;
        }
      }
    }
  }

  void moved(long bytes) {
    moved.addAndGet(bytes);
  }

  /// Copies what the engine sends.
  ///
  /// @throws EngineException with LocalFile when `out` fails
  void copy(InputStream in, OutputStream out) throws IOException {
    byte[] chunk = new byte[CHUNK];
    for (int read = in.read(chunk); read >= 0; read = in.read(chunk)) {
      moved(read);
      try {
        out.write(chunk, 0, read);
      } catch (IOException e) {
        throw new EngineException(new EngineProblem.LocalFile(doing, Errors.words(e)), e);
      }
    }
  }

  /// What the engine takes, counted.
  InputStream counted(InputStream in) {
    return new InputStream() {
      @Override
      public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
      }

      @Override
      public int read(byte[] into, int from, int length) throws IOException {
        int read = in.read(into, from, length);
        moved(Math.max(0, read));
        return read;
      }

      @Override
      public void close() throws IOException {
        in.close();
      }
    };
  }
}
