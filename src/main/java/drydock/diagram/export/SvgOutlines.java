// SPDX-License-Identifier: Apache-2.0
package drydock.diagram.export;

import static drydock.diagram.export.Xml.escape;
import static drydock.diagram.export.Xml.number;

import drydock.diagram.Label;
import drydock.diagram.TextStyle;
import java.io.IOException;
import java.io.UncheckedIOException;

/// Labels as outlines, each under an unseen text of the same length.
final class SvgOutlines implements SvgText {
  /// Path coordinates in a pixel: whole numbers are short, and a fiftieth of a pixel is not seen.
  private static final int GRID = 50;

  private final Lettering lettering;

  SvgOutlines(Lettering lettering) {
    this.lettering = lettering;
  }

  @Override
  public String draw(Label label, double x, double baseline, String colour) {
    TextStyle style = label.style();
    try {
      double width = lettering.width(style, label.text());
      double left =
          switch (label.anchor()) {
            case START -> x;
            case MIDDLE -> x - width / 2;
            case END -> x - width;
          };
      String path = SvgPath.of(lettering.outline(style, label.text()), GRID);
      if (path.isEmpty()) {
        return "";
      }
      return "<path transform=\"translate(%s %s) scale(%s)\" d=\"%s\" fill=\"%s\"/><text x=\"%s\" y=\"%s\" font-family=\"%s\" font-size=\"%s\" textLength=\"%s\" lengthAdjust=\"spacingAndGlyphs\" fill-opacity=\"0\">%s</text>"
          .formatted(
              number(left),
              number(baseline),
              number(1.0 / GRID),
              path,
              colour,
              number(left),
              number(baseline),
              style.family().equals("Inter") ? "sans-serif" : "monospace",
              number(style.size()),
              number(width),
              escape(label.text()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
