// SPDX-License-Identifier: Apache-2.0
package drydock.app;

import static org.assertj.core.api.Assertions.assertThat;

import drydock.engine.HostSystem;
import drydock.engine.docker.EngineFinder;
import drydock.lesson.pack.PackReader;
import drydock.messages.Language;
import drydock.messages.Messages;
import drydock.settings.Settings;
import drydock.settings.SettingsStore;
import drydock.ui.kit.Fx;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuBar;
import javafx.scene.control.MenuItem;
import javafx.stage.Stage;
import org.fxmisc.richtext.CodeArea;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The language changes while the app is in use, and nothing that was written is lost.
class SessionTest {
  @TempDir Path home;
  private Stage stage;
  private Session session;

  @BeforeEach
  void open() throws IOException {
    stage = Fx.get(Stage::new);
    // within the headless screen, whose windows do not survive being resized beyond it
    new SettingsStore(home.resolve("settings"))
        .save(Settings.DEFAULT.withWindow(new Settings.Window(960, 640, false)));
    Fx.run(
        () -> {
          stage.setX(0);
          stage.setY(0);
        });
    session =
        Fx.get(
            () ->
                new Session(
                    () ->
                        new Composition(
                            stage,
                            new Places(
                                home.resolve("settings"),
                                home.resolve("work"),
                                home.resolve("cache")),
                            new EngineFinder(Map.of(), home, HostSystem.LINUX),
                            PackReader.bundled(),
                            Clock.systemUTC(),
                            _ -> {})));
  }

  @AfterEach
  void close() {
    Fx.run(
        () -> {
          stage.close();
          session.close();
        });
    Messages.use(Language.ENGLISH);
  }

  @Test
  void anotherLanguageIsSpokenAtOnceAndTheEditIsKept() throws IOException {
    Fx.run(() -> find("#lesson-open-first-dockerfile", ButtonBase.class).fire());
    Fx.await("the editor", 20, () -> stage.getScene().lookup("#editor-text") != null);
    Fx.run(() -> find("#editor-text", CodeArea.class).replaceText("FROM busybox:1.37\n"));
    Scene before = stage.getScene();

    Fx.run(() -> language("menu-language-german").fire());
    assertThat(stage.isShowing()).isTrue();
    assertThat(stage.getScene()).isNotSameAs(before);
    assertThat(home.resolve("settings/failures.log")).doesNotExist();
    assertThat(firstMenu()).isEqualTo("Datei");
    Fx.await("the lesson again", 20, () -> stage.getScene().lookup("#editor-text") != null);
    assertThat(find("#editor-text", CodeArea.class).getText()).isEqualTo("FROM busybox:1.37\n");
    assertThat(Files.readString(home.resolve("settings/settings.json"))).contains("\"german\"");

    Fx.run(() -> language("menu-language-english").fire());
    assertThat(firstMenu()).isEqualTo("File");
    Fx.await("the lesson once more", 20, () -> stage.getScene().lookup("#editor-text") != null);
  }

  private String firstMenu() {
    return find("#main-menu", MenuBar.class).getMenus().getFirst().getText();
  }

  private MenuItem language(String id) {
    return find("#main-menu", MenuBar.class).getMenus().stream()
        .flatMap(menu -> menu.getItems().stream())
        .filter(Menu.class::isInstance)
        .flatMap(item -> ((Menu) item).getItems().stream())
        .filter(item -> id.equals(item.getId()))
        .findFirst()
        .orElseThrow();
  }

  private <N extends Node> N find(String selector, Class<N> type) {
    return Fx.get(() -> type.cast(stage.getScene().getRoot().lookup(selector)));
  }
}
