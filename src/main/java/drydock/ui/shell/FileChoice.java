// SPDX-License-Identifier: Apache-2.0
package drydock.ui.shell;

import java.io.File;
import java.nio.file.Path;
import java.util.Optional;
import javafx.scene.Scene;
import javafx.stage.DirectoryChooser;
import javafx.stage.FileChooser;
import javafx.stage.Window;
import org.jspecify.annotations.Nullable;

/// The system's own dialogs for files and folders.
final class FileChoice {
  private final Shell shell;

  FileChoice(Shell shell) {
    this.shell = shell;
  }

  Optional<Path> folder() {
    return path(new DirectoryChooser().showDialog(window()));
  }

  /// @param patterns "*.svg", one for each kind of file
  Optional<Path> save(String name, String... patterns) {
    FileChooser chooser = new FileChooser();
    chooser.setInitialFileName(name);
    for (String pattern : patterns) {
      chooser.getExtensionFilters().add(new FileChooser.ExtensionFilter(pattern, pattern));
    }
    return path(chooser.showSaveDialog(window()));
  }

  /// @param pattern "*.tar"
  Optional<Path> open(String pattern) {
    FileChooser chooser = new FileChooser();
    chooser.getExtensionFilters().add(new FileChooser.ExtensionFilter(pattern, pattern));
    return path(chooser.showOpenDialog(window()));
  }

  private @Nullable Window window() {
    Scene scene = shell.node().getScene();
    return scene == null ? null : scene.getWindow();
  }

  private static Optional<Path> path(@Nullable File file) {
    return Optional.ofNullable(file).map(File::toPath);
  }
}
