// SPDX-License-Identifier: Apache-2.0
package drydock.diagram.export;

import static org.assertj.core.api.Assertions.assertThat;

import drydock.diagram.Palette;
import drydock.diagram.Scene;
import drydock.diagram.picture.Samples;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.w3c.dom.Document;
import org.w3c.dom.NodeList;

/// Each sample picture as SVG, held against a file that somebody has looked at. After a wanted change, rewrite the files
/// and look at the difference: `mvn test -Dtest=SvgGoldenTest -Ddrydock.golden=rewrite`.
class SvgGoldenTest {
  private static final Path FOLDER = Path.of("src", "test", "resources", "golden");

  /// One of each kind is enough to hold in files; the others are checked for being XML.
  private static final Set<String> GOLDEN =
      Set.of(
          "build-plan",
          "build-predicted",
          "build-predicted-done",
          "build-running",
          "build-done",
          "build-failed",
          "build-goal",
          "build-parse-error",
          "build-two-stages",
          "build-stages",
          "layers",
          "drill",
          "drill-container",
          "layers-compared",
          "layers-waste",
          "layers-containers",
          "layers-unknown",
          "life",
          "life-degraded",
          "limits",
          "limits-cgroup2",
          "limits-podman",
          "limits-tight",
          "namespaces",
          "network",
          "network-asked",
          "network-degraded",
          "namespaces-degraded",
          "network-podman",
          "stack",
          "stack-podman",
          "stack-twenty");

  @TestFactory
  Stream<DynamicTest> sameAsTheGoldenFiles() {
    Map<String, Scene> scenes = Samples.scenes(484);
    assertThat(scenes.keySet()).containsAll(GOLDEN);
    return GOLDEN.stream()
        .sorted()
        .map(
            name ->
                DynamicTest.dynamicTest(
                    name, () -> compare(name, Objects.requireNonNull(scenes.get(name)))));
  }

  private static void compare(String name, Scene scene) throws Exception {
    Path file = FOLDER.resolve(name + ".svg");
    String svg = SvgWriter.editable(scene, Palette.LIGHT, 1);
    if ("rewrite".equals(System.getProperty("drydock.golden"))) {
      Files.createDirectories(FOLDER);
      Files.writeString(file, svg);
    }
    assertThat(svg).isEqualTo(Files.readString(file).replace("\r\n", "\n"));
  }

  @TestFactory
  Stream<DynamicTest> everyPictureIsXmlWithItsTexts() {
    return Samples.scenes(484).entrySet().stream()
        .map(
            e ->
                DynamicTest.dynamicTest(
                    e.getKey(),
                    () -> {
                      Document svg = parse(SvgWriter.editable(e.getValue(), Palette.DARK, 1));
                      assertThat(svg.getElementsByTagName("title").item(0).getTextContent())
                          .isEqualTo(e.getValue().question());
                      assertThat(svg.getElementsByTagName("script").getLength()).isZero();
                    }));
  }

  /// Paths to look at, above them the text to select, which fits them in whatever font it comes.
  @TestFactory
  Stream<DynamicTest> outlinedTextsCanStillBeRead() {
    Map<String, Scene> scenes = Samples.scenes(484);
    scenes.putAll(HostileScenes.all());
    return scenes.entrySet().stream()
        .map(e -> DynamicTest.dynamicTest(e.getKey(), () -> outlined(e.getValue())));
  }

  private static void outlined(Scene scene) throws Exception {
    String text = SvgWriter.outlined(scene, Palette.CONTRAST, 2);
    Document svg = parse(text);
    assertThat(svg.getDocumentElement().getAttribute("width"))
        .isEqualTo(Xml.number(2 * Page.of(scene).width()));
    NodeList texts = svg.getElementsByTagName("text");
    for (int i = 0; i < texts.getLength(); i++) {
      org.w3c.dom.Element written = (org.w3c.dom.Element) texts.item(i);
      assertThat(written.getAttribute("fill-opacity")).isEqualTo("0");
      assertThat(Double.parseDouble(written.getAttribute("textLength"))).isPositive();
      assertThat(written.getPreviousSibling().getNodeName()).isEqualTo("path");
    }
    assertThat(text).doesNotContain("Inter,", "JetBrains", "NaN", "Infinity");
  }

  @Test
  void numbersAreTheSameInEveryCountry() {
    Locale before = Locale.getDefault();
    Scene scene = Objects.requireNonNull(Samples.scenes(484).get("build-done"));
    String here = SvgWriter.editable(scene, Palette.LIGHT, 1);
    try {
      for (String tag : List.of("de-DE", "ar-EG-u-nu-arab", "hi-IN-u-nu-deva")) {
        Locale.setDefault(Locale.forLanguageTag(tag));
        assertThat(SvgWriter.editable(scene, Palette.LIGHT, 1)).isEqualTo(here);
      }
    } finally {
      Locale.setDefault(before);
    }
    assertThat(Xml.number(-0.001)).isEqualTo("0");
    assertThat(Xml.number(1e9)).isEqualTo("1000000000");
    assertThat(Xml.number(1.005)).isEqualTo("1.01");
  }

  private static Document parse(String svg) throws Exception {
    return DocumentBuilderFactory.newInstance()
        .newDocumentBuilder()
        .parse(new ByteArrayInputStream(svg.getBytes(StandardCharsets.UTF_8)));
  }
}
