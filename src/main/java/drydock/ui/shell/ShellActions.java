// SPDX-License-Identifier: Apache-2.0
package drydock.ui.shell;

import drydock.messages.Messages;
import drydock.settings.Settings.Appearance;
import drydock.ui.containers.ContainersView;
import drydock.ui.kit.Action;
import drydock.ui.kit.Theme;
import drydock.ui.lesson.LessonView;
import drydock.ui.log.LogView;
import drydock.ui.picture.PicturePane;
import java.util.List;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.MenuBar;
import javafx.scene.control.MenuItem;
import javafx.scene.input.KeyCombination;

/// The window's own actions, and the menu bar in which all actions stand.
final class ShellActions {
  private final Shell shell;
  private final Services services;
  private final Panes panes;
  private final Desk desk;
  private final LogView log;
  private final PicturePane pictures;
  private final LessonView lessons;
  private final ContainersView containers;
  private final FileChoice files;
  private final Action build;
  private final Action cancelBuild;
  private final Action run;
  private final Action theme;
  private final Action tryAgain;
  private final Action openFolder;
  private final Action quit;
  private final MainMenu menu = new MainMenu();

  /// What the window shows, whose actions stand in the menus.
  record Features(
      Panes panes,
      Desk desk,
      LogView log,
      PicturePane pictures,
      LessonView lessons,
      ContainersView containers) {}

  ShellActions(Shell shell, Services services, Features features) {
    this.shell = shell;
    this.services = services;
    this.panes = features.panes();
    this.desk = features.desk();
    this.log = features.log();
    this.pictures = features.pictures();
    this.lessons = features.lessons();
    this.containers = features.containers();
    files = new FileChoice(shell);
    build = action("build", "mdi2h-hammer", "Shortcut+B", shell::build);
    cancelBuild = action("cancel-build", "mdi2s-stop", "Shortcut+PERIOD", shell::cancelBuild);
    run = action("run", "mdi2p-play", "Shortcut+R", shell::run);
    theme = action("theme", "mdi2t-theme-light-dark", "Shortcut+Shift+T", this::otherTheme);
    tryAgain =
        action("try-again", "mdi2r-refresh", "Shortcut+Shift+E", services.monitor()::retryNow);
    openFolder =
        action("open-folder", "mdi2f-folder-open-outline", "Shortcut+O", this::chooseFolder);
    quit = action("quit", "mdi2e-exit-to-app", "Shortcut+Q", this::closeWindow);
    build.enabledProperty().set(false);
    run.enabledProperty().set(false);
    cancelBuild.enabledProperty().bind(shell.builds().runningProperty());
    shell.builds().runningProperty().addListener(_ -> enable());
    pictures.setOnSave(() -> files.save("picture.svg", "*.svg").ifPresent(this::savePicture));
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

  Action theme() {
    return theme;
  }

  Action tryAgain() {
    return tryAgain;
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
                List.of(MainMenu.items(List.of(openFolder)), MainMenu.items(List.of(quit)))),
            new MainMenu.Section(
                Messages.get("shell.menu.edit"), List.of(MainMenu.items(desk.actions()))),
            new MainMenu.Section(
                Messages.get("shell.menu.view"),
                List.of(
                    folds(), MainMenu.items(pictures.actions()), MainMenu.items(List.of(theme)))),
            new MainMenu.Section(
                Messages.get("shell.menu.build"),
                List.of(
                    MainMenu.items(List.of(build, cancelBuild, run)),
                    MainMenu.items(log.actions()),
                    MainMenu.items(List.of(tryAgain)))),
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

  private List<MenuItem> folds() {
    return List.of(
        fold(Panes.Pane.LESSON, "Shortcut+DIGIT1"),
        fold(Panes.Pane.LOG, "Shortcut+DIGIT2"),
        fold(Panes.Pane.PICTURE, "Shortcut+DIGIT3"));
  }

  private MenuItem fold(Panes.Pane pane, String shortcut) {
    String text =
        switch (pane) {
          case LESSON -> Messages.get("shell.pane.lesson");
          case LOG -> Messages.get("shell.pane.log");
          case PICTURE -> Messages.get("shell.pane.picture");
        };
    CheckMenuItem item = new CheckMenuItem(text);
    item.setId("menu-pane-" + pane.name().toLowerCase(java.util.Locale.ROOT));
    item.setAccelerator(KeyCombination.valueOf(shortcut));
    item.setSelected(!panes.isFolded(pane));
    item.selectedProperty()
        .addListener(
            (_, _, shown) -> {
              panes.setFolded(pane, !shown);
              services.memory().change(s -> s.withCollapsed(panes.folded()));
            });
    return item;
  }

  private void otherTheme() {
    Scene scene = shell.node().getScene();
    Appearance next =
        services.memory().settings().appearance() == Appearance.LIGHT
            ? Appearance.DARK
            : Appearance.LIGHT;
    services.memory().change(s -> s.withAppearance(next));
    if (scene != null) {
      theme(next).apply(scene);
    }
  }

  static Theme theme(Appearance appearance) {
    return switch (appearance) {
      case LIGHT -> Theme.LIGHT;
      case DARK -> Theme.DARK;
    };
  }

  private void chooseFolder() {
    files.folder().ifPresent(shell::openFolder);
  }

  private void savePicture(java.nio.file.Path file) {
    shell
        .pictures()
        .saveSvg(
            file,
            pictures.paletteProperty().get(),
            saved -> shell.say(Messages.get("shell.saved", saved)),
            e ->
                shell.problem(
                    Messages.get("shell.notSaved", file, String.valueOf(e.getMessage()))));
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
