// SPDX-License-Identifier: Apache-2.0
package drydock.engine.docker;

import com.fasterxml.jackson.databind.JsonNode;
import com.github.dockerjava.transport.DockerHttpClient;
import com.github.dockerjava.zerodep.ZerodepDockerHttpClient;
import drydock.engine.EngineException;
import drydock.engine.EngineProblem;
import drydock.messages.Messages;
import java.io.IOException;
import java.io.InputStream;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;

/// HTTP to one engine. Every failure becomes an [EngineException], every answer is bounded in size and time.
///
/// Time limits are kept here and not by the client: a Unix socket of the JDK knows no read timeout. A call therefore runs
/// on a virtual thread, whose interruption closes the connection on every transport.
final class DockerHttp implements AutoCloseable {
  private static final Duration CONNECT_LIMIT = Duration.ofSeconds(10);
  private static final Duration PATIENCE = Duration.ofDays(1); // calls have limits of their own
  private static final int ANSWER_LIMIT = 64 << 20;
  private static final int NOT_MODIFIED = 304; // stopped, or started, already
  private static final int ERROR_LIMIT = 1 << 20;

  private static final Pattern NOT_SWITCHED =
      Pattern.compile("Expected 101 Switching Protocols, got: HTTP/1.1 (\\d{3}).*");

  private final Connections connections;
  private final @Nullable TlsTunnel tunnel;
  private final String prefix;
  private final Duration patience;

  /// @param host `unix://`, `npipe://` or `tcp://`
  DockerHttp(URI host) {
    this(new Connections(() -> client(host, null)), null);
  }

  private DockerHttp(Connections connections, @Nullable TlsTunnel tunnel) {
    this(connections, tunnel, "", PATIENCE);
  }

  private DockerHttp(
      Connections connections, @Nullable TlsTunnel tunnel, String prefix, Duration patience) {
    this.connections = connections;
    this.tunnel = tunnel;
    this.prefix = prefix;
    this.patience = patience;
  }

  /// @param host `tcp://` when there is TLS
  /// @param tls null for plain HTTP
  /// @throws TlsException when the certificates cannot be used
  static DockerHttp connect(URI host, @Nullable Tls tls) throws IOException {
    if (tls == null) {
      return new DockerHttp(host);
    }
    SSLContext context = tls.context();
    if (tls.verify()) {
      return new DockerHttp(new Connections(() -> client(host, context)), null);
    }
    TlsTunnel tunnel = new TlsTunnel(host, context, CONNECT_LIMIT);
    return new DockerHttp(new Connections(() -> client(tunnel.uri(), null)), tunnel);
  }

  private static DockerHttpClient client(URI host, @Nullable SSLContext context) {
    ZerodepDockerHttpClient.Builder builder =
        new ZerodepDockerHttpClient.Builder().dockerHost(host).connectionTimeout(CONNECT_LIMIT);
    return context == null ? builder.build() : builder.sslConfig(() -> context).build();
  }

  /// The same connections, with paths of one API version.
  DockerHttp version(String apiVersion) {
    return new DockerHttp(connections, tunnel, "/v" + apiVersion, patience);
  }

  /// The same connections, on which no call takes longer than `most`, whatever its own limit.
  DockerHttp within(Duration most) {
    return new DockerHttp(connections, tunnel, prefix, most);
  }

  /// The answer as JSON.
  ///
  /// A connection that is cut inside of the head leaves a head that looks whole, and no body: taken as an empty list it
  /// would say that everything is gone.
  JsonNode json(Call call) {
    byte[] body = ask(call).body();
    if (body.length == 0) {
      throw new EngineException(
          new EngineProblem.ConnectionLost(call.doing(), Messages.get("engine.answer.endsEarly")));
    }
    try {
      return Json.parse(body);
    } catch (IOException e) {
      throw new EngineException(new EngineProblem.BadAnswer(call.doing(), Errors.words(e)), e);
    }
  }

  /// Sends a request whose answer says nothing but that it succeeded.
  void send(Call call) {
    ask(call);
  }

  /// A whole answer that the engine did not refuse.
  Answer ask(Call call) {
    Answer answer;
    try {
      answer = fetch(call);
    } catch (IOException e) {
      throw Errors.lost(call, e);
    }
    if (answer.status() >= 300 && answer.status() != NOT_MODIFIED) {
      throw Errors.refused(call, answer.status(), answer.body());
    }
    return answer;
  }

  /// A whole answer, whatever its status.
  ///
  /// @throws TooLate after the call's limit
  Answer fetch(Call call) throws IOException {
    return within(
        call.limit(),
        () -> {
          try (Reply reply = open(call)) {
            return new Answer(reply, read(reply.body(), ANSWER_LIMIT));
          }
        },
        answer -> {});
  }

  /// Does `work` on a thread of its own, and gives it up after `limit`, or when the caller is
  /// interrupted.
  ///
  /// @param unwanted gets what came too late
  private <T> T within(Duration limit, Callable<T> work, Consumer<T> unwanted) throws IOException {
    Duration most = limit.compareTo(patience) < 0 ? limit : patience;
    CompletableFuture<T> done = new CompletableFuture<>();
    Thread thread =
        Thread.ofVirtual()
            .name("engine call")
            .start(
                () -> {
                  try {
                    T result = work.call();
                    if (!done.complete(result)) {
                      unwanted.accept(result);
                    }
                  } catch (Throwable e) {
                    done.completeExceptionally(e);
                  }
                });
    try {
      return done.get(most.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException e) {
      giveUp(done, thread, unwanted);
      throw new TooLate(most);
    } catch (InterruptedException e) {
      giveUp(done, thread, unwanted);
      Thread.currentThread().interrupt();
      throw new IOException("interrupted");
    } catch (ExecutionException e) {
      switch (e.getCause()) {
        case IOException io -> throw io;
        case RuntimeException runtime -> throw runtime;
        case null, default -> throw new IOException(e.getCause());
      }
    }
  }

  private static <T> void giveUp(CompletableFuture<T> done, Thread thread, Consumer<T> unwanted) {
    if (done.cancel(false)) {
      thread.interrupt(); // which closes its connection
    } else if (!done.isCompletedExceptionally()) {
      unwanted.accept(done.join()); // it came in this very moment
    }
  }

  /// Sends a request and waits for the head of its answer, whatever its status and without a time limit; interruption
  /// ends the wait.
  Reply open(Call call) throws IOException {
    DockerHttpClient.Request.Builder request =
        DockerHttpClient.Request.builder().method(call.method()).path(prefix + call.path());
    call.headers().forEach(request::putHeader);
    byte[] bytes = call.bytes();
    InputStream body = call.body();
    if (body != null) {
      request.body(body);
    } else if (bytes != null) {
      request.bodyBytes(bytes);
    }
    InputStream input = call.input();
    if (input != null) {
      request.hijackedInput(input);
    }
    return connections.reply(call.asks(), client -> exchange(client, request.build()));
  }

  private DockerHttpClient.Response exchange(
      DockerHttpClient client, DockerHttpClient.Request request) throws IOException {
    try {
      return request.hijackedInput() == null
          ? client.execute(request)
          : new TwoWay(client).execute(request);
    } catch (RuntimeException e) {
      IOException beyond = tunnel == null ? null : tunnel.failure();
      if (beyond != null) {
        throw beyond;
      }
      throw e.getCause() instanceof IOException io ? io : new IOException(Errors.words(e), e);
    }
  }

  /// The client library tells of a refused two-way connection no more than the status.
  private static void throwRefused(Call call, IOException e) {
    Matcher refused = NOT_SWITCHED.matcher(call.input() == null ? "" : Errors.words(e));
    if (refused.find()) {
      int status = Integer.parseInt(refused.group(1));
      String why = status == 409 ? Messages.get("engine.answer.notRunning") : refused.group();
      throw Errors.refused(call, status, why.getBytes(StandardCharsets.UTF_8));
    }
  }

  /// As [#open], but a refusal is thrown, and the head is waited for no longer than the call's
  /// limit.
  Reply openAccepted(Call call) {
    try {
      return within(call.limit(), () -> accepted(call), Reply::close);
    } catch (IOException e) {
      throwRefused(call, e);
      throw Errors.lost(call, e);
    }
  }

  private Reply accepted(Call call) throws IOException {
    Reply reply = open(call);
    if (reply.status() < 300) {
      return reply;
    }
    try (reply) {
      throw Errors.refused(call, reply.status(), read(reply.body(), ERROR_LIMIT));
    }
  }

  private static byte[] read(InputStream body, int limit) throws IOException {
    byte[] bytes = body.readNBytes(limit + 1);
    if (bytes.length > limit) {
      throw new TooLarge(limit);
    }
    return bytes;
  }

  @Override
  public void close() {
    try {
      connections.close();
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    } finally {
      if (tunnel != null) {
        tunnel.close();
      }
    }
  }

  /// An answer that was read to its end.
  static final class Answer {
    private final Reply head;
    private final byte[] body;

    private Answer(Reply head, byte[] body) {
      this.head = head;
      this.body = body;
    }

    int status() {
      return head.status();
    }

    String header(String name) {
      return head.header(name);
    }

    byte[] body() {
      return body;
    }
  }

  /// No whole answer within a call's limit.
  static final class TooLate extends SocketTimeoutException {
    private static final long serialVersionUID = 1L;

    TooLate(Duration limit) {
      super("no answer within " + limit.toSeconds() + " s");
    }
  }

  /// An answer beyond its bound.
  static final class TooLarge extends IOException {
    private static final long serialVersionUID = 1L;

    TooLarge(int limit) {
      super("more than " + (limit >> 20) + " MB");
    }
  }
}
