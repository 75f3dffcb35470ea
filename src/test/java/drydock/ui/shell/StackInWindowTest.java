// SPDX-License-Identifier: Apache-2.0
package drydock.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import drydock.engine.Container;
import drydock.engine.Samples;
import drydock.settings.Settings;
import drydock.ui.kit.Fx;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import javafx.scene.control.Button;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The picture of the stack in the window: it has a tab, and its buttons come with it.
class StackInWindowTest {
  @TempDir Path home;

  @Test
  void itsButtonsAreThereWhileItIsLookedAt() {
    try (Window window = new Window(home, Window.settings(1280, 720, Settings.Appearance.LIGHT))) {
      window.monitor.docker.put(
          "sha256:b", "busybox:1.37", List.of("sha256:l1"), FakeDocker.row("BusyBox", 1));
      Container app =
          Samples.container(
              "id-app",
              "app",
              "busybox:1.37",
              "sha256:b",
              Container.Status.RUNNING,
              0,
              Instant.now(),
              true);
      window.monitor.docker.containers.put(app.id(), app);
      window.monitor.ready();
      window.openLesson();
      Fx.await("the tab", 10, () -> window.sees("#picture-tab-stack"));
      assertThat(window.sees("#stack-one")).isFalse();
      window.fire("#picture-tab-stack");
      Fx.await("the buttons", 10, () -> window.sees("#stack-one"));
      Fx.await("an engine", 10, () -> !window.find("#stack-one", Button.class).isDisabled());
      assertThat(window.find("#stack-remove", Button.class).isDisabled())
          .as("the app that is there was not started here")
          .isTrue();
      window.monitor.gone();
      Fx.await("no engine", 10, () -> window.find("#stack-one", Button.class).isDisabled());
    }
  }
}
