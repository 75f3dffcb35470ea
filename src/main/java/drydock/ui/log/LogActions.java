// SPDX-License-Identifier: Apache-2.0
package drydock.ui.log;

import drydock.messages.Messages;
import drydock.ui.kit.Action;
import java.util.List;

/// What can be done with a log.
final class LogActions {
  private final Action find;
  private final Action latest;
  private final Action fold;
  private final Action unfold;
  private final Action copy;
  private final Action save;
  private final Action clear;

  LogActions(LogView view, LogModel model) {
    find =
        new Action(
            "log-find",
            Messages.get("log.find"),
            Messages.get("log.find.help"),
            "mdi2m-magnify",
            "Shortcut+Shift+F",
            view::find);
    latest =
        new Action(
            "log-jump",
            Messages.get("log.jump"),
            Messages.get("log.jump.help"),
            "mdi2a-arrow-collapse-down",
            "Alt+END",
            view::latest);
    fold =
        new Action(
            "log-fold",
            Messages.get("log.fold"),
            Messages.get("log.fold.help"),
            "mdi2u-unfold-less-horizontal",
            "Alt+UP",
            () -> model.foldAll(true));
    unfold =
        new Action(
            "log-unfold",
            Messages.get("log.unfold"),
            Messages.get("log.unfold.help"),
            "mdi2u-unfold-more-horizontal",
            "Alt+DOWN",
            () -> model.foldAll(false));
    copy =
        new Action(
            "log-copy",
            Messages.get("log.copy"),
            Messages.get("log.copy.help"),
            "mdi2c-content-copy",
            "Shortcut+Shift+C",
            view::copy);
    save =
        new Action(
            "log-save",
            Messages.get("log.save"),
            Messages.get("log.save.help"),
            "mdi2c-content-save-outline",
            "Shortcut+Shift+L",
            view::save);
    clear =
        new Action(
            "log-clear",
            Messages.get("log.clear"),
            Messages.get("log.clear.help"),
            "mdi2d-delete-sweep-outline",
            "Shortcut+Shift+K",
            model::clear);
    for (Action action : List.of(fold, unfold, copy, save, clear)) {
      action.enabledProperty().bind(model.hasRowsProperty());
    }
  }

  /// For a menu.
  List<Action> all() {
    return List.of(find, latest, fold, unfold, copy, save, clear);
  }

  /// For the foot of the pane.
  List<Action> buttons() {
    return List.of(find, fold, unfold, copy, save, clear);
  }
}
