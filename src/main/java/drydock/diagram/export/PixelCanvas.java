// SPDX-License-Identifier: Apache-2.0
package drydock.diagram.export;

import drydock.diagram.TextStyle;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.io.IOException;

/// Pixels, by way of Java's own rasteriser: no display, and no font of the system's, is asked for.
final class PixelCanvas implements Canvas {
  private final Graphics2D graphics;
  private final Lettering lettering;

  PixelCanvas(Graphics2D graphics, Lettering lettering) {
    this.graphics = graphics;
    this.lettering = lettering;
    graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    graphics.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
  }

  @Override
  public void fill(Shape shape, String colour) {
    graphics.setColor(Color.decode(colour));
    graphics.fill(shape);
  }

  @Override
  public void stroke(Shape shape, String colour, double width, float... dash) {
    graphics.setColor(Color.decode(colour));
    graphics.setStroke(
        new BasicStroke(
            (float) width,
            BasicStroke.CAP_BUTT,
            BasicStroke.JOIN_MITER,
            10,
            dash.length == 0 ? null : dash,
            0));
    graphics.draw(shape);
  }

  @Override
  public void text(String text, TextStyle style, double left, double baseline, String colour)
      throws IOException {
    fill(
        AffineTransform.getTranslateInstance(left, baseline)
            .createTransformedShape(lettering.outline(style, text)),
        colour);
  }

  @Override
  public double width(String text, TextStyle style) throws IOException {
    return lettering.width(style, text);
  }
}
