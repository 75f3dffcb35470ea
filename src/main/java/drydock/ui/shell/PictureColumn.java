// SPDX-License-Identifier: Apache-2.0
package drydock.ui.shell;

import drydock.ui.moment.MomentsModel;
import drydock.ui.moment.MomentsView;
import drydock.ui.picture.PicturePane;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.scene.Node;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/// The pictures, and under them the moments to go back to.
final class PictureColumn {
  private final PicturePane pictures;
  private final BooleanProperty past = new SimpleBooleanProperty(this, "past", true);
  private final VBox root;

  PictureColumn(PicturePane pictures, MomentsModel model) {
    this.pictures = pictures;
    Node moments = new MomentsView(model).node();
    StackPane holder = new StackPane(moments);
    holder.visibleProperty().bind(past.and(moments.visibleProperty()));
    holder.managedProperty().bind(holder.visibleProperty());
    root = new VBox(pictures.node(), holder);
    root.getStyleClass().add("picture-column");
    VBox.setVgrow(pictures.node(), Priority.ALWAYS);
  }

  Region node() {
    return root;
  }

  /// Only the picture and its answer, for a room.
  void bare(boolean on) {
    pictures.setBare(on);
    past.set(!on);
  }

  /// The picture's tools and the moments, although it is bare.
  void tools(boolean on) {
    pictures.setTools(on);
    past.set(on || !pictures.isBare());
  }

  void spotlight(boolean on) {
    pictures.setSpotlight(on);
  }
}
