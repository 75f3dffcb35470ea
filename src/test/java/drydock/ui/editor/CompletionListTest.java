// SPDX-License-Identifier: Apache-2.0
package drydock.ui.editor;

import static org.assertj.core.api.Assertions.assertThat;

import drydock.dockerfile.IgnoreRules;
import drydock.dockerfile.assist.Assist;
import drydock.dockerfile.assist.Proposal;
import drydock.dockerfile.assist.Surroundings;
import drydock.dockerfile.check.CheckContext;
import drydock.ui.kit.Fx;
import drydock.ui.kit.Theme;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseEvent;
import org.junit.jupiter.api.Test;

class CompletionListTest extends EditorFixture {
  private static final Surroundings AROUND =
      new Surroundings() {
        @Override
        public List<Image> images() {
          return List.of(
              new Image("busybox:1.37", "4.4 MB"), new Image("python:3.13-slim", "120 MB"));
        }

        @Override
        public List<Entry> folder(String path) {
          return path.isEmpty()
              ? List.of(
                  new Entry("app.py", false),
                  new Entry("src", true),
                  new Entry("secret.key", false))
              : List.of(new Entry("main.py", false));
        }
      };

  private void type(String text) {
    for (int i = 0; i < text.length(); i++) {
      String c = text.substring(i, i + 1);
      Fx.run(() -> area().replaceSelection(c));
      Fx.run(background::pass);
    }
  }

  private void begin(String text) {
    Fx.run(
        () -> {
          view.setHelp(
              _ ->
                  file ->
                      new Assist(
                          file, CheckContext.NONE.withIgnored(IgnoreRules.parse("*.key")), AROUND));
          area().replaceText(text);
          area().moveTo(text.length());
          area().requestFocus();
        });
    Fx.run(background::pass);
  }

  private boolean isShown() {
    return Fx.get(() -> completer().isShowing());
  }

  private Completer completer() {
    return Objects.requireNonNull(view.help()).completer();
  }

  private List<String> labels() {
    return Fx.get(() -> list().getItems().stream().map(Proposal::label).toList());
  }

  @SuppressWarnings("unchecked")
  private ListView<Proposal> list() {
    return (ListView<Proposal>) stage.getScene().lookup("#editor-completion-list");
  }

  private void ask() {
    Fx.run(() -> completer().complete());
  }

  private String text() {
    return Fx.get(() -> area().getText());
  }

  private void press(KeyCode code) {
    Fx.run(() -> key(code, false, false));
  }

  @Test
  void itOpensWhileTypingAndEnterTakesTheChosenOne() {
    begin("FROM a\n");
    type("c");
    assertThat(isShown()).isTrue();
    assertThat(labels()).startsWith("COPY", "CMD");
    press(KeyCode.DOWN);
    press(KeyCode.ENTER);
    assertThat(text()).isEqualTo("FROM a\nCMD ");
    assertThat(isShown()).isFalse();
    Fx.run(() -> area().undo());
    assertThat(text()).isEqualTo("FROM a\nc");
  }

  @Test
  void aWordThatIsCompleteNeedsNoHelpAndEnterBreaksTheLine() {
    begin("FROM a\n");
    type("RUN");
    assertThat(isShown()).isFalse();
    type(" true");
    press(KeyCode.ENTER);
    assertThat(text()).isEqualTo("FROM a\nRUN true\n");
  }

  @Test
  void pathsAreOnlyTakenWhenChosen() {
    begin("FROM a\nCOPY . ");
    type("app");
    assertThat(labels()).containsExactly("app.py");
    press(KeyCode.ENTER);
    assertThat(text()).startsWith("FROM a\nCOPY . app").doesNotContain("app.py");
    begin("FROM a\nCOPY ");
    type("s");
    press(KeyCode.TAB);
    assertThat(text()).isEqualTo("FROM a\nCOPY src/");
    assertThat(labels()).containsExactly("main.py");
    press(KeyCode.TAB);
    assertThat(text()).isEqualTo("FROM a\nCOPY src/main.py");
  }

  @Test
  void aClickTakesAProposal() {
    begin("FROM a\n");
    type("c");
    Fx.run(() -> stage.getScene().getRoot().layout());
    Fx.run(
        () -> {
          Node cell =
              list().lookupAll(".proposal-cell").stream()
                  .filter(n -> n instanceof ProposalCell c && c.getIndex() == 1)
                  .findFirst()
                  .orElseThrow();
          for (var type :
              List.of(
                  MouseEvent.MOUSE_PRESSED, MouseEvent.MOUSE_RELEASED, MouseEvent.MOUSE_CLICKED)) {
            Fx.mouse(cell, type, 5, 5);
          }
        });
    assertThat(text()).isEqualTo("FROM a\nCMD ");
    assertThat(Fx.<Boolean>get(() -> area().isFocused())).isTrue();
  }

  @Test
  void aNewNameIsNotTakenForAKnownOne() {
    begin("FROM a\nARG ");
    type("TAG");
    assertThat(isShown()).isTrue();
    press(KeyCode.ENTER);
    assertThat(text()).isEqualTo("FROM a\nARG TAG\n");
    begin("FROM a\nENV HOME=/x\nUSER ");
    type("$HO");
    press(KeyCode.ENTER);
    assertThat(text()).endsWith("USER $HOME");
  }

  @Test
  void escapeMovingAndTypingElsewhereCloseIt() {
    begin("FROM a\n");
    type("c");
    press(KeyCode.ESCAPE);
    assertThat(isShown()).isFalse();
    assertThat(text()).isEqualTo("FROM a\nc");
    ask();
    assertThat(isShown()).isTrue();
    Fx.run(() -> area().moveTo(2));
    assertThat(isShown()).isFalse();
    Fx.run(() -> area().moveTo(8));
    ask();
    type(" ");
    assertThat(isShown()).isFalse();
    type("x");
    press(KeyCode.TAB);
    assertThat(text()).startsWith("FROM a\nc x ");
  }

  @Test
  void flagsLeadOnToTheirValues() {
    begin("FROM a AS one\nFROM b\nCOPY ");
    type("--fr");
    press(KeyCode.ENTER);
    assertThat(text()).endsWith("COPY --from=");
    assertThat(labels()).startsWith("one", "busybox:1.37");
    press(KeyCode.TAB);
    assertThat(text()).endsWith("COPY --from=one");
  }

  @Test
  void tabWalksThePlacesOfASnippet() {
    begin("");
    type("node");
    assertThat(labels()).contains("FROM node multi-stage");
    press(KeyCode.TAB);
    assertThat(text()).startsWith("FROM node:24-slim AS build");
    assertThat(Fx.<String>get(() -> area().getSelectedText())).isEqualTo("24");
    Fx.run(() -> area().replaceSelection("22"));
    press(KeyCode.TAB);
    assertThat(text()).contains("FROM node:22-slim AS build", "FROM node:22-slim\n");
    assertThat(Fx.<String>get(() -> area().getSelectedText())).isEqualTo("dist");
    Fx.run(() -> key(KeyCode.TAB, true, false));
    assertThat(Fx.<String>get(() -> area().getSelectedText())).isEqualTo("22");
    for (int i = 0; i < 5; i++) {
      press(KeyCode.TAB);
    }
    assertThat(Fx.<Integer>get(() -> area().getCaretPosition())).isGreaterThan(300);
    assertThat(text()).startsWith("FROM node:22-slim AS build");
  }

  @Test
  void aSnippetEndsWhenSomethingElseIsEdited() {
    begin("FROM a\n");
    type("apt");
    press(KeyCode.TAB);
    assertThat(Fx.<String>get(() -> area().getSelectedText())).isEqualTo("curl");
    Fx.run(() -> area().insertText(0, "# "));
    Fx.run(() -> area().moveTo(0));
    press(KeyCode.TAB);
    assertThat(text()).startsWith("    # FROM a");
  }

  @Test
  void itStaysOnTheScreenAndOffTheLineOfTheCaret() throws IOException {
    for (Theme theme : Theme.values()) {
      Fx.close(stage);
      open(theme);
      String name = theme.name().toLowerCase(Locale.ROOT);
      begin("ARG VERSION=3.13\nFROM python:$VERSION-slim AS base\nWORKDIR /app\nCOPY ");
      ask();
      Fx.picture(stage, "completion-paths-" + name);
      beside();
      begin("ARG VERSION=3.13\nFROM python AS base\nENV NAME=World\nRUN echo $");
      ask();
      Fx.picture(stage, "completion-variables-" + name);
      begin("FROM python AS base\nRUN --");
      ask();
      Fx.picture(stage, "completion-flags-" + name);
      begin("FROM python AS base\n" + "\n".repeat(14));
      ask();
      Fx.picture(stage, "completion-instructions-" + name);
      beside();
      begin("FROM python AS base\nENV A=" + "x".repeat(40) + " B=$");
      ask();
      beside();
    }
  }

  private void beside() {
    Bounds caret = Fx.get(() -> area().getCaretBounds().orElseThrow());
    Node node = stage.getScene().lookup("#editor-completion");
    Bounds box = Fx.get(() -> node.localToScreen(node.getLayoutBounds()));
    assertThat(box.getMinY() >= caret.getMaxY() || box.getMaxY() <= caret.getMinY()).isTrue();
    assertThat(box.getMinX()).isNotNegative();
    assertThat(box.getMaxX()).isLessThanOrEqualTo(stage.getScene().getWidth());
    assertThat(box.getMaxY()).isLessThanOrEqualTo(stage.getScene().getHeight());
    assertThat(box.getHeight()).isGreaterThan(60);
  }
}
