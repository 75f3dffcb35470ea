// SPDX-License-Identifier: Apache-2.0
package drydock.ui.editor;

import java.util.function.IntConsumer;
import javafx.scene.input.MouseEvent;
import org.fxmisc.richtext.CodeArea;
import org.fxmisc.richtext.model.TwoDimensional.Bias;

/// Tells which line the mouse is on.
final class LineHover {
  private LineHover() {}

  /// @param told the line, counted from 1; 0 when the mouse is on none
  static void install(CodeArea area, IntConsumer told) {
    area.addEventHandler(
        MouseEvent.MOUSE_MOVED,
        e -> {
          int at = area.hit(e.getX(), e.getY()).getInsertionIndex();
          told.accept(area.offsetToPosition(at, Bias.Backward).getMajor() + 1);
        });
    area.addEventHandler(MouseEvent.MOUSE_EXITED, _ -> told.accept(0));
  }
}
