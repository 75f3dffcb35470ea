// SPDX-License-Identifier: Apache-2.0
package drydock.ui.editor;

import drydock.messages.Messages;
import drydock.ui.kit.Background;
import drydock.workspace.Content;
import drydock.workspace.Workspace;
import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// Settles files that were changed by two: one version goes on, the other is kept beside it. JavaFX thread only.
final class Conflicts {
  private final Workspace workspace;
  private final Background background;
  private final FileSaver saver;
  private final Consumer<String> tell;
  private final Consumer<OpenFile> remove;
  private final Runnable checkDisk;

  /// @param tell is told a sentence when a version was kept, or could not be
  /// @param remove closes a file's tab
  Conflicts(
      Workspace workspace,
      Background background,
      FileSaver saver,
      Consumer<String> tell,
      Consumer<OpenFile> remove,
      Runnable checkDisk) {
    this.workspace = workspace;
    this.background = background;
    this.saver = saver;
    this.tell = tell;
    this.remove = remove;
    this.checkDisk = checkDisk;
  }

  /// Ours goes to the disk, theirs is kept beside it.
  void keepMine(OpenFile file) {
    Content.Text theirs = Objects.requireNonNull(file.conflict().get()).theirs();
    if (theirs == null) {
      goOnWithMine(file, null, "");
    } else {
      keep(
          file, "theirs", theirs.text(), theirs.format(), name -> goOnWithMine(file, theirs, name));
    }
  }

  private void goOnWithMine(OpenFile file, Content.@Nullable Text theirs, String kept) {
    file.settle(theirs);
    saver.save(file, checkDisk);
    tellKept(kept);
  }

  /// Theirs is shown, ours is kept beside it.
  void takeTheirs(OpenFile file) {
    Content.Text theirs = Objects.requireNonNull(file.conflict().get()).theirs();
    keep(
        file,
        "mine",
        file.text(),
        file.format(),
        name -> {
          if (theirs == null) {
            remove.accept(file);
          } else {
            file.take(theirs);
          }
          checkDisk.run();
          tellKept(name);
        });
  }

  private void keep(
      OpenFile file, String suffix, String text, Content.Format format, Consumer<String> kept) {
    background.call(
        () -> workspace.keep(file.name(), suffix, text, format),
        kept,
        e -> tell.accept(String.valueOf(e.getMessage())));
  }

  private void tellKept(String name) {
    if (!name.isEmpty()) {
      tell.accept(Messages.get("editor.conflict.kept", name));
    }
  }
}
