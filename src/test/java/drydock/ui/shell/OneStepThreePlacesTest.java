// SPDX-License-Identifier: Apache-2.0
package drydock.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import drydock.settings.Settings;
import drydock.ui.kit.Fx;
import java.nio.file.Path;
import java.util.List;
import java.util.function.BooleanSupplier;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseEvent;
import org.fxmisc.richtext.CodeArea;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A step's lines, its box and its rows in the log: whatever is done to one shows at all.
class OneStepThreePlacesTest {
  @TempDir Path home;
  private Window window;
  private CodeArea text;

  @BeforeEach
  void open() {
    window = new Window(home, Window.settings(1280, 800, Settings.Appearance.LIGHT));
    window.monitor.ready();
    window.openLesson();
    window.write(Script.DOCKERFILE);
    text = window.find("#editor-text", CodeArea.class);
    await("the plan", () -> is("stage-0/3", "picture-element"));
  }

  @AfterEach
  void close() {
    window.close();
  }

  @Test
  void theCaretSelectsTheBoxBeforeTheFirstBuild() {
    Fx.run(() -> text.moveTo(2, 3));
    await("the box of line 3", () -> has("stage-0/3", "selected"));
    assertThat(styles(2)).contains("editor-line-highlight");
    assertThat(styles(1)).isEmpty();
  }

  @Test
  void keysWalkTheBoxesAndMarkTheLines() {
    Fx.run(() -> box("stage-0/1").requestFocus());
    await("line 1", () -> styles(0).contains("editor-line-pointed"));
    window.press(KeyCode.DOWN, false, false);
    await("line 2", () -> styles(1).contains("editor-line-pointed"));
    assertThat(styles(0)).isEmpty();
    window.press(KeyCode.ENTER, false, false);
    await("line 2 is selected", () -> styles(1).contains("editor-line-highlight"));
    assertThat(Fx.<Integer>get(text::getCurrentParagraph)).isEqualTo(1);
    assertThat(Fx.<Boolean>get(() -> box("stage-0/2").isFocused())).as("keys stay there").isTrue();
  }

  @Test
  void theMouseOnAnyOfThemMarksAll() {
    built();
    Fx.run(() -> Fx.mouse(box("stage-0/3"), MouseEvent.MOUSE_ENTERED, 5, 5));
    await("line 3", () -> styles(2).contains("editor-line-pointed"));
    await("its rows in the log", () -> rows("of-pointed") > 0);
    Fx.run(() -> Fx.mouse(box("stage-0/3"), MouseEvent.MOUSE_EXITED, 5, 5));
    await("nothing any more", () -> styles(2).isEmpty() && rows("of-pointed") == 0);

    Fx.mouse(text, MouseEvent.MOUSE_MOVED, 80, 30);
    await("the box of line 2, and its bar", () -> has("stage-0/2", "linked") && linked() == 2);
    Fx.mouse(text, MouseEvent.MOUSE_EXITED, -1, -1);
    await("no box", () -> linked() == 0);

    Node log = log();
    Fx.mouse(log, MouseEvent.MOUSE_MOVED, 60, 12);
    await("the box of the first row", () -> has("stage-0/1", "linked"));
  }

  @Test
  void aRowOfTheLogSelectsTheLines() {
    built();
    Node log = log();
    Fx.run(log::requestFocus);
    window.press(KeyCode.HOME, false, false);
    for (int i = 0; i < 8 && !Fx.<Boolean>get(() -> has("stage-0/2", "selected")); i++) {
      window.press(KeyCode.DOWN, false, false);
    }
    await("the box", () -> has("stage-0/2", "selected"));
    assertThat(styles(1)).contains("editor-line-highlight");
  }

  @Test
  void whatWillRunIsForetoldInPictureAndEditor() {
    await("line notes", () -> notes().contains("will run"));
    await("boxes", () -> name("stage-0/3").contains("will run"));
    built();
    await("truth", () -> name("stage-0/3").contains("ran · 0.3 s"));
    assertThat(Fx.<String>get(() -> box("stage-0/3").getAccessibleHelp()))
        .contains("So it was predicted.");
    assertThat(window.text(".picture-answer")).contains("predictions came true");

    window.write(Script.DOCKERFILE + "RUN true\n");
    await("a new line will run", () -> name("stage-0/4").contains("will run"));
    await("the rest is reused", () -> name("stage-0/3").contains("will be reused"));
    await("both notes", () -> notes().containsAll(List.of("will be reused", "will run")));
    window.write(Script.DOCKERFILE);
    await("the build again", () -> name("stage-0/3").contains("ran · 0.3 s"));

    CheckBox classic = window.find("#build-classic", CheckBox.class);
    Fx.run(classic::fire);
    await("the builder before", () -> name("stage-0/3").contains("old builder"));
  }

  private void built() {
    window.monitor.docker.script = Script.good("sha256:kiosk");
    window.build();
    await("the build", () -> name("stage-0/3").contains("ran · "));
  }

  /// The log of the build, not that of a container.
  private Node log() {
    return Fx.get(
        () ->
            window.stage.getScene().getRoot().lookupAll(".log-list").stream()
                .filter(OneStepThreePlacesTest::isInView)
                .findFirst()
                .orElseThrow());
  }

  private static boolean isInView(Node node) {
    for (Node n = node; n != null; n = n.getParent()) {
      if (!n.isVisible()) {
        return false;
      }
    }
    return true;
  }

  private Node box(String id) {
    return window.stage.getScene().getRoot().lookupAll(".picture-element").stream()
        .filter(node -> id.equals(node.getId()))
        .findFirst()
        .orElseThrow(() -> new AssertionError("no " + id));
  }

  private boolean is(String id, String style) {
    return window.stage.getScene().getRoot().lookupAll("." + style).stream()
        .anyMatch(node -> id.equals(node.getId()));
  }

  private boolean has(String id, String state) {
    return is(id, "picture-element")
        && box(id).getPseudoClassStates().contains(PseudoClass.getPseudoClass(state));
  }

  private String name(String id) {
    return is(id, "picture-element") ? box(id).getAccessibleText() : "";
  }

  private long linked() {
    return count(".picture-element", "linked");
  }

  private long rows(String state) {
    return count(".log-row", state);
  }

  private long count(String selector, String state) {
    return window.stage.getScene().getRoot().lookupAll(selector).stream()
        .filter(n -> n.isVisible())
        .filter(n -> n.getPseudoClassStates().contains(PseudoClass.getPseudoClass(state)))
        .count();
  }

  private List<String> styles(int paragraph) {
    return Fx.get(() -> List.copyOf(text.getParagraph(paragraph).getParagraphStyle()));
  }

  private List<String> notes() {
    return Fx.get(
        () ->
            window.stage.getScene().getRoot().lookupAll(".editor-note").stream()
                .map(node -> ((Label) node).getText())
                .toList());
  }

  private static void await(String what, BooleanSupplier condition) {
    Fx.await(what, 20, condition);
  }
}
