// SPDX-License-Identifier: Apache-2.0
package drydock.ui.shell;

import drydock.messages.Messages;
import drydock.settings.Settings;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import javafx.geometry.Rectangle2D;
import javafx.scene.Scene;
import javafx.scene.image.Image;
import javafx.scene.input.KeyCombination;
import javafx.stage.Screen;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;

/// The stage: its size and theme are those of last time, and closing it loses nothing.
public final class MainWindow implements AutoCloseable {
  static final double LEAST_WIDTH = 900;
  static final double LEAST_HEIGHT = 560;

  private final Stage stage;
  private final Services services;
  private final Shell shell;
  private Runnable restart = () -> {};
  private boolean leaving;

  public MainWindow(Stage stage, Services services) {
    this.stage = stage;
    this.services = services;
    List<Image> icons = List.of(icon(16), icon(32), icon(64), icon(128), icon(256));
    shell = new Shell(services, icon(64));
    Settings settings = services.memory().settings();
    shell.restore(settings);
    shell.onLanguage(
        () -> {
          if (shell.mayClose(this::leaveForAnother)) {
            leaveForAnother();
          }
        });
    Scene scene = new Scene(shell.node(), settings.window().width(), settings.window().height());
    shell.windowLook().dress(scene);
    stage.setScene(scene);
    stage.setTitle(Messages.get("shell.name"));
    stage.getIcons().setAll(icons);
    stage.setMinWidth(LEAST_WIDTH);
    stage.setMinHeight(LEAST_HEIGHT);
    place(settings.window());
    stage.setFullScreenExitHint("");
    stage.setFullScreenExitKeyCombination(KeyCombination.NO_MATCH); // Escape leaves in steps
    shell.presentation().model().onProperty().addListener((_, _, on) -> stage.setFullScreen(on));
    stage.setOnHidden(_ -> shell.presentation().closeNotes());
    stage.setOnCloseRequest(
        event -> {
          if (!leaving && !shell.mayClose(this::leave)) {
            event.consume();
          }
        });
  }

  /// @param again closes this window and opens it anew, in another language for example
  public void onRestart(Runnable again) {
    restart = again;
  }

  private void leaveForAnother() {
    shell.presentation().closeNotes();
    restart.run();
  }

  private void leave() {
    leaving = true;
    stage.close();
  }

  private void place(Settings.Window window) {
    Rectangle2D screen = Screen.getPrimary().getVisualBounds();
    stage.setWidth(
        Math.clamp(window.width(), LEAST_WIDTH, Math.max(LEAST_WIDTH, screen.getWidth())));
    stage.setHeight(
        Math.clamp(window.height(), LEAST_HEIGHT, Math.max(LEAST_HEIGHT, screen.getHeight())));
    stage.setMaximized(window.maximized());
  }

  private static Image icon(int size) {
    String name = "/drydock/assets/icon/drydock-" + size + ".png";
    InputStream in = Objects.requireNonNull(MainWindow.class.getResourceAsStream(name), name);
    return new Image(in);
  }

  /// Shows the window with the lesson that was open last.
  public void show() {
    stage.show();
    shell.begin();
  }

  /// The folder that lies open without a lesson; null when there is none.
  public @Nullable Path ownFolder() {
    return shell.ownFolder();
  }

  public void openFolder(Path folder) {
    shell.openFolder(folder);
  }

  Shell shell() {
    return shell;
  }

  /// Says a sentence that asks for nothing.
  public void say(String sentence) {
    shell.say(sentence);
  }

  /// Says a sentence about something that went wrong.
  public void problem(String sentence) {
    shell.problem(sentence);
  }

  @Override
  public void close() {
    services
        .memory()
        .change(
            s ->
                s.withWindow(
                        stage.isMaximized()
                            ? new Settings.Window(s.window().width(), s.window().height(), true)
                            : new Settings.Window(stage.getWidth(), stage.getHeight(), false))
                    .withDividers(Map.of("panes", shell.shares())));
    shell.close();
    services.memory().flush();
  }
}
