// SPDX-License-Identifier: Apache-2.0
package drydock.diagram.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import drydock.diagram.Element;
import drydock.diagram.Palette;
import drydock.diagram.Pattern;
import drydock.diagram.Rect;
import drydock.diagram.Scene;
import drydock.diagram.export.PictureFormat.Look;
import drydock.diagram.picture.Samples;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class PngWriterTest {
  /// Writes every picture to target/pictures, to be looked at.
  @TestFactory
  Stream<DynamicTest> boxesHaveTheColoursOfTheirRolesWhereTheyBelong() {
    return Samples.scenes(484).entrySet().stream()
        .filter(e -> e.getValue().height() < 2000)
        .flatMap(
            e ->
                Stream.of(Palette.values())
                    .map(
                        palette ->
                            DynamicTest.dynamicTest(
                                e.getKey() + " " + palette,
                                () -> probe(e.getKey(), e.getValue(), palette))));
  }

  private static void probe(String name, Scene scene, Palette palette) throws IOException {
    byte[] bytes = write(scene, palette, 2);
    Path folder = Files.createDirectories(Path.of("target", "pictures"));
    Files.write(
        folder.resolve("png-" + name + "-" + palette.name().toLowerCase(Locale.ROOT) + ".png"),
        bytes);
    BufferedImage image = read(bytes);
    Page page = Page.of(scene);
    assertThat(image.getWidth()).isEqualTo((int) Math.ceil(page.width() * 2));
    assertThat(image.getHeight()).isEqualTo((int) Math.ceil(page.height() * 2));
    assertThat(colour(image, 1, 1)).isEqualTo(palette.surface());
    assertThat(colours(image)).as("not blank").isGreaterThan(10);
    for (Element element : scene.elements()) {
      if (element instanceof Element.Box box && box.strip() < box.area().width()) {
        Rect area = box.area().plus(page.origin().x(), page.origin().y());
        assertThat(colour(image, area.right() - 2.5, area.centerY()))
            .as(box.id())
            .isEqualTo(palette.tone(box.role()).fill());
        if (box.strip() > 3 && box.role().pattern() == Pattern.SOLID) {
          assertThat(colour(image, area.x() + 3, area.centerY()))
              .as(box.id())
              .isEqualTo(palette.tone(box.role()).mark());
        }
      }
    }
  }

  /// Two writers that share the painter, but neither fonts' rasters nor strokes.
  @Test
  void looksLikeThePdf() throws IOException {
    for (String name : List.of("build-failed", "layers", "build-stages", "build-running")) {
      Scene scene = PdfWriterTest.sample(name);
      BufferedImage pixels = read(write(scene, Palette.LIGHT, 2));
      BufferedImage page;
      try (PDDocument pdf = Loader.loadPDF(PdfWriterTest.write(scene, 1))) {
        page = new PDFRenderer(pdf).renderImage(0, 2);
      }
      assertThat(page.getWidth()).isEqualTo(pixels.getWidth());
      long far = 0;
      for (int y = 0; y < Math.min(page.getHeight(), pixels.getHeight()); y++) {
        for (int x = 0; x < page.getWidth(); x++) {
          far += distance(page.getRGB(x, y), pixels.getRGB(x, y)) > 96 ? 1 : 0;
        }
      }
      assertThat(far)
          .as(name)
          .isLessThan((long) pixels.getWidth() * pixels.getHeight() * 10 / 1000);
    }
  }

  @Test
  void anyScaleUpToABound() throws IOException {
    Scene scene = PdfWriterTest.sample("layers");
    assertThat(read(write(scene, Palette.DARK, 0.25)).getWidth()).isEqualTo(129);
    assertThat(read(write(scene, Palette.DARK, 0.0001)).getWidth()).isEqualTo(1);
    assertThat(read(write(scene, Palette.DARK, 1.5)).getWidth()).isEqualTo(774);
    assertThatThrownBy(() -> write(scene, Palette.DARK, 100))
        .isInstanceOf(ExportException.class)
        .hasMessageMatching(
            "At this scale the picture would be 51600 by \\d+ pixels, and 40 million in all is the"
                + " most. Choose a scale of at most 11\\.\\d+, or SVG or PDF, .*");
    assertThatThrownBy(() -> Look.of(Palette.LIGHT).scaled(Double.NaN))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @TestFactory
  Stream<DynamicTest> noTextBreaksIt() {
    return HostileScenes.all().entrySet().stream()
        .map(
            e ->
                DynamicTest.dynamicTest(
                    e.getKey(),
                    () ->
                        assertThat(colours(read(write(e.getValue(), Palette.LIGHT, 1))))
                            .isGreaterThan(10)));
  }

  /// What the bundled fonts lack is drawn by the system's, or as boxes: never left out.
  @Test
  void missingLettersLeaveAMark() throws IOException {
    try (Lettering lettering = new Lettering()) {
      for (String text : List.of("漢字", "😀", "שלום")) {
        for (var style : drydock.diagram.TextStyle.values()) {
          var box = lettering.outline(style, text).getBounds2D();
          assertThat(box.isEmpty()).as("%s in %s", text, style).isFalse();
          assertThat(box.getMaxX()).isLessThanOrEqualTo(style.width(text) + 1);
        }
      }
    }
  }

  private static byte[] write(Scene scene, Palette palette, double scale) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    PictureFormat.PNG.write(scene, Look.of(palette).scaled(scale), bytes);
    return bytes.toByteArray();
  }

  private static BufferedImage read(byte[] png) throws IOException {
    return Objects.requireNonNull(ImageIO.read(new ByteArrayInputStream(png)));
  }

  /// At a place of the scene, when it was drawn at scale 2.
  private static String colour(BufferedImage image, double x, double y) {
    return String.format(
        Locale.ROOT,
        "#%06x",
        image.getRGB((int) Math.round(2 * x), (int) Math.round(2 * y)) & 0xffffff);
  }

  private static long colours(BufferedImage image) {
    int[] all = image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth());
    return java.util.Arrays.stream(all).distinct().count();
  }

  private static int distance(int one, int two) {
    int largest = 0;
    for (int shift = 0; shift < 24; shift += 8) {
      largest = Math.max(largest, Math.abs((one >> shift & 0xff) - (two >> shift & 0xff)));
    }
    return largest;
  }
}
