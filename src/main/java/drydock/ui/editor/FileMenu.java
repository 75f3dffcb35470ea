// SPDX-License-Identifier: Apache-2.0
package drydock.ui.editor;

import drydock.messages.Messages;
import javafx.scene.Node;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.Tooltip;
import org.kordamp.ikonli.javafx.FontIcon;

/// All files of the workspace, also those without a tab, and what can be done with them.
final class FileMenu {
  /// A menu of more is made and scrolled too slowly to be of use.
  static final int MOST = 200;

  private final EditorModel model;
  private final EditorActions actions;
  private final MenuButton button = new MenuButton();

  FileMenu(EditorModel model, EditorActions actions) {
    this.model = model;
    this.actions = actions;
    button.setId("editor-files");
    button.getStyleClass().addAll("icon-button", "editor-files");
    button.setGraphic(new FontIcon("mdi2f-file-multiple-outline"));
    button.setAccessibleText(Messages.get("editor.files.name"));
    button.setTooltip(new Tooltip(Messages.get("editor.files.help")));
    button.setOnShowing(_ -> fill());
    fill();
  }

  Node node() {
    return button;
  }

  private void fill() {
    button.getItems().clear();
    for (String name : model.names().subList(0, Math.min(MOST, model.names().size()))) {
      MenuItem item = new MenuItem(name);
      item.setMnemonicParsing(false);
      item.setOnAction(_ -> model.open(name));
      button.getItems().add(item);
    }
    if (model.names().size() > MOST || !model.isComplete()) {
      MenuItem more = new MenuItem(Messages.get("editor.files.more"));
      more.setDisable(true);
      button.getItems().add(more);
    }
    button.getItems().add(new SeparatorMenuItem());
    actions.files().forEach(action -> button.getItems().add(action.menuItem()));
  }
}
