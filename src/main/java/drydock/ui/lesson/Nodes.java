// SPDX-License-Identifier: Apache-2.0
package drydock.ui.lesson;

import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.Region;

/// The pane's small parts.
final class Nodes {
  private Nodes() {}

  /// A text that wraps instead of being cut off.
  static Label label(String text, String styleClass) {
    Label label = new Label(text);
    label.getStyleClass().add(styleClass);
    label.setWrapText(true);
    label.setMinHeight(Region.USE_PREF_SIZE);
    return label;
  }

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
