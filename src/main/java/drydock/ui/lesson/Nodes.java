// SPDX-License-Identifier: Apache-2.0
package drydock.ui.lesson;

import javafx.scene.control.ScrollPane;
import javafx.scene.layout.Region;

/// The pane's small parts.
final class Nodes {
  private Nodes() {}

  static ScrollPane scroll(Region content) {
    ScrollPane scroll = new ScrollPane(content);
    scroll.setFitToWidth(true);
    scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
    scroll.getStyleClass().add("lesson-scroll");
    return scroll;
  }

  static void show(Region node, boolean visible) {
    node.setVisible(visible);
    node.setManaged(visible);
  }
}
