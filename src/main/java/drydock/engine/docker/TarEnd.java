// SPDX-License-Identifier: Apache-2.0
package drydock.engine.docker;

import java.io.IOException;
import java.io.OutputStream;

/// Passes a tar archive on, and knows whether it came to its end: two blocks of zeros.
final class TarEnd extends OutputStream {
  private static final int LENGTH = 1024;

  private final OutputStream out;
  private long zeros;
  private long bytes;

  TarEnd(OutputStream out) {
    this.out = out;
  }

  @Override
  public void write(int b) throws IOException {
    write(new byte[] {(byte) b}, 0, 1);
  }

  @Override
  public void write(byte[] buffer, int from, int length) throws IOException {
    out.write(buffer, from, length);
    bytes += length;
    int at = from + length;
    while (at > from && buffer[at - 1] == 0) {
      at--;
    }
    zeros = at == from ? zeros + length : from + length - at;
  }

  boolean ended() {
    return zeros >= LENGTH && zeros < bytes;
  }
}
