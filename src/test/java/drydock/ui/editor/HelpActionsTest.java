// SPDX-License-Identifier: Apache-2.0
package drydock.ui.editor;

import static org.assertj.core.api.Assertions.assertThat;

import drydock.ui.kit.Fx;
import drydock.ui.kit.Theme;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import javafx.scene.Node;
import javafx.scene.control.ListView;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.junit.jupiter.api.Test;

class HelpActionsTest extends EditorFixture {
  private static final String STAGES =
      """
      ARG VERSION=3.13
      FROM python:${VERSION}-slim AS build
      WORKDIR /src
      ENV CACHE=/root/.cache
      RUN --mount=type=cache,target=/root/.cache \\
          pip install --cache-dir "$CACHE" -r requirements.txt && \\
          python -m compileall .
      # the image that runs
      FROM python:${VERSION}-slim
      COPY --from=build /src /app
      RUN <<EOF
      set -e
      echo "$HOME"
      EOF
      CMD ["python", "app.py"]
      """;

  private void begin(String text, String caretBefore) {
    Fx.run(
        () -> {
          if (!area().getText().equals(text)) {
            area().replaceText(text);
          }
          area().moveTo(text.indexOf(caretBefore));
          area().requestFocus();
        });
    Fx.run(background::pass);
    // a card closes when the text gets another width, as it does when the scroll bar comes
    for (int i = 0; i < 3; i++) {
      Fx.run(() -> stage.getScene().getRoot().layout());
    }
  }

  private void run(String action) {
    Fx.run(() -> action(action).run());
  }

  private String text() {
    return Fx.get(() -> area().getText());
  }

  private int line() {
    return Fx.get(() -> area().getCurrentParagraph() + 1);
  }

  @SuppressWarnings("unchecked")
  private List<PickList.Row> rows() {
    return ((ListView<PickList.Row>) stage.getScene().lookup("#editor-pick-list")).getItems();
  }

  private void answer(String name) {
    Fx.run(() -> ((TextField) view.node().lookup("#editor-prompt-text")).setText(name));
    Fx.run(() -> fire("#editor-prompt-yes"));
  }

  private void pickKey(KeyCode code) {
    Fx.run(
        () -> {
          Node field = stage.getScene().lookup("#editor-pick-filter");
          field.fireEvent(
              new KeyEvent(KeyEvent.KEY_PRESSED, "", "", code, false, false, false, false));
        });
  }

  @Test
  void aWordIsExplainedOnTheCard() {
    begin("FROM a\nENV V=1\nRUN echo $V\n", "$V");
    run("editor-explain");
    assertThat(Fx.<Boolean>get(() -> card().isShowing())).isTrue();
    assertThat(Fx.<String>get(() -> card().node().getAccessibleText()))
        .contains("Here it is: 1", "line 2");
    begin("FROM a\nENV V=1\nRUN echo $V\n", "echo");
    run("editor-explain");
    assertThat(Fx.<Boolean>get(() -> card().isShowing())).isFalse();
  }

  @Test
  void itGoesToTheDeclaration() {
    begin(STAGES, "build /src");
    run("editor-definition");
    assertThat(line()).isEqualTo(2);
    assertThat(Fx.<Integer>get(() -> area().getCaretColumn())).isEqualTo(31);
    begin(STAGES, "pip install");
    run("editor-definition");
    assertThat(question()).contains("no stage or variable");
  }

  @Test
  void usesAreListedAndGoneTo() {
    begin(STAGES, "VERSION=");
    run("editor-references");
    assertThat(Fx.<List<Integer>>get(() -> rows().stream().map(PickList.Row::line).toList()))
        .containsExactly(1, 2, 9);
    pickKey(KeyCode.DOWN);
    pickKey(KeyCode.DOWN);
    pickKey(KeyCode.ENTER);
    assertThat(line()).isEqualTo(9);
    assertThat(Fx.<Boolean>get(() -> help().picks().isShowing())).isFalse();
  }

  @Test
  void renamingIsOneStepAndSaysHowManyPlaces() {
    begin(STAGES, "build /src");
    run("editor-rename-symbol");
    assertThat(question()).contains("build").contains("2 places");
    answer("builder");
    assertThat(text()).contains("AS builder\n", "--from=builder /src").doesNotContain("build /src");
    assertThat(question()).contains("2 names are builder now").contains("--target");
    Fx.run(() -> area().undo());
    assertThat(text()).isEqualTo(STAGES);
  }

  @Test
  void aNameThatCannotBeTakenIsRefusedWithAReason() {
    begin(STAGES, "CACHE=/root");
    run("editor-rename-symbol");
    answer("2x");
    assertThat(question()).contains("begins with a letter");
    assertThat(text()).isEqualTo(STAGES);
    begin(STAGES, "HOME");
    run("editor-rename-symbol");
    assertThat(question()).contains("no name here");
  }

  @Test
  void theOutlineNarrowsWhileTypingAndGoesThere() {
    begin(STAGES, "WORKDIR");
    run("editor-outline");
    assertThat(Fx.<Integer>get(() -> rows().size())).isEqualTo(9);
    Fx.run(() -> ((TextField) stage.getScene().lookup("#editor-pick-filter")).setText("copy"));
    assertThat(Fx.<String>get(() -> rows().getFirst().text())).contains("--from=build");
    pickKey(KeyCode.ENTER);
    assertThat(line()).isEqualTo(10);
    run("editor-outline");
    pickKey(KeyCode.ESCAPE);
    assertThat(Fx.<Boolean>get(() -> area().isFocused())).isTrue();
    assertThat(line()).isEqualTo(10);
  }

  @Test
  void commentsComeAndGoInOneStep() {
    begin(STAGES, "WORKDIR");
    run("editor-comment");
    assertThat(text()).contains("\n# WORKDIR /src\n");
    Fx.run(() -> area().undo());
    assertThat(text()).isEqualTo(STAGES);
    begin(STAGES, "RUN --mount");
    run("editor-comment");
    assertThat(text()).contains("# RUN --mount", "#     pip install", "#     python -m");
    run("editor-comment");
    assertThat(text()).isEqualTo(STAGES);
  }

  @Test
  void enterInsideACommandGoesOnWithIt() {
    begin(STAGES, "python -m");
    Fx.run(() -> key(KeyCode.ENTER, false, false));
    assertThat(text()).contains("&& \\\n \\\n    python -m");
    begin(STAGES, "&& \\\n    python");
    Fx.run(() -> key(KeyCode.ENTER, false, false));
    assertThat(text()).contains("requirements.txt \\\n    && \\\n    python");
    begin("FROM a\nRUN b &&", "FROM");
    Fx.run(() -> area().moveTo(15));
    Fx.run(() -> key(KeyCode.ENTER, false, false));
    assertThat(text()).isEqualTo("FROM a\nRUN b && \\\n    ");
    Fx.run(() -> area().undo());
    assertThat(text()).isEqualTo("FROM a\nRUN b &&");
  }

  @Test
  void theMenuOfTheTextHasThem() {
    List<String> ids =
        Fx.get(
            () ->
                area().getContextMenu().getItems().stream()
                    .map(MenuItem::getId)
                    .filter(Objects::nonNull)
                    .toList());
    assertThat(ids).contains("menu-editor-definition", "menu-editor-comment", "menu-editor-fix");
    Fx.run(() -> model.open("app.py"));
    assertThat(Fx.<Boolean>get(() -> action("editor-outline").enabledProperty().get())).isFalse();
  }

  @Test
  void picturesOfBothThemes() throws IOException {
    for (Theme theme : Theme.values()) {
      Fx.close(stage);
      open(theme);
      String name = theme.name().toLowerCase(Locale.ROOT);
      begin(STAGES, "$CACHE");
      run("editor-explain");
      Fx.picture(stage, "help-variable-" + name);
      begin(STAGES, "COPY");
      run("editor-explain");
      Fx.picture(stage, "help-instruction-" + name);
      begin(STAGES, "VERSION}-slim AS");
      run("editor-references");
      Fx.picture(stage, "help-references-" + name);
      pickKey(KeyCode.ESCAPE);
      run("editor-outline");
      Fx.picture(stage, "help-outline-" + name);
      pickKey(KeyCode.ESCAPE);
      run("editor-rename-symbol");
      Fx.picture(stage, "help-rename-" + name);
      answer("TAG");
      Fx.picture(stage, "help-renamed-" + name);
    }
  }

  private HoverCard card() {
    return Objects.requireNonNull(view.pane()).hover().card();
  }

  private FileHelp help() {
    return Objects.requireNonNull(view.help());
  }
}
