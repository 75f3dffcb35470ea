// SPDX-License-Identifier: Apache-2.0
package drydock.ui.render;

import static org.assertj.core.api.Assertions.assertThat;

import drydock.diagram.TextStyle;
import drydock.ui.kit.Fx;
import java.util.List;
import javafx.scene.text.Text;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// The figures that pictures are laid out with are those that JavaFX draws with.
class SceneFontsTest {
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
                node.setFont(SceneFonts.of(style));
                return node.getLayoutBounds().getWidth();
              });
      assertThat(style.width(text)).as(text).isBetween(drawn * 0.995 - 0.5, drawn * 1.03 + 1);
    }
  }
}
