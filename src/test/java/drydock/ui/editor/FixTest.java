// SPDX-License-Identifier: Apache-2.0
package drydock.ui.editor;

import static org.assertj.core.api.Assertions.assertThat;

import drydock.dockerfile.Span;
import drydock.dockerfile.check.Finding;
import drydock.dockerfile.check.Fix;
import drydock.dockerfile.check.Severity;
import drydock.ui.kit.Fx;
import drydock.ui.kit.Theme;
import java.io.IOException;
import java.util.List;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// Changes that remove findings.
class FixTest extends EditorFixture {
  private static final String FLAWED = "FROM scratch\nRUNN true\nCMD true\n";
  private @org.jspecify.annotations.Nullable Stage list;

  private void open(String text, FindingSource from) throws IOException {
    source = from;
    Fx.close(stage);
    write("Dockerfile", text);
    open(Theme.LIGHT);
  }

  @AfterEach
  void closeList() {
    if (list != null) {
      Fx.close(list);
    }
  }

  private PlacedFinding first() {
    return model.problems().all().getFirst();
  }

  @Test
  void oneStepBackBringsTheTextBackWhole() throws IOException {
    // three places, of which one grows, one shrinks and one is new
    FindingSource far =
        _ ->
            file ->
                file.text().startsWith("FROM a")
                    ? List.of(
                        new Finding(
                            "far",
                            Severity.ADVICE,
                            new Span(5, 6),
                            1,
                            1,
                            "about it",
                            "why",
                            "",
                            "",
                            "",
                            new Fix(
                                List.of(
                                    new Fix.Edit(new Span(5, 6), "busybox"),
                                    new Fix.Edit(new Span(11, 12), ""),
                                    new Fix.Edit(new Span(17, 17), "USER me\n")))))
                    : List.of();
    String before = "FROM a\nRUN  true\nCMD true\nEXPOSE 80\n";
    open(before, far);
    String fixed =
        Fx.get(
            () -> {
              Fix fix = first().finding().fix();
              return fix == null ? "" : fix.applyTo(before);
            });
    Fx.run(
        () -> {
          area().moveTo(before.indexOf("80"));
          area().insertText(area().getLength(), "#");
          area().undo();
          background.pass();
          model.problems().fix(first());
          assertThat(area().getText()).isEqualTo(fixed);
          assertThat(model.problems().all()).isEmpty();
          area().insertText(area().getLength(), "# after");
          area().undo();
          assertThat(area().getText()).isEqualTo(fixed);
          area().undo();
          assertThat(area().getText()).isEqualTo(before);
          area().redo();
          assertThat(area().getText()).isEqualTo(fixed);
          area().undo();
          assertThat(area().getText()).isEqualTo(before);
          background.pass();
          assertThat(model.problems().all()).hasSize(1);
        });
  }

  @Test
  void theCaretStaysWhereItWasInTheText() throws IOException {
    open(FLAWED, FindingsTest.CHECKS);
    Fx.run(
        () -> {
          area().moveTo(1, 8);
          action("editor-fix").run();
          assertThat(area().getText()).isEqualTo("FROM scratch\nRUN true\nCMD true\n");
          assertThat(area().getCurrentParagraph()).isEqualTo(1);
          assertThat(area().getText(area().getCaretPosition() - 3, area().getCaretPosition()))
              .isEqualTo("tru");
        });
  }

  @Test
  void aTextThatChangedIsCheckedBeforeItIsFixed() throws IOException {
    open(FLAWED, FindingsTest.CHECKS);
    Fx.run(
        () -> {
          PlacedFinding finding = first();
          area().insertText(0, "# moved by this line\n");
          model.problems().fix(finding);
          assertThat(area().getText())
              .isEqualTo("# moved by this line\nFROM scratch\nRUN true\nCMD true\n");
          area().undo();
          PlacedFinding again = first();
          area().replaceText("FROM scratch\n");
          model.problems().fix(again);
          assertThat(area().getText()).as("nothing to fix any more").isEqualTo("FROM scratch\n");
        });
  }

  @Test
  void theListGoesToThePlaceAndFixes() throws IOException {
    open(FLAWED, FindingsTest.CHECKS);
    Stage shown =
        Fx.show(
            Fx.get(() -> new javafx.scene.layout.StackPane(new ProblemsView(model, view).node())),
            420,
            200,
            Theme.LIGHT);
    list = shown;
    ListView<?> rows = Fx.get(() -> (ListView<?>) shown.getScene().lookup("#editor-problems"));
    Fx.run(
        () -> {
          assertThat(rows.getItems()).hasSize(2);
          rows.requestFocus();
          rows.getSelectionModel().select(1);
          press(rows, KeyCode.ENTER, false);
          assertThat(area().getCurrentParagraph()).isEqualTo(2);
          rows.getSelectionModel().select(0);
          press(rows, KeyCode.ENTER, true);
          assertThat(area().getText()).isEqualTo("FROM scratch\nRUN true\nCMD true\n");
          assertThat(rows.getItems()).hasSize(1);
          shown.getScene().getRoot().layout();
          ((Hyperlink) rows.lookup(".problem-fix")).fire();
          assertThat(area().getText()).isEqualTo("FROM scratch\nRUN true\nCMD [\"true\"]\n");
          assertThat(rows.getItems()).isEmpty();
        });
  }

  private static void press(ListView<?> rows, KeyCode code, boolean alt) {
    rows.fireEvent(new KeyEvent(KeyEvent.KEY_PRESSED, "", "", code, false, false, alt, false));
  }
}
