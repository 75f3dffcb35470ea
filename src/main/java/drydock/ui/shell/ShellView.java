// SPDX-License-Identifier: Apache-2.0
package drydock.ui.shell;

import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/// The window's content: header, banner and notices above the panes.
final class ShellView {
  private final BorderPane root = new BorderPane();

  ShellView(Node header, Node banner, Node notices, Node panes) {
    StackPane middle = new StackPane(panes);
    middle.getStyleClass().add("panes");
    root.setTop(new VBox(header, banner, notices));
    root.setCenter(middle);
    root.getStyleClass().add("shell");
  }

  Parent node() {
    return root;
  }
}
