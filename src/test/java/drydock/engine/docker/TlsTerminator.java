// SPDX-License-Identifier: Apache-2.0
package drydock.engine.docker;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.Channels;
import java.nio.channels.SocketChannel;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLServerSocket;
import org.jspecify.annotations.Nullable;

/// A TCP port that leads to an engine's Unix socket, through TLS: who asks has to show a certificate.
final class TlsTerminator implements AutoCloseable {
  private final ServerSocket server;
  private final String engine;
  private final List<Closeable> open = new CopyOnWriteArrayList<>();

  /// @param context null for plain HTTP
  /// @param engine `unix://…`
  TlsTerminator(@Nullable SSLContext context, String engine) throws IOException {
    this.engine = engine;
    InetAddress here = InetAddress.getLoopbackAddress();
    if (context == null) {
      server = new ServerSocket(0, 50, here);
    } else {
      SSLServerSocket tls =
          (SSLServerSocket) context.getServerSocketFactory().createServerSocket(0, 50, here);
      tls.setNeedClientAuth(true);
      server = tls;
    }
    Thread.ofVirtual().start(this::accept);
  }

  String host() {
    return "tcp://127.0.0.1:" + server.getLocalPort();
  }

  private void accept() {
    try {
      while (true) {
        Socket near = server.accept();
        open.add(near);
        Thread.ofVirtual().start(() -> serve(near));
      }
    } catch (IOException e) {
      // closed
    }
  }

  private void serve(Socket near) {
    try (near;
        SocketChannel far =
            SocketChannel.open(UnixDomainSocketAddress.of(URI.create(engine).getPath()))) {
      open.add(far);
      Thread.ofVirtual()
          .start(
              () -> {
                try (near;
                    far) {
                  copy(Channels.newInputStream(far), near.getOutputStream());
                } catch (IOException e) {
                  // one side went away
                }
              });
      copy(near.getInputStream(), Channels.newOutputStream(far));
    } catch (IOException e) {
      // one side went away, or no handshake came about
    }
  }

  private static void copy(InputStream from, OutputStream to) throws IOException {
    byte[] buffer = new byte[1 << 14];
    for (int count = from.read(buffer); count >= 0; count = from.read(buffer)) {
      to.write(buffer, 0, count);
      to.flush();
    }
  }

  @Override
  public void close() throws IOException {
    server.close();
    for (Closeable one : open) {
      one.close();
    }
  }
}
