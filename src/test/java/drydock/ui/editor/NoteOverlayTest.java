// SPDX-License-Identifier: Apache-2.0
package drydock.ui.editor;

import static org.assertj.core.api.Assertions.assertThat;

import drydock.ui.kit.Fx;
import java.util.Map;
import javafx.geometry.Bounds;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import org.junit.jupiter.api.Test;

class NoteOverlayTest extends EditorFixture {
  @Test
  void noNoteLiesOnText() {
    String text = "RUN true\nRUN " + "echo a-long-line ".repeat(20) + "\n";
    Fx.run(
        () -> {
          area().replaceText(text);
          area().moveTo(0);
        });
    Fx.run(background::pass);
    Fx.run(
        () ->
            model.setLineNotes(
                "Dockerfile",
                Map.of(1, note("will be reused"), 2, note("will run, is predicted"))));
    Fx.run(() -> stage.getScene().getRoot().layout());
    Fx.picture(stage, "editor-notes");
    assertThat(display("will be reused")).isEqualTo(ContentDisplay.LEFT);
    assertThat(display("will run, is predicted")).isEqualTo(ContentDisplay.GRAPHIC_ONLY);
    Bounds sign =
        Fx.get(
            () ->
                label("will run, is predicted")
                    .localToScreen(label("will run, is predicted").getLayoutBounds()));
    Bounds line =
        Fx.get(() -> area().getCharacterBoundsOnScreen(9, text.length() - 1).orElseThrow());
    assertThat(sign.getMinX()).isGreaterThanOrEqualTo(line.getMaxX());
  }

  private static LineNote note(String words) {
    return new LineNote(LineNote.Role.PREDICTED_RUN, words);
  }

  private ContentDisplay display(String words) {
    return Fx.get(() -> label(words).getContentDisplay());
  }

  private Label label(String words) {
    return view.node().lookupAll("." + Styles.NOTE).stream()
        .map(Label.class::cast)
        .filter(l -> l.getText().equals(words))
        .findFirst()
        .orElseThrow();
  }
}
