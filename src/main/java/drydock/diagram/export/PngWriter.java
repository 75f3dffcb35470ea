// SPDX-License-Identifier: Apache-2.0
package drydock.diagram.export;

import drydock.diagram.Palette;
import drydock.diagram.Scene;
import drydock.messages.Messages;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.OutputStream;
import javax.imageio.ImageIO;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/// A scene as a PNG of any scale.
final class PngWriter {
  /// 160 MB of memory while it is drawn; twice the pixels of the largest projectors.
  static final long MOST_PIXELS = 40_000_000;

  private PngWriter() {}

  /// @param scale pixels for each of the scene's
  /// @throws ExportException when that would be more than [#MOST_PIXELS]
  static void write(Scene scene, Palette palette, double scale, OutputStream out)
      throws IOException {
    Page page = Page.of(scene);
    double width = Math.ceil(page.width() * scale);
    double height = Math.ceil(page.height() * scale);
    if (width * height > MOST_PIXELS) {
      throw new ExportException(
          Messages.get(
              "export.tooManyPixels",
              width,
              height,
              MOST_PIXELS / 1_000_000,
              Math.floor(Math.sqrt(MOST_PIXELS / page.width() / page.height()) * 100) / 100));
    }
    BufferedImage image =
        new BufferedImage(
            Math.max(1, (int) width), Math.max(1, (int) height), BufferedImage.TYPE_INT_RGB);
    Graphics2D graphics = image.createGraphics();
    try (Lettering lettering = new Lettering()) {
      PixelCanvas canvas = new PixelCanvas(graphics, lettering);
      graphics.scale(image.getWidth() / page.width(), image.getHeight() / page.height());
      new Painter(palette, canvas).paint(page);
    } finally {
      graphics.dispose();
    }
    try (MemoryCacheImageOutputStream bytes = new MemoryCacheImageOutputStream(out)) {
      ImageIO.write(image, "png", bytes);
    }
  }
}
