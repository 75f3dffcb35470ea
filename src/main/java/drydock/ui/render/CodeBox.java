// SPDX-License-Identifier: Apache-2.0
package drydock.ui.render;

import drydock.messages.Messages;
import javafx.geometry.NodeOrientation;
import javafx.geometry.Point2D;
import javafx.scene.Group;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Tooltip;
import javafx.scene.input.Clipboard;
import javafx.scene.input.DataFormat;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.shape.MoveTo;
import javafx.scene.shape.Path;
import javafx.scene.shape.PathElement;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;
import org.kordamp.ikonli.javafx.FontIcon;

/// A block of code: long lines wrap, text is selected with the mouse, a button copies all of it.
final class CodeBox {
  private static final KeyCombination COPY =
      new KeyCodeCombination(KeyCode.C, KeyCombination.SHORTCUT_DOWN);
  private static final KeyCombination ALL =
      new KeyCodeCombination(KeyCode.A, KeyCombination.SHORTCUT_DOWN);

  private final String code;
  private final HBox box;
  private final TextFlow flow;
  private final Path highlight = new Path();
  private final Group marks = new Group();
  private int anchor;
  private int caret;

  CodeBox(String code) {
    this.code = code;
    Text text = new Text(code);
    text.getStyleClass().add("markup-code-text");
    flow = new TextFlow(text);
    flow.setMinWidth(0);
    highlight.setManaged(false);
    highlight.getStyleClass().add("markup-selection");
    marks.setManaged(false);
    marks.setMouseTransparent(true);
    marks.layoutYProperty().bind(flow.layoutYProperty());
    StackPane area = new StackPane(highlight, marks, flow);
    area.getStyleClass().add("markup-code-area");
    area.setNodeOrientation(NodeOrientation.LEFT_TO_RIGHT);
    area.setMinWidth(0);
    area.setFocusTraversable(true);
    area.setAccessibleText(code);
    highlight.layoutXProperty().bind(flow.layoutXProperty());
    highlight.layoutYProperty().bind(flow.layoutYProperty());
    flow.layoutBoundsProperty()
        .subscribe(
            () -> {
              paint();
              markWrapped();
            });
    area.setOnMousePressed(e -> press(area, e));
    area.setOnMouseDragged(e -> select(anchor, at(e)));
    area.setOnKeyPressed(this::key);
    HBox.setHgrow(area, Priority.ALWAYS);
    box = new HBox(area, copyButton());
    box.getStyleClass().add("markup-code-box");
    box.setMinWidth(0);
  }

  Node node() {
    return box;
  }

  /// What is selected; all when nothing is.
  String selection() {
    return anchor == caret
        ? code
        : code.substring(Math.min(anchor, caret), Math.max(anchor, caret));
  }

  void select(int from, int to) {
    anchor = Math.clamp(from, 0, code.length());
    caret = Math.clamp(to, 0, code.length());
    paint();
  }

  private Button copyButton() {
    Button copy = new Button();
    copy.setGraphic(new FontIcon("mdi2c-content-copy"));
    copy.getStyleClass().addAll("flat", "markup-copy");
    copy.setAccessibleText(Messages.get("lesson.markup.copy"));
    copy.setTooltip(new Tooltip(Messages.get("lesson.markup.copy")));
    copy.setMinWidth(javafx.scene.layout.Region.USE_PREF_SIZE);
    copy.setOnAction(
        _ -> {
          put(code);
          copy.setGraphic(new FontIcon("mdi2c-check"));
          copy.setAccessibleText(Messages.get("lesson.markup.copied"));
        });
    return copy;
  }

  private void press(Node area, MouseEvent event) {
    area.requestFocus();
    if (event.getClickCount() >= 3) {
      select(0, code.length());
    } else if (event.isShiftDown()) {
      select(anchor, at(event));
    } else {
      select(at(event), at(event));
    }
    event.consume();
  }

  private int at(MouseEvent event) {
    Point2D point = flow.sceneToLocal(event.getSceneX(), event.getSceneY());
    return flow.getHitInfo(point).getInsertionIndex();
  }

  private void key(KeyEvent event) {
    if (COPY.match(event)) {
      put(selection());
      event.consume();
    } else if (ALL.match(event)) {
      select(0, code.length());
      event.consume();
    }
  }

  private static void put(String text) {
    Clipboard.getSystemClipboard().setContent(java.util.Map.of(DataFormat.PLAIN_TEXT, text));
  }

  /// An arrow before what only goes on from the line above, so that nobody types it as a line of its own.
  private void markWrapped() {
    marks.getChildren().clear();
    double above = 0;
    for (int i = 0; i < code.length(); i++) {
      PathElement[] at = flow.getCaretShape(i, true);
      double y = at.length > 0 && at[0] instanceof MoveTo move ? move.getY() : above;
      boolean begins = i == 0 || code.charAt(i - 1) == '\n';
      if (!begins && y > above + 1) {
        FontIcon arrow = new FontIcon("mdi2s-subdirectory-arrow-right");
        arrow.getStyleClass().add("markup-wrapped");
        arrow.setX(5);
        arrow.setY(y + 12);
        marks.getChildren().add(arrow);
      }
      above = y;
    }
  }

  private void paint() {
    highlight
        .getElements()
        .setAll(
            anchor == caret
                ? new PathElement[0]
                : flow.getRangeShape(Math.min(anchor, caret), Math.max(anchor, caret), false));
  }
}
