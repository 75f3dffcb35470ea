// SPDX-License-Identifier: Apache-2.0
package drydock.engine.docker;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/// The lines of a stream, each as soon as it is complete. What a line has beyond the limit is dropped, so that a JSON line
/// that is too long reads as a broken one.
final class Lines {
  static final int USUAL_LIMIT = 4 << 20;

  private final InputStream in;
  private final int limit;
  private final byte[] buffer = new byte[1 << 16];
  private int next;
  private int end;

  Lines(InputStream in) {
    this(in, USUAL_LIMIT);
  }

  Lines(InputStream in, int limit) {
    this.in = in;
    this.limit = limit;
  }

  /// The next line that is not blank, without its end; null after the last.
  @Nullable String next() throws IOException {
    ByteArrayOutputStream line = new ByteArrayOutputStream();
    while (fill()) {
      int from = next;
      while (next < end && buffer[next] != '\n') {
        next++;
      }
      line.write(buffer, from, Math.min(next - from, limit - line.size()));
      if (next < end) {
        next++;
        String text = line.toString(StandardCharsets.UTF_8);
        if (!text.isBlank()) {
          return text;
        }
        line.reset();
      }
    }
    String rest = line.toString(StandardCharsets.UTF_8);
    return rest.isBlank() ? null : rest;
  }

  private boolean fill() throws IOException {
    if (next == end) {
      next = 0;
      end = Math.max(0, in.read(buffer));
    }
    return next < end;
  }
}
