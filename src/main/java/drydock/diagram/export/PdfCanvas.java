// SPDX-License-Identifier: Apache-2.0
package drydock.diagram.export;

import drydock.diagram.TextStyle;
import java.awt.Color;
import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.PathIterator;
import java.io.IOException;
import java.util.IdentityHashMap;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType0Font;
import org.apache.pdfbox.util.Matrix;

/// A PDF page: lines and curves, and text as text in embedded fonts, of which only the glyphs in
/// use are taken along.
final class PdfCanvas implements Canvas {
  private final PDDocument document;
  private final PDPageContentStream page;
  private final Lettering lettering;
  private final IdentityHashMap<TrueTypeFont, PDFont> fonts = new IdentityHashMap<>();

  /// @param page on which y grows downwards already
  PdfCanvas(PDDocument document, PDPageContentStream page, Lettering lettering) {
    this.document = document;
    this.page = page;
    this.lettering = lettering;
  }

  @Override
  public void fill(Shape shape, String colour) throws IOException {
    PathIterator path = shape.getPathIterator(null);
    if (path.isDone()) {
      return;
    }
    page.setNonStrokingColor(Color.decode(colour));
    boolean evenOdd = path.getWindingRule() == PathIterator.WIND_EVEN_ODD;
    trace(path);
    if (evenOdd) {
      page.fillEvenOdd();
    } else {
      page.fill();
    }
  }

  @Override
  public void stroke(Shape shape, String colour, double width, float... dash) throws IOException {
    page.setStrokingColor(Color.decode(colour));
    page.setLineWidth((float) width);
    page.setLineDashPattern(dash, 0);
    trace(shape.getPathIterator(null));
    page.stroke();
  }

  @Override
  public void text(String text, TextStyle style, double left, double baseline, String colour)
      throws IOException {
    double x = left;
    for (Lettering.Run run : lettering.runs(style, text)) {
      if (run.bundled()) {
        page.beginText();
        page.setFont(font(style), (float) style.size());
        page.setNonStrokingColor(Color.decode(colour));
        page.setTextMatrix(new Matrix(1, 0, 0, -1, (float) x, (float) baseline));
        page.showText(run.text());
        page.endText();
      } else {
        fill(
            AffineTransform.getTranslateInstance(x, baseline)
                .createTransformedShape(lettering.outline(style, run)),
            colour);
      }
      x += lettering.width(style, run);
    }
  }

  @Override
  public double width(String text, TextStyle style) throws IOException {
    return lettering.width(style, text);
  }

  private PDFont font(TextStyle style) throws IOException {
    TrueTypeFont file = lettering.font(style);
    PDFont font = fonts.get(file);
    if (font == null) {
      // ligatures would be taken for other characters when text is copied
      file.setEnableGsub(false);
      font = PDType0Font.load(document, file, true);
      fonts.put(file, font);
    }
    return font;
  }

  private void trace(PathIterator path) throws IOException {
    float[] p = new float[6];
    float x = 0;
    float y = 0;
    for (; !path.isDone(); path.next()) {
      int end = 0;
      switch (path.currentSegment(p)) {
        case PathIterator.SEG_MOVETO -> page.moveTo(p[0], p[1]);
        case PathIterator.SEG_LINETO -> page.lineTo(p[0], p[1]);
        case PathIterator.SEG_QUADTO -> {
          // the same curve with two control points
          page.curveTo(
              x + (p[0] - x) * 2 / 3,
              y + (p[1] - y) * 2 / 3,
              p[2] + (p[0] - p[2]) * 2 / 3,
              p[3] + (p[1] - p[3]) * 2 / 3,
              p[2],
              p[3]);
          end = 2;
        }
        case PathIterator.SEG_CUBICTO -> {
          page.curveTo(p[0], p[1], p[2], p[3], p[4], p[5]);
          end = 4;
        }
        default -> {
          page.closePath();
          continue;
        }
      }
      x = p[end];
      y = p[end + 1];
    }
  }
}
