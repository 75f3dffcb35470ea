// SPDX-License-Identifier: Apache-2.0
package drydock.engine.docker;

import drydock.messages.Messages;
import java.io.File;
import java.io.IOException;
import java.net.InetAddress;
import java.net.SocketTimeoutException;
import java.net.StandardProtocolFamily;
import java.net.URI;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/// Looks whether there is anything at all at an endpoint, before HTTP is spoken there: the transport tries a missing pipe
/// for ten seconds, says of a socket that fails less than the system does, and lets a name that is not resolved hold up
/// every virtual thread.
final class Presence {
  private Presence() {}

  /// @throws NoSuchFileException when nothing lies where the socket or the pipe should be
  static void check(URI address, Duration limit) throws IOException {
    switch (address.getScheme()) {
      case "unix" -> socket(Path.of(address.getPath()));
      case "npipe" -> pipe(address.getPath());
      default -> name(address.getHost(), limit);
    }
  }

  private static void socket(Path socket) throws IOException {
    if (Files.notExists(socket)) {
      String why =
          Files.isSymbolicLink(socket)
              ? Messages.get("engine.endpoint.link", Files.readSymbolicLink(socket))
              : "";
      throw new NoSuchFileException(socket.toString(), null, why);
    }
    try (SocketChannel channel = SocketChannel.open(StandardProtocolFamily.UNIX)) {
      channel.connect(UnixDomainSocketAddress.of(socket));
    }
  }

  /// Lists the pipes: a look at the pipe itself would open it.
  private static void pipe(String path) throws IOException {
    String name = path.substring(path.lastIndexOf('/') + 1);
    String[] pipes = new File("\\\\.\\pipe\\").list();
    if (pipes == null || Arrays.stream(pipes).noneMatch(name::equalsIgnoreCase)) {
      throw new NoSuchFileException(path, null, "");
    }
  }

  /// On a thread of the system's own, because a look-up can neither be interrupted nor does it make room for other
  /// virtual threads. Java remembers the answer for the connections that follow.
  private static void name(String host, Duration limit) throws IOException {
    FutureTask<InetAddress> task = new FutureTask<>(() -> InetAddress.getByName(host));
    Thread.ofPlatform().daemon().name("engine name").start(task);
    try {
      task.get(limit.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException e) {
      throw new SocketTimeoutException(Messages.get("engine.endpoint.slowName", host));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted", e);
    } catch (ExecutionException e) {
      throw e.getCause() instanceof IOException io ? io : new IOException(e.getCause());
    }
  }
}
