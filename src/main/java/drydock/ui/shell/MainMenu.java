// SPDX-License-Identifier: Apache-2.0
package drydock.ui.shell;

import drydock.messages.Messages;
import drydock.ui.kit.Action;
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

  MainMenu() {
    bar.setId("main-menu");
    bar.setUseSystemMenuBar(true);
    bar.setAccessibleText(Messages.get("shell.menu.name"));
  }

  MenuBar node() {
    return bar;
  }

  /// These menus instead of those before; a section without entries is left out.
  void show(List<Section> sections) {
    bar.getMenus().setAll(sections.stream().map(MainMenu::menu).filter(MainMenu::some).toList());
  }

  private static boolean some(Menu menu) {
    return !menu.getItems().isEmpty();
  }

  private static Menu menu(Section section) {
    Menu menu = new Menu(section.title());
    for (List<MenuItem> group : section.groups()) {
      if (!menu.getItems().isEmpty() && !group.isEmpty()) {
        menu.getItems().add(new SeparatorMenuItem());
      }
      menu.getItems().addAll(group);
    }
    return menu;
  }

  static List<MenuItem> items(List<Action> actions) {
    return actions.stream().map(Action::menuItem).toList();
  }
}
