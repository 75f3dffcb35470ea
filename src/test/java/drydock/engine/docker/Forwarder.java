// SPDX-License-Identifier: Apache-2.0
package drydock.engine.docker;

import drydock.engine.RawDocker;
import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;

/// A Unix socket that leads to the real engine, and can be cut and laid again: an engine that goes away and comes back,
/// while nothing happens to the real one.
public final class Forwarder implements AutoCloseable {
  private final Path socket;
  private final List<SocketChannel> open = new CopyOnWriteArrayList<>();
  private final AtomicLong requests = new AtomicLong();
  private volatile Duration delay = Duration.ZERO;
  private volatile int most = Integer.MAX_VALUE;
  private ServerSocketChannel server;

  public Forwarder(Path folder) throws IOException {
    socket = folder.resolve("engine.sock");
    server = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
    server.close();
  }

  public String host() {
    return "unix://" + socket;
  }

  public void lay() throws IOException {
    ServerSocketChannel laid = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
    laid.bind(UnixDomainSocketAddress.of(socket), 4096);
    server = laid;
    Thread.ofVirtual().start(() -> accept(laid));
  }

  /// Breaks every connection, and leaves nobody to connect to.
  public void cut() throws IOException {
    server.close();
    Files.deleteIfExists(socket);
    breakConnections();
  }

  /// Each answer begins so much later.
  public void slow(Duration each) {
    delay = each;
  }

  /// Answers that are longer end in the middle.
  public void cutAnswersAfter(int bytes) {
    most = bytes;
  }

  /// How many requests went through.
  public long requests() {
    return requests.get();
  }

  /// Breaks every connection; new ones go through.
  public void breakConnections() throws IOException {
    for (SocketChannel channel : open) {
      channel.close();
    }
    open.clear();
  }

  long connections() {
    return open.stream().filter(SocketChannel::isOpen).count();
  }

  private void accept(ServerSocketChannel laid) {
    try {
      while (true) {
        SocketChannel near = laid.accept();
        SocketChannel far = RawDocker.connect();
        open.addAll(List.of(near, far));
        AtomicBoolean asked = new AtomicBoolean();
        Thread.ofVirtual().start(() -> ask(near, far, asked));
        Thread.ofVirtual().start(() -> answer(far, near, asked));
      }
    } catch (IOException e) {
      // cut
    }
  }

  private void ask(SocketChannel near, SocketChannel far, AtomicBoolean asked) {
    ByteBuffer buffer = ByteBuffer.allocate(1 << 16);
    try (near;
        far) {
      while (near.read(buffer) >= 0) {
        buffer.flip();
        String text = StandardCharsets.ISO_8859_1.decode(buffer.duplicate()).toString();
        requests.addAndGet(text.split(" HTTP/1.1\r\n", -1).length - 1);
        asked.set(true);
        write(buffer, far);
      }
    } catch (IOException e) {
      // cut
    }
  }

  private void answer(SocketChannel far, SocketChannel near, AtomicBoolean asked) {
    ByteBuffer buffer = ByteBuffer.allocate(1 << 16);
    int answered = 0;
    try (near;
        far) {
      while (far.read(buffer) >= 0) {
        buffer.flip();
        if (asked.getAndSet(false)) {
          answered = 0;
          Thread.sleep(delay);
        }
        answered += buffer.remaining();
        if (answered > most) {
          buffer.limit(buffer.limit() / 2);
          write(buffer, near);
          return;
        }
        write(buffer, near);
      }
    } catch (IOException | InterruptedException e) {
      // cut
    }
  }

  private static void write(ByteBuffer buffer, SocketChannel to) throws IOException {
    while (buffer.hasRemaining()) {
      to.write(buffer);
    }
    buffer.clear();
  }

  @Override
  public void close() throws IOException {
    cut();
  }
}
