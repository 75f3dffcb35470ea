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
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.Labeled;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuBar;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCombination;
import org.fxmisc.richtext.CodeArea;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The whole window, with an engine that comes and goes.
class ShellTest {
  @TempDir Path home;
  private Window window;

  @BeforeEach
  void open() {
    window = new Window(home, Window.settings(1920, 1120, Settings.Appearance.LIGHT));
  }

  @AfterEach
  void close() {
    window.close();
  }

  @Test
  void worksWithoutAnEngineAndNoticesWhenOneComesAndGoes() {
    window.monitor.gone();
    Fx.await("the banner", 10, () -> window.sees("#engine-banner"));
    assertThat(window.text("#engine-advice")).contains("keeps looking");
    assertThat(window.text("#engine-badge")).isEqualTo("No Docker engine");
    window.fire("#try-again");
    assertThat(window.monitor.searches).hasValue(1);

    window.openLesson();
    window.write(Script.DOCKERFILE);
    assertThat(window.sees(".banner-tried")).isFalse();
    window.build();
    assertThat(window.sees(".banner-tried")).as("what was tried unfolds").isTrue();
    assertThat(window.text("#log-status")).isNotEmpty();
    assertThat(window.monitor.docker.asked).isEmpty();

    window.monitor.ready();
    Fx.await("the banner goes", 10, () -> !window.sees("#engine-banner"));
    assertThat(window.text("#engine-badge")).isEqualTo("Docker 28.5 · BuildKit · overlay2");
    window.monitor.docker.script = Script.good("sha256:kiosk");
    window.build();
    assertThat(window.monitor.docker.asked).contains("build [kiosk:dev]");
    Fx.await("the goal is met", 10, () -> window.sees("#goal-from .lesson-icon-met"));

    window.monitor.gone();
    Fx.await("the banner is back", 10, () -> window.sees("#engine-banner"));
    assertThat(window.text("#engine-badge")).isEqualTo("No Docker engine");
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
    assertThat(page()).contains("28.5.2", "1.2 GB", "can be done");
    assertThat(window.sees("#engine-banner")).isFalse();
    assertThat(window.text("#engine-badge")).startsWith("Docker 28.5");
    window.press(KeyCode.ESCAPE, false, false);
    assertThat(window.sees("#engine-page")).isFalse();
    assertThat(window.sees("#editor-text")).isTrue();
    window.select("tab-containers");
    Fx.await("its containers", 10, () -> window.sees(".container-card"));

    window.monitor.gone();
    Fx.await("it is gone", 10, () -> window.text("#engine-badge").equals("No Docker engine"));
    assertThat(window.sees("#engine-banner")).isTrue();
    assertThat(window.sees(".container-card")).isFalse();
    window.write("FROM busybox:1.37\n# edited meanwhile\n");

    Reports.Engine upgraded = Reports.Engine.at(Reports.USUAL).release("29.3.0").containerd();
    window.monitor.ready(upgraded.info(), List.of(upgraded.attempt()));
    Fx.await("the badge", 10, () -> window.text("#engine-badge").startsWith("Docker 29.3"));
    assertThat(window.sees("#engine-banner")).isFalse();
    assertThat(window.sees(".container-card")).isTrue();
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

  private boolean saved(String text) {
    try (Stream<Path> files = Files.walk(home)) {
      return files
          .filter(f -> f.endsWith("Dockerfile"))
          .map(ShellTest::text)
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

  @Test
  void aResetKeepsTheLatestEdit() throws IOException {
    window.openLesson();
    window.write("FROM busybox:1.37\n# the latest edit\n");
    window.fire("#lesson-reset");
    window.fire("#lesson-reset-yes");
    Fx.await(
        "the lesson's own file is back",
        10,
        () ->
            window.sees("#editor-text")
                && !window.find("#editor-text", CodeArea.class).getText().contains("latest"));
    try (Stream<Path> files = Files.walk(home)) {
      assertThat(files.filter(f -> f.endsWith("Dockerfile")).map(ShellTest::text))
          .anyMatch(text -> text.contains("# the latest edit"));
    }
  }

  private static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Test
  void everyMenuEntryHasATextAnIdAndAShortcutOfItsOwn() {
    window.openLesson();
    List<MenuItem> items = new ArrayList<>();
    Fx.run(
        () ->
            ((MenuBar) window.stage.getScene().getRoot().lookup("#main-menu"))
                .getMenus()
                .forEach(menu -> collect(menu, items)));
    assertThat(items).hasSizeGreaterThan(30);
    Map<KeyCombination, String> shortcuts = new HashMap<>();
    for (MenuItem item : items) {
      assertThat(item.getText()).isNotBlank();
      assertThat(item.getId()).as(item.getText()).startsWith("menu-");
      assertThat(item.getAccelerator()).as("shortcut of " + item.getText()).isNotNull();
      assertThat(shortcuts.put(item.getAccelerator(), item.getText()))
          .as("%s is also %s", item.getAccelerator(), item.getText())
          .isNull();
      assertThat(item.getOnAction() != null || item instanceof CheckMenuItem)
          .as(item.getText() + " does something")
          .isTrue();
    }
    assertThat(items.stream().map(MenuItem::getId)).doesNotHaveDuplicates();
  }

  private static void collect(Menu menu, List<MenuItem> items) {
    for (MenuItem item : menu.getItems()) {
      if (item instanceof Menu inner) {
        collect(inner, items);
      } else if (!(item instanceof SeparatorMenuItem)) {
        items.add(item);
      }
    }
  }

  @Test
  void theFocusGoesRoundThePanes() {
    window.openLesson();
    Fx.run(() -> window.stage.getScene().getRoot().lookup("#editor-text").requestFocus());
    assertThat(paneAfter(KeyCode.F6, false)).isEqualTo("bottom-tabs");
    assertThat(paneAfter(KeyCode.F6, false)).isEqualTo("picture-pane");
    assertThat(paneAfter(KeyCode.F6, false)).isEqualTo("lesson-pane");
    assertThat(paneAfter(KeyCode.F6, false)).isEqualTo("editor");
    assertThat(paneAfter(KeyCode.F6, true)).isEqualTo("lesson-pane");
    Fx.run(() -> window.stage.getScene().getRoot().lookup("#lesson-reset").requestFocus());
    assertThat(paneAfter(KeyCode.F6, false)).isEqualTo("editor");
    assertThat(paneAfter(KeyCode.F6, true)).isEqualTo("lesson-pane");
    assertThat(owner().getId()).as("back where it was").isEqualTo("lesson-reset");
    toggle("menu-pane-log");
    assertThat(paneAfter(KeyCode.F6, false)).isEqualTo("editor");
    assertThat(paneAfter(KeyCode.F6, false))
        .as("a folded pane is passed")
        .isEqualTo("picture-pane");
  }

  private void toggle(String id) {
    List<MenuItem> items = new ArrayList<>();
    Fx.run(
        () -> {
          ((MenuBar) window.stage.getScene().getRoot().lookup("#main-menu"))
              .getMenus()
              .forEach(menu -> collect(menu, items));
          items.stream()
              .filter(item -> id.equals(item.getId()))
              .map(CheckMenuItem.class::cast)
              .forEach(item -> item.setSelected(!item.isSelected()));
        });
  }

  private Node owner() {
    return Fx.get(() -> window.stage.getScene().getFocusOwner());
  }

  /// The style class or id of the pane that has the focus after a key.
  private String paneAfter(KeyCode key, boolean shift) {
    window.press(key, shift, false);
    List<String> panes = List.of("bottom-tabs", "picture-pane", "lesson-pane", "editor");
    for (Node n = owner(); n != null; n = n.getParent()) {
      for (String pane : panes) {
        if (n.getStyleClass().contains(pane)) {
          return pane;
        }
      }
    }
    return "none: " + owner();
  }

  @Test
  void everythingCanBeShownLargerAndIsRememberedSo() throws IOException {
    window.press(KeyCode.F8, false, true);
    window.press(KeyCode.F8, false, true);
    double text =
        Fx.get(() -> window.find(".brand", Node.class).getLocalToSceneTransform().getMxx());
    assertThat(text).isEqualTo(1.25);
    for (int i = 0; i < 5; i++) {
      window.press(KeyCode.F8, false, true);
    }
    double most =
        Fx.get(() -> window.find(".brand", Node.class).getLocalToSceneTransform().getMxx());
    assertThat(most).as("a small window's worth still fits").isBetween(1.9, 2.0);
    window.close();
    assertThat(window.store.load().zoom()).isEqualTo(200);
  }

  @Test
  void closingWhileALineIsMarkedBringsNoWarnings() throws InterruptedException {
    List<String> warnings = java.util.Collections.synchronizedList(new ArrayList<>());
    Logger css = Logger.getLogger("javafx.css");
    Handler handler = new Remembering(warnings);
    css.addHandler(handler);
    try {
      window.monitor.ready();
      Fx.await("the engine", 10, () -> window.text("#engine-badge").startsWith("Docker"));
      window.openLesson();
      window.write(Script.BROKEN);
      window.monitor.docker.script = Script.broken();
      window.build();
      Fx.await("the error stands there", 10, () -> window.text("#editor-message").contains("127"));
      window.close();
      Thread.sleep(1_500); // the mark fades by itself
      assertThat(warnings).isEmpty();
    } finally {
      css.removeHandler(handler);
    }
  }

  private static final class Remembering extends Handler {
    private final List<String> messages;

    Remembering(List<String> messages) {
      this.messages = messages;
    }

    @Override
    public void publish(LogRecord entry) {
      messages.add(entry.getMessage());
    }

    @Override
    public void flush() {}

    @Override
    public void close() {}
  }
}
