// SPDX-License-Identifier: Apache-2.0
package drydock.ui.render;

import javafx.scene.shape.Shape;

/// Broken outlines.
final class Dashes {
  private Dashes() {}

  static void set(Shape shape, boolean dashed) {
    if (dashed) {
      shape.getStrokeDashArray().setAll(6.0, 4.0);
    } else {
      shape.getStrokeDashArray().clear();
    }
  }
}
