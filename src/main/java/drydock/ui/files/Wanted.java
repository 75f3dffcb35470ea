// SPDX-License-Identifier: Apache-2.0
package drydock.ui.files;

import drydock.archive.Change;
import drydock.archive.Filter;
import drydock.messages.Messages;
import java.util.EnumSet;
import java.util.Set;

/// Which files of a layer are shown.
enum Wanted {
  /// All that the layer does.
  LAYER,
  ADDED,
  CHANGED,
  REMOVED,
  /// All that a program sees after it, from whichever layer.
  SEEN;

  String words() {
    return switch (this) {
      case LAYER -> Messages.get("files.wanted.layer");
      case ADDED -> Messages.get("files.wanted.added");
      case CHANGED -> Messages.get("files.wanted.changed");
      case REMOVED -> Messages.get("files.wanted.removed");
      case SEEN -> Messages.get("files.wanted.seen");
    };
  }

  Filter filter(String text) {
    return switch (this) {
      case LAYER -> Filter.LAYER.text(text);
      case ADDED -> only(text, EnumSet.of(Change.ADDED));
      case CHANGED -> only(text, EnumSet.of(Change.CHANGED, Change.OPAQUE));
      case REMOVED -> only(text, EnumSet.of(Change.REMOVED));
      case SEEN -> Filter.SEEN.text(text);
    };
  }

  private static Filter only(String text, Set<Change> changes) {
    return new Filter(text, changes);
  }
}
