// SPDX-License-Identifier: Apache-2.0
package drydock.engine.docker;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.StandardProtocolFamily;
import java.net.URI;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;

/// Listens on a Unix socket and says what a test wants: answers that no real engine gives on demand. One request a
/// connection.
final class FakeEngine implements AutoCloseable {
  /// Writes a whole answer, and may take its time.
  @FunctionalInterface
  interface Script {
    void answer(OutputStream out) throws IOException, InterruptedException;
  }

  /// As [Script], for answers that depend on the request's first line.
  @FunctionalInterface
  interface Reader {
    void answer(String request, OutputStream out) throws IOException, InterruptedException;
  }

  private static final Reader MUTE = (_, _) -> {};

  private final Path folder;
  private final ServerSocketChannel server;
  private final ConcurrentHashMap<String, Reader> scripts = new ConcurrentHashMap<>();
  private final List<SocketChannel> open = new CopyOnWriteArrayList<>();
  final List<String> requests = new CopyOnWriteArrayList<>();
  final CountDownLatch hangUp = new CountDownLatch(1);

  FakeEngine() {
    try {
      folder = Files.createTempDirectory("fake");
      server = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
      // as long as a daemon's: on a virtual thread, a connect to a full one fails at once
      server.bind(UnixDomainSocketAddress.of(folder.resolve("e.sock")), 4096);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    Thread.ofVirtual().start(this::accept);
  }

  String host() {
    return "unix://" + folder.resolve("e.sock");
  }

  DockerHttp http() {
    return new DockerHttp(URI.create(host()));
  }

  /// @param path without its query
  FakeEngine on(String path, Script script) {
    return read(path, (_, out) -> script.answer(out));
  }

  FakeEngine read(String path, Reader script) {
    scripts.put(path, script);
    return this;
  }

  FakeEngine on(String path, int status, String body) {
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    String head =
        "HTTP/1.1 "
            + status
            + " X\r\nConnection: close\r\nContent-Length: "
            + bytes.length
            + "\r\n\r\n";
    return on(
        path,
        out -> {
          out.write(head.getBytes(StandardCharsets.US_ASCII));
          out.write(bytes);
        });
  }

  /// Takes the request, and never answers.
  FakeEngine mute(String path) {
    return read(path, MUTE);
  }

  /// How many connections are open now.
  long connections() {
    return open.stream().filter(SocketChannel::isOpen).count();
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
      String line = head(Channels.newInputStream(channel)).lines().findFirst().orElse("");
      requests.add(line);
      String path = line.replaceAll("^\\S+ (/v1\\.\\d+)?([^ ?]*).*", "$2");
      Reader script = scripts.getOrDefault(path, FakeEngine::notFound);
      script.answer(line, Channels.newOutputStream(channel));
      while (script.equals(MUTE) && channel.read(ByteBuffer.allocate(1)) >= 0) {
        // until the client gives up
      }
    } catch (IOException | InterruptedException e) {
      // the client went away, which some tests are about
    }
  }

  private static void notFound(String request, OutputStream out) throws IOException {
    out.write(
        "HTTP/1.1 404 X\r\nConnection: close\r\nContent-Length: 0\r\n\r\n"
            .getBytes(StandardCharsets.US_ASCII));
  }

  private static String head(InputStream in) throws IOException {
    ByteArrayOutputStream head = new ByteArrayOutputStream();
    while (!head.toString(StandardCharsets.US_ASCII).endsWith("\r\n\r\n")) {
      int next = in.read();
      if (next < 0) {
        throw new IOException("no request");
      }
      head.write(next);
    }
    return head.toString(StandardCharsets.US_ASCII);
  }

  @Override
  public void close() throws IOException {
    hangUp.countDown();
    server.close();
    for (SocketChannel channel : open) {
      channel.close();
    }
    Files.deleteIfExists(folder.resolve("e.sock"));
    Files.deleteIfExists(folder);
  }
}
