// SPDX-License-Identifier: Apache-2.0
package drydock.engine.docker;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.StandardProtocolFamily;
import java.net.URI;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.Channels;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLSocket;
import org.jspecify.annotations.Nullable;

/// A Unix socket, in a folder that only this person may enter, that leads to an engine through TLS.
///
/// Only for endpoints whose certificate is not to be checked: the HTTP client always compares the host's name with the
/// certificate, and cannot be told to leave it.
final class TlsTunnel implements AutoCloseable {
  private final URI engine;
  private final SSLContext context;
  private final Duration connectLimit;
  private final Path folder;
  private final ServerSocketChannel server;
  private final Set<AutoCloseable> open = ConcurrentHashMap.newKeySet();
  private volatile @Nullable IOException failure;

  TlsTunnel(URI engine, SSLContext context, Duration connectLimit) throws IOException {
    this.engine = engine;
    this.context = context;
    this.connectLimit = connectLimit;
    folder = Files.createTempDirectory("drydock");
    server = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
    try {
      server.bind(UnixDomainSocketAddress.of(socket()));
    } catch (IOException e) {
      close();
      throw e;
    }
    Thread.ofVirtual().name("engine tunnel").start(this::accept);
  }

  private Path socket() {
    return folder.resolve("s");
  }

  /// The near end.
  URI uri() {
    return Address.parse("unix://" + socket()).orElseThrow();
  }

  /// Why the far end was last lost, of which the near end tells nothing.
  @Nullable IOException failure() {
    return failure;
  }

  private void accept() {
    try {
      while (true) {
        SocketChannel near = server.accept();
        Thread.ofVirtual().name("engine tunnel").start(() -> serve(near));
      }
    } catch (IOException e) {
      // closed
    }
  }

  private void serve(SocketChannel near) {
    open.add(near);
    try (near;
        SSLSocket far = shakeHands(engine, context, connectLimit)) {
      open.add(far);
      far.setSoTimeout(0);
      Thread back =
          Thread.ofVirtual()
              .name("engine tunnel")
              .start(() -> copy(Channels.newInputStream(near), output(far), far, false));
      copy(far.getInputStream(), Channels.newOutputStream(near), near, true);
      back.interrupt();
      open.remove(far);
    } catch (IOException e) {
      failure = e;
    } finally {
      open.remove(near);
    }
  }

  /// A connection that has come about, on which reading waits no longer than `limit` either.
  private static SSLSocket shakeHands(URI engine, SSLContext context, Duration limit)
      throws IOException {
    String host = engine.getHost().replaceAll("^\\[|\\]$", "");
    int millis = (int) limit.toMillis();
    Socket plain = new Socket();
    try {
      plain.connect(new InetSocketAddress(host, engine.getPort()), millis);
      plain.setSoTimeout(millis);
      SSLSocket far =
          (SSLSocket) context.getSocketFactory().createSocket(plain, host, engine.getPort(), true);
      far.startHandshake();
      return far;
    } catch (IOException e) {
      plain.close();
      throw e;
    }
  }

  /// Shakes hands with the engine and listens: under TLS 1.3 it refuses a certificate only after that, when a request is on
  /// its way already, whose failure then says nothing of the reason.
  ///
  /// @return why it refuses; null when it does not, or does not say
  static @Nullable SSLException refusal(URI engine, SSLContext context, Duration limit) {
    try (SSLSocket far = shakeHands(engine, context, limit)) {
      int nothing = far.getInputStream().read();
      return nothing < 0 ? null : new SSLException("no HTTP");
    } catch (SSLException e) {
      return e;
    } catch (IOException e) {
      return null; // silence: it waits for a request
    }
  }

  private static OutputStream output(SSLSocket socket) {
    try {
      return socket.getOutputStream();
    } catch (IOException e) {
      return OutputStream.nullOutputStream(); // closed meanwhile
    }
  }

  /// @param far whether `from` is the engine, whose failures have reasons worth telling
  private void copy(InputStream from, OutputStream to, AutoCloseable ended, boolean far) {
    byte[] buffer = new byte[1 << 14];
    while (true) {
      int count;
      try {
        count = from.read(buffer);
      } catch (IOException e) {
        if (far) {
          failure = e;
        }
        break;
      }
      try {
        if (count < 0) {
          break;
        }
        to.write(buffer, 0, count);
        to.flush();
      } catch (IOException e) {
        break;
      }
    }
    close(ended);
  }

  private static void close(AutoCloseable one) {
    try {
      one.close();
    } catch (Exception e) {
      // it is being given up anyway
    }
  }

  @Override
  public void close() {
    close(server);
    open.forEach(TlsTunnel::close);
    try {
      Files.deleteIfExists(socket());
      Files.deleteIfExists(folder);
    } catch (IOException e) {
      folder.toFile().deleteOnExit(); // an empty folder of ours, no harm
    }
  }
}
