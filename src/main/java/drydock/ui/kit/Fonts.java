// SPDX-License-Identifier: Apache-2.0
package drydock.ui.kit;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;
import javafx.scene.text.Font;

/// The bundled fonts. Use them by family name ([#TEXT], [#MONO]): the objects that loading returns have no fallback.
public final class Fonts {
  public static final String TEXT = "Inter";
  public static final String MONO = "JetBrains Mono";

  private static final List<String> FILES =
      List.of(
          "Inter-Regular.ttf",
          "Inter-Italic.ttf",
          "Inter-SemiBold.ttf",
          "Inter-Bold.ttf",
          "JetBrainsMono-Regular.ttf",
          "JetBrainsMono-Bold.ttf",
          "JetBrainsMono-Italic.ttf");

  private Fonts() {}

  /// Makes the families known to JavaFX. Once, before the first window.
  public static void load() {
    for (String file : FILES) {
      try (InputStream in =
          Objects.requireNonNull(
              Fonts.class.getResourceAsStream("/drydock/assets/fonts/" + file), file)) {
        if (Font.loadFont(in, 12) == null) {
          throw new IllegalStateException("not a font that JavaFX can read: " + file);
        }
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}
