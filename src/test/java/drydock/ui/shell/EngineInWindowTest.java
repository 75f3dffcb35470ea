// SPDX-License-Identifier: Apache-2.0
package drydock.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import drydock.doctor.Reports;
import drydock.engine.Container;
import drydock.engine.EndpointAttempt;
import drydock.engine.Samples;
import drydock.settings.Settings;
import drydock.ui.kit.Fx;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.control.Labeled;
import javafx.scene.input.KeyCode;
import org.fxmisc.richtext.CodeArea;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What the window tells of the engine while one works: nothing that is in the way, everything when asked.
class EngineInWindowTest {
  @TempDir Path home;
  private Window window;

  @BeforeEach
  void open() {
    window = new Window(home, Window.settings(1280, 720, Settings.Appearance.LIGHT));
  }

  @AfterEach
  void close() {
    window.close();
  }

  @Test
  void lessonsAndEditorNeedNoEngineAndTheWindowFollowsEachThatComes() throws IOException {
    window.monitor.gone();
    Fx.await("the banner", 10, () -> window.sees("#engine-banner"));
    window.openLesson();
    window.write("FROM busybox:1.37\n# edited without an engine\n");
    window.press(KeyCode.S, false, true);
    Fx.await("saved", 10, () -> saved("# edited without an engine"));
    window.fire("#lesson-reset");
    window.fire("#lesson-reset-yes");
    Fx.await(
        "reset",
        10,
        () ->
            window.sees("#editor-text")
                && !window.find("#editor-text", CodeArea.class).getText().contains("edited"));

    window.fire("#engine-choose");
    Fx.await("the page", 10, () -> window.sees("#engine-page #engine-endpoints"));
    assertThat(page()).contains("No container engine answers.", "permission denied");
    assertThat(window.sees("#editor-text")).isFalse();

    Container container =
        Samples.container(
            "c1",
            "calm_curie",
            "kiosk:dev",
            "sha256:kiosk",
            Container.Status.RUNNING,
            0,
            Instant.now(),
            true);
    window.monitor.docker.containers.put(container.id(), container);
    window.monitor.ready();
    Fx.await("the page follows", 10, () -> page().contains("Drydock can use it."));
    Fx.await("the engine has counted", 10, () -> page().contains("1.2 GB"));
    assertThat(page()).contains("28.5.2", "can be done");
    assertThat(window.sees("#engine-banner")).isFalse();
    assertThat(window.text("#engine-badge")).startsWith("Docker 28.5");
    window.press(KeyCode.ESCAPE, false, false);
    assertThat(window.sees("#engine-page")).isFalse();
    assertThat(window.sees("#editor-text")).isTrue();
    window.select("tab-containers");
    Fx.await("its containers", 10, this::seesContainer);

    window.monitor.gone();
    Fx.await("it is gone", 10, () -> window.text("#engine-badge").equals("No Docker engine"));
    assertThat(window.sees("#engine-banner")).isTrue();
    assertThat(seesContainer()).isFalse();
    window.write("FROM busybox:1.37\n# edited meanwhile\n");

    Reports.Engine upgraded = Reports.Engine.at(Reports.USUAL).release("29.3.0").containerd();
    window.monitor.ready(upgraded.info(), List.of(upgraded.attempt()));
    Fx.await("the badge", 10, () -> window.text("#engine-badge").startsWith("Docker 29.3"));
    assertThat(window.sees("#engine-banner")).isFalse();
    assertThat(seesContainer()).isTrue();
    assertThat(window.find("#editor-text", CodeArea.class).getText()).contains("edited meanwhile");
    window.fire("#engine-badge");
    Fx.await("the page", 10, () -> page().contains("29.3.0"));
    assertThat(page()).contains("containerd, with overlayfs");
  }

  @Test
  void ofSeveralEnginesOneIsChosenOnceAndForAll() throws IOException {
    Reports.Engine docker = Reports.Engine.at(Reports.USUAL);
    Reports.Engine podman = Reports.Engine.at(Reports.PODMAN).podman();
    List<EndpointAttempt> both = List.of(docker.attempt(), podman.attempt());
    window.monitor.ready(docker.info(), both);
    Fx.await("the hint", 10, () -> window.sees("#engine-banner"));
    assertThat(window.text("#engine-advice")).startsWith("2 engines answer.");
    window.fire("#engine-choose");
    Fx.await("the choice", 10, () -> window.sees("#engine-choice-2"));
    window.fire("#engine-choice-2");
    assertThat(window.monitor.preferred).isEqualTo("unix:///run/podman/podman.sock");
    assertThat(window.sees("#engine-banner")).as("that was the answer").isFalse();
    window.monitor.ready(podman.info(), both);
    Fx.await("the badge", 10, () -> window.text("#engine-badge").startsWith("Podman 5.4"));
    window.close();
    assertThat(window.store.load().engine()).isEqualTo("unix:///run/podman/podman.sock");
  }

  @Test
  void aHintThatWasClosedStaysAway() throws IOException {
    Reports.Engine docker = Reports.Engine.at(Reports.USUAL);
    Reports.Engine podman = Reports.Engine.at(Reports.PODMAN).podman();
    window.monitor.ready(docker.info(), List.of(docker.attempt(), podman.attempt()));
    Fx.await("the hint", 10, () -> window.sees("#engine-banner"));
    window.fire("#engine-dismiss");
    assertThat(window.sees("#engine-banner")).isFalse();
    window.close();
    Settings settings = window.store.load();
    assertThat(settings.closedHints()).containsExactly(EngineDesk.SEVERAL_ENGINES);
    window = new Window(home, settings);
    window.monitor.ready(docker.info(), List.of(docker.attempt(), podman.attempt()));
    Fx.await("the badge", 10, () -> window.text("#engine-badge").startsWith("Docker 28.5"));
    assertThat(window.sees("#engine-banner")).isFalse();
  }

  @Test
  void thePageKeepsTheKeyboardUntilItCloses() {
    window.openLesson();
    Fx.run(() -> window.stage.getScene().getRoot().lookup("#editor-text").requestFocus());
    window.fire("#engine-badge");
    assertThat(window.sees("#engine-page")).isTrue();
    assertThat(owner().getId()).isEqualTo("engine-report");
    window.press(KeyCode.ESCAPE, false, false);
    assertThat(owner().getId()).as("back where it was").isEqualTo("editor-text");
    window.fire("#engine-badge");
    window.press(KeyCode.F6, false, false);
    assertThat(owner().getId())
        .as("nobody types into what they do not see")
        .isEqualTo("engine-report");
    window.fire("#build");
    assertThat(window.sees("#engine-page")).as("the build is to be seen").isFalse();
  }

  /// Whether the sample's card is there; the form above it looks like one.
  private boolean seesContainer() {
    return Fx.get(
        () ->
            window.stage.getScene().getRoot().lookupAll(".container-name").stream()
                .anyMatch(node -> ((Labeled) node).getText().equals("calm_curie")));
  }

  private boolean saved(String text) {
    try (Stream<Path> files = Files.walk(home)) {
      return files
          .filter(f -> f.endsWith("Dockerfile"))
          .map(EngineInWindowTest::text)
          .anyMatch(t -> t.contains(text));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// All words of the page about the engine.
  private String page() {
    return Fx.get(
        () ->
            window.stage.getScene().getRoot().lookupAll("#engine-page .label").stream()
                .map(node -> ((Labeled) node).getText())
                .collect(Collectors.joining("\n")));
  }

  private static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Node owner() {
    return Fx.get(() -> window.stage.getScene().getFocusOwner());
  }
}
