// SPDX-License-Identifier: Apache-2.0
package drydock.ui.kit;

import java.util.function.DoubleBinaryOperator;
import javafx.scene.Parent;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import javafx.scene.transform.Scale;

/// Shows content larger than it is laid out: it has so much less room, and fills all of it.
public final class Scaled {
  private final Region content;
  private final DoubleBinaryOperator factor;
  private final Scale scale = new Scale(1, 1);
  private final Pane root = new Pane();

  /// @param factor how many times as large, for the width and height that there are
  public Scaled(Region content, DoubleBinaryOperator factor) {
    this.content = content;
    this.factor = factor;
    content.setManaged(false);
    content.getTransforms().add(scale);
    root.getChildren().setAll(content);
    root.widthProperty().addListener(_ -> fit());
    root.heightProperty().addListener(_ -> fit());
  }

  public Parent node() {
    return root;
  }

  /// Asks for the factor again.
  public void fit() {
    double width = root.getWidth();
    double height = root.getHeight();
    double now = factor.applyAsDouble(width, height);
    scale.setX(now);
    scale.setY(now);
    content.resizeRelocate(0, 0, width / now, height / now);
  }
}
