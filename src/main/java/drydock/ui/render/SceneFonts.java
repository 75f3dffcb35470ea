// SPDX-License-Identifier: Apache-2.0
package drydock.ui.render;

import drydock.diagram.TextStyle;
import java.util.EnumMap;
import java.util.Map;
import javafx.scene.text.Font;
import javafx.scene.text.FontWeight;

/// Text styles as JavaFX fonts.
final class SceneFonts {
  private static final Map<TextStyle, Font> FONTS = new EnumMap<>(TextStyle.class);

  private SceneFonts() {}

  static Font of(TextStyle style) {
    return FONTS.computeIfAbsent(style, SceneFonts::font);
  }

  /// JavaFX knows two weights a family; semi-bold is a family of its own to it.
  private static Font font(TextStyle style) {
    return style.weight() == 600
        ? Font.font(style.family() + " Semi Bold", style.size())
        : Font.font(style.family(), FontWeight.findByWeight(style.weight()), style.size());
  }
}
