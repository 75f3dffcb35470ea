// SPDX-License-Identifier: Apache-2.0
package drydock.ui.shell;

import drydock.messages.Language;
import drydock.messages.Messages;
import drydock.ui.kit.Action;
import java.util.Locale;
import javafx.beans.value.ObservableBooleanValue;
import javafx.scene.control.Menu;
import javafx.scene.control.RadioMenuItem;
import javafx.scene.control.ToggleGroup;

/// What to choose the language from. Each language is called as those call it who speak it, so that one can find back.
final class LanguageMenu {
  private final Memory memory;
  private final ObservableBooleanValue building;
  private final Runnable chosen;

  /// @param building while this holds, nothing can be chosen: the window is built anew, and its build would end
  /// @param chosen told when another language is to be spoken
  LanguageMenu(Memory memory, ObservableBooleanValue building, Runnable chosen) {
    this.memory = memory;
    this.building = building;
    this.chosen = chosen;
  }

  /// A new one, for a menu bar that is filled anew.
  Menu node() {
    Menu menu = new Menu(Messages.get("shell.language"));
    menu.setId("menu-languages");
    ToggleGroup group = new ToggleGroup();
    for (Language language : Language.values()) {
      RadioMenuItem item = new RadioMenuItem(name(language));
      item.setId("menu-language-" + language.name().toLowerCase(Locale.ROOT));
      item.setAccelerator(Action.keys(shortcut(language)));
      item.setToggleGroup(group);
      item.setSelected(language == memory.settings().language());
      item.disableProperty().bind(building);
      item.setOnAction(_ -> choose(language));
      menu.getItems().add(item);
    }
    return menu;
  }

  private void choose(Language language) {
    memory.change(s -> s.withLanguage(language));
    if (!language.locale().equals(Messages.locale())) {
      chosen.run();
    }
  }

  private static String name(Language language) {
    return switch (language) {
      case SYSTEM -> Messages.get("shell.language.system");
      case ENGLISH -> "English";
      case GERMAN -> "Deutsch";
    };
  }

  private static String shortcut(Language language) {
    return switch (language) {
      case SYSTEM -> "Shortcut+Shift+DIGIT5";
      case ENGLISH -> "Shortcut+Shift+DIGIT6";
      case GERMAN -> "Shortcut+Shift+DIGIT7";
    };
  }
}
