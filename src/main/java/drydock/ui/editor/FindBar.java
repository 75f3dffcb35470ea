// SPDX-License-Identifier: Apache-2.0
package drydock.ui.editor;

import drydock.messages.Messages;
import drydock.ui.kit.Action;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import javafx.geometry.Pos;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import org.fxmisc.richtext.CodeArea;
import org.jspecify.annotations.Nullable;

/// Finds text in the file in front. Matches are counted as one types; Enter goes on, Escape goes back to the text.
final class FindBar {
  /// More matches than this are not counted.
  private static final int MOST = 10_000;

  private final Supplier<@Nullable CodeArea> area;
  private final HBox node = new HBox(6);
  private final TextField field = new TextField();
  private final CheckBox exactCase = new CheckBox(Messages.get("editor.find.case"));
  private final Label count = new Label();
  private List<Integer> matches = List.of();

  FindBar(Supplier<@Nullable CodeArea> area, Action previous, Action next) {
    this.area = area;
    node.setId("editor-find");
    node.getStyleClass().add(Styles.BAR);
    node.setAlignment(Pos.CENTER_LEFT);
    node.setVisible(false);
    node.managedProperty().bind(node.visibleProperty());
    field.setId("editor-find-text");
    field.setPromptText(Messages.get("editor.find.prompt"));
    field.setAccessibleText(Messages.get("editor.find.prompt"));
    HBox.setHgrow(field, Priority.ALWAYS);
    count.setId("editor-find-count");
    count.setMinWidth(HBox.USE_PREF_SIZE);
    exactCase.setId("editor-find-case");
    exactCase.setMinWidth(HBox.USE_PREF_SIZE);
    exactCase.setTooltip(new Tooltip(Messages.get("editor.find.case.help")));
    Action close =
        new Action(
            "editor-find-close",
            Messages.get("editor.find.close"),
            Messages.get("editor.find.close.help"),
            "mdi2c-close",
            null,
            this::close);
    node.getChildren()
        .addAll(
            field, count, exactCase, previous.iconButton(), next.iconButton(), close.iconButton());
    field.textProperty().addListener((_, _, _) -> searchFromSelection());
    exactCase.selectedProperty().addListener((_, _, _) -> searchFromSelection());
    node.addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
  }

  HBox node() {
    return node;
  }

  /// Shows the bar, with the selected text when that is on one line.
  void open() {
    CodeArea text = area.get();
    if (text == null) {
      return;
    }
    node.setVisible(true);
    String selected = text.getSelectedText();
    if (!selected.isEmpty() && selected.indexOf('\n') < 0) {
      field.setText(selected);
    }
    refresh();
    field.requestFocus();
    field.selectAll();
  }

  void close() {
    node.setVisible(false);
    CodeArea text = area.get();
    if (text != null) {
      text.requestFocus();
    }
  }

  /// Counts anew; the text or the file in front changed.
  void refresh() {
    CodeArea text = area.get();
    if (node.isVisible() && text != null) {
      matches = find(text.getText(), field.getText(), exactCase.isSelected());
      tell(text);
    }
  }

  /// Selects the next match behind the caret, or the one before it; goes round at the ends.
  void step(boolean forward) {
    CodeArea text = area.get();
    if (text == null || field.getText().isEmpty()) {
      open();
      return;
    }
    matches = find(text.getText(), field.getText(), exactCase.isSelected());
    if (!matches.isEmpty()) {
      int from = forward ? text.getSelection().getEnd() : text.getSelection().getStart();
      select(text, forward ? firstFrom(from) : lastBefore(from));
    }
    tell(text);
  }

  private void searchFromSelection() {
    CodeArea text = area.get();
    refresh();
    if (text != null && !matches.isEmpty()) {
      select(text, firstFrom(text.getSelection().getStart()));
      tell(text);
    }
  }

  private int firstFrom(int offset) {
    return matches.stream().filter(m -> m >= offset).findFirst().orElse(matches.getFirst());
  }

  private int lastBefore(int offset) {
    int found = matches.getLast();
    for (int match : matches) {
      if (match < offset) {
        found = match;
      } else {
        break;
      }
    }
    return found;
  }

  private void select(CodeArea text, int match) {
    text.selectRange(match, match + field.getText().length());
    text.requestFollowCaret();
  }

  private void tell(CodeArea text) {
    int at = matches.indexOf(text.getSelection().getStart());
    boolean exactly = at >= 0 && text.getSelection().getLength() == field.getText().length();
    if (field.getText().isEmpty()) {
      count.setText("");
    } else if (exactly) {
      count.setText(Messages.get("editor.find.at", at + 1, matches.size()));
    } else {
      count.setText(Messages.get("editor.find.count", matches.size()));
    }
  }

  private void pressed(KeyEvent event) {
    if (event.getCode() == KeyCode.ESCAPE) {
      close();
    } else if (event.getCode() == KeyCode.ENTER && field.isFocused()) {
      step(!event.isShiftDown());
    } else {
      return;
    }
    event.consume();
  }

  private static List<Integer> find(String text, String wanted, boolean exactCase) {
    List<Integer> found = new ArrayList<>();
    int length = wanted.length();
    for (int at = 0; length > 0 && at <= text.length() - length && found.size() < MOST; ) {
      if (text.regionMatches(!exactCase, at, wanted, 0, length)) {
        found.add(at);
        at += length;
      } else {
        at++;
      }
    }
    return found;
  }
}
