// SPDX-License-Identifier: Apache-2.0
package drydock.ui.shell;

import drydock.messages.Language;
import drydock.messages.Messages;
import java.util.Locale;
import javafx.beans.value.ObservableBooleanValue;
import javafx.scene.control.Menu;
import javafx.scene.control.RadioMenuItem;
import javafx.scene.control.ToggleGroup;

/// What to choose the language from. Each language is called as those call it who speak it, so that one can find back.
final class LanguageMenu {
  private final Menu menu = new Menu(Messages.get("shell.language"));

  /// @param building while this holds, nothing can be chosen: the window is built anew, and its build would end
  /// @param chosen told when another language is to be spoken
  LanguageMenu(Memory memory, ObservableBooleanValue building, Runnable chosen) {
    menu.setId("menu-languages");
    ToggleGroup group = new ToggleGroup();
    for (Language language : Language.values()) {
      RadioMenuItem item = new RadioMenuItem(name(language));
      item.setId("menu-language-" + language.name().toLowerCase(Locale.ROOT));
      item.setToggleGroup(group);
      item.setSelected(language == memory.settings().language());
      item.disableProperty().bind(building);
      item.setOnAction(_ -> choose(language, memory, chosen));
      menu.getItems().add(item);
    }
  }

  private static void choose(Language language, Memory memory, Runnable chosen) {
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

  Menu node() {
    return menu;
  }
}
