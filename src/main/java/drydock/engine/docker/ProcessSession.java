// SPDX-License-Identifier: Apache-2.0
package drydock.engine.docker;

import drydock.engine.EngineException;
import drydock.engine.EngineProblem;
import drydock.engine.Output;
import drydock.engine.Session;
import drydock.engine.StreamListener;
import drydock.messages.Messages;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.OptionalInt;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/// A connection to a process. The stream's thread reads what it writes; what is typed goes the other way by a thread of the
/// client library, which waits at the [Keyboard].
final class ProcessSession implements Session {
  private static final byte[] END_OF_INPUT = {4};
  private static final Duration TYPING_LIMIT = Duration.ofSeconds(10);
  private static final Duration GOODBYE_LIMIT = Duration.ofMillis(200);
  private static final int RESIZES = 5;

  private final DockerHttp http;
  private final Connectable process;
  private final String doing;
  private final StreamListener<Output> listener;
  private final Keyboard keyboard = new Keyboard();
  private final CountDownLatch connected = new CountDownLatch(1);
  private final StreamRunner runner;
  private volatile Connectable.@Nullable Line line;
  private volatile boolean over;
  private volatile OptionalInt exitCode = OptionalInt.empty();
  private volatile @Nullable EngineException givenUp;

  private ProcessSession(
      DockerHttp http, Connectable process, String doing, StreamListener<Output> listener) {
    this.http = http;
    this.process = process;
    this.doing = doing;
    this.listener = listener;
    runner = StreamRunner.start(doing, this::run, this::end);
  }

  /// Returns when the connection stands, or came to nothing; the listener is told why.
  static ProcessSession open(
      DockerHttp http,
      Connectable process,
      String doing,
      Duration most,
      StreamListener<Output> listener) {
    ProcessSession session = new ProcessSession(http, process, doing, listener);
    try {
      if (!session.connected.await(most.toMillis(), TimeUnit.MILLISECONDS)) {
        session.giveUp(new EngineProblem.TimedOut(doing, most));
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      session.giveUp(new EngineProblem.ConnectionLost(doing, "interrupted"));
    }
    return session;
  }

  private void giveUp(EngineProblem problem) {
    givenUp = new EngineException(problem);
    runner.close();
  }

  private void run(StreamRunner stream) throws IOException {
    Connectable.Line found = process.line();
    Call call = found.input() ? found.call().input(keyboard) : found.call();
    try (Reply reply = stream.open(http, call)) {
      line = found;
      connected.countDown();
      InputStream body = reply.body();
      OutputDecoder decoder = new OutputDecoder(listener::onNext);
      if (found.terminal()) {
        decoder.readPlain(body);
      } else {
        decoder.readFrames(body);
      }
    } finally {
      keyboard.close();
    }
    if (!stream.closed()) {
      exitCode = process.exitCode();
    }
  }

  private void end(@Nullable EngineException failure) {
    over = true;
    keyboard.close();
    connected.countDown();
    EngineException reason = givenUp;
    listener.onEnd(reason == null ? failure : reason);
  }

  @Override
  public void write(String text) {
    type(text.getBytes(StandardCharsets.UTF_8));
  }

  @Override
  public void endInput() {
    type(END_OF_INPUT);
  }

  private void type(byte[] bytes) {
    Connectable.Line connection = requireOpen();
    if (!connection.input()) {
      throw new EngineException(
          new EngineProblem.Unsupported(
              Messages.get("engine.session.input"), Messages.get("engine.session.noInput")));
    }
    try {
      if (!keyboard.type(bytes, TYPING_LIMIT)) {
        requireOpen();
        throw new EngineException(new EngineProblem.TimedOut(doing, TYPING_LIMIT));
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new EngineException(new EngineProblem.ConnectionLost(doing, "interrupted"), e);
    }
  }

  /// A process that was started just now may not have its terminal yet.
  @Override
  public void resize(int columns, int rows) {
    if (!requireOpen().terminal()) {
      throw new EngineException(
          new EngineProblem.Unsupported(
              Messages.get("engine.session.resize"), Messages.get("engine.session.noTerminal")));
    }
    for (int attempt = 1; ; attempt++) {
      try {
        http.send(process.resize(Math.max(1, columns), Math.max(1, rows)));
        return;
      } catch (EngineException e) {
        requireOpen();
        if (attempt == RESIZES || !pause(attempt * 20L)) {
          throw e;
        }
      }
    }
  }

  private static boolean pause(long millis) {
    try {
      Thread.sleep(millis);
      return true;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  private Connectable.Line requireOpen() {
    Connectable.Line connection = line;
    if (over || runner.closed() || connection == null) {
      throw new EngineException(
          new EngineProblem.Conflict(doing, Messages.get("engine.session.over")));
    }
    return connection;
  }

  @Override
  public OptionalInt exitCode() {
    return exitCode;
  }

  /// The engine tells a process with a terminal nothing when a connection ends, and a shell would wait for ever.
  @Override
  public void close() {
    Connectable.Line connection = line;
    if (process.saysGoodbye() && connection != null && connection.input() && !over) {
      try {
        if (keyboard.type(END_OF_INPUT, Duration.ZERO)) {
          keyboard.sent(GOODBYE_LIMIT);
        }
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
    runner.close();
  }
}
