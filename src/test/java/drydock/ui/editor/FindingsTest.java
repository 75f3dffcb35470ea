// SPDX-License-Identifier: Apache-2.0
package drydock.ui.editor;

import static org.assertj.core.api.Assertions.assertThat;

import drydock.dockerfile.Span;
import drydock.dockerfile.check.CheckContext;
import drydock.dockerfile.check.Checks;
import drydock.dockerfile.check.Finding;
import drydock.dockerfile.check.Fix;
import drydock.dockerfile.check.Severity;
import drydock.ui.kit.Fx;
import drydock.ui.kit.Theme;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import javafx.scene.Node;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.shape.Path;
import javafx.scene.text.Text;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Findings while a Dockerfile is edited: they come, move, go, and are walked through.
class FindingsTest extends EditorFixture {
  static final FindingSource CHECKS = _ -> file -> Checks.of(file, CheckContext.NONE);

  @BeforeEach
  void check() throws IOException {
    source = CHECKS;
    reopen();
  }

  private void reopen() throws IOException {
    Fx.close(stage);
    open(Theme.LIGHT);
  }

  private void write(String dockerfile) {
    Fx.run(() -> area().replaceText(dockerfile));
    Fx.run(background::pass);
    Fx.run(this::layout);
  }

  private void layout() {
    stage.getScene().getRoot().applyCss();
    stage.getScene().getRoot().layout();
  }

  private List<String> codes() {
    return model.problems().all().stream().map(f -> f.finding().code()).toList();
  }

  private PlacedFinding only() {
    assertThat(model.problems().all()).hasSize(1);
    return model.problems().all().getFirst();
  }

  private String under(PlacedFinding finding) {
    return finding.span().of(area().getText());
  }

  private Node number(int line) {
    return Objects.requireNonNull(area().getParagraphGraphic(line - 1));
  }

  private boolean underlined(String style) {
    return view.node().lookupAll(".editor-underline." + style).stream()
        .anyMatch(node -> !((Path) node).getElements().isEmpty());
  }

  private int caret() {
    return area().getCaretPosition();
  }

  @Test
  void aMistakeIsUnderlinedMarkedAndListedOnceTheTypingPauses() {
    Fx.run(
        () -> {
          area().replaceText("FROM scratch\nRUNN true\n");
          assertThat(model.problems().all()).isEmpty();
        });
    Fx.run(background::pass);
    Fx.run(
        () -> {
          layout();
          assertThat(under(only())).isEqualTo("RUNN");
          assertThat(only().line()).isEqualTo(2);
          assertThat(only().file()).isEqualTo("Dockerfile");
          assertThat(underlined("finding-error")).isTrue();
          assertThat(underlined("finding-warning")).isFalse();
          assertThat(number(2).getStyleClass()).contains(Styles.LINE_NUMBER_MARKED);
          assertThat(number(2).getAccessibleText())
              .startsWith("Line 2, Error: ")
              .contains("unknown instruction: RUNN");
          assertThat(number(1).getStyleClass()).doesNotContain(Styles.LINE_NUMBER_MARKED);
        });
  }

  @Test
  void aRightFileHasNone() {
    Fx.run(
        () -> {
          background.pass();
          assertThat(model.problems().all()).isEmpty();
          assertThat(view.node().lookup("#editor-finding").isVisible()).isFalse();
          assertThat(action("editor-next-finding").enabledProperty().get()).isFalse();
        });
  }

  @Test
  void itGoesWhenTheMistakeIsMended() {
    write("FROM scratch\nRUNN true\n");
    Fx.run(() -> area().deleteText(1, 2, 1, 3));
    Fx.run(
        () -> {
          assertThat(model.problems().all()).as("at once: its own text is another").isEmpty();
          background.pass();
          assertThat(model.problems().all()).isEmpty();
          layout();
          assertThat(underlined("finding-error")).isFalse();
          assertThat(number(2).getStyleClass()).doesNotContain(Styles.LINE_NUMBER_MARKED);
        });
  }

  @Test
  void itMovesWithItsTextUntilTheNextLook() {
    write("FROM scratch\nRUNN true\n");
    Fx.run(
        () -> {
          PlacedFinding finding = only();
          area().insertText(0, "# a\n\n");
          assertThat(under(finding)).isEqualTo("RUNN");
          assertThat(finding.line()).isEqualTo(4);
          area().insertText(3, 0, "  ");
          assertThat(under(finding)).isEqualTo("RUNN");
          area().insertText(3, area().getParagraphLength(3), " && false");
          area().deleteText(0, 4);
          assertThat(under(finding)).isEqualTo("RUNN");
          area().insertText(2, 6, " ");
          assertThat(only()).as("a blank behind it leaves it be").isSameAs(finding);
          area().insertText(2, 6, "X");
          assertThat(model.problems().all()).as("a longer word is another").isEmpty();
        });
  }

  @Test
  void itGoesWithItsText() {
    write("FROM scratch\nRUNN true\nCMD true\n");
    Fx.run(
        () -> {
          assertThat(codes()).hasSize(2);
          area().deleteText(1, 0, 2, 0);
          assertThat(under(only())).isEqualTo("true");
          area().replaceText("");
          assertThat(model.problems().all()).isEmpty();
        });
  }

  @Test
  void aPlaceWithoutTextGoesWhenSomethingIsWrittenThere() {
    source = _ -> file -> List.of(finding("here", Severity.WARNING, new Span(4, 4), null));
    Fx.run(this::quietly);
    write("COPY\n");
    Fx.run(
        () -> {
          layout();
          assertThat(underlined("finding-warning")).as("one character wide").isTrue();
          area().insertText(4, " a");
          assertThat(model.problems().all()).isEmpty();
        });
  }

  private void quietly() {
    try {
      reopen();
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  static Finding finding(
      String code, Severity severity, Span span, @org.jspecify.annotations.Nullable Fix fix) {
    return new Finding(code, severity, span, 1, 1, "about " + code, "why", "", "", "", fix);
  }

  @Test
  void onlyDockerfilesAreLookedAt() {
    Fx.run(
        () -> {
          model.open("app.py");
          area().replaceText("RUNN true\n");
          background.pass();
          assertThat(model.problems().all()).isEmpty();
          assertThat(view.node().lookup("#editor-finding")).isNull();
        });
  }

  @Test
  void whatWasFoundInATextThatIsNoMoreIsDropped() {
    List<Runnable> edits = new ArrayList<>();
    source =
        _ ->
            file -> {
              edits.forEach(Runnable::run); // while the checks look, a key is pressed
              edits.clear();
              return Checks.of(file, CheckContext.NONE);
            };
    Fx.run(this::quietly);
    write("FROM scratch\n");
    Fx.run(
        () -> {
          area().appendText("RUNN true\n");
          edits.add(() -> area().insertText(0, "# key\n"));
          background.pass();
          assertThat(model.problems().all()).isEmpty();
          background.pass();
          assertThat(under(only())).isEqualTo("RUNN");
        });
  }

  @Test
  void otherKnowledgeBringsOtherFindings() {
    List<Finding> said = new ArrayList<>();
    source = _ -> _ -> List.copyOf(said);
    Fx.run(this::quietly);
    Fx.run(
        () -> {
          assertThat(model.problems().all()).isEmpty();
          said.add(finding("new", Severity.ADVICE, new Span(0, 3), null));
          model.problems().checkAgain();
          assertThat(codes()).containsExactly("new");
        });
  }

  @Test
  void editingWhatTheBuildLeavesOutHasTheFilesCheckedAgain() throws IOException {
    List<String> looks = new ArrayList<>();
    source =
        name -> {
          looks.add(name);
          return _ -> List.of();
        };
    write(".dockerignore", "*.py\n");
    reopen();
    Fx.run(
        () -> {
          background.pass();
          model.open(".dockerignore");
          looks.clear();
          area().appendText("x\n");
          background.pass();
          assertThat(looks).containsExactly("Dockerfile");
        });
  }

  @Test
  void theKeyboardWalksFromOneToTheNext() {
    write("FROM scratch\nRUNN true\nRUN a\nCMD true\nMAINTAINER me\n");
    Fx.run(
        () -> {
          assertThat(codes()).hasSize(3);
          area().moveTo(0);
          action("editor-next-finding").run();
          assertThat(caret()).isEqualTo(area().getText().indexOf("RUNN"));
          action("editor-next-finding").run();
          assertThat(caret()).isEqualTo(area().getText().indexOf("true\nMAIN"));
          action("editor-next-finding").run();
          assertThat(area().getCurrentParagraph()).isEqualTo(4);
          action("editor-next-finding").run();
          assertThat(area().getCurrentParagraph()).as("from the last to the first").isEqualTo(1);
          action("editor-previous-finding").run();
          assertThat(area().getCurrentParagraph()).isEqualTo(4);
          action("editor-previous-finding").run();
          assertThat(area().getCurrentParagraph()).isEqualTo(3);
          model.open("app.py");
          action("editor-next-finding").run();
          assertThat(model.currentFileProperty().get()).isEqualTo("Dockerfile");
          assertThat(area().isFocused()).isTrue();
        });
  }

  @Test
  void belowTheTextStandsWhatIsSaidOfTheCaretsLine() {
    write("FROM scratch\nRUNN true\nCMD true\n");
    Fx.run(
        () -> {
          area().moveTo(0);
          assertThat(noted()).isEqualTo("2 problems in this file; F4 goes to the next.");
          assertThat(view.node().lookup("#editor-finding-fix").isVisible()).isFalse();
          area().moveTo(1, 7);
          assertThat(noted()).contains("unknown instruction: RUNN");
          assertThat(area().getAccessibleHelp()).startsWith("Error: ");
          Hyperlink fix = (Hyperlink) view.node().lookup("#editor-finding-fix");
          assertThat(fix.getText()).isEqualTo("Change to “RUN”");
          fix.fire();
          assertThat(area().getText()).isEqualTo("FROM scratch\nRUN true\nCMD true\n");
          area().moveTo(0);
          assertThat(noted()).isEqualTo("One problem in this file; F4 goes to it.");
        });
  }

  private String noted() {
    return ((Text) view.node().lookup(".editor-finding-text")).getText();
  }

  @Test
  void whatTheBuildSaidIsNotSaidTwice() {
    write("FROM scratch\nRUNN true\n");
    Fx.run(
        () -> {
          String said = only().finding().message();
          model.setErrors("Dockerfile", Map.of(2, "dockerfile parse error: " + said));
          assertThat(message()).isEmpty();
          assertThat(number(2).getAccessibleText()).contains(said);
          model.setErrors("Dockerfile", Map.of(2, "exited with code 7"));
          assertThat(message()).isEqualTo("Line 2: exited with code 7");
        });
  }

  @Test
  void ofAFileWithoutEndOnlyTheFirstAreKept() {
    write("FROM scratch\n" + "RUNN x\n".repeat(Findings.MOST + 5));
    Fx.run(
        () -> {
          assertThat(model.problems().all()).hasSize(Findings.MOST);
          assertThat(model.problems().completeProperty().get()).isFalse();
          Node list = new ProblemsView(model, view).node();
          assertThat(((Label) list.lookup(".editor-problems-more")).isVisible()).isTrue();
        });
    write("FROM scratch\n");
    Fx.run(() -> assertThat(model.problems().completeProperty().get()).isTrue());
  }

  @Test
  void whatIsSaidAgainStaysTheSameRow() {
    write("FROM scratch\nRUNN true\n");
    Fx.run(
        () -> {
          PlacedFinding before = only();
          area().insertText(0, "# a\n");
          background.pass();
          assertThat(only()).isSameAs(before);
          assertThat(before.finding().line()).as("as it was found last").isEqualTo(3);
          model.problems().fix(before);
          assertThat(area().getText()).isEqualTo("# a\nFROM scratch\nRUN true\n");
        });
  }

  @Test
  void aFileOf20000LinesSaysOfItsFirstMistakesOnly() {
    StringBuilder text = new StringBuilder("FROM scratch\n");
    for (int i = 0; i < 10_000; i++) {
      text.append("ENV NAME").append(i).append(" value\nRUN true\n");
    }
    write(text.toString());
    Fx.run(
        () -> {
          assertThat(model.problems().all()).hasSize(Findings.MOST);
          area().moveTo(10, 5);
          area().replaceSelection("x");
          layout();
          background.pass();
          assertThat(model.problems().all()).hasSize(Findings.MOST);
        });
  }

  @Test
  void aClosedFileHasNothingToSay() {
    write("FROM scratch\nRUNN true\n");
    Fx.run(
        () -> {
          assertThat(model.problems().all()).hasSize(1);
          action("editor-close").run();
          assertThat(model.problems().all()).isEmpty();
        });
  }
}
