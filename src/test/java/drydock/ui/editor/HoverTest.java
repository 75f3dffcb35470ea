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
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javafx.event.EventType;
import javafx.geometry.Bounds;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Labeled;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Region;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// The card that explains a place of the text.
class HoverTest extends EditorFixture {
  private static final String TEXT = "FROM scratch\nCOPY . .\n" + "RUN true\n".repeat(30);
  private static final Finding ADVICE =
      new Finding(
          "copy-all",
          Severity.ADVICE,
          new Span(18, 19),
          2,
          2,
          "Everything is copied",
          "Every edit makes what is below run again.",
          "https://docs.docker.com/x",
          "COPY a .\nCOPY . .",
          "cache",
          new Fix(List.of(new Fix.Edit(new Span(13, 13), "COPY a .\n"))));
  private static final Finding LOW =
      new Finding(
          "low",
          Severity.WARNING,
          new Span(TEXT.length() - 5, TEXT.length() - 1),
          32,
          32,
          "A word far below",
          "",
          "",
          "",
          "",
          null);
  private final List<String> followed = new ArrayList<>();

  @BeforeEach
  void advise() throws IOException {
    source = _ -> file -> file.text().startsWith(TEXT) ? List.of(ADVICE, LOW) : List.of();
    Fx.close(stage);
    write("Dockerfile", TEXT);
    open(Theme.LIGHT);
    Fx.run(
        () ->
            view.setLinks(
                new EditorLinks(
                    followed::add, "cache"::equals, id -> followed.add("lesson " + id))));
    Fx.run(() -> area().moveTo(1, 5));
  }

  private Node card() {
    return stage.getScene().getRoot().lookup("#editor-card");
  }

  private boolean isOpen() {
    return card() != null && card().isVisible();
  }

  private List<String> texts() {
    return card().lookupAll("*").stream()
        .filter(node -> node instanceof Labeled)
        .map(node -> ((Labeled) node).getText())
        .distinct()
        .toList();
  }

  private void explain() {
    action("editor-explain").run();
  }

  private Node focus() {
    return stage.getScene().getFocusOwner();
  }

  private void press(KeyCode code, boolean shift) {
    focus().fireEvent(new KeyEvent(KeyEvent.KEY_PRESSED, "", "", code, shift, false, false, false));
  }

  private void mouse(EventType<MouseEvent> type, Node target, Bounds screen) {
    Point2D at = target.screenToLocal(screen.getCenterX(), screen.getCenterY());
    Fx.mouse(target, type, at.getX(), at.getY());
  }

  /// What the mouse is over: the text area looks at each of its lines.
  private Node line(Bounds screen) {
    return area().lookupAll(".paragraph-box").stream()
        .filter(node -> node.contains(node.screenToLocal(screen.getCenterX(), screen.getCenterY())))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void itSaysAllThatThereIsToSay() {
    Fx.run(
        () -> {
          explain();
          assertThat(texts())
              .containsExactlyInAnyOrder(
                  "Advice",
                  "Everything is copied",
                  "Every edit makes what is below run again.",
                  "Better",
                  "COPY a .\nCOPY . .",
                  "Insert “COPY a .”",
                  "Alt+\u21B5",
                  "See it happen in a lesson",
                  "More in Docker’s documentation");
          assertThat(card().getAccessibleText())
              .startsWith("Advice: Everything is copied\nEvery edit")
              .contains("COPY a .");
        });
  }

  @Test
  void aLessonThatIsNotThereIsNotOffered() {
    Fx.run(
        () -> {
          view.setLinks(new EditorLinks(followed::add, _ -> false, followed::add));
          explain();
          assertThat(texts()).doesNotContain("See it happen in a lesson");
        });
  }

  @Test
  void linksLeadElsewhereAndCloseTheCard() {
    for (int i = 0; i < 2; i++) {
      int which = i;
      Fx.run(
          () -> {
            explain();
            card().lookupAll(".card-link").stream()
                .map(node -> (Hyperlink) node)
                .skip(which)
                .findFirst()
                .ifPresent(Hyperlink::fire);
            assertThat(isOpen()).isFalse();
          });
    }
    assertThat(followed).containsExactly("lesson cache", "https://docs.docker.com/x");
  }

  @Test
  void theButtonMakesTheChange() {
    Fx.run(
        () -> {
          explain();
          ((Button) card().lookup(".card-button")).fire();
          assertThat(area().getText()).startsWith("FROM scratch\nCOPY a .\nCOPY . .\n");
          assertThat(isOpen()).isFalse();
          assertThat(area().isFocused()).isTrue();
          area().undo();
          assertThat(area().getText()).isEqualTo(TEXT);
        });
  }

  @Test
  void theKeyboardWalksInsideAndComesBack() {
    Fx.run(
        () -> {
          explain();
          assertThat(focus()).isSameAs(card());
          press(KeyCode.TAB, false);
          assertThat(focus()).isInstanceOf(Button.class);
          press(KeyCode.TAB, false);
          assertThat(focus()).isInstanceOf(Hyperlink.class);
          press(KeyCode.TAB, false);
          press(KeyCode.TAB, false);
          assertThat(focus()).isSameAs(card());
          press(KeyCode.TAB, true);
          press(KeyCode.ENTER, false);
          assertThat(followed).containsExactly("https://docs.docker.com/x");
          explain();
          press(KeyCode.ESCAPE, false);
          assertThat(isOpen()).isFalse();
          assertThat(area().isFocused()).isTrue();
        });
  }

  @Test
  void itClosesWhenThePersonGoesOn() {
    List<Runnable> ways =
        List.of(
            () -> area().insertText(0, "x"),
            () -> area().moveTo(0),
            () -> model.open("app.py"),
            () -> view.node().lookup("#editor-files").requestFocus(),
            () ->
                mouse(
                    MouseEvent.MOUSE_PRESSED,
                    view.node(),
                    view.node().localToScreen(new javafx.geometry.BoundingBox(2, 2, 2, 2))));
    for (Runnable way : ways) {
      Fx.run(
          () -> {
            model.open("Dockerfile");
            area().replaceText(TEXT);
            background.pass();
            area().requestFocus();
            area().moveTo(1, 5);
            explain();
            assertThat(isOpen()).isTrue();
            way.run();
            assertThat(isOpen()).isFalse();
          });
    }
  }

  @Test
  void itStaysInsideTheWindow() {
    Fx.run(
        () -> {
          explain();
          assertInside();
          action("editor-previous-finding").run();
        });
    Fx.run(
        () -> {
          stage.getScene().getRoot().layout();
          explain();
          assertThat(texts()).contains("A word far below");
          assertInside();
        });
    Fx.run(
        () -> {
          stage.setWidth(320);
          stage.setHeight(240);
        });
    Fx.await("the window is small", 5, () -> stage.getScene().getWidth() < 330);
    Fx.run(
        () -> {
          area().moveTo(1, 5);
          area().requestFollowCaret();
          stage.getScene().getRoot().layout();
          explain();
          assertInside();
        });
  }

  private void assertInside() {
    Region root = (Region) stage.getScene().getRoot();
    Bounds bounds = card().localToScene(((Region) card()).getLayoutBounds());
    assertThat(isOpen()).isTrue();
    assertThat(root.getLayoutBounds().contains(bounds)).as(bounds + " in the window").isTrue();
  }

  @Test
  void theMouseOpensItByRestingAndClosesItByLeaving() {
    Bounds dot = Fx.get(() -> area().getCharacterBoundsOnScreen(18, 19).orElseThrow());
    Bounds away = Fx.get(() -> area().getCharacterBoundsOnScreen(2, 3).orElseThrow());
    Fx.run(() -> area().moveTo(5, 0));
    Fx.run(() -> mouse(MouseEvent.MOUSE_MOVED, line(dot), dot));
    Fx.await("the card", 5, this::isOpen);
    Fx.run(
        () -> {
          assertThat(texts()).contains("Everything is copied");
          assertThat(focus()).as("typing goes on").isSameAs(area());
          Bounds on = card().localToScreen(card().getBoundsInLocal());
          mouse(MouseEvent.MOUSE_MOVED, line(away), away);
          mouse(MouseEvent.MOUSE_ENTERED, card(), on);
          background.pass();
          assertThat(isOpen()).as("the mouse came to the card in time").isTrue();
          mouse(MouseEvent.MOUSE_EXITED, card(), away);
          background.pass();
          assertThat(isOpen()).isFalse();
        });
  }

  @Test
  void theMarkOfALineExplainsAllOfIt() {
    Fx.run(
        () -> {
          model.setErrors("Dockerfile", Map.of(2, "COPY exited with code 1"));
          stage.getScene().getRoot().applyCss();
          stage.getScene().getRoot().layout();
          Node mark = area().getParagraphGraphic(1);
          mouse(MouseEvent.MOUSE_CLICKED, mark, mark.localToScreen(mark.getBoundsInLocal()));
          assertThat(texts())
              .contains("Build failed", "COPY exited with code 1", "Everything is copied");
        });
  }

  @Test
  void aPlaceOfWhichNothingIsSaidHasNoCard() {
    Fx.run(
        () -> {
          area().moveTo(4, 6);
          explain();
          assertThat(isOpen()).isFalse();
        });
  }
}
