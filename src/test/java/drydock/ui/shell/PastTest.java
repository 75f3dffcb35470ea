// SPDX-License-Identifier: Apache-2.0
package drydock.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import drydock.engine.Container;
import drydock.engine.Samples;
import drydock.settings.Settings;
import drydock.ui.kit.Fx;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Labeled;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// The way back to a moment, in the whole window.
class PastTest {
  @TempDir Path home;

  private static Window window(Path home, Settings.Appearance appearance) {
    return new Window(home, Window.settings(1280, 720, appearance));
  }

  private static Container container(String name, Container.Status status, int exitCode) {
    return Samples.container(
        "id-" + name, name, "kiosk:dev", "sha256:kiosk", status, exitCode, Instant.now(), true);
  }

  private static void put(Window window, String name, Container.Status status, int exitCode) {
    Container container = container(name, status, exitCode);
    window.monitor.docker.containers.put(container.id(), container);
    window.monitor.ready();
    Fx.await("a moment", 10, () -> window.text("#moment-words").contains(name));
    pause(60);
  }

  /// A lesson, two builds, and a container that lives and dies.
  private static void live(Window window) {
    window.monitor.ready();
    window.openLesson();
    window.write(Script.DOCKERFILE);
    pause(300);
    window.monitor.docker.script = Script.good("sha256:kiosk");
    window.monitor.docker.put("sha256:kiosk", "kiosk:dev", List.of("sha256:l1", "sha256:l2"));
    window.build();
    Fx.await("the build", 10, () -> window.text("#moment-words").contains("kiosk:dev done"));
    window.monitor.ready();
    put(window, "brave_turing", Container.Status.RUNNING, 0);
    put(window, "calm_curie", Container.Status.RUNNING, 0);
    put(window, "brave_turing", Container.Status.EXITED, 137);
    window.write(Script.BROKEN);
    pause(300);
    window.monitor.docker.script = Script.broken();
    window.build();
    Fx.await("the failed build", 10, () -> window.text("#moment-words").contains("failed"));
    window.monitor.docker.containers.remove("id-calm_curie");
    window.monitor.ready();
    Fx.await("gone", 10, () -> window.text("#moment-words").contains("calm_curie is gone"));
  }

  private static void key(Window window, KeyCode code) {
    Node strip = window.find("#moment-strip", Node.class);
    Fx.run(
        () ->
            strip.fireEvent(
                new KeyEvent(KeyEvent.KEY_PRESSED, "", "", code, false, false, false, false)));
  }

  private static void click(Window window, double share, boolean shift) {
    Node strip = window.find("#moment-strip", Node.class);
    double x = 10 + share * (strip.getLayoutBounds().getWidth() - 20);
    Fx.mouse(strip, MouseEvent.MOUSE_PRESSED, x, 12, shift);
  }

  @ParameterizedTest
  @EnumSource(
      value = Settings.Appearance.class,
      names = {"LIGHT", "DARK"})
  void looksLikeThis(Settings.Appearance appearance) {
    String name = "moments-" + appearance.name().toLowerCase(java.util.Locale.ROOT) + "-";
    try (Window window = window(home, appearance)) {
      live(window);
      pause(500);
      window.picture(name + "1-now");
      key(window, KeyCode.PAGE_UP);
      key(window, KeyCode.PAGE_UP);
      key(window, KeyCode.PAGE_UP);
      pause(500);
      window.picture(name + "2-past");
      window.fire("#moment-compare");
      pause(300);
      window.picture(name + "3-compare");
      window.fire("#moment-compare-close");
      Path file = home.resolve("a.drydock-recording");
      save(window, file);
      open(window, file);
      pause(500);
      window.picture(name + "4-replay");
    }
  }

  private static void save(Window window, Path file) {
    Fx.run(() -> window.shell().recordings().save(file));
    Fx.await("an answer", 20, () -> window.sees("#notices"));
    assertThat(Fx.get(() -> notices(window))).contains("The recording is in " + file);
  }

  private static String notices(Window window) {
    return window.stage.getScene().getRoot().lookupAll("#notices Label").stream()
        .map(node -> ((Labeled) node).getText())
        .reduce("", (a, b) -> a + b);
  }

  private static void open(Window window, Path file) {
    Fx.run(() -> window.shell().recordings().open(file));
    Fx.await("the replay", 20, () -> window.text("#engine-badge").startsWith("Replay: "));
  }

  @Test
  void picturesAndLogGoBackAndThePresentGoesOn() {
    try (Window window = window(home, Settings.Appearance.LIGHT)) {
      live(window);
      assertThat(window.sees("#moment-banner")).isFalse();
      pause(500);
      String now = log(window);
      assertThat(now).isNotEqualTo("1 lines");
      assertThat(question(window)).isTrue();
      key(window, KeyCode.HOME);
      assertThat(window.sees("#moment-banner")).isTrue();
      assertThat(window.text("#moment-where")).startsWith("You look at ");
      key(window, KeyCode.END);
      assertThat(window.sees("#moment-banner")).isFalse();

      while (!window.text("#moment-words").contains("brave_turing came")) {
        key(window, KeyCode.LEFT);
      }
      assertThat(window.sees("#moment-banner")).isTrue();
      Fx.await("the log of then", 10, () -> log(window).equals("1 lines"));
      put2(window);
      assertThat(window.text("#moment-words"))
          .as("what goes on does not move who looks back")
          .contains("brave_turing came");
      assertThat(window.sees("#moment-banner")).isTrue();
      window.fire("#moment-now");
      assertThat(window.sees("#moment-banner")).isFalse();
      Fx.await("the log of now", 10, () -> log(window).equals(now));
    }
  }

  private static String log(Window window) {
    return Fx.get(() -> window.shell().log().linesProperty().get()) + " lines";
  }

  private static boolean question(Window window) {
    return window.sees(".picture-question");
  }

  private static void put2(Window window) {
    Container container = container("late_hopper", Container.Status.RUNNING, 0);
    window.monitor.docker.containers.put(container.id(), container);
    window.monitor.ready();
    pause(200);
  }

  @Test
  void twoMomentsAreCompared() {
    try (Window window = window(home, Settings.Appearance.LIGHT)) {
      live(window);
      key(window, KeyCode.HOME);
      window.fire("#moment-compare");
      assertThat(window.text("#moment-comparison")).contains("things differ");
      assertThat(differences(window))
          .anyMatch(line -> line.startsWith("+  container brave_turing came"))
          .noneMatch(line -> line.contains("calm_curie"));
      click(window, 0, true);
      assertThat(window.text("#moment-comparison")).contains("nothing differs");
      window.fire("#moment-compare-close");
      assertThat(window.sees("#moment-comparison")).isFalse();
    }
  }

  private static List<String> differences(Window window) {
    return Fx.get(
        () ->
            window.stage.getScene().getRoot().lookupAll(".moment-difference").stream()
                .map(node -> ((Labeled) node).getText())
                .toList());
  }

  @Test
  void aRecordingTakesTheEnginesPlaceAndGoesAgain() {
    try (Window window = window(home, Settings.Appearance.LIGHT)) {
      live(window);
      pause(500);
      String now = log(window);
      Path file = home.resolve("b.drydock-recording");
      save(window, file);
      open(window, file);
      assertThat(window.text("#engine-badge")).startsWith("Replay: Docker 28.5, ");
      assertThat(window.text("#moment-where")).startsWith("Replay: Docker 28.5, ");
      key(window, KeyCode.HOME);
      window.fire("#moment-play");
      for (int i = 0; i < 8; i++) {
        pause(1000);
      }
      Fx.await(
          "it plays to its end",
          30,
          () -> window.text("#moment-words").contains("calm_curie is gone"));
      key(window, KeyCode.END);
      assertThat(window.text("#engine-badge")).as("still").startsWith("Replay: ");
      window.fire("#moment-live");
      Fx.await("live", 10, () -> !window.text("#engine-badge").startsWith("Replay"));
      assertThat(window.sees("#moment-banner")).isFalse();
      Fx.await("the log of now", 10, () -> log(window).equals(now));
    }
  }

  @Test
  void whatIsNoRecordingIsSaid() throws java.io.IOException {
    try (Window window = window(home, Settings.Appearance.LIGHT)) {
      window.monitor.ready();
      Path file = Files.writeString(home.resolve("c.txt"), "hello");
      Fx.run(() -> window.shell().recordings().open(file));
      Fx.await("said", 10, () -> window.sees("#notices"));
      assertThat(window.text("#engine-badge")).doesNotStartWith("Replay");
    }
  }

  private static void pause(int millis) {
    try {
      Thread.sleep(millis);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
