// SPDX-License-Identifier: Apache-2.0
package drydock.ui.editor;

import drydock.dockerfile.check.Finding;
import drydock.dockerfile.check.Severity;
import drydock.messages.Messages;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.input.MouseButton;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;

/// One finding in the list: how bad, what, where, and the change that removes it.
final class ProblemRow extends ListCell<PlacedFinding> {
  private final FontIcon sign = SeverityLook.sign(Severity.ERROR);
  private final Label word = new Label();
  private final Label message = new Label();
  private final Label place = new Label();
  private final Hyperlink fix = new Hyperlink();
  private final HBox row =
      new HBox(sign, new VBox(2, message, new FlowPane(10, 0, word, place, fix)));

  ProblemRow(Problems problems, Consumer<PlacedFinding> goTo) {
    getStyleClass().add("problem-row");
    row.getStyleClass().add("problem-line");
    row.setAlignment(Pos.TOP_LEFT);
    word.getStyleClass().add("problem-word");
    message.setWrapText(true);
    message.setMinHeight(Region.USE_PREF_SIZE);
    message.getStyleClass().add("problem-message");
    place.getStyleClass().add("problem-place");
    fix.getStyleClass().add("problem-fix");
    fix.setFocusTraversable(false); // Alt+Enter does it for the selected row
    fix.managedProperty().bind(fix.visibleProperty());
    fix.setOnAction(
        _ -> {
          if (getItem() != null) {
            problems.fix(getItem());
          }
        });
    setPrefWidth(0); // as wide as the list: messages wrap
    setOnMouseClicked(
        event -> {
          if (event.getButton() == MouseButton.PRIMARY && getItem() != null) {
            goTo.accept(getItem());
          }
        });
    problems.changes().addListener(_ -> show());
  }

  @Override
  protected void updateItem(@Nullable PlacedFinding item, boolean empty) {
    super.updateItem(item, empty);
    if (empty || item == null) {
      setGraphic(null);
      setAccessibleText(null);
      return;
    }
    show();
    setGraphic(row);
  }

  private void show() {
    PlacedFinding item = getItem();
    if (item == null || isEmpty()) {
      return;
    }
    Finding finding = item.finding();
    sign.setIconLiteral(SeverityLook.icon(finding.severity()));
    sign.getStyleClass().setAll(Styles.SIGN, Styles.of(SeverityLook.tone(finding.severity())));
    word.setText(SeverityLook.word(finding.severity()));
    message.setText(finding.message());
    fix.setVisible(finding.fix() != null);
    fix.setText(finding.fix() == null ? "" : FixWords.of(finding.fix()));
    place.setText(Messages.get("editor.problems.place", item.file(), item.line()));
    setAccessibleText(
        Messages.get(
            "editor.problems.row", word.getText(), finding.message(), item.file(), item.line()));
  }
}
