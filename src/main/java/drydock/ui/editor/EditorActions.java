// SPDX-License-Identifier: Apache-2.0
package drydock.ui.editor;

import drydock.messages.Messages;
import drydock.ui.kit.Action;
import java.util.List;
import java.util.function.Consumer;
import org.fxmisc.richtext.CodeArea;
import org.jspecify.annotations.Nullable;

/// What can be done in the editor, each thing once.
final class EditorActions {
  final Action newFile;
  final Action findNext;
  final Action findPrevious;
  final Action elsewhere;
  private final EditorModel model;
  private final EditorView view;
  private final Action save;
  private final Action rename;
  private final Action delete;
  private final Action close;
  private final Action undo;
  private final Action redo;
  private final Action find;
  private final List<Action> zoom;

  EditorActions(EditorModel model, EditorView view) {
    this.model = model;
    this.view = view;
    save =
        new Action(
            "editor-save",
            Messages.get("editor.save.text"),
            Messages.get("editor.save.help"),
            "mdi2c-content-save-all-outline",
            "Shortcut+S",
            () -> model.saveAll(() -> {}));
    elsewhere =
        new Action(
            "editor-elsewhere",
            Messages.get("editor.elsewhere.text"),
            Messages.get("editor.elsewhere.help"),
            "mdi2c-content-save-move-outline",
            null,
            view::keepElsewhere);
    newFile =
        new Action(
            "editor-new",
            Messages.get("editor.new.text"),
            Messages.get("editor.new.help"),
            "mdi2f-file-plus-outline",
            "Shortcut+N",
            this::askNew);
    rename =
        new Action(
            "editor-rename",
            Messages.get("editor.rename.text"),
            Messages.get("editor.rename.help"),
            "mdi2r-rename-box",
            "F2",
            () -> withFile(this::askRename));
    delete =
        new Action(
            "editor-delete",
            Messages.get("editor.delete.text"),
            Messages.get("editor.delete.help"),
            "mdi2d-delete-outline",
            "Shortcut+Shift+DELETE",
            () -> withFile(this::askDelete));
    close =
        new Action(
            "editor-close",
            Messages.get("editor.close.text"),
            Messages.get("editor.close.help"),
            "mdi2c-close",
            "Shortcut+W",
            () -> withFile(model::close));
    undo =
        new Action(
            "editor-undo",
            Messages.get("editor.undo.text"),
            Messages.get("editor.undo.help"),
            "mdi2u-undo",
            "Shortcut+Z",
            () -> withText(CodeArea::undo));
    redo =
        new Action(
            "editor-redo",
            Messages.get("editor.redo.text"),
            Messages.get("editor.redo.help"),
            "mdi2r-redo",
            "Shortcut+Shift+Z",
            () -> withText(CodeArea::redo));
    find =
        new Action(
            "editor-find-open",
            Messages.get("editor.find.text"),
            Messages.get("editor.find.help"),
            "mdi2m-magnify",
            "Shortcut+F",
            () -> view.find().open());
    findNext =
        new Action(
            "editor-find-next",
            Messages.get("editor.findNext.text"),
            Messages.get("editor.findNext.help"),
            "mdi2c-chevron-down",
            "F3",
            () -> view.find().step(true));
    findPrevious =
        new Action(
            "editor-find-previous",
            Messages.get("editor.findPrevious.text"),
            Messages.get("editor.findPrevious.help"),
            "mdi2c-chevron-up",
            "Shift+F3",
            () -> view.find().step(false));
    zoom =
        List.of(
            new Action(
                "editor-larger",
                Messages.get("editor.larger.text"),
                Messages.get("editor.larger.help"),
                "mdi2f-format-font-size-increase",
                "Shortcut+EQUALS",
                () -> model.zoom(1)),
            new Action(
                "editor-smaller",
                Messages.get("editor.smaller.text"),
                Messages.get("editor.smaller.help"),
                "mdi2f-format-font-size-decrease",
                "Shortcut+MINUS",
                () -> model.zoom(-1)),
            new Action(
                "editor-usual",
                Messages.get("editor.usual.text"),
                Messages.get("editor.usual.help"),
                null,
                "Shortcut+DIGIT0",
                () -> model.zoom(0)));
    undo.enabledProperty().set(false);
    redo.enabledProperty().set(false);
    model.current().addListener((_, _, file) -> enable(file));
    enable(model.current().get());
  }

  List<Action> all() {
    List<Action> first =
        List.of(newFile, save, rename, delete, close, undo, redo, find, findNext, findPrevious);
    return java.util.stream.Stream.concat(first.stream(), zoom.stream()).toList();
  }

  /// Those of the list of files.
  List<Action> files() {
    return List.of(newFile, rename, delete);
  }

  /// Undo and redo are there as long as this text, once it is in front, has something to undo.
  void follow(CodeArea area) {
    area.undoAvailableProperty().addListener((_, _, _) -> enableUndo());
    area.redoAvailableProperty().addListener((_, _, _) -> enableUndo());
    enableUndo();
  }

  void enableUndo() {
    CodeArea area = view.area();
    undo.enabledProperty().set(area != null && area.isUndoAvailable());
    redo.enabledProperty().set(area != null && area.isRedoAvailable());
  }

  private void enable(@Nullable OpenFile file) {
    for (Action action : List.of(rename, delete, close, find, findNext, findPrevious)) {
      action.enabledProperty().set(file != null);
    }
  }

  private void askNew() {
    String suggestion = model.names().contains("Dockerfile") ? "" : "Dockerfile";
    view.prompt()
        .askName(
            Messages.get("editor.new.question"),
            suggestion,
            Messages.get("editor.new.yes"),
            model::create);
  }

  private void askRename(OpenFile file) {
    view.prompt()
        .askName(
            Messages.get("editor.rename.question", file.name()),
            file.name(),
            Messages.get("editor.rename.yes"),
            to -> {
              if (!to.equals(file.name())) {
                model.rename(file.name(), to);
              }
            });
  }

  private void askDelete(OpenFile file) {
    view.prompt()
        .askChoice(
            Messages.get("editor.delete.question", file.name()),
            Messages.get("editor.delete.yes"),
            () -> model.delete(file.name()),
            Messages.get("editor.delete.no"),
            view::focusText);
  }

  private void withFile(Consumer<OpenFile> action) {
    OpenFile file = model.current().get();
    if (file != null) {
      action.accept(file);
    }
  }

  private void withText(Consumer<CodeArea> action) {
    CodeArea area = view.area();
    if (area != null) {
      action.accept(area);
    }
  }
}
