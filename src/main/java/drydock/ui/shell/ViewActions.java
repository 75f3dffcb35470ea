// SPDX-License-Identifier: Apache-2.0
package drydock.ui.shell;

import drydock.messages.Messages;
import drydock.settings.Settings;
import drydock.settings.Settings.Appearance;
import drydock.ui.kit.Action;
import java.util.List;
import java.util.Locale;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.RadioMenuItem;
import javafx.scene.control.ToggleGroup;

/// How the window looks: panes, focus, size, theme. What is chosen is remembered.
final class ViewActions {
  private static final List<Integer> SIZES = List.of(100, 110, 125, 150, 175, Settings.MAX_ZOOM);

  private final WindowLook look;
  private final Memory memory;
  private final Panes panes;
  private final Action theme;
  private final List<Action> focus;
  private final List<Action> sizes;
  private final ReadOnlyIntegerWrapper zoom = new ReadOnlyIntegerWrapper(this, "zoom");

  ViewActions(WindowLook look, Memory memory, Panes panes) {
    this.look = look;
    this.memory = memory;
    this.panes = panes;
    zoom.set(memory.settings().zoom());
    PaneFocus goes = new PaneFocus(panes.all());
    theme = action("theme", "mdi2t-theme-light-dark", "Shortcut+Shift+T", look::next);
    focus =
        List.of(
            action("next-pane", "mdi2a-arrow-right", "F6", () -> goes.step(1)),
            action("previous-pane", "mdi2a-arrow-left", "Shift+F6", () -> goes.step(-1)));
    sizes =
        List.of(
            action("larger", "mdi2m-magnify-plus-outline", "Shortcut+F8", () -> resize(1)),
            action("smaller", "mdi2m-magnify-minus-outline", "Shortcut+F7", () -> resize(-1)),
            action("usual-size", "mdi2f-fit-to-page-outline", "Shortcut+F9", () -> resize(0)));
  }

  private static Action action(String id, String icon, String shortcut, Runnable handler) {
    return new Action(id, ActionTexts.name(id), ActionTexts.help(id), icon, shortcut, handler);
  }

  /// How large everything is wished to be, in percent.
  ReadOnlyIntegerProperty zoomProperty() {
    return zoom.getReadOnlyProperty();
  }

  Action theme() {
    return theme;
  }

  /// The View menu's groups, the pictures' own and the projector's between them.
  List<List<MenuItem>> groups(List<Action> pictures, List<Action> projector) {
    return List.of(
        MainMenu.items(projector),
        folds(),
        MainMenu.items(focus),
        MainMenu.items(pictures),
        MainMenu.items(sizes),
        List.of(theme.menuItem(), themes(), calm()));
  }

  private List<MenuItem> folds() {
    return List.of(
        fold(Panes.Pane.LESSON, "Shortcut+DIGIT1"),
        fold(Panes.Pane.LOG, "Shortcut+DIGIT2"),
        fold(Panes.Pane.PICTURE, "Shortcut+DIGIT3"));
  }

  private MenuItem fold(Panes.Pane pane, String shortcut) {
    String text =
        switch (pane) {
          case LESSON -> Messages.get("shell.pane.lesson");
          case LOG -> Messages.get("shell.pane.log");
          case PICTURE -> Messages.get("shell.pane.picture");
        };
    CheckMenuItem item = new CheckMenuItem(text);
    item.setId("menu-pane-" + pane.name().toLowerCase(Locale.ROOT));
    item.setAccelerator(Action.keys(shortcut));
    item.setSelected(!panes.isFolded(pane));
    item.selectedProperty()
        .addListener(
            (_, _, shown) -> {
              panes.setFolded(pane, !shown);
              memory.change(s -> s.withCollapsed(panes.folded()));
            });
    return item;
  }

  /// @param by 1 for the next larger size, -1 for the next smaller, 0 for the usual one
  private void resize(int by) {
    int now = memory.settings().zoom();
    int next =
        switch (by) {
          case 1 -> SIZES.stream().filter(s -> s > now).findFirst().orElse(now);
          case -1 -> SIZES.reversed().stream().filter(s -> s < now).findFirst().orElse(now);
          default -> Settings.MIN_ZOOM;
        };
    memory.change(s -> s.withZoom(next));
    zoom.set(next);
  }

  /// What to choose a theme from.
  private Menu themes() {
    Menu menu = new Menu(Messages.get("shell.theme"));
    menu.setId("menu-themes");
    ToggleGroup group = new ToggleGroup();
    for (Appearance appearance : Appearance.values()) {
      RadioMenuItem item = new RadioMenuItem(name(appearance));
      item.setId("menu-theme-" + appearance.name().toLowerCase(Locale.ROOT));
      item.setUserData(appearance);
      item.setAccelerator(Action.keys(shortcut(appearance)));
      item.setToggleGroup(group);
      item.setSelected(appearance == look.appearance());
      item.setOnAction(_ -> look.choose(appearance));
      menu.getItems().add(item);
    }
    menu.setOnShowing(
        _ ->
            group.getToggles().stream()
                .filter(t -> t.getUserData() == look.appearance())
                .forEach(group::selectToggle));
    return menu;
  }

  private static String name(Appearance appearance) {
    return switch (appearance) {
      case LIGHT -> Messages.get("shell.theme.light");
      case DARK -> Messages.get("shell.theme.dark");
      case CONTRAST -> Messages.get("shell.theme.contrast");
      case SYSTEM -> Messages.get("shell.theme.system");
    };
  }

  private static String shortcut(Appearance appearance) {
    return switch (appearance) {
      case LIGHT -> "Shortcut+Shift+DIGIT1";
      case DARK -> "Shortcut+Shift+DIGIT2";
      case CONTRAST -> "Shortcut+Shift+DIGIT3";
      case SYSTEM -> "Shortcut+Shift+DIGIT4";
    };
  }

  private CheckMenuItem calm() {
    CheckMenuItem item = new CheckMenuItem(Messages.get("shell.calm"));
    item.setId("menu-calm");
    item.setAccelerator(Action.keys("Shortcut+Shift+M"));
    item.setSelected(look.calm());
    item.selectedProperty().addListener((_, _, calm) -> look.calm(calm));
    return item;
  }
}
