// SPDX-License-Identifier: Apache-2.0
package drydock.ui.editor;

import drydock.ui.kit.Action;
import drydock.ui.kit.Fx;
import drydock.ui.kit.Theme;
import drydock.workspace.Workspace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Objects;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;
import org.fxmisc.richtext.CodeArea;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/// An editor on a small workspace, shown; and short ways to its parts.
abstract class EditorFixture {

  static final String DOCKERFILE =
      """
      # syntax=docker/dockerfile:1
      FROM python:3.13-slim AS base
      WORKDIR /app

      COPY . .
      RUN pip install -r requirements.txt && \\
          test "$HOME" != "/x" -a 1 -ge 0
      ENV NAME="World"
      ENTRYPOINT ["python", "app.py"]
      """;

  @TempDir Path folder;
  final Later background = new Later();
  FindingSource source = FindingSource.NONE;
  EditorModel model;
  EditorView view;
  Stage stage;

  @BeforeEach
  void show() throws IOException {
    Files.writeString(folder.resolve("app.py"), "print('hi')\n");
    Files.writeString(folder.resolve("requirements.txt"), "flask==3.1\n");
    Files.writeString(folder.resolve("Dockerfile"), DOCKERFILE);
    open(Theme.LIGHT);
  }

  final void open(Theme theme) throws IOException {
    Workspace workspace = new Workspace(folder);
    model = Fx.get(() -> new EditorModel(workspace, background, source));
    view = Fx.get(() -> new EditorView(model));
    VBox box =
        Fx.get(
            () -> {
              VBox around = new VBox(view.node());
              VBox.setVgrow(view.node(), javafx.scene.layout.Priority.ALWAYS);
              return around;
            });
    stage = Fx.show(box, 620, 420, theme);
    Fx.run(() -> view.focusText());
  }

  @AfterEach
  void close() {
    Fx.close(stage);
  }

  static LineNote note(LineNote.Role role, String text) {
    return new LineNote(role, text);
  }

  CodeArea area() {
    return Objects.requireNonNull(view.area());
  }

  OpenFile current() {
    return Objects.requireNonNull(model.current().get());
  }

  Collection<String> style(int paragraph, int column) {
    return area().getStyleAtPosition(paragraph, column + 1);
  }

  Collection<String> paragraph(int index) {
    return area().getParagraph(index).getParagraphStyle();
  }

  Action action(String id) {
    return view.actions().stream().filter(a -> a.id().equals(id)).findFirst().orElseThrow();
  }

  void fire(String id) {
    ((Button) view.node().lookup(id)).fire();
  }

  String question() {
    Node label = view.node().lookup("#editor-prompt-question");
    return label == null ? "" : ((Label) label).getText();
  }

  String message() {
    return ((Label) view.node().lookup("#editor-message")).getText();
  }

  String count() {
    return ((Label) view.node().lookup("#editor-find-count")).getText();
  }

  void key(KeyCode code, boolean shift, boolean control) {
    area()
        .fireEvent(new KeyEvent(KeyEvent.KEY_PRESSED, "", "", code, shift, control, false, false));
  }

  void write(String name, String text) throws IOException {
    Files.writeString(folder.resolve(name), text);
  }
}
