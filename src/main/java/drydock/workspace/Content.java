// SPDX-License-Identifier: Apache-2.0
package drydock.workspace;

/// What a file holds, as far as an editor can show it.
public sealed interface Content {
  Version version();

  /// UTF-8 text.
  ///
  /// @param text lines end with "\n" alone, no byte order mark
  record Text(String text, Format format, Version version) implements Content {}

  /// Bytes that are not UTF-8 text.
  ///
  /// @param utf16 whether they begin as UTF-16 text does, which some Windows programs write and Docker cannot read
  record Binary(Version version, boolean utf16) implements Content {}

  /// How the bytes of a text differ from its characters.
  ///
  /// @param lineEnd "\n" or "\r\n"; of a file that mixes them, the one that most lines have
  /// @param byteOrderMark whether the file begins with one
  record Format(String lineEnd, boolean byteOrderMark) {
    public static final Format PLAIN = new Format("\n", false);
  }
}
