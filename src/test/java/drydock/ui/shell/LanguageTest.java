// SPDX-License-Identifier: Apache-2.0
package drydock.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import drydock.engine.Container;
import drydock.engine.Samples;
import drydock.messages.Language;
import drydock.messages.Messages;
import drydock.messages.PseudoLanguage;
import drydock.settings.Settings;
import drydock.ui.kit.Fx;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicInteger;
import javafx.geometry.NodeOrientation;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Labeled;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuBar;
import javafx.scene.control.MenuItem;
import javafx.scene.control.RadioMenuItem;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The window in other languages: chosen, long, and written from right to left.
class LanguageTest {
  private static final Settings SETTINGS = Window.settings(1280, 760, Settings.Appearance.LIGHT);

  /// What shows other people's text, of any length, or has its whole text in a tooltip beside it.
  private static final Set<String> MAY_BE_CUT = Set.of("place", "engine-badge");

  @TempDir Path home;

  @AfterEach
  void backToEnglish() {
    Messages.use(Language.ENGLISH);
  }

  @Test
  void theMenuChoosesTheLanguageAndTheWindowOpensAnewInIt() throws IOException {
    AtomicInteger restarts = new AtomicInteger();
    try (Window window = new Window(home, SETTINGS)) {
      window.onRestart(restarts::incrementAndGet);
      window.openLesson();
      assertThat(menus(window)).startsWith("File", "Edit", "View");
      RadioMenuItem english = (RadioMenuItem) item(window, "menu-language-english");
      Fx.run(english::fire);
      assertThat(restarts).as("nothing changes, nothing restarts").hasValue(0);
      RadioMenuItem german = (RadioMenuItem) item(window, "menu-language-german");
      assertThat(german.getText()).isEqualTo("Deutsch");
      Fx.run(german::fire);
      assertThat(restarts).hasValue(1);
    }
    Settings kept = new drydock.settings.SettingsStore(home.resolve("settings")).load();
    assertThat(kept.language()).isEqualTo(Language.GERMAN);

    Messages.use(kept.language());
    try (Window window = new Window(home, kept)) {
      Fx.await("the lesson is there again", 20, () -> window.sees("#editor-text"));
      assertThat(menus(window)).startsWith("Datei", "Bearbeiten", "Ansicht");
      assertThat(((RadioMenuItem) item(window, "menu-language-german")).isSelected()).isTrue();
      window.picture("language-german");
    }
  }

  @Test
  void textsThatAreTwoFifthsLongerAreNotCutOff() {
    Set<String> cut = new TreeSet<>();
    PseudoLanguage.during(
        () -> {
          try (Window window = new Window(home, SETTINGS)) {
            everywhere(window, "long", place -> cut.addAll(cut(window, place)));
          }
        });
    assertThat(cut).isEmpty();
  }

  @Test
  void fromRightToLeftCodeLogAndPicturesStayAsTheyAre() {
    try (Window window = new Window(home, SETTINGS)) {
      Fx.run(() -> window.stage.getScene().setNodeOrientation(NodeOrientation.RIGHT_TO_LEFT));
      everywhere(window, "rtl", place -> {});
      assertThat(orientation(window, "#main-menu")).isEqualTo(NodeOrientation.RIGHT_TO_LEFT);
      for (String same : List.of("#editor-text", ".log-list", ".picture-scene")) {
        assertThat(orientation(window, same)).as(same).isEqualTo(NodeOrientation.LEFT_TO_RIGHT);
      }
    }
  }

  private static NodeOrientation orientation(Window window, String selector) {
    return window.find(selector, Node.class).getEffectiveNodeOrientation();
  }

  private interface Look {
    void at(String place);
  }

  /// Goes through the window's views, one after the other.
  private static void everywhere(Window window, String name, Look look) {
    window.monitor.ready();
    Fx.await("the engine", 10, () -> !window.sees("#engine-banner"));
    show(window, name, "library", look);
    window.openLesson();
    window.monitor.docker.script = Script.good("sha256:kiosk");
    window.build();
    Container one =
        Samples.container(
            "id-turing",
            "brave_turing",
            "kiosk:dev",
            "sha256:kiosk",
            Container.Status.RUNNING,
            0,
            Instant.now().minusSeconds(185),
            true,
            new Container.Port("5000/tcp", "127.0.0.1", 32768));
    window.monitor.docker.containers.put(one.id(), one);
    window.monitor.ready();
    for (String tab : tabs(window)) {
      window.fire("#" + tab);
      show(window, name, tab, look);
    }
    for (String tab : List.of("tab-problems", "tab-containers", "tab-build-log")) {
      window.select(tab);
      show(window, name, tab, look);
    }
    window.fire("#engine-badge");
    show(window, name, "engine", look);
  }

  private static void show(Window window, String name, String place, Look look) {
    window.picture("language-" + name + "-" + place);
    look.at(place);
  }

  private static List<String> tabs(Window window) {
    return Fx.get(
        () ->
            window.stage.getScene().getRoot().lookupAll("*").stream()
                .map(Node::getId)
                .filter(id -> id != null && id.startsWith("picture-tab-"))
                .distinct()
                .toList());
  }

  private static List<String> cut(Window window, String place) {
    List<String> cut = new ArrayList<>();
    Fx.run(() -> collect(window.stage.getScene().getRoot(), place, cut));
    return cut;
  }

  private static void collect(Parent parent, String place, List<String> cut) {
    for (Node node : parent.getChildrenUnmodifiable()) {
      if (!node.isVisible()) {
        continue;
      }
      if (node instanceof Labeled labeled
          && labeled.isTextTruncated()
          && labeled.getStyleClass().stream().noneMatch(MAY_BE_CUT::contains)) {
        cut.add(
            place
                + " "
                + labeled.getId()
                + " "
                + labeled.getStyleClass()
                + " "
                + labeled.getText());
      }
      if (node instanceof Parent inner) {
        collect(inner, place, cut);
      }
    }
  }

  private static List<String> menus(Window window) {
    return window.find("#main-menu", MenuBar.class).getMenus().stream().map(Menu::getText).toList();
  }

  private static MenuItem item(Window window, String id) {
    return window.find("#main-menu", MenuBar.class).getMenus().stream()
        .flatMap(menu -> menu.getItems().stream())
        .flatMap(
            item ->
                item instanceof Menu inner
                    ? inner.getItems().stream()
                    : java.util.stream.Stream.of(item))
        .filter(item -> id.equals(item.getId()))
        .findFirst()
        .orElseThrow();
  }
}
