// SPDX-License-Identifier: Apache-2.0
package drydock.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import drydock.settings.Settings;
import drydock.ui.kit.Fx;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javafx.stage.WindowEvent;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class LeavingTest {
  @TempDir Path home;

  private static void askToClose(Window window) {
    Fx.run(
        () ->
            window.stage.fireEvent(
                new WindowEvent(window.stage, WindowEvent.WINDOW_CLOSE_REQUEST)));
  }

  @ParameterizedTest
  @EnumSource(Settings.Appearance.class)
  void editsThatCannotBeSavedAreAskedAboutNotLost(Settings.Appearance appearance)
      throws IOException {
    try (Window window = new Window(home, Window.settings(1000, 640, appearance))) {
      window.openLesson();
      Files.move(home.resolve("work"), home.resolve("away"));
      window.write("FROM scratch\n");
      askToClose(window);
      assertThat(window.stage.isShowing()).isTrue();
      assertThat(window.text("#close-lose")).isEqualTo("Close and lose them");
      assertThat(window.text(".notice .label"))
          .startsWith("These edits could not be saved: Dockerfile.");
      window.picture("leaving-" + appearance);
      window.fire("#close-keep");
      assertThat(window.sees("#close-keep")).isFalse();
      assertThat(window.stage.isShowing()).isTrue();
      askToClose(window);
      window.fire("#close-lose");
      assertThat(window.stage.isShowing()).isFalse();
    }
  }
}
