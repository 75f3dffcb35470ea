// SPDX-License-Identifier: Apache-2.0
package drydock.ui.files;

import java.io.IOException;
import java.io.OutputStream;

/// Takes the beginning of what is written, and refuses the rest, so that whoever sends it stops.
final class Enough extends OutputStream {
  private final OutputStream out;
  private long left;
  private boolean reached;

  /// @param most bytes that are taken
  Enough(OutputStream out, long most) {
    this.out = out;
    this.left = most;
  }

  /// Whether something was refused.
  boolean reached() {
    return reached;
  }

  @Override
  public void write(byte[] buffer, int offset, int length) throws IOException {
    int taken = (int) Math.min(left, length);
    out.write(buffer, offset, taken);
    left -= taken;
    if (taken < length) {
      reached = true;
      throw new IOException("enough");
    }
  }

  @Override
  public void write(int one) throws IOException {
    write(new byte[] {(byte) one}, 0, 1);
  }
}
