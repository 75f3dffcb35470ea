// SPDX-License-Identifier: Apache-2.0
package drydock.ui.editor;

import drydock.dockerfile.check.Fix;
import drydock.messages.Messages;

/// What a fix does, in a few words.
final class FixWords {
  private static final int LONGEST = 40;

  private FixWords() {}

  static String of(Fix fix) {
    if (fix.edits().size() == 1) {
      Fix.Edit edit = fix.edits().getFirst();
      String after = edit.replacement().strip();
      boolean fits = !after.contains("\n") && after.length() <= LONGEST;
      if (edit.span().length() == 0 && !after.isEmpty() && fits) {
        return Messages.get("editor.fix.insert", after);
      } else if (!after.isEmpty() && fits) {
        return Messages.get("editor.fix.change", after);
      } else if (edit.replacement().isEmpty()) {
        return Messages.get("editor.fix.remove");
      }
    }
    return Messages.get("editor.fix.any");
  }
}
