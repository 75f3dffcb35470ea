// SPDX-License-Identifier: Apache-2.0
package drydock.ui.shell;

import drydock.messages.Messages;
import drydock.ui.kit.Action;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuBar;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;

/// The menu bar: every action of the app stands in it, so that each can be found, and its shortcut learned.
final class MainMenu {
  /// One menu: groups of entries with a line between them.
  record Section(String title, List<List<MenuItem>> groups) {}

  private final MenuBar bar = new MenuBar();

  MainMenu(List<Section> sections) {
    bar.setId("main-menu");
    bar.setUseSystemMenuBar(true);
    bar.setAccessibleText(Messages.get("shell.menu.name"));
    for (Section section : sections) {
      Menu menu = new Menu(section.title());
      for (List<MenuItem> group : section.groups()) {
        if (!menu.getItems().isEmpty() && !group.isEmpty()) {
          menu.getItems().add(new SeparatorMenuItem());
        }
        menu.getItems().addAll(group);
      }
      bar.getMenus().add(menu);
    }
  }

  MenuBar node() {
    return bar;
  }

  static List<MenuItem> items(List<Action> actions) {
    List<MenuItem> items = new ArrayList<>();
    actions.forEach(action -> items.add(action.menuItem()));
    return items;
  }
}
