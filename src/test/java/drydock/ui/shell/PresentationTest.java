// SPDX-License-Identifier: Apache-2.0
package drydock.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import drydock.settings.Settings;
import drydock.ui.kit.Fx;
import drydock.ui.presenter.PresenterModel;
import java.nio.file.Path;
import javafx.scene.input.KeyCode;
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
}
