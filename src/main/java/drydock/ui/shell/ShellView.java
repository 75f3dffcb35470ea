// SPDX-License-Identifier: Apache-2.0
package drydock.ui.shell;

import javafx.beans.property.IntegerProperty;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/// The window's content: header, banner and notices above the panes.
final class ShellView {
  private final BorderPane root = new BorderPane();

  private final Zoom zoom = new Zoom(root, MainWindow.LEAST_WIDTH, MainWindow.LEAST_HEIGHT);

  private final StackPane all;

  /// @param projected takes the place of all the rest while it is visible
  ShellView(Node header, Node banner, Node notices, Node middle, Node projected) {
    root.setTop(new VBox(header, banner, notices));
    root.setCenter(middle);
    root.getStyleClass().add("shell");
    zoom.node().visibleProperty().bind(projected.visibleProperty().not());
    all = new StackPane(zoom.node(), projected);
    all.getStyleClass().add("shell");
  }

  Parent node() {
    return all;
  }

  /// How large everything is shown, in percent.
  IntegerProperty zoomProperty() {
    return zoom.percentProperty();
  }
}
