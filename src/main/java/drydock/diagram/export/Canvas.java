// SPDX-License-Identifier: Apache-2.0
package drydock.diagram.export;

import drydock.diagram.TextStyle;
import java.awt.Shape;
import java.io.IOException;

/// What a picture is drawn on, whether a PDF page or pixels. Colours are "#rrggbb", y grows
/// downwards.
interface Canvas {
  void fill(Shape shape, String colour) throws IOException;

  /// @param dash lengths of strokes and gaps; empty for an unbroken line
  void stroke(Shape shape, String colour, double width, float... dash) throws IOException;

  /// One line that begins at `left`.
  void text(String text, TextStyle style, double left, double baseline, String colour)
      throws IOException;

  /// How wide [#text] draws it.
  double width(String text, TextStyle style) throws IOException;
}
