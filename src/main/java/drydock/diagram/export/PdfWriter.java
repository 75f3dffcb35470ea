// SPDX-License-Identifier: Apache-2.0
package drydock.diagram.export;

import drydock.diagram.Palette;
import drydock.diagram.Scene;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.interactive.viewerpreferences.PDViewerPreferences;
import org.apache.pdfbox.util.Matrix;

/// A scene as one page of PDF, a point for each of its pixels. The same scene gives the same bytes.
final class PdfWriter {
  /// The largest page that every reader shows, from ISO 32000-1, annex C.
  private static final double LARGEST = 14_400;

  private PdfWriter() {}

  static void write(Scene scene, Palette palette, double scale, OutputStream out)
      throws IOException {
    Page page = Page.of(scene);
    try (Lettering lettering = new Lettering();
        PDDocument document = new PDDocument()) {
      double longest = Math.max(page.width(), page.height()) * scale;
      // a page that would be too large is given in larger units
      double unit = Math.max(1, Math.ceil(longest / LARGEST));
      float factor = (float) (scale / unit);
      PDPage sheet =
          new PDPage(
              new PDRectangle((float) page.width() * factor, (float) page.height() * factor));
      if (unit > 1) {
        sheet.setUserUnit((float) unit);
      }
      document.addPage(sheet);
      try (PDPageContentStream content = new PDPageContentStream(document, sheet)) {
        content.transform(new Matrix(factor, 0, 0, -factor, 0, (float) page.height() * factor));
        new Painter(palette, new PdfCanvas(document, content, lettering)).paint(page);
      }
      describe(document, scene);
      document.save(out);
    }
  }

  private static void describe(PDDocument document, Scene scene) {
    document.getDocumentInformation().setTitle(scene.question());
    document.getDocumentInformation().setSubject(scene.answer());
    document.getDocumentInformation().setCreator("Drydock");
    document.getDocumentCatalog().setLanguage("en");
    PDViewerPreferences shown = new PDViewerPreferences(new org.apache.pdfbox.cos.COSDictionary());
    shown.setDisplayDocTitle(true);
    document.getDocumentCatalog().setViewerPreferences(shown);
    CRC32 sum = new CRC32();
    sum.update((scene.question() + scene.answer()).getBytes(StandardCharsets.UTF_8));
    // else it is made from the time
    document.setDocumentId(sum.getValue());
  }
}
