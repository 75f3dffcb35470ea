// SPDX-License-Identifier: Apache-2.0
package drydock.diagram;

import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;

/// The text sizes of pictures, and how much room a text takes in them, read from the bundled fonts themselves: a picture
/// is laid out without a toolkit and nothing is cut off.
public enum TextStyle {
  TITLE(FontFile.TEXT_BOLD, 16),
  HEADING(FontFile.TEXT_SEMIBOLD, 12),
  BODY(FontFile.TEXT, 12),
  SMALL(FontFile.TEXT, 11),
  SMALL_STRONG(FontFile.TEXT_SEMIBOLD, 11),
  CODE(FontFile.MONO_BOLD, 12),
  /// For narrow boxes.
  CODE_NARROW(FontFile.MONO_BOLD, 11),
  CODE_SMALL(FontFile.MONO, 11);

  private static final String ELLIPSIS = "…";

  /// More characters than any line or paragraph of a picture has room for.
  private static final int MOST_TEXT = 3_000;

  /// A text fits into the width that was calculated for it.
  private static final double ROUNDING = 1e-9;

  private final FontFile font;
  private final double size;

  TextStyle(FontFile font, double size) {
    this.font = font;
    this.size = size;
  }

  public String family() {
    return font.family();
  }

  /// As in CSS: 400, 600, 700.
  public int weight() {
    return font.weight();
  }

  /// The bundled font, a TrueType file; to be closed by the caller.
  public InputStream openFont() {
    return font.open();
  }

  public double size() {
    return size;
  }

  /// Distance between the baselines of two lines.
  public double lineHeight() {
    return Math.round(size * 1.45);
  }

  /// Room above the baseline.
  public double ascent() {
    return size;
  }

  /// Room below the baseline.
  public double descent() {
    return size * 0.3;
  }

  /// Width of one line.
  public double width(String text) {
    return font.width(text) * size;
  }

  /// `text` if it fits, else as much of it as fits before an ellipsis; line breaks become spaces,
  /// control characters and marks of direction nothing.
  public String fit(String text, double width) {
    return fitted(Plain.line(text, MOST_TEXT), width);
  }

  private String fitted(String line, double width) {
    int fits = prefix(line, width);
    if (fits == line.length()) {
      return line;
    }
    double room = width - width(ELLIPSIS);
    return room < 0 ? "" : line.substring(0, prefix(line, room)).stripTrailing() + ELLIPSIS;
  }

  /// A name if it fits, else its beginning and its end around an ellipsis: names that begin alike differ at the end.
  public String fitName(String name, double width) {
    String line = Plain.line(name, MOST_TEXT);
    if (width(line) <= width) {
      return line;
    }
    int start = line.length();
    while (start > 0 && width(line.substring(line.offsetByCodePoints(start, -1))) <= width * 0.4) {
      start = line.offsetByCodePoints(start, -1);
    }
    String end = line.substring(start);
    String shortened = fit(line.substring(0, start), width - width(end));
    return shortened.endsWith(ELLIPSIS) ? shortened + end : fit(line, width);
  }

  /// `text` in lines of at most `width`; what does not fit into `most` lines ends in an ellipsis.
  public List<String> wrap(String text, double width, int most) {
    List<String> lines = new ArrayList<>();
    String rest = Plain.line(text, MOST_TEXT);
    while (!rest.isEmpty() && lines.size() < most) {
      int end = prefix(rest, width);
      if (lines.size() == most - 1 || end == rest.length()) {
        lines.add(fitted(rest, width));
        break;
      }
      int space = rest.lastIndexOf(' ', end);
      int cut = space > 0 ? space : Math.max(end, rest.offsetByCodePoints(0, 1));
      lines.add(rest.substring(0, cut).strip());
      rest = rest.substring(cut).strip();
    }
    return lines;
  }

  /// How much of the beginning of `text` is no wider than `width`; whole code points.
  private int prefix(String text, double width) {
    double left = width / size + ROUNDING;
    int end = 0;
    while (end < text.length()) {
      int c = text.codePointAt(end);
      left -= font.advance(c);
      if (left < 0) {
        return end;
      }
      end += Character.charCount(c);
    }
    return end;
  }
}
