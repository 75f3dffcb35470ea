// SPDX-License-Identifier: Apache-2.0
package drydock.ui.editor;

import drydock.messages.Messages;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javafx.geometry.Bounds;
import javafx.scene.Cursor;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.input.MouseButton;
import javafx.scene.layout.Pane;
import org.fxmisc.richtext.CodeArea;
import org.kordamp.ikonli.javafx.FontIcon;

/// Beside lines that others can be hidden behind: a chevron, and behind the line how many are
/// hidden. A click hides or shows them.
final class FoldMarks extends Pane {
  private static final double ROOM = 14;

  private final CodeArea area;
  private final Folding folding;
  private Map<Mark, Label> shown = Map.of();

  /// @param hidden how many lines are hidden behind the paragraph
  /// @param isCount whether it says so; otherwise it is the chevron
  private record Mark(int paragraph, int hidden, boolean isCount) {}

  FoldMarks(CodeArea area, Folding folding) {
    this.area = area;
    this.folding = folding;
    setPickOnBounds(false);
    area.viewportDirtyEvents().subscribe(_ -> requestLayout());
    folding.changes().addListener((_, _, _) -> requestLayout());
    widthProperty().addListener((_, _, _) -> requestLayout());
  }

  @Override
  protected void layoutChildren() {
    Map<Mark, Label> next = new LinkedHashMap<>();
    if (area.getScene() != null) {
      for (int i = 0; i < area.getVisibleParagraphs().size(); i++) {
        int paragraph = area.visibleParToAllParIndex(i);
        if (paragraph >= 0 && folding.canFold(paragraph) && !folding.isHidden(paragraph)) {
          Bounds line = screenToLocal(area.getVisibleParagraphBoundsOnScreen(i));
          add(paragraph, line, next);
        }
      }
    }
    if (!List.copyOf(shown.values()).equals(List.copyOf(next.values()))) {
      getChildren().setAll(next.values());
    }
    shown = next;
    next.values().forEach(Label::applyCss);
    next.values().forEach(Label::autosize);
  }

  private void add(int paragraph, Bounds line, Map<Mark, Label> next) {
    int hidden = folding.hiddenBehind(paragraph);
    Node graphic = area.getParagraphGraphic(paragraph);
    double text = graphic == null ? 0 : graphic.getLayoutBounds().getWidth();
    label(new Mark(paragraph, hidden, false), next)
        .relocate(line.getMinX() + text - ROOM + 5, line.getMinY() + 4);
    if (hidden > 0) {
      Bounds end = end(paragraph, line);
      label(new Mark(paragraph, hidden, true), next)
          .relocate(end.getMaxX() + 10, end.getMinY() + 1);
    }
  }

  /// The one that is shown already, or a new one: making them takes long while one scrolls.
  private Label label(Mark mark, Map<Mark, Label> next) {
    Label present = shown.get(mark);
    Label label = present == null ? (mark.isCount() ? count(mark) : chevron(mark)) : present;
    next.put(mark, label);
    return label;
  }

  private Label chevron(Mark mark) {
    Label chevron = new Label();
    boolean open = mark.hidden() == 0;
    chevron.setGraphic(new FontIcon(open ? "mdi2c-chevron-down" : "mdi2c-chevron-right"));
    chevron.getStyleClass().add("fold-chevron");
    chevron.setAccessibleText(
        open
            ? Messages.get("editor.fold.hide", mark.paragraph() + 1)
            : Messages.get("editor.fold.show", mark.hidden(), mark.paragraph() + 1));
    makeClickable(chevron, mark.paragraph());
    return chevron;
  }

  private Label count(Mark mark) {
    Label count = new Label(Messages.get("editor.fold.hidden", mark.hidden()));
    count.getStyleClass().add("fold-hidden");
    makeClickable(count, mark.paragraph());
    return count;
  }

  /// The last character of the line.
  private Bounds end(int paragraph, Bounds line) {
    int length = area.getParagraphLength(paragraph);
    int start = area.getAbsolutePosition(paragraph, 0);
    return length == 0
        ? line
        : area.getCharacterBoundsOnScreen(start + length - 1, start + length)
            .map(this::screenToLocal)
            .orElse(line);
  }

  private void makeClickable(Label mark, int paragraph) {
    mark.setCursor(Cursor.HAND);
    mark.setOnMouseClicked(
        event -> {
          if (event.getButton() == MouseButton.PRIMARY) {
            folding.toggle(paragraph);
          }
          event.consume();
        });
  }
}
