// SPDX-License-Identifier: Apache-2.0
package drydock.workspace;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.attribute.FileTime;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/// Bytes to text and back, without a change to bytes that nobody edited.
final class TextCodec {
  private static final String BOM = "\uFEFF";

  private TextCodec() {}

  static Content decode(byte[] bytes, FileTime modified) {
    Version version = version(bytes, modified);
    String text;
    try {
      text =
          StandardCharsets.UTF_8
              .newDecoder()
              .onMalformedInput(CodingErrorAction.REPORT)
              .onUnmappableCharacter(CodingErrorAction.REPORT)
              .decode(ByteBuffer.wrap(bytes))
              .toString();
    } catch (CharacterCodingException e) {
      // not UTF-8: an answer, not a failure
      return new Content.Binary(version, isUtf16(bytes));
    }
    if (text.indexOf('\0') >= 0) {
      return new Content.Binary(version, isUtf16(bytes));
    }
    boolean mark = text.startsWith(BOM);
    String body = mark ? text.substring(1) : text;
    long windows = count(body, "\r\n");
    long all = count(body, "\n");
    Content.Format format = new Content.Format(windows * 2 > all ? "\r\n" : "\n", mark);
    return new Content.Text(body.replace("\r\n", "\n").replace('\r', '\n'), format, version);
  }

  static byte[] encode(String text, Content.Format format) {
    String body = text.replace("\r\n", "\n").replace("\n", format.lineEnd());
    return ((format.byteOrderMark() ? BOM : "") + body).getBytes(StandardCharsets.UTF_8);
  }

  static Version version(byte[] bytes, FileTime modified) {
    try {
      byte[] hash = MessageDigest.getInstance("SHA-256").digest(bytes);
      return new Version(bytes.length, modified, HexFormat.of().formatHex(hash));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }

  private static boolean isUtf16(byte[] bytes) {
    return bytes.length >= 2
        && ((bytes[0] == (byte) 0xFF && bytes[1] == (byte) 0xFE)
            || (bytes[0] == (byte) 0xFE && bytes[1] == (byte) 0xFF));
  }

  /// How many characters the longest line has.
  static int longestLine(String text) {
    int longest = 0;
    int from = 0;
    while (from <= text.length()) {
      int end = text.indexOf('\n', from);
      int to = end < 0 ? text.length() : end;
      longest = Math.max(longest, to - from);
      from = to + 1;
    }
    return longest;
  }

  private static long count(String text, String part) {
    long count = 0;
    for (int at = text.indexOf(part); at >= 0; at = text.indexOf(part, at + part.length())) {
      count++;
    }
    return count;
  }
}
