// SPDX-License-Identifier: Apache-2.0
package drydock.diagram.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import drydock.diagram.Element;
import drydock.diagram.Label;
import drydock.diagram.Palette;
import drydock.diagram.Scene;
import drydock.diagram.export.PictureFormat.Look;
import drydock.diagram.picture.Samples;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDResources;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class PdfWriterTest {
  @TestFactory
  Stream<DynamicTest> aPageOfTheScenesSizeWithAllItsText() {
    return Samples.scenes(484).entrySet().stream()
        .filter(e -> !e.getKey().equals("build-hostile"))
        .map(e -> DynamicTest.dynamicTest(e.getKey(), () -> check(e.getValue())));
  }

  private static void check(Scene scene) throws IOException {
    Page page = Page.of(scene);
    try (PDDocument pdf = Loader.loadPDF(write(scene, 1))) {
      assertThat(pdf.getNumberOfPages()).isEqualTo(1);
      PDPage sheet = pdf.getPage(0);
      double unit = sheet.getUserUnit();
      assertThat(sheet.getMediaBox().getWidth() * unit).isCloseTo(page.width(), within(0.01));
      assertThat(sheet.getMediaBox().getHeight() * unit).isCloseTo(page.height(), within(0.05));
      assertThat(sheet.getMediaBox().getHeight()).isLessThanOrEqualTo(14_400);
      assertThat(pdf.getDocumentInformation().getTitle()).isEqualTo(scene.question());
      assertThat(pdf.getDocumentInformation().getSubject()).isEqualTo(scene.answer());
      String text = squeezed(new PDFTextStripper().getText(pdf));
      assertThat(text).contains(squeezed(scene.question()));
      for (Element element : scene.elements()) {
        for (Label label : labels(element)) {
          assertThat(text).contains(squeezed(label.text()));
        }
      }
    }
  }

  @Test
  void ofEachFontItHoldsWhatIsUsedAndEachOnce() throws IOException {
    try (PDDocument pdf = Loader.loadPDF(write(sample("build-done"), 1))) {
      PDResources resources = pdf.getPage(0).getResources();
      List<String> names = new ArrayList<>();
      for (COSName name : resources.getFontNames()) {
        PDFont font = resources.getFont(name);
        assertThat(font.isEmbedded()).as(font.getName()).isTrue();
        names.add(font.getName());
      }
      assertThat(names)
          .allMatch(n -> n.matches("[A-Z]{6}\\+.*"))
          .extracting(n -> n.substring(7))
          .containsExactlyInAnyOrder(
              "Inter-Bold",
              "Inter-Regular",
              "Inter-SemiBold",
              "JetBrainsMono-Bold",
              "JetBrainsMono-Regular");
    }
    assertThat(write(sample("build-done"), 1)).hasSizeLessThan(40_000);
  }

  @Test
  void theSameSceneGivesTheSameBytes() throws IOException {
    assertThat(write(sample("layers"), 1)).isEqualTo(write(sample("layers"), 1));
  }

  @Test
  void scaleMakesThePageLarger() throws IOException {
    try (PDDocument pdf = Loader.loadPDF(write(sample("layers"), 3))) {
      assertThat(pdf.getPage(0).getMediaBox().getWidth()).isCloseTo(3 * 516f, within(0.01f));
    }
  }

  @Test
  void aSceneThatIsTooLargeForAPageIsGivenInLargerUnits() throws IOException {
    try (PDDocument pdf = Loader.loadPDF(write(sample("build-done"), 100))) {
      PDPage page = pdf.getPage(0);
      assertThat(page.getUserUnit()).isGreaterThan(1f);
      assertThat(page.getMediaBox().getHeight()).isLessThanOrEqualTo(14_400f);
      assertThat(page.getMediaBox().getWidth() * page.getUserUnit()).isCloseTo(51_600f, within(1f));
    }
  }

  @TestFactory
  Stream<DynamicTest> noTextBreaksIt() {
    return HostileScenes.all().entrySet().stream()
        .map(
            e ->
                DynamicTest.dynamicTest(
                    e.getKey(),
                    () -> {
                      try (PDDocument pdf = Loader.loadPDF(write(e.getValue(), 1))) {
                        assertThat(pdf.getNumberOfPages()).isEqualTo(1);
                        assertThat(new PDFTextStripper().getText(pdf))
                            .doesNotContain("\u001b", "\u0007");
                      }
                    }));
  }

  static byte[] write(Scene scene, double scale) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    PictureFormat.PDF.write(scene, Look.of(Palette.LIGHT).scaled(scale), bytes);
    return bytes.toByteArray();
  }

  static Scene sample(String name) {
    Map<String, Scene> scenes = Samples.scenes(484);
    return Objects.requireNonNull(scenes.get(name), name);
  }

  private static List<Label> labels(Element element) {
    return switch (element) {
      case Element.Box box -> box.labels();
      case Element.Group group -> group.labels();
      case Element.Text text -> text.lines();
      case Element.Link _ -> List.of();
    };
  }

  /// Readers of PDF put spaces and lines where they see gaps.
  private static String squeezed(String text) {
    return text.replaceAll("\\s", "");
  }
}
