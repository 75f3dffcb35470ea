// SPDX-License-Identifier: Apache-2.0
package drydock.ui.editor;

import drydock.messages.Messages;
import java.util.ArrayList;
import java.util.List;
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
    List<Node> marks = new ArrayList<>();
    if (area.getScene() != null) {
      for (int i = 0; i < area.getVisibleParagraphs().size(); i++) {
        int paragraph = area.visibleParToAllParIndex(i);
        if (paragraph >= 0 && folding.canFold(paragraph) && !folding.isHidden(paragraph)) {
          add(paragraph, screenToLocal(area.getVisibleParagraphBoundsOnScreen(i)), marks);
        }
      }
    }
    getChildren().setAll(marks);
    marks.forEach(Node::applyCss);
    marks.forEach(Node::autosize);
  }

  private void add(int paragraph, Bounds line, List<Node> marks) {
    int hidden = folding.hiddenBehind(paragraph);
    Node graphic = area.getParagraphGraphic(paragraph);
    double text = graphic == null ? 0 : graphic.getLayoutBounds().getWidth();
    Label chevron = new Label();
    chevron.setGraphic(new FontIcon(hidden == 0 ? "mdi2c-chevron-down" : "mdi2c-chevron-right"));
    chevron.getStyleClass().add("fold-chevron");
    chevron.setAccessibleText(
        hidden == 0
            ? Messages.get("editor.fold.hide", paragraph + 1)
            : Messages.get("editor.fold.show", hidden, paragraph + 1));
    chevron.relocate(line.getMinX() + text - ROOM + 5, line.getMinY() + 4);
    makeClickable(chevron, paragraph);
    marks.add(chevron);
    if (hidden > 0) {
      Label more = new Label(Messages.get("editor.fold.hidden", hidden));
      more.getStyleClass().add("fold-hidden");
      Bounds end = end(paragraph, line);
      more.relocate(end.getMaxX() + 10, end.getMinY() + 1);
      makeClickable(more, paragraph);
      marks.add(more);
    }
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
