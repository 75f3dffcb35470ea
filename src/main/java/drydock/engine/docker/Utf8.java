// SPDX-License-Identifier: Apache-2.0
package drydock.engine.docker;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

/// Decodes UTF-8 piece by piece; the bytes of a character may lie in different pieces. What is no UTF-8 becomes U+FFFD.
final class Utf8 {
  private static final int LONGEST_CHARACTER = 4;

  private final CharsetDecoder decoder =
      StandardCharsets.UTF_8
          .newDecoder()
          .onMalformedInput(CodingErrorAction.REPLACE)
          .onUnmappableCharacter(CodingErrorAction.REPLACE);
  private final byte[] rest = new byte[LONGEST_CHARACTER];
  private int kept;

  /// The characters completed by the first `length` bytes.
  String decode(byte[] bytes, int length) {
    ByteBuffer in = ByteBuffer.allocate(kept + length).put(rest, 0, kept).put(bytes, 0, length);
    CharBuffer out = CharBuffer.allocate(in.capacity());
    in.flip();
    decoder.decode(in, out, false);
    kept = in.remaining();
    in.get(rest, 0, kept);
    return out.flip().toString();
  }

  /// What remains when nothing follows: the beginning of a character that never came to its end.
  String finish() {
    CharBuffer out = CharBuffer.allocate(LONGEST_CHARACTER);
    decoder.decode(ByteBuffer.wrap(rest, 0, kept), out, true);
    decoder.flush(out);
    decoder.reset();
    kept = 0;
    return out.flip().toString();
  }
}
