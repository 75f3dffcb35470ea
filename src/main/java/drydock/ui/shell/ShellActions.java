// SPDX-License-Identifier: Apache-2.0
package drydock.ui.shell;

import drydock.messages.Messages;
import drydock.ui.containers.ContainersView;
import drydock.ui.kit.Action;
import drydock.ui.lesson.LessonView;
import drydock.ui.log.LogView;
import drydock.ui.picture.PicturePane;
import java.util.List;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.scene.control.MenuBar;

/// The window's own actions, and the menu bar in which all actions stand.
final class ShellActions {
  private final Shell shell;
  private final ViewActions view;
  private final Desk desk;
  private final LogView log;
  private final PicturePane pictures;
  private final LessonView lessons;
  private final ContainersView containers;
  private final FileChoice files;
  private final Action build;
  private final Action cancelBuild;
  private final Action run;
  private final Action tryAgain;
  private final Action aboutEngine;
  private final Action openFolder;
  private final Action quit;
  private final MainMenu menu = new MainMenu();

  /// What the window shows, whose actions stand in the menus.
  record Features(
      ViewActions view,
      Desk desk,
      LogView log,
      PicturePane pictures,
      LessonView lessons,
      ContainersView containers) {}

  ShellActions(Shell shell, Services services, Features features, Saving saving) {
    this.shell = shell;
    this.view = features.view();
    this.desk = features.desk();
    this.log = features.log();
    this.pictures = features.pictures();
    this.lessons = features.lessons();
    this.containers = features.containers();
    files = new FileChoice(shell);
    build = action("build", "mdi2h-hammer", "Shortcut+B", shell::build);
    cancelBuild = action("cancel-build", "mdi2s-stop", "Shortcut+PERIOD", shell.builds()::cancel);
    run = action("run", "mdi2p-play", "Shortcut+R", shell::run);
    tryAgain =
        action("try-again", "mdi2r-refresh", "Shortcut+Shift+E", services.monitor()::retryNow);
    aboutEngine = action("about-engine", "mdi2s-stethoscope", "Shortcut+I", shell::aboutEngine);
    openFolder =
        action("open-folder", "mdi2f-folder-open-outline", "Shortcut+O", this::chooseFolder);
    quit = action("quit", "mdi2e-exit-to-app", "Shortcut+Q", this::closeWindow);
    build.enabledProperty().set(false);
    run.enabledProperty().set(false);
    cancelBuild.enabledProperty().bind(shell.builds().runningProperty());
    shell.builds().runningProperty().addListener(_ -> enable());
    pictures.setOnSave(() -> savePicture(saving));
    log.setOnSave(() -> files.save("build.log", "*.log").ifPresent(shell.log()::save));
    deskChanged();
  }

  private static Action action(String id, String icon, String shortcut, Runnable handler) {
    return new Action(id, ActionTexts.name(id), ActionTexts.help(id), icon, shortcut, handler);
  }

  Action build() {
    return build;
  }

  Action cancelBuild() {
    return cancelBuild;
  }

  Action run() {
    return run;
  }

  Action tryAgain() {
    return tryAgain;
  }

  Action aboutEngine() {
    return aboutEngine;
  }

  MenuBar menuBar() {
    return menu.node();
  }

  /// Another folder lies on the desk: its editor's actions are others.
  void deskChanged() {
    enable();
    menu.show(
        List.of(
            new MainMenu.Section(
                Messages.get("shell.menu.file"),
                List.of(
                    MainMenu.items(List.of(openFolder)),
                    MainMenu.items(shell.recordings().actions()),
                    MainMenu.items(List.of(quit)))),
            new MainMenu.Section(
                Messages.get("shell.menu.edit"), List.of(MainMenu.items(desk.actions()))),
            new MainMenu.Section(
                Messages.get("shell.menu.view"),
                view.groups(pictures.actions(), shell.presentation().actions())),
            new MainMenu.Section(
                Messages.get("shell.menu.build"),
                List.of(
                    MainMenu.items(List.of(build, cancelBuild, run)),
                    MainMenu.items(log.actions()),
                    MainMenu.items(List.of(aboutEngine, tryAgain)))),
            new MainMenu.Section(
                Messages.get("shell.menu.containers"),
                List.of(MainMenu.items(containers.actions()))),
            new MainMenu.Section(
                Messages.get("shell.menu.lesson"), List.of(MainMenu.items(lessons.actions())))));
  }

  private void enable() {
    boolean open = desk.current() != null;
    build.enabledProperty().set(open && !shell.builds().runningProperty().get());
    run.enabledProperty().set(open);
  }

  private void chooseFolder() {
    files.folder().ifPresent(shell::openFolder);
  }

  private void savePicture(Saving saving) {
    drydock.diagram.Scene picture = shell.pictures().sceneProperty().get();
    if (picture != null) {
      saving.picture(picture, "picture.svg", pictures.paletteProperty().get());
    }
  }

  private void closeWindow() {
    Scene scene = shell.node().getScene();
    if (scene != null && scene.getWindow() != null) {
      scene
          .getWindow()
          .fireEvent(
              new javafx.stage.WindowEvent(
                  scene.getWindow(), javafx.stage.WindowEvent.WINDOW_CLOSE_REQUEST));
    } else {
      Platform.exit();
    }
  }
}
