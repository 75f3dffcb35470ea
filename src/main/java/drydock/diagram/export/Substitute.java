// SPDX-License-Identifier: Apache-2.0
package drydock.diagram.export;

import drydock.diagram.TextStyle;
import java.awt.Font;
import java.awt.Shape;
import java.awt.font.FontRenderContext;
import java.awt.font.TextAttribute;
import java.awt.font.TextLayout;
import java.awt.geom.AffineTransform;
import java.awt.geom.Area;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.util.Map;

/// Text that the bundled fonts lack, at size 1: in the system's font, never wider than the layout
/// reckoned with; as empty boxes where the system has none or only coloured pictures.
///
/// @param outline from the left end of the base line, y grows downwards
record Substitute(Shape outline, double width) {
  private static final int DRAWN = 100;
  private static final double BOX = 0.7;

  static Substitute of(TextStyle style, String text) {
    double room = style.width(text) / style.size();
    try {
      return system(style, text, room);
    } catch (RuntimeException | LinkageError | InternalError e) {
      // no font on this machine at all: Java says so in one of these ways, depending on what is
      // missing
      return boxes(text, room);
    }
  }

  private static Substitute system(TextStyle style, String text, double room) {
    Font font =
        new Font(
            style.family().contains("Mono") ? Font.MONOSPACED : Font.SANS_SERIF,
            style.weight() > 500 ? Font.BOLD : Font.PLAIN,
            DRAWN);
    TextLayout layout =
        new TextLayout(
            text,
            Map.of(
                TextAttribute.FONT,
                font,
                // the line around it runs from left to right
                TextAttribute.RUN_DIRECTION,
                TextAttribute.RUN_DIRECTION_LTR),
            new FontRenderContext(null, true, true));
    Shape outline = layout.getOutline(null);
    if (outline.getBounds2D().isEmpty()) {
      return text.isBlank() ? new Substitute(outline, room) : boxes(text, room);
    }
    double width = layout.getAdvance() / DRAWN;
    double squeeze = Math.min(1, room / width);
    return new Substitute(
        AffineTransform.getScaleInstance(squeeze / DRAWN, 1.0 / DRAWN)
            .createTransformedShape(outline),
        width * squeeze);
  }

  private static Substitute boxes(String text, double room) {
    int count = text.codePointCount(0, text.length());
    double step = room / count;
    Path2D path = new Path2D.Double(Path2D.WIND_EVEN_ODD);
    for (int i = 0; i < count; i++) {
      double width = step * BOX;
      double x = i * step + (step - width) / 2;
      Area frame = new Area(new Rectangle2D.Double(x, -BOX, width, BOX));
      frame.subtract(
          new Area(new Rectangle2D.Double(x + 0.06, 0.06 - BOX, width - 0.12, BOX - 0.12)));
      path.append(frame, false);
    }
    return new Substitute(path, room);
  }
}
