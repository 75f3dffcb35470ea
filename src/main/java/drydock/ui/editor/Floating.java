// SPDX-License-Identifier: Apache-2.0
package drydock.ui.editor;

import java.util.function.DoubleUnaryOperator;
import javafx.geometry.Bounds;
import javafx.scene.Parent;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;

/// Puts a list or a card over the window, beside a place of the text, never beyond the window's
/// edge.
final class Floating {
  private static final double GAP = 3;
  private static final double EDGE = 8;

  private final Region text;
  private final Region node;

  /// @param text what it belongs to
  Floating(Region text, Region node) {
    this.text = text;
    this.node = node;
    node.setManaged(false);
    node.setVisible(false);
  }

  boolean isShowing() {
    return node.isVisible();
  }

  /// Shows it below a place of the screen, or above where there is more room; the place itself
  /// stays in view. False when the text is in no window.
  boolean show(Bounds place, double width, double height) {
    return show(place, width, _ -> height);
  }

  /// As above.
  ///
  /// @param heightOf asked once the width is known and style sheets apply
  boolean show(Bounds place, double width, DoubleUnaryOperator heightOf) {
    Pane host = host();
    if (host == null) {
      return false;
    }
    if (!host.getChildren().contains(node)) {
      remove();
      host.getChildren().add(node);
    }
    node.toFront();
    node.setVisible(true);
    node.applyCss();
    Bounds local = host.screenToLocal(place);
    double wide = Math.min(width, host.getWidth() - 2 * EDGE);
    double height = heightOf.applyAsDouble(wide);
    double below = host.getHeight() - EDGE - local.getMaxY() - GAP;
    double above = local.getMinY() - GAP - EDGE;
    boolean under = height <= below || below >= above;
    double high = Math.min(height, Math.max(0, under ? below : above));
    double x = Math.clamp(local.getMinX(), EDGE, Math.max(EDGE, host.getWidth() - EDGE - wide));
    double y = under ? local.getMaxY() + GAP : local.getMinY() - GAP - high;
    node.resizeRelocate(Math.rint(x), Math.rint(y), wide, Math.ceil(high));
    return true;
  }

  void hide() {
    node.setVisible(false);
  }

  /// Takes it out of the window.
  void remove() {
    hide();
    if (node.getParent() instanceof Pane host) {
      host.getChildren().remove(node);
    }
  }

  /// The outermost pane that is shown at the text's own size.
  private @Nullable Pane host() {
    Pane host = null;
    for (Parent p = text.getParent(); p != null; p = p.getParent()) {
      if (p instanceof Pane pane) {
        host = pane;
        if (!pane.getTransforms().isEmpty()) {
          break;
        }
      }
    }
    return host;
  }
}
