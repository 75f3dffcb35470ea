// SPDX-License-Identifier: Apache-2.0
package drydock.ui.editor;

import drydock.messages.Messages;
import drydock.ui.kit.Action;
import java.util.List;
import javafx.beans.binding.Bindings;
import javafx.scene.input.KeyCombination;

/// What can be done about findings.
final class FindingActions {
  private static final String FIX = "Alt+ENTER";
  static final KeyCombination FIX_KEYS = KeyCombination.valueOf(FIX);

  private final Action next;
  private final Action previous;
  private final Action explain;
  private final Action fix;

  FindingActions(EditorModel model, EditorView view) {
    Problems problems = model.problems();
    next =
        new Action(
            "editor-next-finding",
            Messages.get("editor.nextFinding.text"),
            Messages.get("editor.nextFinding.help"),
            "mdi2a-arrow-down",
            "F4",
            () -> {
              problems.next();
              view.focusText();
            });
    previous =
        new Action(
            "editor-previous-finding",
            Messages.get("editor.previousFinding.text"),
            Messages.get("editor.previousFinding.help"),
            "mdi2a-arrow-up",
            "Shift+F4",
            () -> {
              problems.previous();
              view.focusText();
            });
    explain =
        new Action(
            "editor-explain",
            Messages.get("editor.explain.text"),
            Messages.get("editor.explain.help"),
            "mdi2c-comment-question-outline",
            "Shortcut+K",
            view::explain);
    fix =
        new Action(
            "editor-fix",
            Messages.get("editor.fix.text"),
            Messages.get("editor.fix.help"),
            "mdi2a-auto-fix",
            FIX,
            problems::fixAtCaret);
    next.enabledProperty().bind(Bindings.isNotEmpty(problems.all()));
    previous.enabledProperty().bind(Bindings.isNotEmpty(problems.all()));
    fix.enabledProperty().bind(Bindings.isNotEmpty(problems.all()));
    explain.enabledProperty().bind(model.current().isNotNull());
  }

  List<Action> all() {
    return List.of(next, previous, explain, fix);
  }
}
