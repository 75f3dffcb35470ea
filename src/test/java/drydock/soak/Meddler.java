// SPDX-License-Identifier: Apache-2.0
package drydock.soak;

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
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/// A Unix socket that leads to the real engine, over a bad line: now and then it cuts a connection in the middle of what
/// it carries, holds it up for seconds, lets it through byte by byte, or lets nobody in at all.
final class Meddler implements AutoCloseable {
  enum Fault {
    CUT,
    FREEZE,
    TRICKLE,
    REFUSE
  }

  /// What can happen to a connection that stands.
  private static final List<Fault> OF_A_PIECE = List.of(Fault.CUT, Fault.FREEZE, Fault.TRICKLE);

  /// How many pieces go through between two faults, on average.
  private static final int PIECES = 60;

  private static final int LONGEST_FREEZE_MILLIS = 8_000;
  private static final int TRICKLED_BYTES = 100;

  private final Path socket;
  private final Random random;
  private final Tally tally;
  private final Set<SocketChannel> open = ConcurrentHashMap.newKeySet();
  private final Thread moods;
  private volatile boolean calm;
  private ServerSocketChannel server;

  Meddler(Path folder, Random random, Tally tally) throws IOException {
    socket = folder.resolve("engine.sock");
    this.random = random;
    this.tally = tally;
    server = lay();
    moods = Thread.ofVirtual().start(this::refuseNowAndThen);
  }

  String host() {
    return "unix://" + socket;
  }

  /// From now on the line is a good one.
  void calmDown() throws InterruptedException {
    calm = true;
    moods.interrupt();
    moods.join();
  }

  /// How many connections from Drydock are open.
  long connections() {
    return open.stream().filter(SocketChannel::isOpen).count();
  }

  private ServerSocketChannel lay() throws IOException {
    ServerSocketChannel laid = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
    laid.bind(UnixDomainSocketAddress.of(socket), 4096);
    Thread.ofVirtual().start(() -> accept(laid));
    return laid;
  }

  private void tearDown() throws IOException {
    server.close();
    Files.deleteIfExists(socket);
    for (SocketChannel channel : open) {
      channel.close();
    }
  }

  private void refuseNowAndThen() {
    try {
      while (!calm) {
        Thread.sleep(15_000 + draw(30_000));
        tally.fault(Fault.REFUSE);
        tearDown();
        try {
          Thread.sleep(1_000 + draw(4_000));
        } finally {
          server = lay();
        }
      }
    } catch (InterruptedException e) {
      // calm
    } catch (IOException e) {
      tally.unexpected("the bad line itself broke", e);
    }
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
      // torn down
    }
  }

  private void copy(SocketChannel from, SocketChannel to) {
    ByteBuffer piece = ByteBuffer.allocate(1 << 16);
    try (from;
        to) {
      while (from.read(piece) >= 0) {
        piece.flip();
        if (!calm && draw(PIECES) == 0) {
          meddle(piece, to);
        }
        write(piece, to);
        piece.clear();
      }
    } catch (IOException | InterruptedException e) {
      // cut
    } finally {
      open.remove(from);
      open.remove(to);
    }
  }

  private void meddle(ByteBuffer piece, SocketChannel to) throws IOException, InterruptedException {
    Fault fault = OF_A_PIECE.get(draw(OF_A_PIECE.size()));
    tally.fault(fault);
    switch (fault) {
      case CUT -> {
        write(piece.limit(draw(piece.limit())), to);
        throw new IOException("cut");
      }
      case FREEZE -> Thread.sleep(500 + draw(LONGEST_FREEZE_MILLIS));
      case TRICKLE -> {
        for (int i = 0; i < TRICKLED_BYTES && piece.remaining() > 1; i++) {
          write(ByteBuffer.wrap(new byte[] {piece.get()}), to);
          Thread.sleep(20);
        }
      }
      case REFUSE -> throw new IllegalStateException("is no fault of one connection");
    }
  }

  private static void write(ByteBuffer bytes, SocketChannel to) throws IOException {
    while (bytes.hasRemaining()) {
      to.write(bytes);
    }
  }

  private int draw(int bound) {
    return random.nextInt(bound);
  }

  @Override
  public void close() throws IOException {
    tearDown();
  }
}
