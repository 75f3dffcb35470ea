// SPDX-License-Identifier: Apache-2.0
package drydock.engine.docker;

import drydock.engine.EngineException;
import drydock.engine.EngineProblem;
import drydock.engine.Subscription;
import java.io.IOException;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// A stream: work that opens one request after another on a virtual thread of its own, can be ended from any thread at
/// any moment, and reports its end exactly once.
final class StreamRunner implements Subscription {
  /// What a stream does. Runs on the stream's thread; opens its requests with [StreamRunner#open].
  @FunctionalInterface
  interface Work {
    void run(StreamRunner stream) throws IOException;
  }

  private final String doing;
  private final Object lock = new Object();
  private @Nullable Thread waiting;
  private @Nullable Reply reply;
  private @Nullable Runnable onClose;
  private volatile boolean closed;

  private StreamRunner(String doing) {
    this.doing = doing;
  }

  /// Starts `work` at once.
  ///
  /// @param onEnd called once, last, on the stream's thread: with null when the work returned or the stream was closed
  static StreamRunner start(String doing, Work work, Consumer<@Nullable EngineException> onEnd) {
    StreamRunner stream = new StreamRunner(doing);
    Thread.ofVirtual().name("engine stream: " + doing).start(() -> stream.run(work, onEnd));
    return stream;
  }

  private void run(Work work, Consumer<@Nullable EngineException> onEnd) {
    EngineException failure = null;
    try {
      work.run(this);
    } catch (EngineException e) {
      failure = e;
    } catch (IOException e) {
      failure = new EngineException(new EngineProblem.ConnectionLost(doing, Errors.words(e)), e);
    } catch (RuntimeException
        | Error e) { // an answer can also be too much for the memory or the stack
      failure = new EngineException(new EngineProblem.BadAnswer(doing, Errors.words(e)), e);
    } finally {
      onClose(null);
      release();
    }
    onEnd.accept(closed ? null : failure);
  }

  /// Opens a request of this stream, in place of the one before; only from [Work].
  ///
  /// @throws EngineException when the engine refuses, or cannot be reached
  Reply open(DockerHttp http, Call call) throws IOException {
    release();
    Reply opened = ask(() -> http.openAccepted(call));
    synchronized (lock) {
      reply = opened;
    }
    if (closed) {
      throw new IOException("closed");
    }
    return opened;
  }

  /// Asks the engine something; only from [Work]. Closing the stream ends the wait for the answer.
  <T> T ask(Supplier<T> request) throws IOException {
    synchronized (lock) {
      if (closed) {
        throw new IOException("closed");
      }
      waiting = Thread.currentThread();
    }
    try {
      return request.get();
    } finally {
      synchronized (lock) {
        waiting = null;
        Thread.interrupted(); // an interruption was meant for the request alone
      }
    }
  }

  /// Says what closing does besides ending the request: done at most once, before the request is aborted, and not after
  /// the stream ended by itself. At once when the stream is closed already.
  void onClose(@Nullable Runnable action) {
    synchronized (lock) {
      if (!closed) {
        onClose = action;
        return;
      }
    }
    if (action != null) {
      action.run();
    }
  }

  boolean closed() {
    return closed;
  }

  private void release() {
    Reply old;
    synchronized (lock) {
      old = reply;
      reply = null;
    }
    if (old != null) {
      old.close();
    }
  }

  @Override
  public void close() {
    Reply open;
    Runnable action;
    synchronized (lock) {
      if (closed) {
        return;
      }
      closed = true;
      open = reply;
      action = onClose;
      onClose = null;
      if (waiting != null) {
        waiting.interrupt();
      }
    }
    try {
      if (action != null) {
        action.run();
      }
    } finally {
      if (open != null) {
        open.close();
      }
    }
  }
}
