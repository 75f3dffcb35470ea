// SPDX-License-Identifier: Apache-2.0
package drydock.ui.editor;

import static org.assertj.core.api.Assertions.assertThat;

import drydock.ui.kit.Fx;
import drydock.ui.kit.Theme;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseEvent;
import org.junit.jupiter.api.Test;

class FoldingTest extends EditorFixture {
  private static final String TEXT =
      """
      # what it is
      # and why
      FROM python:3.13-slim AS build
      WORKDIR /src
      RUN pip install \\
          flask \\
          requests
      RUN <<EOF
      set -e
      echo done
      EOF
      FROM scratch
      COPY --from=build /src /app
      CMD ["python", "app.py"]
      """;

  private void begin() {
    Fx.run(
        () -> {
          if (!area().getText().equals(TEXT)) {
            area().replaceText(TEXT);
          }
          area().moveTo(0);
          area().requestFocus();
        });
    Fx.run(background::pass);
    layout();
  }

  private void layout() {
    Fx.run(() -> stage.getScene().getRoot().layout());
  }

  private Folding folding() {
    return Objects.requireNonNull(view.help()).folding();
  }

  private void toggle(int line) {
    Fx.run(() -> folding().toggle(line - 1));
    layout();
  }

  /// Counted from 1; those whose text takes no room.
  private List<Integer> hidden() {
    return Fx.get(
        () ->
            IntStream.rangeClosed(1, area().getParagraphs().size())
                .filter(line -> paragraph(line - 1).contains(Styles.LINE_HIDDEN))
                .boxed()
                .toList());
  }

  private int line() {
    return Fx.get(() -> area().getCurrentParagraph() + 1);
  }

  private double top(int line) {
    return Fx.get(
        () ->
            area()
                .getCharacterBoundsOnScreen(
                    area().getAbsolutePosition(line - 1, 0),
                    area().getAbsolutePosition(line - 1, 0) + 1)
                .orElseThrow()
                .getMinY());
  }

  @Test
  void hiddenLinesTakeNoRoomAndAreStillThere() {
    begin();
    double before = top(11);
    toggle(5);
    assertThat(hidden()).containsExactly(6, 7);
    assertThat(top(11)).isLessThan(before - 30);
    assertThat(Fx.<String>get(() -> area().getText())).isEqualTo(TEXT);
    assertThat(Fx.<String>get(() -> current().text())).isEqualTo(TEXT);
    toggle(5);
    assertThat(hidden()).isEmpty();
    assertThat(top(11)).isEqualTo(before);
  }

  @Test
  void stagesHeredocsAndCommentsFoldAndNest() {
    begin();
    toggle(1);
    toggle(8);
    assertThat(hidden()).containsExactly(2, 9, 10, 11);
    toggle(3);
    assertThat(hidden()).containsExactly(2, 4, 5, 6, 7, 8, 9, 10, 11);
    toggle(3);
    assertThat(hidden()).containsExactly(2, 9, 10, 11);
    Fx.run(() -> action("editor-fold-all").run());
    assertThat(hidden()).isEmpty();
    Fx.run(() -> action("editor-fold-all").run());
    assertThat(hidden()).containsExactly(2, 4, 5, 6, 7, 8, 9, 10, 11, 13, 14);
  }

  @Test
  void theCaretStepsOverAndAnyOtherWayInOpens() {
    begin();
    toggle(5);
    Fx.run(() -> area().moveTo(4, 0));
    Fx.run(() -> area().moveTo(5, 0));
    assertThat(line()).isEqualTo(8);
    Fx.run(() -> area().moveTo(6, 0));
    assertThat(line()).isEqualTo(5);
    assertThat(hidden()).containsExactly(6, 7);
    Fx.run(() -> area().moveTo(0, 0));
    Fx.run(() -> area().moveTo(6, 2));
    assertThat(line()).isEqualTo(7);
    assertThat(hidden()).isEmpty();
  }

  @Test
  void theArrowKeysStepOver() {
    begin();
    toggle(5);
    Fx.run(() -> area().moveTo(4, 3));
    Fx.run(() -> key(KeyCode.DOWN, false, false));
    layout();
    assertThat(line()).isEqualTo(8);
    Fx.run(() -> key(KeyCode.UP, false, false));
    layout();
    assertThat(line()).isEqualTo(5);
    Fx.run(() -> key(KeyCode.UP, false, false));
    assertThat(line()).isEqualTo(4);
    assertThat(hidden()).containsExactly(6, 7);
  }

  @Test
  void aSearchAndAWishForALineOpen() {
    begin();
    toggle(5);
    int at = TEXT.indexOf("flask");
    Fx.run(() -> area().selectRange(at, at + 5));
    assertThat(hidden()).isEmpty();
    toggle(8);
    Fx.run(() -> model.reveal("Dockerfile", 10));
    assertThat(hidden()).isEmpty();
    assertThat(line()).isEqualTo(10);
  }

  @Test
  void foldingTheLineOfTheCaretBringsItToTheHead() {
    begin();
    Fx.run(() -> area().moveTo(5, 3));
    Fx.run(() -> action("editor-fold").run());
    assertThat(hidden()).containsExactly(6, 7);
    assertThat(line()).isEqualTo(5);
  }

  @Test
  void foldsMoveWithTheirLinesAndOpenWhenTheyAreEdited() {
    begin();
    toggle(5);
    Fx.run(() -> area().insertText(0, "# one\n# two\n"));
    assertThat(hidden()).containsExactly(8, 9);
    Fx.run(() -> area().undo());
    assertThat(hidden()).containsExactly(6, 7);
    Fx.run(() -> area().insertText(4, 4, "--network=none "));
    assertThat(hidden()).containsExactly(6, 7);
    Fx.run(() -> area().insertText(13, 0, "# below\n"));
    assertThat(hidden()).containsExactly(6, 7);
    Fx.run(() -> area().insertText(4, 0, "# head\n"));
    assertThat(hidden()).containsExactly(7, 8);
    Fx.run(() -> area().moveTo(5, area().getParagraphLength(5)));
    Fx.run(() -> area().deleteNextChar());
    assertThat(hidden()).isEmpty();
  }

  @Test
  void marksOfHiddenLinesDoNotStopThem() {
    begin();
    toggle(5);
    Fx.run(() -> model.setErrors("Dockerfile", Map.of(6, "wrong", 9, "wrong too")));
    assertThat(hidden()).containsExactly(6, 7);
    assertThat(Fx.<List<String>>get(() -> List.copyOf(paragraph(8))))
        .containsExactly(Styles.LINE_ERROR);
    Fx.run(() -> model.setErrors("Dockerfile", Map.of()));
    assertThat(hidden()).containsExactly(6, 7);
    toggle(5);
    assertThat(
            Fx.<Boolean>get(
                () ->
                    area().getParagraphs().stream().allMatch(p -> p.getParagraphStyle().isEmpty())))
        .isTrue();
  }

  @Test
  void notesOfHiddenLinesAreHiddenToo() {
    begin();
    Fx.run(
        () ->
            model.setLineNotes(
                "Dockerfile",
                Map.of(5, note(LineNote.Role.RAN, "4 s"), 6, note(LineNote.Role.RAN, "inside"))));
    layout();
    assertThat(notes()).containsExactlyInAnyOrder("4 s", "inside");
    toggle(5);
    layout();
    assertThat(notes()).containsExactly("4 s");
  }

  private List<String> notes() {
    return Fx.get(
        () ->
            view.node().lookupAll("." + Styles.NOTE).stream()
                .map(n -> ((javafx.scene.control.Label) n).getText())
                .toList());
  }

  @Test
  void aClickOnTheChevronFolds() {
    begin();
    Node chevron =
        Fx.get(
            () ->
                view.node().lookupAll(".fold-chevron").stream()
                    .filter(n -> String.valueOf(n.getAccessibleText()).contains("line 5"))
                    .findFirst()
                    .orElseThrow());
    Fx.mouse(chevron, MouseEvent.MOUSE_CLICKED, 1, 1);
    assertThat(hidden()).containsExactly(6, 7);
  }

  @Test
  void picturesOfBothThemes() throws IOException {
    for (Theme theme : Theme.values()) {
      Fx.close(stage);
      open(theme);
      String name = theme.name().toLowerCase(Locale.ROOT);
      begin();
      Fx.run(
          () ->
              model.setLineNotes(
                  "Dockerfile",
                  Map.of(
                      4, note(LineNote.Role.REUSED, "reused"),
                      5, note(LineNote.Role.RAN, "4 s"),
                      6, note(LineNote.Role.RAN, "hidden"),
                      12, note(LineNote.Role.REUSED, "reused"))));
      Fx.picture(stage, "folds-open-" + name);
      toggle(1);
      toggle(5);
      toggle(8);
      Fx.run(() -> key(KeyCode.ESCAPE, false, false));
      Fx.picture(stage, "folds-closed-" + name);
    }
  }
}
