// SPDX-License-Identifier: Apache-2.0
package drydock.ui.render;

import drydock.diagram.Rect;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import javafx.scene.input.KeyCode;
import org.jspecify.annotations.Nullable;

/// From element to element by arrow key: to the nearest in that direction.
final class Walk {
  private Walk() {}

  /// @param all as they are read
  static Optional<Drawn> next(List<Drawn> all, @Nullable Drawn from, KeyCode key) {
    if (all.isEmpty()) {
      return Optional.empty();
    }
    if (from == null || key == KeyCode.HOME) {
      return Optional.of(all.getFirst());
    }
    if (key == KeyCode.END) {
      return Optional.of(all.getLast());
    }
    Rect here = from.element().area();
    return all.stream()
        .filter(d -> d != from && ahead(here, d.element().area(), key) > 0)
        .min(Comparator.comparingDouble(d -> cost(here, d.element().area(), key)));
  }

  private static double ahead(Rect from, Rect to, KeyCode key) {
    return switch (key) {
      case UP -> from.centerY() - to.centerY() - Math.min(from.height(), to.height()) / 2;
      case DOWN -> to.centerY() - from.centerY() - Math.min(from.height(), to.height()) / 2;
      case LEFT -> from.centerX() - to.centerX() - Math.min(from.width(), to.width()) / 2;
      default -> to.centerX() - from.centerX() - Math.min(from.width(), to.width()) / 2;
    };
  }

  /// How far it is, with steps aside counted double.
  private static double cost(Rect from, Rect to, KeyCode key) {
    double dx = Math.abs(from.centerX() - to.centerX());
    double dy = Math.abs(from.centerY() - to.centerY());
    return key == KeyCode.UP || key == KeyCode.DOWN ? dy + 2 * dx : dx + 2 * dy;
  }
}
