// SPDX-License-Identifier: Apache-2.0
package drydock.ui.log;

import static org.assertj.core.api.Assertions.assertThat;

import drydock.engine.BuildEvent;
import drydock.engine.BuildStep;
import drydock.ui.kit.Fx;
import drydock.ui.kit.FxBackground;
import drydock.ui.kit.Theme;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.ScrollEvent;
import javafx.scene.text.Text;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class LogViewTest {
  private final LogModel model =
      new LogModel(new FxBackground(), Object::toString, Path.of("target", "log-scratch"));
  private final Script script = new Script(model);
  private Stage stage = show(Theme.LIGHT);

  private Stage show(Theme theme) {
    Fx.start();
    LogView view =
        Fx.get(
            () ->
                new LogView(
                    model,
                    "Nothing was built yet. Build with Ctrl+B, and watch the engine work here."));
    return Fx.show((Parent) view.node(), 424, 320, theme);
  }

  @AfterEach
  void close() {
    Fx.close(stage);
  }

  private void settle(int rows) {
    Fx.await("rows", 10, () -> model.rows().size() >= rows);
  }

  @Test
  void looksLikeThis() {
    Fx.picture(stage, "log-empty-light");
    script.kiosk();
    script.send(
        new BuildEvent.Warning(
            "JSONArgsRecommended",
            "JSON arguments recommended for CMD",
            List.of(),
            "",
            List.of(new BuildStep.Lines(5, 5))));
    settle(12);
    for (Theme theme : Theme.values()) {
      Fx.run(() -> theme.apply(stage.getScene()));
      Fx.picture(stage, "log-running-" + theme.name().toLowerCase(Locale.ROOT));
    }
    script.out("stage-0/4", "\nmake: *** No rule to make target 'all'.  Stop.\n");
    script.send(
        new BuildEvent.StepFailed(
            "stage-0/4", "exit code: 2", java.time.Duration.ofMillis(28_900)));
    script.finish(
        Script.failed(
            "stage-0/4",
            "RUN pip install -r requirements.txt",
            5,
            2,
            "make: *** No rule to make target 'all'.  Stop."));
    Fx.await("the verdict", 10, () -> !model.runningProperty().get());
    Fx.picture(stage, "log-failed-light");
    assertThat(model.rows()).isNotEmpty();
  }

  private Node find(String selector) {
    return Fx.get(
        () -> java.util.Objects.requireNonNull(stage.getScene().getRoot().lookup(selector)));
  }

  private RowFlow list() {
    return (RowFlow) find(".log-list");
  }

  private IntStream visible() {
    list().layout();
    return list().cells().stream().filter(Node::isVisible).mapToInt(RowCell::index);
  }

  private int firstVisible() {
    return Fx.get(() -> visible().min().orElse(-1));
  }

  private int lastVisible() {
    return Fx.get(() -> visible().max().orElse(-1));
  }

  private String topText() {
    int first = firstVisible();
    return Fx.get(() -> model.rows().get(first + 1).text());
  }

  private void press(KeyCode code, boolean shortcut) {
    Fx.run(
        () -> {
          Node target = stage.getScene().getFocusOwner();
          for (var type : List.of(KeyEvent.KEY_PRESSED, KeyEvent.KEY_RELEASED)) {
            target.fireEvent(new KeyEvent(type, "", "", code, false, shortcut, false, false));
          }
        });
  }

  private void scrollUp() {
    Fx.run(
        () ->
            list()
                .fireEvent(
                    new ScrollEvent(
                        ScrollEvent.SCROLL,
                        50,
                        50,
                        50,
                        50,
                        false,
                        false,
                        false,
                        false,
                        false,
                        false,
                        0,
                        80,
                        0,
                        80,
                        ScrollEvent.HorizontalTextScrollUnits.NONE,
                        0,
                        ScrollEvent.VerticalTextScrollUnits.NONE,
                        0,
                        0,
                        null)));
  }

  private Script twoSteps(int lines) {
    model.begin("t");
    script.announce(Script.step("a/1", "RUN first", 1, 1), Script.step("b/1", "RUN second", 1, 2));
    script.start("a/1").start("b/1");
    return lines(lines);
  }

  private Script lines(int lines) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < lines; i++) {
      text.append("line ").append(i).append('\n');
    }
    return script.out("b/1", text.toString());
  }

  @Test
  void theTailIsFollowedUntilSomeoneScrollsUp() {
    twoSteps(500);
    Fx.await("the end", 10, () -> model.rows().size() == 502 && lastVisible() == 501);
    scrollUp();
    Button latest = (Button) find("#log-latest");
    Fx.await("held", 5, latest::isVisible);
    String top = topText();
    script.out("a/1", "above\n".repeat(700));
    lines(40);
    Fx.await("more", 10, () -> model.rows().size() == 1242);
    Fx.await("layout", 5, () -> lastVisible() > 702);
    assertThat(topText()).as("what is seen stays").isEqualTo(top);
    assertThat(Fx.get(latest::getText)).contains("740 new lines");
    Fx.run(latest::fire);
    Fx.await("the end", 5, () -> lastVisible() == 1241);
    assertThat(latest.isVisible()).isFalse();
    press(KeyCode.HOME, false);
    Fx.await("held again", 5, latest::isVisible);
    press(KeyCode.END, false);
    Fx.await("following again", 5, () -> !latest.isVisible());
  }

  @Test
  void aShortLogIsNotHeld() {
    twoSteps(3);
    Fx.await("rows", 10, () -> model.rows().size() == 5);
    scrollUp();
    assertThat(find("#log-latest").isVisible()).isFalse();
  }

  @Test
  void searchOpensCountsAndCloses() {
    twoSteps(300);
    Fx.await("rows", 10, () -> model.rows().size() == 302);
    Fx.run(() -> list().requestFocus());
    press(KeyCode.F, true);
    TextField field = (TextField) find("#log-query");
    Fx.run(() -> field.setText("LINE 27"));
    assertThat(((Label) find("#log-matches")).getText()).isEqualTo("1 of 11");
    press(KeyCode.ENTER, false);
    assertThat(((Label) find("#log-matches")).getText()).isEqualTo("2 of 11");
    Fx.await("in view", 5, () -> firstVisible() < 273 && lastVisible() > 272);
    Fx.picture(stage, "log-search-light");
    Fx.run(() -> field.setText("x"));
    assertThat(((Label) find("#log-matches")).getText()).isEqualTo("no match");
    press(KeyCode.ESCAPE, false);
    assertThat(model.search().queryProperty().get()).isEmpty();
    assertThat(Fx.get(() -> list().isFocused())).isTrue();
  }

  @Test
  void selectedLinesAreCopied() {
    twoSteps(3);
    Fx.await("rows", 10, () -> model.rows().size() == 5);
    Fx.run(
        () -> {
          list().requestFocus();
          list().selection().select(2, false);
          list().selection().select(3, true);
        });
    press(KeyCode.C, true);
    assertThat(Fx.<String>get(() -> Clipboard.getSystemClipboard().getString()))
        .isEqualTo("line 0\nline 1");
    press(KeyCode.A, true);
    press(KeyCode.C, true);
    assertThat(Fx.<String>get(() -> Clipboard.getSystemClipboard().getString()).lines()).hasSize(5);
  }

  @Test
  void keysFoldAndSelectSteps() {
    twoSteps(3);
    Fx.await("rows", 10, () -> model.rows().size() == 5);
    Fx.run(
        () -> {
          list().requestFocus();
          list().selection().select(0, false);
        });
    press(KeyCode.DOWN, false);
    assertThat(model.selectedStepProperty().get()).isEqualTo("b/1");
    press(KeyCode.LEFT, false);
    assertThat(model.rows()).hasSize(2);
    press(KeyCode.RIGHT, false);
    assertThat(model.rows()).hasSize(5);
    press(KeyCode.UP, false);
    assertThat(model.selectedStepProperty().get()).isEqualTo("a/1");
  }

  @Test
  void aLineThatIsCutOffIsShownWhole() {
    String text = "begin " + "0123456789".repeat(500) + " end";
    twoSteps(1).out("b/1", text + "\n");
    Fx.await("rows", 10, () -> model.rows().size() == 4);
    TextArea detail = (TextArea) find("#log-detail");
    Fx.run(() -> list().selection().select(2, false));
    assertThat(detail.isVisible()).isFalse();
    Fx.run(
        () -> {
          list().selection().select(3, false);
        });
    assertThat(detail.isVisible()).isTrue();
    assertThat(detail.getText()).isEqualTo(text);
    Fx.picture(stage, "log-detail-light");
  }

  @Test
  void aHundredThousandLinesLoseNothing() {
    twoSteps(0);
    for (int i = 0; i < 100; i++) {
      lines(1000);
    }
    Fx.await("all lines", 30, () -> model.linesProperty().get() == 100_000);
    Fx.await("the end", 5, () -> lastVisible() == 100_001);
    Fx.run(() -> model.revealStep("a/1"));
    Fx.await("the beginning", 5, () -> firstVisible() == 0);
    Fx.run(() -> model.search().queryProperty().set("line 999"));
    assertThat(model.search().countProperty().get()).isEqualTo(100);
    Fx.run(() -> model.foldAll(true));
    assertThat(model.rows()).hasSize(2);
  }

  @Test
  void secondsCountWhileItRuns() {
    twoSteps(1);
    Fx.await("rows", 10, () -> model.rows().size() == 3);
    Fx.await(
        "a later second",
        5,
        () ->
            stage.getScene().getRoot().lookupAll(".log-row").stream()
                .flatMap(c -> c.lookupAll("Text").stream())
                .anyMatch(t -> t instanceof Text x && x.getText().matches("running 0\\.[3-9] s")));
  }
}
