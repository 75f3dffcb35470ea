// SPDX-License-Identifier: Apache-2.0
package drydock.engine.docker;

import drydock.engine.RawDocker;
import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/// A Unix socket that leads to the real engine, and can be cut and laid again: an engine that goes away and comes back,
/// while nothing happens to the real one.
final class Forwarder implements AutoCloseable {
  private final Path socket;
  private final List<SocketChannel> open = new CopyOnWriteArrayList<>();
  private ServerSocketChannel server;

  Forwarder(Path folder) throws IOException {
    socket = folder.resolve("engine.sock");
    server = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
    server.close();
  }

  String host() {
    return "unix://" + socket;
  }

  void lay() throws IOException {
    ServerSocketChannel laid = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
    laid.bind(UnixDomainSocketAddress.of(socket), 4096);
    server = laid;
    Thread.ofVirtual().start(() -> accept(laid));
  }

  /// Breaks every connection, and leaves nobody to connect to.
  void cut() throws IOException {
    server.close();
    Files.deleteIfExists(socket);
    breakConnections();
  }

  /// Breaks every connection; new ones go through.
  void breakConnections() throws IOException {
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
        Thread.ofVirtual().start(() -> copy(near, far));
        Thread.ofVirtual().start(() -> copy(far, near));
      }
    } catch (IOException e) {
      // cut
    }
  }

  private static void copy(SocketChannel from, SocketChannel to) {
    ByteBuffer buffer = ByteBuffer.allocate(1 << 16);
    try (from;
        to) {
      while (from.read(buffer) >= 0) {
        buffer.flip();
        while (buffer.hasRemaining()) {
          to.write(buffer);
        }
        buffer.clear();
      }
    } catch (IOException e) {
      // cut
    }
  }

  @Override
  public void close() throws IOException {
    cut();
  }
}
