// SPDX-License-Identifier: Apache-2.0
package drydock.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import drydock.engine.Container;
import drydock.engine.Samples;
import drydock.settings.Settings;
import drydock.ui.kit.Fx;
import drydock.ui.kit.Theme;
import drydock.ui.picture.PictureModel;
import drydock.ui.presenter.PresenterModel;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.Labeled;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import javafx.util.Duration;
import org.fxmisc.richtext.CodeArea;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The window before a room, over an engine in memory.
class PresentationTest {
  @TempDir Path home;
  private Window window;

  @BeforeEach
  void open() {
    window = new Window(home, Window.settings(1000, 720, Settings.Appearance.LIGHT));
    window.monitor.ready();
    window.openLesson();
    window.write(Script.DOCKERFILE);
    Fx.await("the plan", 10, () -> window.sees(".picture-element"));
  }

  @AfterEach
  void close() {
    window.close();
  }

  private PresenterModel model() {
    return Fx.get(() -> window.shell().presentation().model());
  }

  private void press(KeyCode code) {
    window.press(code, false, false);
  }

  private boolean on() {
    return Fx.get(() -> model().onProperty().get());
  }

  @Test
  void oneKeyShowsThePictureAndEscapeLeadsBack() {
    press(KeyCode.F5);

    assertThat(on()).isTrue();
    assertThat(window.sees("#presenter")).isTrue();
    assertThat(window.sees(".picture-scene")).isTrue();
    assertThat(window.sees("#build")).isFalse();
    assertThat(window.sees(".picture-tabs")).isFalse();
    assertThat(window.text("#presenter-title")).endsWith("?");
    assertThat(window.text("#presenter-step")).isEqualTo("Step 1 of 5");
    window.picture("presenter-build");
    press(KeyCode.DIGIT1);
    window.picture("presenter-lesson");
    press(KeyCode.ESCAPE);
    assertThat(on()).isFalse();
    assertThat(window.sees("#build")).isTrue();
    assertThat(window.sees(".picture-tabs")).isTrue();
    assertThat(window.sees(".lesson-pane")).isTrue();
    window.picture("presenter-after");
  }

  @Test
  void clickersGoThroughTheStepsAndResetNothing() {
    press(KeyCode.F5);
    press(KeyCode.PAGE_DOWN);
    assertThat(window.text("#presenter-step")).isEqualTo("Step 2 of 5");
    press(KeyCode.RIGHT);
    press(KeyCode.PAGE_UP);
    press(KeyCode.PAGE_UP);
    press(KeyCode.PAGE_UP);
    assertThat(window.text("#presenter-step")).isEqualTo("Step 1 of 5");
    for (int i = 0; i < 9; i++) {
      press(KeyCode.PAGE_DOWN);
    }
    assertThat(window.text("#presenter-step")).as("the last one stays").isEqualTo("Step 5 of 5");
    press(KeyCode.F5);
    assertThat(on()).isFalse();
    assertThat(window.find("#editor-text", CodeArea.class).getText()).isEqualTo(Script.DOCKERFILE);
  }

  @Test
  void frozenPicturesLogAndGoalsStandStillAndCatchUp() {
    press(KeyCode.F5);
    Fx.await("the first goal", 10, () -> goals().contains("state=MET"));
    String goals = goals();
    press(KeyCode.F);
    assertThat(window.text("#presenter-frozen")).startsWith("frozen at ");
    window.monitor.docker.script = Script.good("sha256:kiosk");
    window.monitor.docker.put("sha256:kiosk", "kiosk:dev", List.of("sha256:l1"));
    window.press(KeyCode.B, false, true);
    Fx.await("the build is over", 10, () -> !window.shell().builds().runningProperty().get());
    window.monitor.ready();
    pause();
    assertThat(lines()).isZero();
    assertThat(answer()).contains("will run");
    assertThat(goals()).isEqualTo(goals);
    press(KeyCode.F);
    assertThat(window.sees("#presenter-frozen")).isFalse();
    Fx.await("log", 10, () -> lines() > 0);
    Fx.await("picture", 10, () -> !answer().contains("will run"));
    Fx.await("goals", 10, () -> !goals().equals(goals));
  }

  private String answer() {
    return window.text(".picture-answer");
  }

  private int lines() {
    return Fx.get(() -> window.shell().log().linesProperty().get());
  }

  private String goals() {
    return Fx.get(() -> window.lessons().goalsProperty().get().toString());
  }

  @Test
  void whatIsNotOursIsHiddenInPicturesAndSaid() {
    add("mine", true);
    add("theirs", false);
    add("another", false);
    window.monitor.ready();
    press(KeyCode.F5);
    while (!Fx.get(() -> window.shell().pictures().kindProperty().get())
        .equals(PictureModel.Kind.LIFE)) {
      press(KeyCode.P);
    }
    Fx.await("all are drawn", 10, () -> drawn().contains("theirs"));
    press(KeyCode.H);
    assertThat(window.text("#presenter-hidden")).isEqualTo("2 other containers hidden");
    Fx.await("others are gone", 10, () -> !drawn().contains("theirs"));
    assertThat(drawn()).contains("mine");
    press(KeyCode.H);
    assertThat(window.sees("#presenter-hidden")).isFalse();
    Fx.await("they come back", 10, () -> drawn().contains("theirs"));
  }

  private void add(String name, boolean ours) {
    window.monitor.docker.containers.put(
        name,
        Samples.container(
            name,
            name,
            "kiosk:dev",
            "sha256:kiosk",
            Container.Status.RUNNING,
            0,
            Instant.now().minusSeconds(30),
            ours));
  }

  private String drawn() {
    return Fx.get(() -> window.shell().pictures().text());
  }

  @Test
  void oneElementStandsInTheLightAndTheArrowsMoveIt() {
    press(KeyCode.F5);
    press(KeyCode.S);
    assertThat(window.sees(".picture-evidence")).isTrue();
    String first = focused();
    assertThat(first).isNotNull();
    assertThat(bright()).contains(first);
    press(KeyCode.DOWN);
    assertThat(focused()).isNotEqualTo(first);
    assertThat(bright()).contains(focused()).doesNotContain(first);
    window.picture("presenter-spotlight");
    press(KeyCode.ESCAPE);
    assertThat(on()).isTrue();
    assertThat(window.sees(".picture-evidence")).isFalse();
    assertThat(bright()).contains(first);
  }

  private String focused() {
    return Fx.get(() -> window.stage.getScene().getFocusOwner().getId());
  }

  /// Ids of the elements that are not dimmed.
  private List<String> bright() {
    return Fx.get(
        () ->
            window.stage.getScene().getRoot().lookupAll(".picture-element").stream()
                .filter(n -> ((Parent) n).getChildrenUnmodifiable().getFirst().getOpacity() == 1)
                .map(Node::getId)
                .toList());
  }

  @Test
  void theScreenGoesDarkAndAnyKeyBringsItBack() {
    press(KeyCode.F5);
    press(KeyCode.PERIOD);
    assertThat(window.sees("#presenter-dark")).isTrue();
    window.picture("presenter-dark");
    press(KeyCode.A);
    assertThat(window.sees("#presenter-dark")).isFalse();
    assertThat(on()).isTrue();
  }

  @Test
  void changesAreSlowForARoomAndAtOnceForWhoWantsCalm() {
    assertThat(lasting()).isEqualTo(Duration.millis(240));
    press(KeyCode.F5);
    assertThat(lasting()).isEqualTo(Duration.millis(960));
    window.press(KeyCode.M, true, true);
    assertThat(lasting()).isEqualTo(Duration.ZERO);
    press(KeyCode.F5);
    assertThat(lasting()).isEqualTo(Duration.ZERO);
  }

  private Duration lasting() {
    return Fx.get(() -> window.shell().windowLook().motion().lasting(240));
  }

  @Test
  void theSpeakersWindowFollowsTheStepAndGoesWithTheApp() {
    press(KeyCode.F5);
    press(KeyCode.F6);
    Stage notes = notes();
    assertThat(text(notes, "#notes-title")).isEqualTo("The smallest image");
    press(KeyCode.PAGE_DOWN);
    assertThat(text(notes, "#notes-title")).isEqualTo("Put the shop in");
    assertThat(text(notes, "#notes-next")).isEqualTo("Next: Break it, read it");
    Fx.key(notes, KeyCode.PAGE_DOWN);
    assertThat(window.text("#presenter-step")).as("keys pressed there").isEqualTo("Step 3 of 5");
    Fx.run(
        () -> {
          notes.setX(40);
          notes.setY(50);
          ((ButtonBase) notes.getScene().getRoot().lookup("#notes-larger")).fire();
        });
    window.press(KeyCode.DIGIT2, true, true); // the theme is that of all windows
    assertThat(
            Fx.<Boolean>get(
                () -> notes.getScene().getRoot().getPseudoClassStates().contains(Theme.DARK_CLASS)))
        .isTrue();
    Fx.run(window.stage::close);
    assertThat(Fx.<Boolean>get(notes::isShowing)).isFalse();
    Settings.Notes kept = window.remembered().notes();
    assertThat(kept).isNotNull();
    assertThat(kept.x()).isEqualTo(40);
    assertThat(kept.percent()).isEqualTo(200);
  }

  private static Stage notes() {
    return Fx.get(
        () ->
            javafx.stage.Window.getWindows().stream()
                .filter(w -> w instanceof Stage s && String.valueOf(s.getTitle()).contains("notes"))
                .map(Stage.class::cast)
                .findFirst()
                .orElseThrow());
  }

  private static String text(Stage stage, String selector) {
    return Fx.get(() -> ((Labeled) stage.getScene().getRoot().lookup(selector)).getText());
  }

  /// Until the picture was drawn anew, if it is to be.
  private static void pause() {
    try {
      Thread.sleep(500);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
