// SPDX-License-Identifier: Apache-2.0
package drydock.ui.files;

import drydock.messages.Messages;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;

/// What a file holds, as far as it is shown.
sealed interface Content {
  /// So much is read of a file to show it.
  int MOST = 64 << 10;

  /// @param more whether the file goes on
  record Text(String text, boolean more) implements Content {}

  /// Something that is no text.
  ///
  /// @param sentence what is known of it
  record Other(String sentence) implements Content {}

  /// @param bytes the first ones, [#MOST] at most
  /// @param more whether the file goes on
  static Content of(byte[] bytes, boolean more) {
    CharBuffer text = CharBuffer.allocate(bytes.length);
    CharsetDecoder decoder =
        StandardCharsets.UTF_8
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT);
    // the last letter may be cut in two
    CoderResult result = decoder.decode(ByteBuffer.wrap(bytes), text, !more);
    String decoded = text.flip().toString();
    if (result.isError() || decoded.indexOf('\0') >= 0) {
      String begin = HexFormat.ofDelimiter(" ").formatHex(bytes, 0, Math.min(16, bytes.length));
      return new Other(Messages.get("files.content.binary", begin));
    }
    return bytes.length == 0
        ? new Other(Messages.get("files.content.empty"))
        : new Text(decoded, more);
  }

  /// What is said of something that holds no bytes, or none that can be had.
  static Content without(FileItem item) {
    if (!item.target().isEmpty()) {
      return new Other(Messages.get("files.content.link", item.target()));
    }
    return new Other(
        item.folder()
            ? Messages.get("files.content.folder")
            : Messages.get("files.content.none", item.path()));
  }
}
