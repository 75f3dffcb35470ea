// SPDX-License-Identifier: Apache-2.0
package drydock.ui.presenter;

import drydock.messages.Messages;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import javafx.beans.property.StringProperty;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;

/// All that is left of the window around what is shown: the question, what has to be known of the answer, the step.
final class PresenterBar {
  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm:ss");
  private static final List<List<Deed>> MENU =
      List.of(
          List.of(Deed.NEXT, Deed.PREVIOUS),
          List.of(Deed.LESSON, Deed.PICTURE, Deed.LOG, Deed.NEXT_PICTURE, Deed.PREVIOUS_PICTURE),
          List.of(Deed.SPOTLIGHT, Deed.FREEZE, Deed.ONLY_OURS, Deed.TOOLS, Deed.BLACK),
          List.of(Deed.NOTES, Deed.END));

  private final PresenterModel model;
  private final Label frozen = label("presenter-frozen", "mdi2s-snowflake");
  private final Label step = label("presenter-step", null);
  private final MenuButton menu = new MenuButton();
  private final HBox root;

  PresenterBar(PresenterModel model) {
    this.model = model;
    Label title = label("presenter-title", null);
    title.textProperty().bind(model.titleProperty());
    title.setMaxWidth(Double.MAX_VALUE);
    title.setMinWidth(80);
    HBox.setHgrow(title, Priority.ALWAYS);
    menu.setId("presenter-menu");
    menu.setGraphic(new FontIcon("mdi2k-keyboard-outline"));
    menu.setAccessibleText(Messages.get("presenter.menu"));
    menu.setTooltip(new Tooltip(Messages.get("presenter.menu")));
    menu.getStyleClass().addAll("flat", "presenter-menu");
    menu.setOnShowing(_ -> fill());
    fill();
    root =
        new HBox(
            title,
            told("presenter-told", "mdi2i-information-outline", model.markProperty()),
            frozen,
            told("presenter-hidden", "mdi2e-eye-off-outline", model.hiddenProperty()),
            step,
            menu);
    root.setAlignment(Pos.CENTER_LEFT);
    root.getStyleClass().add("presenter-bar");
    model.frozenProperty().subscribe(this::freeze);
    model.notesProperty().subscribe(notes -> say(step, notes == null ? "" : notes.place()));
  }

  Node node() {
    return root;
  }

  private void freeze(@Nullable Instant at) {
    say(
        frozen,
        at == null
            ? ""
            : Messages.get("presenter.frozen", TIME.format(at.atZone(ZoneId.systemDefault()))));
  }

  private static Label told(String id, String icon, StringProperty words) {
    Label label = label(id, icon);
    words.subscribe(now -> say(label, now));
    return label;
  }

  private static void say(Label label, String words) {
    label.setText(words);
    label.setVisible(!words.isEmpty());
    label.setManaged(!words.isEmpty());
  }

  private static Label label(String id, @Nullable String icon) {
    Label label = new Label();
    label.setId(id);
    label.getStyleClass().add(id);
    label.setMinWidth(Region.USE_PREF_SIZE);
    if (icon != null) {
      label.setGraphic(new FontIcon(icon));
      label.getStyleClass().add("presenter-mark");
    }
    return label;
  }

  private void fill() {
    menu.getItems().clear();
    for (List<Deed> group : MENU) {
      if (!menu.getItems().isEmpty()) {
        menu.getItems().add(new SeparatorMenuItem());
      }
      group.forEach(deed -> menu.getItems().add(item(deed)));
    }
  }

  private MenuItem item(Deed deed) {
    String text = Messages.get("presenter.item", deed.text(), deed.keys());
    MenuItem item;
    if (deed.isOn(model)) {
      CheckMenuItem on = new CheckMenuItem(text);
      on.setSelected(true);
      item = on;
    } else {
      item = new MenuItem(text);
    }
    item.setId("presenter-" + deed.name().toLowerCase(java.util.Locale.ROOT).replace('_', '-'));
    item.setOnAction(_ -> deed.does(model));
    return item;
  }
}
