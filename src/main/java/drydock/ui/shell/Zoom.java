// SPDX-License-Identifier: Apache-2.0
package drydock.ui.shell;

import drydock.settings.Settings;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.scene.Parent;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import javafx.scene.transform.Scale;

/// Shows the whole content larger, for a projector or a very fine screen. Never so large that less of it would fit than
/// fits into the smallest window.
final class Zoom {
  private final Region content;
  private final double leastWidth;
  private final double leastHeight;
  private final Scale scale = new Scale(1, 1);
  private final Pane root = new Pane();
  private final IntegerProperty percent =
      new SimpleIntegerProperty(this, "percent", Settings.MIN_ZOOM);

  Zoom(Region content, double leastWidth, double leastHeight) {
    this.content = content;
    this.leastWidth = leastWidth;
    this.leastHeight = leastHeight;
    content.setManaged(false);
    content.getTransforms().add(scale);
    root.getChildren().setAll(content);
    root.widthProperty().addListener(_ -> fit());
    root.heightProperty().addListener(_ -> fit());
    percent.addListener(_ -> fit());
  }

  Parent node() {
    return root;
  }

  /// What is wished for; shown is what the window has room for.
  IntegerProperty percentProperty() {
    return percent;
  }

  private void fit() {
    double width = root.getWidth();
    double height = root.getHeight();
    double room = Math.min(width / leastWidth, height / leastHeight);
    double factor = Math.clamp(Math.min(percent.get() / 100.0, room), 1, 4);
    scale.setX(factor);
    scale.setY(factor);
    content.resizeRelocate(0, 0, width / factor, height / factor);
  }
}
