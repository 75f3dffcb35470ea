// SPDX-License-Identifier: Apache-2.0
package drydock.engine.docker;

import drydock.engine.EngineException;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.io.OutputStream;
import java.util.Arrays;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// Carries bytes from a thread that writes to one that reads; who is ahead waits. Either side can give up, and the other
/// one learns of it by an [IOException]. (The JDK's piped streams look for each other once a second.)
final class Pipe {
  private static final int CHUNK = 1 << 16;
  private static final int MOST_CHUNKS = 16;
  private static final byte[] END = {};

  private final BlockingQueue<byte[]> chunks = new ArrayBlockingQueue<>(MOST_CHUNKS);
  private volatile boolean readerGone;
  private volatile @Nullable IOException writerFailure;

  /// What the writer of a pipe does.
  @FunctionalInterface
  interface Writer {
    void writeTo(OutputStream out) throws IOException;
  }

  /// Runs `writer` on a thread of its own; the reader gets its failure, too.
  ///
  /// @param failed told why it failed, unless nobody reads any more; what a writer throws as an
  ///   [EngineException] is told in any case
  /// @return to be waited for with [#join] when the reading end is closed
  Thread start(String name, Writer writer, Consumer<Exception> failed) {
    return Thread.ofVirtual()
        .name(name)
        .start(
            () -> {
              try {
                run(writer);
              } catch (IOException | RuntimeException e) {
                if (!readerGone || e instanceof EngineException) {
                  failed.accept(e);
                }
              }
            });
  }

  /// Waits for a writer, which cannot wait for its reader any more.
  static void join(Thread writer) {
    try {
      writer.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void run(Writer writer) throws IOException {
    try (Sink sink = new Sink()) {
      writer.writeTo(sink);
    } catch (IOException e) {
      writerFailure = e;
      throw e;
    } catch (RuntimeException e) {
      writerFailure = new IOException(e);
      throw e;
    } finally {
      if (!readerGone) { // else the failure to give would stand in the place of the writer's own
        give(END);
      }
    }
  }

  /// The reading end. Closing it makes the writer fail.
  InputStream input() {
    return new Source();
  }

  private void give(byte[] chunk) throws IOException {
    try {
      if (readerGone) {
        throw new IOException("nobody reads any more");
      }
      chunks.put(chunk);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new InterruptedIOException();
    }
  }

  private final class Sink extends OutputStream {
    private byte[] chunk = new byte[CHUNK];
    private int filled;

    @Override
    public void write(int b) throws IOException {
      write(new byte[] {(byte) b}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int from, int length) throws IOException {
      int at = from;
      int left = length;
      while (left > 0) {
        int part = Math.min(left, CHUNK - filled);
        System.arraycopy(bytes, at, chunk, filled, part);
        filled += part;
        at += part;
        left -= part;
        if (filled == CHUNK) {
          give(chunk);
          chunk = new byte[CHUNK];
          filled = 0;
        }
      }
    }

    @Override
    public void close() throws IOException {
      if (filled > 0) {
        give(Arrays.copyOf(chunk, filled));
        filled = 0;
      }
    }
  }

  private final class Source extends InputStream {
    private byte[] chunk = {};
    private int at;
    private boolean ended;

    @Override
    public int read() throws IOException {
      byte[] one = new byte[1];
      return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] into, int from, int length) throws IOException {
      if (at == chunk.length && !next()) {
        return -1;
      }
      int part = Math.min(length, chunk.length - at);
      System.arraycopy(chunk, at, into, from, part);
      at += part;
      return part;
    }

    private boolean next() throws IOException {
      if (ended) {
        return false;
      }
      try {
        chunk = chunks.take();
        at = 0;
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new InterruptedIOException();
      }
      ended = chunk.length == 0;
      IOException failure = writerFailure;
      if (ended && failure != null) {
        throw new IOException(failure.getMessage(), failure);
      }
      return !ended;
    }

    @Override
    public void close() {
      readerGone = true;
      chunks.clear(); // frees a writer that waits
    }
  }
}
