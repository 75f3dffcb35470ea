// SPDX-License-Identifier: Apache-2.0
package drydock.ui.editor;

import java.time.Duration;
import javafx.scene.control.Tooltip;
import org.fxmisc.richtext.CodeArea;
import org.fxmisc.richtext.event.MouseOverTextEvent;
import org.fxmisc.richtext.model.TwoDimensional.Bias;
import org.jspecify.annotations.Nullable;

/// Shows what is wrong with a line when the mouse rests on its text.
final class ErrorHover {
  private static final Duration REST = Duration.ofMillis(400);

  private ErrorHover() {}

  static void install(CodeArea area, LineMarks marks) {
    Tooltip tip = new Tooltip();
    area.setMouseOverTextDelay(REST);
    area.addEventHandler(
        MouseOverTextEvent.MOUSE_OVER_TEXT_BEGIN,
        event -> {
          int line = area.offsetToPosition(event.getCharacterIndex(), Bias.Forward).getMajor() + 1;
          @Nullable String error = marks.errors().get(line);
          if (error != null) {
            tip.setText(error);
            tip.show(
                area, event.getScreenPosition().getX() + 8, event.getScreenPosition().getY() + 16);
          }
        });
    area.addEventHandler(MouseOverTextEvent.MOUSE_OVER_TEXT_END, _ -> tip.hide());
  }
}
