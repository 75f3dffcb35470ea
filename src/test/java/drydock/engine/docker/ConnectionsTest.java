// SPDX-License-Identifier: Apache-2.0
package drydock.engine.docker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import drydock.engine.EngineException;
import drydock.engine.EngineProblem;
import drydock.engine.Leaks;
import java.io.BufferedReader;
import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.URI;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// An engine that keeps connections open for the next request, as real ones do, and breaks them when nobody looks.
class ConnectionsTest {
  private static final int MANY = 12;

  private final Leaks leaks = new Leaks();
  private final List<SocketChannel> open = new CopyOnWriteArrayList<>();
  private final List<String> requests = new CopyOnWriteArrayList<>();
  private volatile boolean mute;
  private volatile @Nullable SocketChannel streaming;
  private ServerSocketChannel server;
  private DockerHttp http;

  @BeforeEach
  void listen(@TempDir Path folder) throws IOException {
    Path socket = folder.resolve("e.sock");
    server = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
    server.bind(UnixDomainSocketAddress.of(socket), 1024);
    Thread.ofVirtual().start(this::accept);
    http = new DockerHttp(URI.create("unix://" + socket));
  }

  @AfterEach
  void nothingIsLeft() throws IOException {
    http.close();
    server.close();
    breakAll();
    assertThat(leaks.left(5)).isEmpty();
  }

  @Test
  void manyStaleConnectionsAreNoFailure() throws Exception {
    useAtOnce();
    breakAll();
    for (int i = 0; i < MANY; i++) {
      http.send(Call.get("testing", "/again"));
    }
    assertThat(requests.stream().filter("GET /again HTTP/1.1"::equals)).hasSize(MANY);
    assertThat(open).as("one fresh connection serves them all").hasSize(1);
  }

  @Test
  void manyStaleConnectionsAreNoFailureOfMany() throws Exception {
    useAtOnce();
    breakAll();
    useAtOnce();
    assertThat(requests).hasSize(2 * MANY);
  }

  @Test
  void whatHasFoundThemStaleServesWhatChangesThings() throws Exception {
    useAtOnce();
    breakAll();
    http.send(Call.get("testing", "/look"));
    http.send(Call.post("testing", "/change"));
    assertThat(requests).endsWith("GET /look HTTP/1.1", "POST /change HTTP/1.1");
  }

  @Test
  void whatChangesThingsIsSentOnce() throws Exception {
    useAtOnce();
    mute = true;
    lost(Call.post("testing", "/change"));
    assertThat(requests.stream().filter("POST /change HTTP/1.1"::equals)).hasSize(1);
  }

  @Test
  void anEngineThatNeverAnswersIsAskedAFewTimesOnly() throws Exception {
    useAtOnce();
    mute = true;
    lost(Call.get("testing", "/look"));
    assertThat(requests.stream().filter("GET /look HTTP/1.1"::equals))
        .as("twice by the client library, and as often on fresh connections")
        .hasSizeLessThanOrEqualTo(4);
  }

  /// A stream goes on while the connections beside it turn out to be stale.
  @Test
  void whatStillRunsIsNotEnded() throws Exception {
    useAtOnce();
    try (Reply stream = http.openAccepted(Call.get("testing", "/stream"))) {
      SocketChannel running = Objects.requireNonNull(streaming);
      for (SocketChannel channel : open) {
        if (!running.equals(channel)) {
          channel.close();
        }
      }
      for (int i = 0; i < MANY; i++) {
        http.send(Call.get("testing", "/look"));
      }
      running.write(ByteBuffer.wrap("still".getBytes(StandardCharsets.US_ASCII)));
      assertThat(new String(stream.body().readNBytes(5), StandardCharsets.US_ASCII))
          .isEqualTo("still");
    }
  }

  private void lost(Call call) {
    assertThatExceptionOfType(EngineException.class)
        .isThrownBy(() -> http.send(call))
        .satisfies(e -> assertThat(e.problem()).isInstanceOf(EngineProblem.ConnectionLost.class));
  }

  /// Leaves as many connections to be used again.
  private void useAtOnce() throws Exception {
    CyclicBarrier all = new CyclicBarrier(MANY);
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<?>> asked =
          IntStream.range(0, MANY)
              .<Future<?>>mapToObj(
                  _ ->
                      threads.submit(
                          () -> {
                            try (Reply reply = http.open(Call.get("testing", "/many"))) {
                              all.await(10, TimeUnit.SECONDS);
                              return reply.body().readAllBytes();
                            }
                          }))
              .toList();
      for (Future<?> one : asked) {
        one.get();
      }
    }
  }

  private void breakAll() throws IOException {
    for (SocketChannel channel : open) {
      channel.close();
    }
    open.clear();
  }

  private void accept() {
    try {
      while (true) {
        SocketChannel channel = server.accept();
        open.add(channel);
        Thread.ofVirtual().start(() -> serve(channel));
      }
    } catch (IOException e) {
      // closed
    }
  }

  private void serve(SocketChannel channel) {
    try (channel) {
      BufferedReader in =
          new BufferedReader(Channels.newReader(channel, StandardCharsets.US_ASCII));
      String line = in.readLine();
      while (line != null) {
        requests.add(line);
        while (!line.isEmpty()) {
          line = in.readLine();
        }
        if (mute) {
          return;
        }
        boolean stream = requests.getLast().contains("/stream");
        if (stream) {
          streaming = channel;
        }
        String head = "HTTP/1.1 200 OK\r\nContent-Length: " + (stream ? 100 : 2) + "\r\n\r\n";
        channel.write(
            ByteBuffer.wrap((head + (stream ? "" : "{}")).getBytes(StandardCharsets.US_ASCII)));
        line = in.readLine();
      }
    } catch (IOException e) {
      // the client went away, or the line broke
    }
  }
}
