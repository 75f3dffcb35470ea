// SPDX-License-Identifier: Apache-2.0
package drydock.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import drydock.engine.Container;
import drydock.engine.EngineEvent;
import drydock.engine.Journal;
import drydock.engine.Samples;
import drydock.settings.Settings;
import drydock.ui.kit.Fx;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import javafx.event.Event;
import javafx.scene.Node;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.Slider;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The picture of lives in the window, over an engine in memory.
class LifeInWindowTest {
  @TempDir Path home;

  private final Instant now = Instant.now();
  private Journal journal = Journal.since(now.minusSeconds(400));

  @ParameterizedTest
  @CsvSource({"900,560,LIGHT", "1280,720,DARK"})
  void theLifeOfAContainerInTheWindow(int width, int height, Settings.Appearance look) {
    try (Window window = new Window(home, Window.settings(width, height, look))) {
      Container container =
          Samples.container(
              "id-web",
              "web",
              "busybox:1.37",
              "sha256:b",
              Container.Status.EXITED,
              137,
              now.minusSeconds(90),
              true);
      window.monitor.docker.containers.put(container.id(), container);
      event(390, "create", "image", "busybox");
      event(389, "start", "image", "busybox");
      event(60, "kill", "signal", "15");
      event(50, "kill", "signal", "9");
      event(49.9, "die", "exitCode", "137");
      window.monitor.ready(journal);
      window.openLesson();
      Fx.await("the tab", 10, () -> window.sees("#picture-tab-life"));
      window.fire("#picture-tab-life");
      Fx.await("its tools", 10, () -> window.sees("#life-scrub"));
      Fx.await("the lane", 10, () -> window.sees(".scene") || window.sees("#life-now"));
      settle();
      String name = "life-" + width + "-" + look.name().toLowerCase(Locale.ROOT);
      window.picture(name);
      Slider slider = window.find("#life-scrub", Slider.class);
      assertThat(slider.isDisabled()).as("more is kept than is shown").isFalse();
      assertThat(window.find("#life-now", ButtonBase.class).isDisabled()).isTrue();
      Fx.run(() -> slider.setValue(0));
      assertThat(window.find("#life-now", ButtonBase.class).isDisabled()).isFalse();
      assertThat(window.sees("#moment-banner")).as("all else goes back too").isTrue();
      settle();
      window.picture(name + "-past");
      window.fire("#life-now");
      assertThat(slider.getValue()).isEqualTo(1);
      assertThat(window.sees("#moment-banner")).isFalse();

      window.monitor.docker.containers.clear();
      window.monitor.ready(journal);
      Fx.await("two moments", 10, () -> window.text("#moment-words").contains("web is gone"));
      Node strip = window.find("#moment-strip", Node.class);
      Fx.run(
          () ->
              Event.fireEvent(
                  strip,
                  new KeyEvent(
                      KeyEvent.KEY_PRESSED, "", "", KeyCode.HOME, false, false, false, false)));
      assertThat(window.sees("#moment-banner")).isTrue();
      assertThat(slider.getValue()).as("the lives go along").isLessThan(1);
      assertThat(window.find("#life-now", ButtonBase.class).isDisabled()).isFalse();
      window.fire("#moment-now");
      assertThat(slider.getValue()).isEqualTo(1);
    }
  }

  /// Until everything has glided to where it belongs.
  private static void settle() {
    try {
      Thread.sleep(500);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private void event(double before, String action, String key, String value) {
    Instant at = now.minusMillis(Math.round(before * 1000));
    journal =
        journal.with(
            new EngineEvent(
                "container",
                action,
                "",
                "id-web",
                Map.of("name", "web", key, value),
                at.getEpochSecond() * 1_000_000_000 + at.getNano()));
  }
}
