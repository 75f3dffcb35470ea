// SPDX-License-Identifier: Apache-2.0
package drydock.ui.log;

/// "Select graphic rendition": the parameters of `ESC [ … m`, with the colour forms of ITU T.416 in both spellings
/// (`38;5;n`, `38:5:n`, `38;2;r;g;b`, `38:2::r:g:b`). What is unknown changes nothing.
final class Sgr {
  /// More in one group than any form of a colour has.
  private static final int MOST_PARTS = 8;

  private final CharSequence parameters;
  private final int[] parts = new int[MOST_PARTS];
  private int partCount;
  private int at;
  private Style style;

  private Sgr(Style style, CharSequence parameters) {
    this.style = style;
    this.parameters = parameters;
  }

  static Style apply(Style style, CharSequence parameters) {
    Sgr sgr = new Sgr(style, parameters);
    do {
      sgr.readGroup();
      sgr.one();
    } while (sgr.at <= parameters.length());
    return sgr.style;
  }

  private void one() {
    int code = parts[0];
    if (code == 38 || code == 48 || code == 58) {
      extended(code, partCount > 1 ? colourOfGroup() : colourFromFollowing());
    } else if (code == 4 && partCount > 1 && parts[1] == 0) {
      style = style.without(Style.UNDERLINE);
    } else {
      simple(code);
    }
  }

  private void simple(int code) {
    style =
        switch (code) {
          case 0 -> Style.PLAIN;
          case 1 -> style.with(Style.BOLD);
          case 2 -> style.with(Style.DIM);
          case 3 -> style.with(Style.ITALIC);
          case 4, 21 -> style.with(Style.UNDERLINE);
          case 7 -> style.with(Style.INVERSE);
          case 9 -> style.with(Style.STRIKE);
          case 22 -> style.without(Style.BOLD | Style.DIM);
          case 23 -> style.without(Style.ITALIC);
          case 24 -> style.without(Style.UNDERLINE);
          case 27 -> style.without(Style.INVERSE);
          case 29 -> style.without(Style.STRIKE);
          case 39 -> style.withForeground(Style.DEFAULT);
          case 49 -> style.withBackground(Style.DEFAULT);
          default -> palette(code);
        };
  }

  private Style palette(int code) {
    if (code >= 30 && code <= 37) {
      return style.withForeground(code - 30);
    } else if (code >= 40 && code <= 47) {
      return style.withBackground(code - 40);
    } else if (code >= 90 && code <= 97) {
      return style.withForeground(code - 90 + 8);
    } else if (code >= 100 && code <= 107) {
      return style.withBackground(code - 100 + 8);
    }
    return style;
  }

  private void extended(int code, int colour) {
    if (colour == Style.DEFAULT || code == 58) {
      return;
    }
    style = code == 38 ? style.withForeground(colour) : style.withBackground(colour);
  }

  private int colourFromFollowing() {
    int kind = next();
    if (kind == 5) {
      return indexed(next());
    }
    return kind == 2 ? rgb(next(), next(), next()) : Style.DEFAULT;
  }

  /// With colons a colour space may stand between the 2 and the red.
  private int colourOfGroup() {
    if (parts[1] == 5 && partCount > 2) {
      return indexed(parts[2]);
    }
    if (parts[1] == 2 && partCount > 4) {
      int red = partCount > 5 ? 3 : 2;
      return rgb(parts[red], parts[red + 1], parts[red + 2]);
    }
    return Style.DEFAULT;
  }

  private int next() {
    if (at > parameters.length()) {
      return -1;
    }
    readGroup();
    return parts[0];
  }

  /// Reads up to the next semicolon: numbers with colons between them. An empty one means 0, too long a one nothing known.
  private void readGroup() {
    partCount = 0;
    int value = 0;
    int digits = 0;
    for (; at <= parameters.length(); at++) {
      char c = at < parameters.length() ? parameters.charAt(at) : ';';
      if (c >= '0' && c <= '9') {
        value = ++digits > 4 ? -1 : value * 10 + (c - '0');
      } else {
        if (partCount < MOST_PARTS) {
          parts[partCount++] = value;
        }
        value = 0;
        digits = 0;
        if (c == ';') {
          at++;
          return;
        }
      }
    }
  }

  private static int indexed(int n) {
    return n >= 0 && n <= 255 ? n : Style.DEFAULT;
  }

  private static int rgb(int red, int green, int blue) {
    boolean valid = (red | green | blue) >= 0 && red <= 255 && green <= 255 && blue <= 255;
    return valid ? Style.TRUE_COLOUR | red << 16 | green << 8 | blue : Style.DEFAULT;
  }
}
