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

  /// `text` if it fits, else as much of it as fits before an ellipsis; line breaks become spaces, control characters nothing.
  public String fit(String text, double width) {
    String line = oneLine(text);
    if (width(line) <= width) {
      return line;
    }
    int end = line.length();
    while (end > 0) {
      end = line.offsetByCodePoints(end, -1);
      String shorter = line.substring(0, end).stripTrailing() + ELLIPSIS;
      if (width(shorter) <= width) {
        return shorter;
      }
    }
    return "";
  }

  /// A name if it fits, else its beginning and its end around an ellipsis: names that begin alike differ at the end.
  public String fitName(String name, double width) {
    String line = oneLine(name);
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
    String rest = oneLine(text);
    while (!rest.isEmpty() && lines.size() < most) {
      if (lines.size() == most - 1 || width(rest) <= width) {
        lines.add(fit(rest, width));
        break;
      }
      int end = lineEnd(rest, width);
      lines.add(rest.substring(0, end).strip());
      rest = rest.substring(end).strip();
    }
    return lines;
  }

  private static String oneLine(String text) {
    return text.replaceAll("\\s+", " ").replaceAll("\\p{Cc}", "").strip();
  }

  private int lineEnd(String text, double width) {
    int end = 1;
    int space = 0;
    while (end < text.length() && width(text.substring(0, end)) <= width) {
      if (text.charAt(end) == ' ') {
        space = end;
      }
      end = text.offsetByCodePoints(end, 1);
    }
    return space > 0 ? space : Math.max(1, end - 1);
  }
}
