// SPDX-License-Identifier: Apache-2.0
package drydock.ui.editor;

import drydock.messages.Messages;
import drydock.ui.kit.Action;
import java.util.List;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.input.KeyCombination;
import org.fxmisc.richtext.CodeArea;
import org.kordamp.ikonli.javafx.FontIcon;

/// The menu of the right mouse button in the text.
final class TextMenu {
  private TextMenu() {}

  static ContextMenu of(CodeArea area, List<Action> actions) {
    ContextMenu menu = new ContextMenu();
    MenuItem cut =
        item(Messages.get("editor.menu.cut"), "mdi2c-content-cut", "Shortcut+X", area::cut);
    MenuItem copy =
        item(Messages.get("editor.menu.copy"), "mdi2c-content-copy", "Shortcut+C", area::copy);
    MenuItem paste =
        item(Messages.get("editor.menu.paste"), "mdi2c-content-paste", "Shortcut+V", area::paste);
    menu.getItems().addAll(cut, copy, paste, new SeparatorMenuItem());
    actions.forEach(action -> menu.getItems().add(action.menuItem()));
    menu.setOnShowing(
        _ -> {
          boolean nothing = area.getSelection().getLength() == 0;
          cut.setDisable(nothing);
          copy.setDisable(nothing);
        });
    return menu;
  }

  private static MenuItem item(String text, String icon, String keys, Runnable handler) {
    MenuItem item = new MenuItem(text, new FontIcon(icon));
    item.setAccelerator(KeyCombination.valueOf(keys));
    item.setOnAction(_ -> handler.run());
    return item;
  }
}
