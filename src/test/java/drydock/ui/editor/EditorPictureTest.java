// SPDX-License-Identifier: Apache-2.0
package drydock.ui.editor;

import static org.assertj.core.api.Assertions.assertThat;

import drydock.ui.kit.Fx;
import drydock.ui.kit.Theme;
import java.io.IOException;
import java.util.Map;
import javafx.scene.control.TextField;
import org.junit.jupiter.api.Test;

/// What it looks like, for people to look at.
class EditorPictureTest extends EditorFixture {
  @Test
  void picturesOfBothThemes() throws IOException {
    for (Theme theme : Theme.values()) {
      Fx.close(stage);
      open(theme);
      String name = theme.name().toLowerCase(java.util.Locale.ROOT);
      Fx.run(
          () -> {
            area()
                .insertText(
                    area().getLength(),
                    "COPY <<EOF /etc/motd\n  hello $NAME\nEOF\nRUNN oops -> => != <= && ||\n");
            model.setErrors("Dockerfile", Map.of(6, "RUN pip install … exited with code 7"));
            model.setLineNotes(
                "Dockerfile",
                Map.of(
                    2, note(LineNote.Role.REUSED, "reused"),
                    3, note(LineNote.Role.RAN, "0.1 s"),
                    5, note(LineNote.Role.RUNNING, "running"),
                    6, note(LineNote.Role.FAILED, "failed"),
                    8, note(LineNote.Role.PREDICTED_RUN, "will run")));
            model.highlightLines("Dockerfile", 5, 5);
          });
      Fx.picture(stage, "editor-" + name);
      Fx.run(
          () -> {
            action("editor-find-open").run();
            ((TextField) view.node().lookup("#editor-find-text")).setText("app");
            action("editor-new").run();
          });
      Fx.picture(stage, "editor-find-" + name);
      Fx.run(
          () -> {
            view.prompt().close();
            for (int i = 0; i < 3; i++) {
              action("editor-close").run();
            }
          });
      Fx.picture(stage, "editor-empty-" + name);
      write("Dockerfile", DOCKERFILE);
    }
  }

  @Test
  void pictureOfManyFilesAndAQuestion() throws IOException {
    for (int i = 0; i < 9; i++) {
      write("service-number-" + i + ".py", "x\n");
    }
    write("logo.png", "\0");
    Fx.close(stage);
    open(Theme.LIGHT);
    Fx.run(() -> model.reveal("logo.png", 1));
    Fx.picture(stage, "editor-many");
    Fx.run(
        () -> {
          model.open("Dockerfile");
          area().replaceText("mine\n");
        });
    write("Dockerfile", "theirs\n");
    Fx.run(model::checkDisk);
    Fx.picture(stage, "editor-conflict");
    Fx.run(() -> assertThat(question()).contains("changed by another program"));
  }
}
