// SPDX-License-Identifier: Apache-2.0
package drydock.diagram.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import drydock.diagram.Element;
import drydock.diagram.Evidence;
import drydock.diagram.Focus;
import drydock.diagram.Scene;
import drydock.diagram.picture.Samples;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/// Some pictures in words, held against files that somebody has read; rewritten as
/// [SvgGoldenTest]'s are.
class TextTwinTest {
  private static final Path FOLDER = Path.of("src", "test", "resources", "golden");

  @TestFactory
  Stream<DynamicTest> sameAsTheGoldenFiles() {
    return Stream.of("build-plan", "build-failed", "build-stages", "build-goal", "layers")
        .map(name -> DynamicTest.dynamicTest(name, () -> compare(name)));
  }

  private static void compare(String name) throws Exception {
    Path file = FOLDER.resolve(name + ".txt");
    String text = TextTwin.of(PdfWriterTest.sample(name));
    if ("rewrite".equals(System.getProperty("drydock.golden"))) {
      Files.writeString(file, text);
    }
    assertThat(text).isEqualTo(Files.readString(file).replace("\r\n", "\n"));
  }

  @TestFactory
  Stream<DynamicTest> nothingIsLeftOut() {
    return Samples.scenes(484).entrySet().stream()
        .map(e -> DynamicTest.dynamicTest(e.getKey(), () -> complete(e.getValue())));
  }

  private static void complete(Scene scene) {
    String text = TextTwin.of(scene);
    assertThat(text).startsWith(clean(scene.question()) + "\n" + clean(scene.answer()));
    for (Element element : scene.elements()) {
      assertThat(text).contains(clean(element.about().name()));
      // a sentence that only repeats the name is said once
      assertThat(letters(text)).contains(letters(element.about().sentence()));
      Evidence evidence = element.about().evidence();
      if (evidence != null) {
        assertThat(text).contains(clean(evidence.command()), clean(evidence.field()));
      }
    }
  }

  private static String letters(String text) {
    return text.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]", "");
  }

  @Test
  void whatIsLookedAtIsSaid() {
    Scene plain = PdfWriterTest.sample("build-failed");
    Scene scene = Focus.on(plain, "stage-0/4").orElseThrow().outlined();
    assertThat(TextTwin.of(scene)).contains("\nin focus\n  RUN pip install");
    assertThat(Focus.on(scene, "no such thing")).isEmpty();
  }

  @TestFactory
  Stream<DynamicTest> noControlCharacterComesThrough() {
    return HostileScenes.all().entrySet().stream()
        .map(
            e ->
                DynamicTest.dynamicTest(
                    e.getKey(),
                    () ->
                        assertThat(TextTwin.of(e.getValue()).replace("\n", ""))
                            .doesNotContainPattern("\\p{Cc}")));
  }

  @Test
  void aFilesNameSaysItsFormat() throws ExportException {
    assertThat(PictureFormat.of(Path.of("a.b/My.Picture.PNG"))).isEqualTo(PictureFormat.PNG);
    assertThat(PictureFormat.of(Path.of(".txt"))).isEqualTo(PictureFormat.TEXT);
    for (String name : new String[] {"picture.jpg", "picture", "svg", "", "/"}) {
      assertThatThrownBy(() -> PictureFormat.of(Path.of(name)))
          .isInstanceOf(ExportException.class)
          .hasMessageContaining(".svg, .png, .pdf or .txt");
    }
  }

  private static String clean(String text) {
    return text.replaceAll("[\\s\\p{Cc}]+", " ").strip();
  }
}
