// SPDX-License-Identifier: Apache-2.0
package drydock.dockerfile;

/// Go's idea of characters, because BuildKit is written in Go: white space with the no-break space and without the
/// information separators, lengths in UTF-8 bytes.
public final class Chars {
  private Chars() {}

  public static boolean isSpace(int c) {
    return switch (c) {
      case '\t', '\n', '\u000B', '\f', '\r', ' ', 0x85, 0xA0, 0x1680 -> true;
      case 0x2028, 0x2029, 0x202F, 0x205F, 0x3000 -> true;
      default -> c >= 0x2000 && c <= 0x200A;
    };
  }

  /// What separates a keyword from the rest, and words from each other: narrower than white space, so that a pasted
  /// no-break space is part of the word, for the builder too.
  public static boolean isBlank(char c) {
    return c == ' ' || c == '\t' || c == '\u000B' || c == '\f' || c == '\r';
  }

  static int skipSpace(String text, int from, int end) {
    int at = from;
    while (at < end && isSpace(text.charAt(at))) {
      at++;
    }
    return at;
  }

  static int skipBlanks(String text, int from, int end) {
    int at = from;
    while (at < end && isBlank(text.charAt(at))) {
      at++;
    }
    return at;
  }

  public static boolean isNamePart(int c) {
    return c == '_' || Character.isLetter(c) || Character.isDigit(c);
  }

  /// How many bytes a part of a text has in UTF-8.
  static int utf8Length(String text, int from, int to) {
    int length = 0;
    for (int i = from; i < to; i++) {
      char c = text.charAt(i);
      // a surrogate is half of four bytes
      length += c < 0x80 ? 1 : c < 0x800 || Character.isSurrogate(c) ? 2 : 3;
    }
    return length;
  }

  /// Go's `%q`.
  public static String quote(String text) {
    StringBuilder quoted = new StringBuilder("\"");
    text.codePoints().forEach(c -> quote(c, quoted));
    return quoted.append('"').toString();
  }

  private static void quote(int c, StringBuilder quoted) {
    int plain = "\"\\\u0007\b\f\n\r\t\u000B".indexOf(c);
    if (plain >= 0) {
      quoted.append('\\').append("\"\\abfnrtv".charAt(plain));
    } else if (isPrintable(c)) {
      quoted.appendCodePoint(c);
    } else if (c < 0x80) {
      quoted.append("\\x%02x".formatted(c));
    } else {
      quoted.append(c < 0x10000 ? "\\u%04x".formatted(c) : "\\U%08x".formatted(c));
    }
  }

  private static boolean isPrintable(int c) {
    return c == ' '
        || switch (Character.getType(c)) {
          case Character.CONTROL,
              Character.FORMAT,
              Character.SURROGATE,
              Character.PRIVATE_USE,
              Character.UNASSIGNED,
              Character.SPACE_SEPARATOR,
              Character.LINE_SEPARATOR,
              Character.PARAGRAPH_SEPARATOR ->
              false;
          default -> true;
        };
  }
}
