// SPDX-License-Identifier: Apache-2.0
package drydock.ui.editor;

import drydock.messages.Messages;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import org.jspecify.annotations.Nullable;

/// The list of all findings: a click or Enter goes to the place, Alt+Enter makes the change.
public final class ProblemsView {
  private final Problems problems;
  private final EditorView editor;
  private final ListView<PlacedFinding> list = new ListView<>();
  private final BorderPane node = new BorderPane();

  /// @param editor where the places are shown
  public ProblemsView(EditorModel model, EditorView editor) {
    this.problems = model.problems();
    this.editor = editor;
    node.getStyleClass().add(Styles.PROBLEMS);
    list.setId("editor-problems");
    list.setAccessibleText(Messages.get("editor.problems.name"));
    list.setItems(problems.all());
    list.setCellFactory(_ -> new ProblemRow(problems, this::goTo));
    Label empty = new Label(Messages.get("editor.problems.empty"));
    empty.getStyleClass().add(Styles.EMPTY);
    empty.setWrapText(true);
    list.setPlaceholder(empty);
    list.addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
    list.focusedProperty()
        .addListener(
            (_, _, focused) -> {
              if (focused && list.getSelectionModel().isEmpty()) {
                list.getSelectionModel().selectFirst();
              }
            });
    Label more = new Label(Messages.get("editor.problems.more", Findings.MOST));
    more.getStyleClass().add("editor-problems-more");
    more.setMaxWidth(Double.MAX_VALUE);
    more.setWrapText(true);
    more.visibleProperty().bind(problems.completeProperty().not());
    more.managedProperty().bind(more.visibleProperty());
    node.setCenter(list);
    node.setBottom(more);
  }

  public Node node() {
    return node;
  }

  private void goTo(PlacedFinding finding) {
    problems.goTo(finding);
    editor.focusText();
  }

  private void pressed(KeyEvent event) {
    @Nullable PlacedFinding selected = list.getSelectionModel().getSelectedItem();
    if (event.getCode() == KeyCode.ENTER && selected != null) {
      if (FindingActions.FIX_KEYS.match(event)) {
        problems.fix(selected);
      } else {
        goTo(selected);
      }
      event.consume();
    }
  }
}
