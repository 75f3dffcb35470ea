// SPDX-License-Identifier: Apache-2.0
package drydock.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import drydock.settings.Settings;
import drydock.ui.kit.Fx;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuBar;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
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
      assertThat(item.getAccelerator())
          .as("%s is a key of keyboards", item.getAccelerator())
          .isInstanceOf(KeyCodeCombination.class);
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
