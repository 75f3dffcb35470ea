// SPDX-License-Identifier: Apache-2.0
package drydock.ui.log;

/// "Select graphic rendition": the parameters of `ESC [ … m`, with the colour forms of ITU T.416 in both spellings
/// (`38;5;n`, `38:5:n`, `38;2;r;g;b`, `38:2::r:g:b`). What is unknown changes nothing.
final class Sgr {
  private final String[] parameters;
  private int at;
  private Style style;

  private Sgr(Style style, String parameters) {
    this.style = style;
    this.parameters = parameters.split(";", -1);
  }

  static Style apply(Style style, String parameters) {
    Sgr sgr = new Sgr(style, parameters);
    while (sgr.at < sgr.parameters.length) {
      sgr.one(sgr.parameters[sgr.at++]);
    }
    return sgr.style;
  }

  private void one(String parameter) {
    String[] parts = parameter.split(":", -1);
    int code = number(parts[0]);
    if (code == 38 || code == 48 || code == 58) {
      extended(code, parts.length > 1 ? colour(parts) : colourFromFollowing());
    } else if (code == 4 && parts.length > 1 && number(parts[1]) == 0) {
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
  private static int colour(String[] parts) {
    int kind = number(parts[1]);
    int n = parts.length;
    if (kind == 5 && n > 2) {
      return indexed(number(parts[2]));
    }
    if (kind == 2 && n > 4) {
      int red = n > 5 ? 3 : 2;
      return rgb(number(parts[red]), number(parts[red + 1]), number(parts[red + 2]));
    }
    return Style.DEFAULT;
  }

  private int next() {
    return at < parameters.length ? number(parameters[at++]) : -1;
  }

  private static int indexed(int n) {
    return n >= 0 && n <= 255 ? n : Style.DEFAULT;
  }

  private static int rgb(int red, int green, int blue) {
    boolean valid = (red | green | blue) >= 0 && red <= 255 && green <= 255 && blue <= 255;
    return valid ? Style.TRUE_COLOUR | red << 16 | green << 8 | blue : Style.DEFAULT;
  }

  /// An empty parameter means 0; what is no small number means nothing known.
  private static int number(String digits) {
    if (digits.isEmpty()) {
      return 0;
    }
    if (digits.length() > 4 || !digits.chars().allMatch(c -> c >= '0' && c <= '9')) {
      return -1;
    }
    return Integer.parseInt(digits);
  }
}
