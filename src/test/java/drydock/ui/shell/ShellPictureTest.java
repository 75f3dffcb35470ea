// SPDX-License-Identifier: Apache-2.0
package drydock.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import drydock.engine.Container;
import drydock.engine.Samples;
import drydock.settings.Settings;
import drydock.ui.kit.Fx;
import drydock.ui.picture.PictureModel;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The main window as people see it, for the eyes: sizes from the smallest to 4K, in both themes.
class ShellPictureTest {
  @TempDir Path home;

  @ParameterizedTest
  @CsvSource({
    "900,560,LIGHT",
    "900,560,DARK",
    "1280,720,LIGHT",
    "1280,720,DARK",
    "1920,1080,LIGHT",
    "3840,2160,DARK"
  })
  void looksLikeThis(int width, int height, Settings.Appearance appearance) {
    String name = "shell-" + width + "-" + appearance.name().toLowerCase(Locale.ROOT) + "-";
    try (Window window = new Window(home, Window.settings(width, height, appearance))) {
      window.monitor.gone();
      Fx.await("the banner", 10, () -> window.sees("#engine-banner"));
      window.picture(name + "1-no-engine");
      window.fire("#engine-tried");
      window.picture(name + "2-tried");
      window.monitor.ready();
      Fx.await("the banner goes", 10, () -> !window.sees("#engine-banner"));
      window.picture(name + "3-lessons");
      window.openLesson();
      pause();
      window.picture(name + "4-lesson");
      window.write(Script.DOCKERFILE);
      pause();
      window.monitor.docker.script = Script.good("sha256:kiosk");
      window.monitor.docker.put(
          "sha256:kiosk",
          "kiosk:dev",
          List.of("sha256:l1", "sha256:l2", "sha256:l3"),
          FakeDocker.row("BusyBox 1.37", 4_200_000),
          FakeDocker.row("COPY index.html /www/ # buildkit", 310),
          FakeDocker.row("RUN /bin/sh -c grep -c \"<li>\" # buildkit", 2),
          FakeDocker.row("CMD [\"cat\" \"/www/goods.txt\"]", 0));
      window.build();
      window.monitor.ready();
      pause();
      window.picture(name + "5-built");
      window.fire("#picture-tab-layers");
      Fx.await("layers", 10, () -> window.text(".picture-answer").startsWith("kiosk:dev"));
      Container container = container("brave_turing", Container.Status.EXITED);
      window.monitor.docker.containers.put(container.id(), container);
      Container other = container("calm_curie", Container.Status.RUNNING);
      window.monitor.docker.containers.put(other.id(), other);
      window.monitor.ready();
      window.select("tab-containers");
      pause();
      window.picture(name + "6-containers");
      window.choose(PictureModel.Kind.LAYERS, "layer:1");
      pause();
      window.picture(name + "6-files");
      window.fire("#picture-tab-build");
      window.write(Script.BROKEN);
      window.monitor.docker.script = Script.broken();
      window.build();
      pause();
      window.picture(name + "7-broken");
      assertThat(window.text("#editor-message")).contains("127");
      window.write(Script.BROKEN.replace("CMD [", "CMD").replace("]", "") + "RUNN x\n");
      window.select("tab-problems");
      Fx.await("problems", 10, () -> window.sees(".problem-line"));
      pause();
      window.picture(name + "8-problems");
    }
  }

  private static Container container(String name, Container.Status status) {
    Instant start = Instant.now().minusSeconds(185);
    return Samples.container(
        "id-" + name,
        name,
        "kiosk:dev",
        "sha256:kiosk",
        status,
        0,
        start,
        true,
        status == Container.Status.RUNNING
            ? new Container.Port[] {new Container.Port("5000/tcp", "127.0.0.1", 32768)}
            : new Container.Port[0]);
  }

  /// Until the graph was drawn anew after typing, and everything has glided to where it belongs.
  private static void pause() {
    try {
      Thread.sleep(700);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
