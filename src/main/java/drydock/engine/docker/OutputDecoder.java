// SPDX-License-Identifier: Apache-2.0
package drydock.engine.docker;

import drydock.engine.Output;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.function.Consumer;

/// Decodes a process's output: Docker's frames (a byte for the channel, three zeros, four bytes of length, the bytes), or
/// plain bytes when it has a terminal. Characters that are cut apart by frames or reads come out whole.
final class OutputDecoder {
  private static final int HEADER = 8;
  private static final int STDERR = 2;

  private final Consumer<Output> sink;
  private final Utf8 stdout = new Utf8();
  private final Utf8 stderr = new Utf8();
  private final byte[] buffer = new byte[1 << 15];

  OutputDecoder(Consumer<Output> sink) {
    this.sink = sink;
  }

  void readPlain(InputStream in) throws IOException {
    for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
      give(Output.Channel.STDOUT, stdout.decode(buffer, read));
    }
    finish();
  }

  /// @throws IOException also for what is not in frames
  void readFrames(InputStream in) throws IOException {
    byte[] header = new byte[HEADER];
    int got;
    while ((got = in.readNBytes(header, 0, HEADER)) == HEADER) {
      if (header[0] < 0 || header[0] > STDERR || (header[1] | header[2] | header[3]) != 0) {
        throw new IOException("not a frame of output");
      }
      Output.Channel channel = header[0] == STDERR ? Output.Channel.STDERR : Output.Channel.STDOUT;
      payload(in, length(header), channel);
    }
    if (got > 0) {
      throw new EOFException("the output ended inside a frame");
    }
    finish();
  }

  private void payload(InputStream in, long length, Output.Channel channel) throws IOException {
    Utf8 decoder = channel == Output.Channel.STDERR ? stderr : stdout;
    long left = length;
    while (left > 0) {
      int read = in.read(buffer, 0, (int) Math.min(buffer.length, left));
      if (read < 0) {
        give(channel, decoder.finish());
        throw new EOFException("the output ended inside a frame");
      }
      left -= read;
      give(channel, decoder.decode(buffer, read));
    }
  }

  private static long length(byte[] header) {
    return (header[4] & 0xffL) << 24
        | (header[5] & 0xffL) << 16
        | (header[6] & 0xffL) << 8
        | (header[7] & 0xffL);
  }

  private void finish() {
    give(Output.Channel.STDOUT, stdout.finish());
    give(Output.Channel.STDERR, stderr.finish());
  }

  private void give(Output.Channel channel, String text) {
    if (!text.isEmpty()) {
      sink.accept(new Output(channel, text));
    }
  }
}
