// SPDX-License-Identifier: Apache-2.0
package drydock.ui.editor;

import static org.assertj.core.api.Assertions.assertThat;

import drydock.ui.kit.Fx;
import java.util.Map;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;

class EditorViewTest extends EditorFixture {
  @Test
  void theDockerfileComesFirstAndHasColours() {
    Fx.run(
        () -> {
          assertThat(model.open())
              .extracting(OpenFile::name)
              .containsExactly("Dockerfile", "app.py", "requirements.txt");
          assertThat(model.currentFileProperty().get()).isEqualTo("Dockerfile");
          assertThat(style(0, 3)).containsExactly("df-directive");
          assertThat(style(1, 1)).containsExactly("df-keyword");
          assertThat(style(1, 22)).containsExactly("df-stage-keyword");
          assertThat(style(6, 11)).containsExactly("df-variable");
        });
  }

  @Test
  void typingColoursTheLineAtOnceAndTheRestInAMoment() {
    Fx.run(
        () -> {
          area().insertText(area().getLength(), "RUN echo $A");
          assertThat(style(9, 0)).containsExactly("df-keyword");
          assertThat(style(9, 9)).containsExactly("df-variable");
          area().insertText(0, "RUN cat <<E\n");
          assertThat(style(2, 1)).containsExactly("df-keyword");
          background.pass();
          assertThat(style(0, 8)).containsExactly("df-error");
          assertThat(style(2, 1)).containsExactly("df-heredoc-body");
          area().insertText(4, 0, "E");
          background.pass();
          assertThat(style(0, 8)).containsExactly("df-heredoc");
          assertThat(style(5, 1)).containsExactly("df-keyword");
        });
  }

  @Test
  void undoStopsAtWhatWasLoadedAndIsPerFile() {
    Fx.run(
        () -> {
          assertThat(action("editor-undo").enabledProperty().get()).isFalse();
          area().insertText(0, "x");
          model.open("app.py");
          assertThat(action("editor-undo").enabledProperty().get()).isFalse();
          model.open("Dockerfile");
          action("editor-undo").run();
          assertThat(area().getText()).isEqualTo(DOCKERFILE);
          assertThat(area().isUndoAvailable()).isFalse();
          action("editor-redo").run();
          assertThat(area().getText()).isEqualTo("x" + DOCKERFILE);
        });
  }

  @Test
  void findCountsAndGoesRound() {
    Fx.run(
        () -> {
          action("editor-find-open").run();
          TextField field = (TextField) view.node().lookup("#editor-find-text");
          field.setText("APP");
          assertThat(count()).isEqualTo("1 of 2");
          assertThat(area().getSelectedText()).isEqualTo("app");
          action("editor-find-next").run();
          assertThat(count()).isEqualTo("2 of 2");
          action("editor-find-next").run();
          assertThat(count()).isEqualTo("1 of 2");
          action("editor-find-previous").run();
          assertThat(count()).isEqualTo("2 of 2");
          ((javafx.scene.control.CheckBox) view.node().lookup("#editor-find-case"))
              .setSelected(true);
          assertThat(count()).isEqualTo("no match");
          field.setText("app.py");
          assertThat(count()).isEqualTo("1 of 1");
          area().deleteText(area().getSelection());
          assertThat(count()).isEqualTo("no match");
        });
    Fx.key(stage, KeyCode.ESCAPE);
    Fx.run(
        () -> {
          assertThat(view.node().lookup("#editor-find").isVisible()).isFalse();
          assertThat(area().isFocused()).isTrue();
        });
  }

  @Test
  void marksStandAtTheirLinesAndMoveWithThem() {
    Fx.run(
        () -> {
          model.setErrors("Dockerfile", Map.of(6, "pip exited with code 7"));
          model.setLineNotes(
              "Dockerfile",
              Map.of(
                  3,
                  note(LineNote.Role.REUSED, "reused"),
                  6,
                  note(LineNote.Role.FAILED, "failed")));
          model.highlightLines("Dockerfile", 2, 3);
          assertThat(paragraph(5)).containsExactly(Styles.LINE_ERROR);
          assertThat(paragraph(1)).containsExactly(Styles.LINE_HIGHLIGHT);
          assertThat(message()).isEqualTo("Line 6: pip exited with code 7");
          area().insertText(4, 0, "USER me\n");
          assertThat(paragraph(6)).containsExactly(Styles.LINE_ERROR);
          assertThat(message()).startsWith("Line 7:");
          area().insertText(2, area().getParagraphLength(2), "\n# x");
          assertThat(current().marks().notes()).containsOnlyKeys(3, 8);
          area().deleteText(2, 0, 3, 0);
          assertThat(current().marks().notes()).containsOnlyKeys(7);
          area().insertText(6, 5, "z");
          assertThat(current().marks().errors()).isEmpty();
          assertThat(paragraph(6)).isEmpty();
          assertThat(message()).isEmpty();
        });
  }

  @Test
  void revealOpensTheFileAndShowsTheLine() {
    Fx.run(
        () -> {
          model.setLineNotes("app.py", Map.of());
          model.reveal("app.py", 1);
          assertThat(model.currentFileProperty().get()).isEqualTo("app.py");
          model.reveal("Dockerfile", 6);
          assertThat(model.currentFileProperty().get()).isEqualTo("Dockerfile");
          assertThat(model.caretLineProperty().get()).isEqualTo(6);
          assertThat(paragraph(5)).containsExactly(Styles.LINE_FLASH);
          background.pass();
          assertThat(paragraph(5)).isEmpty();
          model.reveal("Dockerfile", 999);
          assertThat(model.caretLineProperty().get()).isEqualTo(10);
          area().moveTo(1, 0);
          assertThat(model.caretLineProperty().get()).isEqualTo(2);
        });
  }

  @Test
  void tabIndentsAndControlTabLeavesTheText() {
    Fx.run(
        () -> {
          area().moveTo(2, 0);
          key(KeyCode.TAB, false, false);
          assertThat(area().getParagraph(2).getText()).isEqualTo("    WORKDIR /app");
          area().moveTo(2, 16);
          key(KeyCode.ENTER, false, false);
          assertThat(area().getParagraph(3).getText()).isEqualTo("    ");
          key(KeyCode.TAB, true, false);
          assertThat(area().getParagraph(3).getText()).isEmpty();
          area().requestFocus();
          key(KeyCode.TAB, false, true);
          assertThat(area().isFocused()).isFalse();
          area().requestFocus();
          key(KeyCode.TAB, true, true);
          assertThat(area().isFocused()).isFalse();
        });
  }

  @Test
  void theTextGrowsAndShrinks() {
    Fx.run(
        () -> {
          action("editor-larger").run();
          assertThat(model.fontSizeProperty().get()).isEqualTo(14);
          Fx.picture(stage, "editor-larger");
          action("editor-usual").run();
          assertThat(model.fontSizeProperty().get()).isEqualTo(13);
          for (int i = 0; i < 100; i++) {
            action("editor-smaller").run();
          }
          assertThat(model.fontSizeProperty().get()).isEqualTo(8);
        });
  }
}
