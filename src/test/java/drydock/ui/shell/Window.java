// SPDX-License-Identifier: Apache-2.0
package drydock.ui.shell;

import drydock.lesson.LessonWorkspace;
import drydock.lesson.ProgressFile;
import drydock.lesson.pack.PackReader;
import drydock.settings.Settings;
import drydock.settings.SettingsStore;
import drydock.ui.kit.Fx;
import drydock.ui.kit.FxBackground;
import drydock.ui.lesson.LessonModel;
import drydock.ui.picture.PictureModel;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import javafx.scene.Node;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.Labeled;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.stage.Stage;
import org.fxmisc.richtext.CodeArea;

/// The whole main window, over an engine in memory and folders of a test's own.
final class Window implements AutoCloseable {
  final FakeMonitor monitor = new FakeMonitor();
  final List<String> settingsProblems = new CopyOnWriteArrayList<>();
  final SettingsStore store;
  final Stage stage;
  private final Counted background = new Counted(new FxBackground());
  private final MainWindow window;
  private final LessonModel lessons;
  private final Memory memory;

  /// @param home an empty folder
  Window(Path home, Settings settings) {
    store = new SettingsStore(home.resolve("settings"));
    stage = Fx.get(Stage::new);
    memory = new Memory(store, settings, background, settingsProblems::add);
    lessons =
        Fx.get(
            () ->
                new LessonModel(
                    PackReader.bundled(),
                    new ProgressFile(home.resolve("progress.json"), Clock.systemUTC()),
                    new LessonWorkspace(home.resolve("work"), Clock.systemUTC()),
                    background));
    window =
        Fx.get(
            () -> {
              MainWindow made =
                  new MainWindow(
                      stage,
                      new Services(
                          monitor,
                          background,
                          Clock.systemUTC(),
                          memory,
                          lessons,
                          _ -> {},
                          home.resolve("cache")));
              stage.setX(0);
              stage.setY(0);
              // may be larger than the headless screen, whose windows do not survive being resized
              stage.setWidth(settings.window().width());
              stage.setHeight(settings.window().height());
              made.show();
              return made;
            });
  }

  static Settings settings(double width, double height, Settings.Appearance appearance) {
    return Settings.DEFAULT
        .withWindow(new Settings.Window(width, height, false))
        .withAppearance(appearance);
  }

  /// @param again see [MainWindow#onRestart]
  void onRestart(Runnable again) {
    Fx.run(() -> window.onRestart(again));
  }

  LessonModel lessons() {
    return lessons;
  }

  /// What is remembered by now.
  Settings remembered() {
    return Fx.get(() -> memory.settings());
  }

  Shell shell() {
    return window.shell();
  }

  <N extends Node> N find(String selector, Class<N> type) {
    return Fx.get(
        () -> {
          layout();
          Node node = stage.getScene().getRoot().lookup(selector);
          if (node == null) {
            throw new AssertionError("no " + selector);
          }
          return type.cast(node);
        });
  }

  /// Whether a node is there and it and all around it are visible.
  boolean sees(String selector) {
    return Fx.get(
        () -> {
          layout();
          Node node = stage.getScene().getRoot().lookup(selector);
          boolean seen = node != null;
          for (Node n = node; n != null; n = n.getParent()) {
            seen &= n.isVisible();
          }
          return seen;
        });
  }

  String text(String selector) {
    return find(selector, Labeled.class).getText();
  }

  void fire(String selector) {
    ButtonBase button = find(selector, ButtonBase.class);
    Fx.run(button::fire);
  }

  /// As a click on the element of a picture does.
  void choose(PictureModel.Kind kind, String subject) {
    Fx.run(() -> shell().pictures().selectedProperty(kind).set(subject));
  }

  void select(String tab) {
    Fx.run(
        () ->
            ((javafx.scene.control.TabPane) stage.getScene().getRoot().lookup("#bottom-tabs"))
                .getTabs().stream()
                    .filter(t -> tab.equals(t.getId()))
                    .forEach(t -> t.getTabPane().getSelectionModel().select(t)));
  }

  void press(KeyCode code, boolean shift, boolean control) {
    Fx.run(
        () -> {
          Node owner = stage.getScene().getFocusOwner();
          Node target = owner == null ? stage.getScene().getRoot() : owner;
          target.fireEvent(
              new KeyEvent(KeyEvent.KEY_PRESSED, "", "", code, shift, control, false, false));
          target.fireEvent(
              new KeyEvent(KeyEvent.KEY_RELEASED, "", "", code, shift, control, false, false));
        });
  }

  void openLesson() {
    fire("#lesson-open-first-dockerfile");
    Fx.await("the editor shows the Dockerfile", 20, () -> sees("#editor-text"));
  }

  void write(String dockerfile) {
    CodeArea area = find("#editor-text", CodeArea.class);
    Fx.run(() -> area.replaceText(dockerfile));
  }

  void build() {
    fire("#build");
    Fx.await("the build is over", 20, () -> sees("#build") && !text("#log-status").isEmpty());
  }

  void picture(String name) {
    Fx.picture(stage, name);
  }

  private void layout() {
    stage.getScene().getRoot().applyCss();
    stage.getScene().getRoot().layout();
  }

  @Override
  public void close() {
    Fx.run(
        () -> {
          stage.close();
          window.close();
        });
    try {
      background.await(5);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
