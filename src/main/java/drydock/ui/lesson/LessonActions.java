// SPDX-License-Identifier: Apache-2.0
package drydock.ui.lesson;

import drydock.lesson.Lesson;
import drydock.lesson.Progress;
import drydock.lesson.Step;
import drydock.messages.Messages;
import drydock.ui.kit.Action;
import java.util.List;

/// What can be done in a lesson. Each is enabled exactly when it would do something.
final class LessonActions {
  final Action next;
  final Action previous;
  final Action hint;
  final Action check;
  final Action skip;
  final Action reset;
  final Action lessons;
  private final LessonModel model;

  LessonActions(LessonModel model, Runnable askReset) {
    this.model = model;
    next =
        new Action(
            "lesson-next",
            Messages.get("lesson.action.next"),
            Messages.get("lesson.action.next.help"),
            "mdi2a-arrow-right",
            "Alt+PAGE_DOWN",
            model::next);
    previous =
        new Action(
            "lesson-previous",
            Messages.get("lesson.action.previous"),
            Messages.get("lesson.action.previous.help"),
            "mdi2a-arrow-left",
            "Alt+PAGE_UP",
            model::previous);
    hint =
        new Action(
            "lesson-hint",
            Messages.get("lesson.action.hint"),
            Messages.get("lesson.action.hint.help"),
            "mdi2l-lightbulb-outline",
            "Shortcut+Shift+H",
            model::showHint);
    check =
        new Action(
            "lesson-check",
            Messages.get("lesson.action.check"),
            Messages.get("lesson.action.check.help"),
            "mdi2r-refresh",
            "Shortcut+ENTER",
            model::checkNow);
    skip =
        new Action(
            "lesson-skip",
            Messages.get("lesson.action.skip"),
            Messages.get("lesson.action.skip.help"),
            "mdi2s-skip-next-outline",
            "Shift+Alt+PAGE_DOWN",
            model::skip);
    reset =
        new Action(
            "lesson-reset",
            Messages.get("lesson.action.reset"),
            Messages.get("lesson.action.reset.help"),
            "mdi2b-backup-restore",
            "Shortcut+Shift+BACK_SPACE",
            askReset);
    lessons =
        new Action(
            "lesson-list",
            Messages.get("lesson.action.lessons"),
            Messages.get("lesson.action.lessons.help"),
            "mdi2f-format-list-bulleted",
            "Alt+HOME",
            model::close);
    model.stepProperty().subscribe(_ -> enable());
    model.progressProperty().subscribe(_ -> enable());
    model.hintsShownProperty().subscribe(_ -> enable());
    model.folderProperty().subscribe(_ -> enable());
  }

  List<Action> all() {
    return List.of(next, previous, hint, check, skip, reset, lessons);
  }

  private void enable() {
    Lesson lesson = model.lessonProperty().get();
    Step step = model.stepProperty().get();
    boolean open = lesson != null && step != null;
    boolean solved =
        open && (step.goals().isEmpty() || model.ofStep().state() != Progress.State.OPEN);
    next.enabledProperty().set(solved);
    previous.enabledProperty().set(open && model.stepIndex() > 0);
    hint.enabledProperty().set(open && model.hintsShownProperty().get() < step.hints().size());
    check.enabledProperty().set(open && !step.goals().isEmpty());
    skip.enabledProperty().set(open && !solved);
    reset.enabledProperty().set(open && model.folderProperty().get() != null);
    lessons.enabledProperty().set(open);
  }
}
