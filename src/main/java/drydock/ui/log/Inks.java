// SPDX-License-Identifier: Apache-2.0
package drydock.ui.log;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import javafx.scene.layout.Pane;
import javafx.scene.paint.Color;
import javafx.scene.paint.Paint;
import javafx.scene.text.Text;
import org.jspecify.annotations.Nullable;

/// The colours that the style sheet gives to the log's roles, read from one invisible text each: thousands of rows can then
/// be painted without style sheets being asked again.
final class Inks extends Pane {
  /// Colours that a terminal's theme decides on.
  private static final int PALETTE = 16;

  private final Map<Ink, Text> probes = new EnumMap<>(Ink.class);
  private final List<Text> palette = new ArrayList<>();

  /// @param changed called when another style sheet gave other colours
  Inks(Runnable changed) {
    setManaged(false);
    setVisible(false);
    for (Ink ink : Ink.values()) {
      probes.put(ink, probe(ink.styleClass(), changed));
    }
    for (int i = 0; i < PALETTE; i++) {
      palette.add(probe("ansi-" + i, changed));
    }
  }

  private Text probe(String styleClass, Runnable changed) {
    Text probe = new Text();
    probe.getStyleClass().addAll("log-ink", styleClass);
    probe.fillProperty().subscribe((_, _) -> changed.run());
    getChildren().add(probe);
    return probe;
  }

  Paint paint(Ink ink) {
    Text probe = probes.get(ink);
    return probe == null ? Color.WHITE : probe.getFill();
  }

  /// The paint of a [Style]'s colour; null for the default.
  @Nullable Paint paint(int colour) {
    if (colour == Style.DEFAULT) {
      return null;
    } else if (colour >= Style.TRUE_COLOUR) {
      return Color.rgb(colour >> 16 & 0xff, colour >> 8 & 0xff, colour & 0xff);
    } else if (colour < PALETTE) {
      return palette.get(colour).getFill();
    } else if (colour < 232) {
      int n = colour - 16;
      return Color.rgb(level(n / 36), level(n / 6 % 6), level(n % 6));
    }
    return Color.grayRgb(8 + 10 * (colour - 232));
  }

  /// xterm's colour cube.
  private static int level(int step) {
    return step == 0 ? 0 : 55 + 40 * step;
  }
}
