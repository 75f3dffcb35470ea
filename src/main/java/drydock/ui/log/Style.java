// SPDX-License-Identifier: Apache-2.0
package drydock.ui.log;

/// How characters look, as SGR sequences (ECMA-48 8.3.117) set it.
///
/// @param foreground [#DEFAULT], a palette index 0-255, or [#TRUE_COLOUR] with 0xRRGGBB in its low bits
/// @param background likewise
/// @param attributes a sum of [#BOLD] and the others
record Style(int foreground, int background, int attributes) {
  static final int DEFAULT = -1;
  static final int TRUE_COLOUR = 1 << 24;

  static final int BOLD = 1;
  static final int DIM = 2;
  static final int ITALIC = 4;
  static final int UNDERLINE = 8;
  static final int INVERSE = 16;
  static final int STRIKE = 32;

  static final Style PLAIN = new Style(DEFAULT, DEFAULT, 0);

  boolean has(int attribute) {
    return (attributes & attribute) != 0;
  }

  Style with(int more) {
    return new Style(foreground, background, attributes | more);
  }

  Style without(int less) {
    return new Style(foreground, background, attributes & ~less);
  }

  Style withForeground(int colour) {
    return new Style(colour, background, attributes);
  }

  Style withBackground(int colour) {
    return new Style(foreground, colour, attributes);
  }
}
