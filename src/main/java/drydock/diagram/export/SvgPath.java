// SPDX-License-Identifier: Apache-2.0
package drydock.diagram.export;

import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.PathIterator;

/// A shape as the data of an SVG path.
final class SvgPath {
  private SvgPath() {}

  /// In relative moves of whole numbers, which are short.
  ///
  /// @param grid how many of them make a pixel
  static String of(Shape shape, int grid) {
    StringBuilder out = new StringBuilder();
    double[] p = new double[6];
    long x = 0;
    long y = 0;
    long startX = 0;
    long startY = 0;
    PathIterator path = shape.getPathIterator(AffineTransform.getScaleInstance(grid, grid));
    for (; !path.isDone(); path.next()) {
      int kind = path.currentSegment(p);
      if (kind == PathIterator.SEG_CLOSE) {
        out.append('z');
        x = startX;
        y = startY;
        continue;
      }
      int points = kind == PathIterator.SEG_CUBICTO ? 3 : kind == PathIterator.SEG_QUADTO ? 2 : 1;
      out.append("mlqc".charAt(kind));
      for (int i = 0; i < points; i++) {
        out.append(i == 0 ? "" : " ")
            .append(Math.round(p[2 * i]) - x)
            .append(' ')
            .append(Math.round(p[2 * i + 1]) - y);
      }
      x = Math.round(p[2 * points - 2]);
      y = Math.round(p[2 * points - 1]);
      if (kind == PathIterator.SEG_MOVETO) {
        startX = x;
        startY = y;
      }
    }
    return out.toString();
  }
}
