// SPDX-License-Identifier: Apache-2.0
package drydock.ui.files;

import drydock.archive.Change;
import drydock.messages.Messages;

/// How a change is shown: a sign, a word and a colour, so that none of the three has to be seen to know it.
///
/// @param style class of its colour
record ChangeLook(String sign, String word, String style) {
  static ChangeLook of(Change change) {
    return switch (change) {
      case NONE -> new ChangeLook("", "", "files-same");
      case ADDED -> new ChangeLook("+", Messages.get("files.change.added"), "files-added");
      case CHANGED -> new ChangeLook("~", Messages.get("files.change.changed"), "files-changed");
      case REMOVED -> new ChangeLook("−", Messages.get("files.change.removed"), "files-removed");
      case OPAQUE -> new ChangeLook("○", Messages.get("files.change.opaque"), "files-removed");
    };
  }

  /// "+ added"; empty for what stays.
  String words() {
    return (sign + " " + word).strip();
  }
}
