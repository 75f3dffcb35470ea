// SPDX-License-Identifier: Apache-2.0
package drydock.ui.shell;

import drydock.messages.Messages;
import drydock.ui.kit.Action;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Supplier;

/// Closing a window whose edits cannot be saved: a person decides, and no answer is forced on them.
final class Leaving {
  private final Desk desk;
  private final Notices notices;
  private final Supplier<Optional<Path>> askFolder;

  /// @param askFolder lets a person choose a folder
  Leaving(Desk desk, Notices notices, Supplier<Optional<Path>> askFolder) {
    this.desk = desk;
    this.notices = notices;
    this.askFolder = askFolder;
    desk.setOnKeepElsewhere(() -> keepElsewhere(() -> {}));
  }

  /// Saves every edit. When that is not possible, asks, and answers false.
  ///
  /// @param leave closes the window after all
  boolean mayClose(Runnable leave) {
    if (desk.save()) {
      return true;
    }
    notices.problem(
        Messages.get("shell.close.question", String.join(", ", desk.unsaved())),
        new Action(
            "close-elsewhere",
            Messages.get("shell.close.elsewhere"),
            Messages.get("shell.close.elsewhere.help"),
            null,
            null,
            () -> keepElsewhere(leave)),
        new Action(
            "close-lose",
            Messages.get("shell.close.lose"),
            Messages.get("shell.close.lose.help"),
            null,
            null,
            leave),
        new Action(
            "close-keep",
            Messages.get("shell.close.keep"),
            Messages.get("shell.close.keep.help"),
            null,
            null,
            () -> {}));
    return false;
  }

  private void keepElsewhere(Runnable then) {
    askFolder.get().ifPresent(folder -> desk.keepElsewhere(folder, then));
  }
}
