// SPDX-License-Identifier: Apache-2.0
package drydock.diagram;

import static org.assertj.core.api.Assertions.assertThat;

import drydock.ui.kit.Fx;
import java.util.List;
import javafx.scene.text.Font;
import javafx.scene.text.FontWeight;
import javafx.scene.text.Text;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class TextStyleTest {
  private static final List<String> TEXTS =
      List.of(
          "RUN pip install -r requirements.txt",
          "Where the time went · 28.9 s",
          "AVATAR Toy, Wolf; “quoted” – 1,234.5 MB",
          "ÄÖÜ ßéñ ŁĄ Ελληνικά Привет",
          "illi.|!'");

  @ParameterizedTest
  @EnumSource
  void theWidthIsWhatJavaFxDraws(TextStyle style) {
    for (String text : TEXTS) {
      double drawn =
          Fx.get(
              () -> {
                Text node = new Text(text);
                node.setFont(
                    Font.font(
                        style.family(), FontWeight.findByWeight(style.weight()), style.size()));
                return node.getLayoutBounds().getWidth();
              });
      assertThat(style.width(text)).as(text).isBetween(drawn * 0.995 - 0.5, drawn * 1.03 + 1);
    }
  }

  @Test
  void whatDoesNotFitEndsInAnEllipsis() {
    String fitted = TextStyle.CODE.fit("RUN pip install -r requirements.txt", 120);
    assertThat(fitted).startsWith("RUN pip in").endsWith("…");
    assertThat(TextStyle.CODE.width(fitted)).isLessThanOrEqualTo(120);
    assertThat(TextStyle.CODE.fit("short", 120)).isEqualTo("short");
    assertThat(TextStyle.CODE.fit("😀😀😀", 20)).doesNotContain("\ufffd").endsWith("…");
    assertThat(TextStyle.CODE.fit("anything", 2)).isEmpty();
  }

  @Test
  void wrappedLinesFitAndLoseNothing() {
    String text = "One word after another, until averyveryverylongwordthatfitsnowhere comes along.";
    List<String> lines = TextStyle.BODY.wrap(text, 90, 20);
    assertThat(lines).allMatch(l -> TextStyle.BODY.width(l) <= 90).hasSizeGreaterThan(4);
    assertThat(String.join("", lines).replace(" ", "")).isEqualTo(text.replace(" ", ""));
    assertThat(TextStyle.BODY.wrap(text, 90, 2)).hasSize(2).last().asString().endsWith("…");
  }
}
