// SPDX-License-Identifier: Apache-2.0
package drydock.ui.shell;

import drydock.messages.Messages;

/// Name and help of the window's own actions.
final class ActionTexts {
  private ActionTexts() {}

  static String name(String id) {
    return switch (id) {
      case "build" -> Messages.get("shell.action.build");
      case "cancel-build" -> Messages.get("shell.action.cancelBuild");
      case "run" -> Messages.get("shell.action.run");
      case "theme" -> Messages.get("shell.action.theme");
      case "try-again" -> Messages.get("shell.action.tryAgain");
      case "about-engine" -> Messages.get("shell.action.aboutEngine");
      case "open-folder" -> Messages.get("shell.action.openFolder");
      case "save-recording" -> Messages.get("shell.action.saveRecording");
      case "open-recording" -> Messages.get("shell.action.openRecording");
      case "quit" -> Messages.get("shell.action.quit");
      case "projector" -> Messages.get("shell.action.projector");
      case "notes" -> Messages.get("shell.action.notes");
      case "next-pane" -> Messages.get("shell.action.nextPane");
      case "previous-pane" -> Messages.get("shell.action.previousPane");
      case "larger" -> Messages.get("shell.action.larger");
      case "smaller" -> Messages.get("shell.action.smaller");
      case "usual-size" -> Messages.get("shell.action.usualSize");
      default -> throw new IllegalArgumentException(id);
    };
  }

  static String help(String id) {
    return switch (id) {
      case "build" -> Messages.get("shell.action.build.help");
      case "cancel-build" -> Messages.get("shell.action.cancelBuild.help");
      case "run" -> Messages.get("shell.action.run.help");
      case "theme" -> Messages.get("shell.action.theme.help");
      case "try-again" -> Messages.get("shell.action.tryAgain.help");
      case "about-engine" -> Messages.get("shell.action.aboutEngine.help");
      case "open-folder" -> Messages.get("shell.action.openFolder.help");
      case "save-recording" -> Messages.get("shell.action.saveRecording.help");
      case "open-recording" -> Messages.get("shell.action.openRecording.help");
      case "quit" -> Messages.get("shell.action.quit.help");
      case "projector" -> Messages.get("shell.action.projector.help");
      case "notes" -> Messages.get("shell.action.notes.help");
      case "next-pane" -> Messages.get("shell.action.nextPane.help");
      case "previous-pane" -> Messages.get("shell.action.previousPane.help");
      case "larger" -> Messages.get("shell.action.larger.help");
      case "smaller" -> Messages.get("shell.action.smaller.help");
      case "usual-size" -> Messages.get("shell.action.usualSize.help");
      default -> throw new IllegalArgumentException(id);
    };
  }
}
