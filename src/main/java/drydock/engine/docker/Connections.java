// SPDX-License-Identifier: Apache-2.0
package drydock.engine.docker;

import com.github.dockerjava.transport.DockerHttpClient;
import java.io.IOException;
import java.net.ConnectException;
import java.net.SocketTimeoutException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// The connections to one engine. Those that are kept for reuse can be stale: the engine was started anew, or the line
/// broke, and each says so only when it is used. What only asks is then asked once more (RFC 9110, section 9.2.2).
///
/// The client library tells neither whether a connection was a reused one nor lets go of those that it keeps. So the
/// client as a whole is replaced: a new one has nothing to reuse. The old one lives on until its last answer was read.
final class Connections implements AutoCloseable {
  /// Sends one request.
  @FunctionalInterface
  interface Exchange {
    DockerHttpClient.Response with(DockerHttpClient client) throws IOException;
  }

  private final Supplier<DockerHttpClient> maker;
  private final List<Pool> pools = new ArrayList<>();
  private boolean closed;

  Connections(Supplier<DockerHttpClient> maker) {
    this.maker = maker;
    pools.add(new Pool(maker.get()));
  }

  /// @param asks whether the request changes nothing, and can be sent again
  Reply reply(boolean asks, Exchange exchange) throws IOException {
    Pool pool = take();
    try {
      return pool.reply(exchange);
    } catch (IOException e) {
      Pool fresh = asks && mayBeStale(e) ? takeAfter(pool) : null;
      if (fresh == null) {
        throw e;
      }
      return fresh.reply(exchange);
    }
  }

  /// Nobody to connect to, and nobody who waits any more, have nothing to do with reuse.
  private static boolean mayBeStale(IOException e) {
    return !(e instanceof ConnectException)
        && !(e instanceof SocketTimeoutException)
        && !Thread.currentThread().isInterrupted();
  }

  private synchronized Pool take() {
    Pool pool = pools.getLast();
    pool.running++;
    return pool;
  }

  /// The pool to try next; null when all that failed was fresh.
  private synchronized @Nullable Pool takeAfter(Pool failed) {
    if (closed || (failed == pools.getLast() && !failed.reuses)) {
      return null;
    }
    if (failed == pools.getLast()) {
      pools.add(new Pool(maker.get()));
      failed.closeUnused();
    }
    return take();
  }

  @Override
  public void close() throws IOException {
    List<Pool> all;
    synchronized (this) {
      closed = true;
      all = List.copyOf(pools);
    }
    for (Pool pool : all) {
      pool.client.close();
    }
  }

  /// One client with what it keeps. Its numbers are guarded by the connections that it belongs to.
  private final class Pool {
    private final DockerHttpClient client;
    private int running;
    private boolean reuses;

    private Pool(DockerHttpClient client) {
      this.client = client;
    }

    private Reply reply(Exchange exchange) throws IOException {
      boolean answered = false;
      try {
        Reply reply = new Reply(exchange.with(client), () -> end(true));
        answered = true;
        return reply;
      } finally {
        if (!answered) {
          end(false);
        }
      }
    }

    private void end(boolean answered) {
      synchronized (Connections.this) {
        running--;
        reuses |= answered;
        closeUnused();
      }
    }

    private void closeUnused() {
      if (running == 0 && this != pools.getLast()) {
        pools.remove(this);
        try {
          client.close();
        } catch (IOException e) {
          // nobody uses it any more
        }
      }
    }
  }
}
