// SPDX-License-Identifier: Apache-2.0
package drydock.ui.shell;

import drydock.messages.Messages;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.StackPane;

/// Whether the picture tells, too, what the builder before BuildKit would do.
final class ClassicSwitch {
  private ClassicSwitch() {}

  static Node of(BuildControl builds) {
    CheckBox box = new CheckBox(Messages.get("shell.classic.name"));
    box.setId("build-classic");
    box.getStyleClass().add("picture-switch");
    box.setTooltip(new Tooltip(Messages.get("shell.classic.help")));
    box.selectedProperty().bindBidirectional(builds.classicProperty());
    box.visibleProperty().bind(builds.comparableProperty());
    box.managedProperty().bind(box.visibleProperty());
    StackPane.setAlignment(box, Pos.CENTER_LEFT);
    return box;
  }
}
