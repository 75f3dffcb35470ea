// SPDX-License-Identifier: Apache-2.0
package drydock.diagram;

/// Text from elsewhere, made fit to be shown: without control characters, without marks that turn
/// the direction of what follows, and not endless.
final class Plain {
  private static final String ELLIPSIS = "…";

  private Plain() {}

  /// @param most how many characters may be left
  static String text(String text, int most) {
    if (text.length() <= most && text.chars().noneMatch(Plain::unfit)) {
      return text;
    }
    StringBuilder fit = new StringBuilder();
    text.codePoints().filter(c -> !unfit(c)).limit(most + 1L).forEach(fit::appendCodePoint);
    if (fit.length() > most) {
      int end = Character.isLowSurrogate(fit.charAt(most - 1)) ? most - 2 : most - 1;
      fit.setLength(end);
      fit.append(ELLIPSIS);
    }
    return fit.toString();
  }

  /// As [#text], in one line.
  static String line(String text, int most) {
    boolean clean = true;
    boolean blank = true; // also before the first
    for (int i = 0; i < text.length() && clean; i++) {
      char c = text.charAt(i);
      clean = c == ' ' ? !blank : !Character.isWhitespace(c);
      blank = c == ' ';
    }
    return text(clean && !blank ? text : text.replaceAll("\\s+", " ").strip(), most);
  }

  private static boolean unfit(int c) {
    return (Character.isISOControl(c) && c != '\n' && c != '\t') || turns(c);
  }

  /// The marks of Unicode's bidirectional algorithm, which can make one name read like another.
  private static boolean turns(int c) {
    return c == 0x061c
        || c == 0x200e
        || c == 0x200f
        || (c >= 0x202a && c <= 0x202e)
        || (c >= 0x2066 && c <= 0x2069);
  }
}
