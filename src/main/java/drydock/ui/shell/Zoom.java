// SPDX-License-Identifier: Apache-2.0
package drydock.ui.shell;

import drydock.settings.Settings;
import drydock.ui.kit.Scaled;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.scene.Parent;
import javafx.scene.layout.Region;

/// Shows the whole content larger, for a projector or a very fine screen. Never so large that less of it would fit than
/// fits into the smallest window.
final class Zoom {
  private final IntegerProperty percent =
      new SimpleIntegerProperty(this, "percent", Settings.MIN_ZOOM);
  private final Scaled scaled;

  Zoom(Region content, double leastWidth, double leastHeight) {
    scaled =
        new Scaled(
            content,
            (width, height) ->
                Math.clamp(
                    Math.min(
                        percent.get() / 100.0, Math.min(width / leastWidth, height / leastHeight)),
                    1,
                    4));
    percent.addListener(_ -> scaled.fit());
  }

  Parent node() {
    return scaled.node();
  }

  /// What is wished for; shown is what the window has room for.
  IntegerProperty percentProperty() {
    return percent;
  }
}
