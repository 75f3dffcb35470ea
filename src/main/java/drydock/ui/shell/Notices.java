// SPDX-License-Identifier: Apache-2.0
package drydock.ui.shell;

import drydock.messages.Messages;
import drydock.ui.kit.Action;
import java.util.List;
import javafx.event.ActionEvent;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;

/// Sentences that a person should read, below the top bar, until they close them: what happened, and a button for what to
/// do next. At most a few at a time; the same sentence is not shown twice.
final class Notices {
  private static final int AT_ONCE = 3;

  private final VBox rows = new VBox();

  Notices() {
    rows.setId("notices");
    rows.getStyleClass().add("notices");
    rows.managedProperty().bind(rows.visibleProperty());
    rows.setVisible(false);
  }

  Node node() {
    return rows;
  }

  void problem(String sentence, Action... remedies) {
    show("problem", "mdi2a-alert-circle-outline", sentence, List.of(remedies));
  }

  void say(String sentence, Action... remedies) {
    show("info", "mdi2i-information-outline", sentence, List.of(remedies));
  }

  private void remove(HBox row) {
    rows.getChildren().remove(row);
    rows.setVisible(!rows.getChildren().isEmpty());
  }

  private void show(String kind, String icon, String sentence, List<Action> remedies) {
    rows.getChildren().removeIf(row -> sentence.equals(row.getUserData()));
    Label text = new Label(sentence, new FontIcon(icon));
    text.setWrapText(true);
    text.setMinHeight(Label.USE_PREF_SIZE);
    HBox.setHgrow(text, Priority.ALWAYS);
    text.setMaxWidth(Double.MAX_VALUE);
    HBox row = new HBox(text);
    for (Action remedy : remedies) {
      Button button = remedy.button();
      button.setMinWidth(Button.USE_PREF_SIZE);
      button.addEventHandler(ActionEvent.ACTION, _ -> remove(row));
      row.getChildren().add(button);
    }
    Button close = new Button(null, new FontIcon("mdi2c-close"));
    close.getStyleClass().addAll("icon-button", "flat");
    close.setAccessibleText(Messages.get("shell.notice.close"));
    close.setTooltip(new Tooltip(Messages.get("shell.notice.close")));
    close.setOnAction(_ -> remove(row));
    row.getChildren().add(close);
    row.getStyleClass().addAll("notice", "notice-" + kind);
    row.setAlignment(Pos.CENTER_LEFT);
    row.setUserData(sentence);
    rows.getChildren().add(row);
    if (rows.getChildren().size() > AT_ONCE) {
      rows.getChildren().removeFirst();
    }
    rows.setVisible(true);
  }
}
