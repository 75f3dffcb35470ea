// SPDX-License-Identifier: Apache-2.0
package drydock.diagram.export;

import drydock.diagram.Pattern;
import java.awt.BasicStroke;
import java.awt.Shape;
import java.awt.geom.Area;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.awt.geom.RectangularShape;

/// The patterns of roles as outlines to be filled, with the same measures as the window's.
final class Marks {
  private Marks() {}

  /// What of `pattern` lies in the strip at the left edge of `body`.
  static Shape of(Pattern pattern, RectangularShape body, double strip) {
    double x = body.getX();
    double y = body.getY();
    double height = body.getHeight();
    Area marks =
        switch (pattern) {
          case NONE -> new Area();
          case SOLID -> new Area(new Rectangle2D.Double(x, y, strip, height));
          case DIAGONAL -> thick(diagonals(x, y, strip, height, 8, false), 2);
          case CROSS -> thick(diagonals(x, y, strip, height, 8, true), 1.8);
          case BANDS -> thick(diagonals(x, y, strip, height, 14, false), 6);
          case LINES -> thick(levels(x, y, strip, height), 1.5);
          case UPRIGHT -> thick(uprights(x, y, strip, height), 1.5);
          case DOTS -> new Area(dots(x, y, strip, height));
        };
    marks.intersect(new Area(new Rectangle2D.Double(x, y, strip, height)));
    marks.intersect(new Area(body));
    return marks;
  }

  private static Area thick(Path2D lines, double width) {
    return new Area(
        new BasicStroke((float) width, BasicStroke.CAP_BUTT, BasicStroke.JOIN_MITER)
            .createStrokedShape(lines));
  }

  private static Path2D diagonals(
      double x, double y, double width, double height, double step, boolean both) {
    Path2D path = new Path2D.Double();
    for (double at = y; at < y + height + width + step; at += step) {
      line(path, x, at, x + width, at - width);
      if (both) {
        line(path, x, at - width, x + width, at);
      }
    }
    return path;
  }

  private static Path2D levels(double x, double y, double width, double height) {
    Path2D path = new Path2D.Double();
    for (double at = y + 3; at < y + height; at += 5) {
      line(path, x, at, x + width, at);
    }
    return path;
  }

  private static Path2D uprights(double x, double y, double width, double height) {
    Path2D path = new Path2D.Double();
    for (double at = x + 3; at < x + width; at += 5) {
      line(path, at, y, at, y + height);
    }
    return path;
  }

  private static Path2D dots(double x, double y, double width, double height) {
    Path2D path = new Path2D.Double();
    for (double down = y + 3; down < y + height; down += 5) {
      for (double right = x + 3; right < x + width; right += 5) {
        path.append(new Ellipse2D.Double(right - 1.3, down - 1.3, 2.6, 2.6), false);
      }
    }
    return path;
  }

  private static void line(Path2D path, double x1, double y1, double x2, double y2) {
    path.moveTo(x1, y1);
    path.lineTo(x2, y2);
  }
}
