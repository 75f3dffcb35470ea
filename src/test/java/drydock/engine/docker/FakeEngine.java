// SPDX-License-Identifier: Apache-2.0
package drydock.engine.docker;

import drydock.engine.Samples;
import java.io.BufferedInputStream;
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
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;

/// Listens on a Unix socket and says what a test wants: answers that no real engine gives on demand. One request a
/// connection.
public final class FakeEngine implements AutoCloseable {
  /// Writes a whole answer, and may take its time.
  @FunctionalInterface
  public interface Script {
    void answer(OutputStream out) throws IOException, InterruptedException;
  }

  /// As [Script], for answers that depend on the request's first line.
  @FunctionalInterface
  public interface Reader {
    void answer(String request, OutputStream out) throws IOException, InterruptedException;
  }

  private static final Reader MUTE = (_, _) -> {};

  private final Path folder;
  private final ServerSocketChannel server;
  private final ConcurrentHashMap<String, Reader> scripts = new ConcurrentHashMap<>();
  private final List<SocketChannel> open = new CopyOnWriteArrayList<>();
  private final AtomicInteger asked = new AtomicInteger();
  private volatile UnaryOperator<OutputStream> through = out -> out;
  private int goodFor = Integer.MAX_VALUE;
  private Script afterwards = FakeEngine::unknown;
  public final List<String> requests = new CopyOnWriteArrayList<>();
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

  public String host() {
    return "unix://" + folder.resolve("e.sock");
  }

  DockerHttp http() {
    return new DockerHttp(URI.create(host()));
  }

  /// An engine behind the port that waits for this one no longer than `patience`.
  DockerEngine engine(Duration patience) {
    return new DockerEngine(http().within(patience).version("1.51"), Samples.INFO);
  }

  /// How many requests came.
  int asked() {
    return asked.get();
  }

  /// Whether a request came after the good ones.
  boolean atFault() {
    return asked.get() > goodFor;
  }

  /// @param path without its query and version, or the method, a blank and the path
  public FakeEngine on(String path, Script script) {
    return read(path, (_, out) -> script.answer(out));
  }

  public FakeEngine read(String path, Reader script) {
    scripts.put(path, script);
    return this;
  }

  public FakeEngine on(String path, int status, String body) {
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

  /// Answers so many requests as the scripts say, and all that follow as `script` does.
  FakeEngine after(int requests, Script script) {
    goodFor = requests;
    afterwards = script;
    return this;
  }

  /// What all answers go through from now on.
  public void line(UnaryOperator<OutputStream> next) {
    through = next;
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
      InputStream in = new BufferedInputStream(Channels.newInputStream(channel));
      String head = until(in, "", "\r\n\r\n");
      String line = head.lines().findFirst().orElse("");
      requests.add(line);
      Reader script = (_, out) -> afterwards.answer(out);
      if (asked.getAndIncrement() >= goodFor) {
        Thread.ofVirtual().start(() -> swallow(in));
      } else {
        if (head.contains("chunked")) {
          until(
              in,
              "\r\n",
              "\r\n0\r\n\r\n"); // who hangs up on somebody who still speaks is no good engine
        }
        String method = line.replaceAll(" .*", "");
        String path = line.replaceAll("^\\S+ (/v1\\.\\d+)?([^ ?]*).*", "$2");
        Reader ofAny = scripts.getOrDefault(path, (_, out) -> unknown(out));
        script = scripts.getOrDefault(method + " " + path, ofAny);
      }
      script.answer(line, through.apply(Channels.newOutputStream(channel)));
      while (script.equals(MUTE) && channel.read(ByteBuffer.allocate(1)) >= 0) {
        // until the client gives up
      }
    } catch (IOException | InterruptedException e) {
      // the client went away, which some tests are about
    }
  }

  private static void unknown(OutputStream out) throws IOException {
    out.write(
        "HTTP/1.1 404 X\r\nConnection: close\r\nContent-Length: 0\r\n\r\n"
            .getBytes(StandardCharsets.US_ASCII));
  }

  private static void swallow(InputStream in) {
    try {
      in.transferTo(OutputStream.nullOutputStream());
    } catch (IOException e) {
      // the connection is over
    }
  }

  /// Reads up to and with `end`, of which a part may have been read `already`.
  private static String until(InputStream in, String already, String end) throws IOException {
    ByteArrayOutputStream text = new ByteArrayOutputStream();
    String last = already;
    while (!last.endsWith(end)) {
      int next = in.read();
      if (next < 0) {
        throw new IOException("no whole request");
      }
      text.write(next);
      last = (last + (char) next).substring(Math.max(0, last.length() + 1 - end.length()));
    }
    return text.toString(StandardCharsets.US_ASCII);
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
