// SPDX-License-Identifier: Apache-2.0
package drydock.ui.editor;

import java.util.function.BooleanSupplier;
import javafx.scene.TraversalDirection;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.fxmisc.richtext.CodeArea;

/// Keys of the text area: Tab indents, so Ctrl+Tab leads out of it (with Shift: backwards), as F6 does, which is
/// the window's; Enter keeps the indentation.
final class EditorKeys {
  private static final int INDENT = 4;

  private final CodeArea area;
  private final BooleanSupplier enter;

  private EditorKeys(CodeArea area, BooleanSupplier enter) {
    this.area = area;
    this.enter = enter;
  }

  /// @param enter breaks the line at the caret; false when that is to be done in the usual way
  static void install(CodeArea area, BooleanSupplier enter) {
    EditorKeys keys = new EditorKeys(area, enter);
    area.addEventFilter(KeyEvent.KEY_PRESSED, keys::pressed);
  }

  private void pressed(KeyEvent event) {
    if (event.isConsumed()) {
      return; // it was meant for the list of proposals
    }
    if (event.getCode() == KeyCode.TAB && event.isControlDown()) {
      area.requestFocusTraversal(
          event.isShiftDown() ? TraversalDirection.PREVIOUS : TraversalDirection.NEXT);
    } else if (event.getCode() == KeyCode.TAB && !event.isAltDown() && !event.isMetaDown()) {
      indent(event.isShiftDown());
    } else if (event.getCode() == KeyCode.ENTER && !event.isShortcutDown() && !event.isAltDown()) {
      breakLine();
    } else {
      return;
    }
    event.consume();
  }

  private void breakLine() {
    if (area.getSelection().getLength() > 0 || !enter.getAsBoolean()) {
      area.replaceSelection("\n" + blanks(line(area.getCurrentParagraph()), area.getCaretColumn()));
    }
    area.requestFollowCaret();
  }

  private void indent(boolean back) {
    int first = paragraph(area.getSelection().getStart());
    int last = paragraph(area.getSelection().getEnd());
    if (first == last && !back) {
      int column = area.getSelection().getStart() - area.getAbsolutePosition(first, 0);
      area.replaceSelection(" ".repeat(INDENT - column % INDENT));
      return;
    }
    for (int i = first; i <= last; i++) {
      int present = blanks(line(i), INDENT).length();
      int start = area.getAbsolutePosition(i, 0);
      if (back && line(i).startsWith("\t")) {
        area.deleteText(start, start + 1);
      } else if (back) {
        area.deleteText(start, start + present);
      } else if (!line(i).isEmpty()) {
        area.insertText(start, " ".repeat(INDENT));
      }
    }
  }

  private String line(int paragraph) {
    return area.getParagraph(paragraph).getText();
  }

  private int paragraph(int offset) {
    return area.offsetToPosition(offset, org.fxmisc.richtext.model.TwoDimensional.Bias.Backward)
        .getMajor();
  }

  /// The blanks that a line begins with, at most `limit`.
  private static String blanks(String line, int limit) {
    int at = 0;
    while (at < Math.min(limit, line.length())
        && (line.charAt(at) == ' ' || line.charAt(at) == '\t')) {
      at++;
    }
    return line.substring(0, at);
  }
}
