// SPDX-License-Identifier: Apache-2.0
package drydock.ui.kit;

import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.scene.control.Button;
import javafx.scene.control.MenuItem;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCombination;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;

/// Something a person can do, once: menu entry, button, tooltip and shortcut are made from it and share its `enabled`.
public final class Action {
  private final String id;
  private final String text;
  private final String help;
  private final @Nullable String icon;
  private final @Nullable KeyCombination shortcut;
  private final Runnable handler;
  private final BooleanProperty enabled = new SimpleBooleanProperty(this, "enabled", true);

  /// @param id becomes the button's id, for style sheets and tests
  /// @param text what it does, in a word or two
  /// @param help the tooltip's sentence
  /// @param icon an Ikonli literal such as "mdi2h-hammer"
  /// @param shortcut as for [#keys]: "Shortcut+B"
  public Action(
      String id,
      String text,
      String help,
      @Nullable String icon,
      @Nullable String shortcut,
      Runnable handler) {
    this.id = id;
    this.text = text;
    this.help = help;
    this.icon = icon;
    this.shortcut = shortcut == null ? null : keys(shortcut);
    this.handler = handler;
  }

  /// What JavaFX reads only in part: it knows keys by their names, "Page Down", and takes constants of [KeyCode] that are
  /// called otherwise for characters that no keyboard has.
  ///
  /// @param keys modifiers and a constant of [KeyCode]: "Alt+PAGE_DOWN"
  public static KeyCombination keys(String keys) {
    int last = keys.lastIndexOf('+') + 1;
    return KeyCombination.valueOf(
        keys.substring(0, last) + KeyCode.valueOf(keys.substring(last)).getName());
  }

  public BooleanProperty enabledProperty() {
    return enabled;
  }

  public String id() {
    return id;
  }

  public String text() {
    return text;
  }

  public @Nullable KeyCombination shortcut() {
    return shortcut;
  }

  /// Does it, if it is enabled.
  public void run() {
    if (enabled.get()) {
      handler.run();
    }
  }

  public MenuItem menuItem() {
    MenuItem item = new MenuItem(text);
    item.setId("menu-" + id);
    if (icon != null) {
      item.setGraphic(new FontIcon(icon));
    }
    if (shortcut != null) {
      item.setAccelerator(shortcut);
    }
    item.disableProperty().bind(enabled.not());
    item.setOnAction(_ -> run());
    return item;
  }

  /// A button with icon and text.
  public Button button() {
    Button button = new Button(text);
    return dress(button);
  }

  /// A button with the icon only; the text is its accessible name.
  public Button iconButton() {
    Button button = new Button();
    button.getStyleClass().add("icon-button");
    return dress(button);
  }

  private Button dress(Button button) {
    button.setId(id);
    if (icon != null) {
      button.setGraphic(new FontIcon(icon));
    }
    button.setAccessibleText(text);
    button.setTooltip(
        new Tooltip(shortcut == null ? help : help + "  (" + shortcut.getDisplayText() + ")"));
    button.disableProperty().bind(enabled.not());
    button.setOnAction(_ -> run());
    return button;
  }
}
