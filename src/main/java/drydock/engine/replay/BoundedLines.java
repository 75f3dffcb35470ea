// SPDX-License-Identifier: Apache-2.0
package drydock.engine.replay;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/// The whole lines of a stream, up to the first trouble.
final class BoundedLines {
  enum Trouble {
    /// It ended, or could not be read on, in the middle.
    CUT,
    /// A line is too long, or all of them together.
    TOO_MUCH
  }

  private final InputStream in;
  private final int longest;
  private final byte[] buffer = new byte[1 << 16];
  private int next;
  private int end;
  private long left;
  private @Nullable Trouble trouble;

  BoundedLines(InputStream in, int longest, long most) {
    this.in = in;
    this.longest = longest;
    left = most;
  }

  /// The next line without its end; null after the last whole one.
  byte @Nullable [] next() {
    ByteArrayOutputStream line = new ByteArrayOutputStream();
    while (trouble == null && fill()) {
      int from = next;
      while (next < end && buffer[next] != '\n') {
        next++;
      }
      line.write(buffer, from, next - from);
      if (line.size() > longest) {
        trouble = Trouble.TOO_MUCH;
      } else if (next < end) {
        next++;
        return line.toByteArray();
      }
    }
    if (trouble == null && line.size() > 0) {
      trouble = Trouble.CUT;
    }
    return null;
  }

  /// Why it ended before its end; null when it did not.
  @Nullable Trouble trouble() {
    return trouble;
  }

  private boolean fill() {
    if (next < end) {
      return true;
    }
    next = 0;
    end = 0;
    try {
      end = Math.max(0, in.read(buffer));
    } catch (IOException e) {
      trouble = Trouble.CUT;
      return false;
    }
    left -= end;
    if (left < 0) {
      trouble = Trouble.TOO_MUCH;
      return false;
    }
    return end > 0;
  }
}
