// SPDX-License-Identifier: Apache-2.0
package drydock.ui.editor;

import drydock.messages.Messages;
import java.util.function.IntFunction;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import org.fxmisc.richtext.CodeArea;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;

/// Line numbers; on lines with an error its sign, and the message on hover.
final class Gutter implements IntFunction<Node> {
  private final CodeArea area;
  private final LineMarks marks;

  Gutter(CodeArea area, LineMarks marks) {
    this.area = area;
    this.marks = marks;
  }

  @Override
  public Node apply(int paragraph) {
    int digits = Math.max(2, String.valueOf(area.getParagraphs().size()).length());
    String number = String.valueOf(paragraph + 1);
    Label label = new Label(" ".repeat(Math.max(0, digits - number.length())) + number);
    label.getStyleClass().add(Styles.LINE_NUMBER);
    label.setAlignment(Pos.CENTER_RIGHT);
    @Nullable String error = marks.errors().get(paragraph + 1);
    FontIcon sign = new FontIcon("mdi2a-alert-circle");
    sign.setVisible(error != null);
    label.setGraphic(sign);
    if (error != null) {
      label.getStyleClass().add(Styles.LINE_NUMBER_ERROR);
      label.setAccessibleText(Messages.get("editor.line.error", paragraph + 1, error));
      label.setTooltip(new Tooltip(error));
    }
    return label;
  }
}
