// SPDX-License-Identifier: Apache-2.0
package drydock.ui.shell;

import drydock.ui.moment.MomentsModel;
import drydock.ui.moment.MomentsView;
import javafx.scene.Node;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// The pictures, and under them the moments to go back to.
final class PictureColumn {
  private PictureColumn() {}

  static Region of(Node pictures, MomentsModel moments) {
    VBox both = new VBox(pictures, new MomentsView(moments).node());
    both.getStyleClass().add("picture-column");
    VBox.setVgrow(pictures, Priority.ALWAYS);
    return both;
  }
}
