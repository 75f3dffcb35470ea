// SPDX-License-Identifier: Apache-2.0
package drydock.ui.editor;

import drydock.dockerfile.assist.Outline;
import drydock.dockerfile.assist.Rename;
import drydock.dockerfile.assist.Symbol;
import drydock.messages.Messages;
import drydock.ui.kit.Action;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;

/// What help can be asked for while a Dockerfile is written.
final class HelpActions {
  private final EditorView view;
  private final List<Action> all;

  HelpActions(EditorModel model, EditorView view) {
    this.view = view;
    all =
        List.of(
            new Action(
                "editor-complete",
                Messages.get("editor.complete.text"),
                Messages.get("editor.complete.help"),
                "mdi2f-format-list-text",
                "Ctrl+SPACE",
                () -> with(help -> help.completer().complete())),
            new Action(
                "editor-definition",
                Messages.get("editor.definition.text"),
                Messages.get("editor.definition.help"),
                "mdi2a-arrow-up-left",
                "F12",
                () -> with(this::goToDefinition)),
            new Action(
                "editor-references",
                Messages.get("editor.references.text"),
                Messages.get("editor.references.help"),
                "mdi2f-format-list-bulleted",
                "Shift+F12",
                () -> with(this::showReferences)),
            new Action(
                "editor-rename-symbol",
                Messages.get("editor.renameSymbol.text"),
                Messages.get("editor.renameSymbol.help"),
                "mdi2f-form-textbox",
                "Shift+F2",
                () -> with(this::askName)),
            new Action(
                "editor-outline",
                Messages.get("editor.outline.text"),
                Messages.get("editor.outline.help"),
                "mdi2f-file-tree-outline",
                "Shortcut+Shift+O",
                () -> with(this::showOutline)),
            new Action(
                "editor-comment",
                Messages.get("editor.comment.text"),
                Messages.get("editor.comment.help"),
                "mdi2p-pound",
                "Shortcut+SLASH",
                () -> with(FileHelp::toggleComment)),
            new Action(
                "editor-fold",
                Messages.get("editor.fold.text"),
                Messages.get("editor.fold.help"),
                "mdi2u-unfold-less-horizontal",
                "Shortcut+Shift+OPEN_BRACKET",
                () -> with(help -> help.folding().toggleAround(help.caretLine() - 1))),
            new Action(
                "editor-fold-all",
                Messages.get("editor.foldAll.text"),
                Messages.get("editor.foldAll.help"),
                "mdi2u-unfold-more-horizontal",
                "Shortcut+Shift+CLOSE_BRACKET",
                () -> with(help -> help.folding().toggleAll())));
    BooleanBinding none =
        Bindings.createBooleanBinding(
            () -> {
              OpenFile file = model.current().get();
              return file == null || file.reading() == null;
            },
            model.current());
    all.forEach(action -> action.enabledProperty().bind(none.not()));
  }

  List<Action> all() {
    return all;
  }

  private void with(Consumer<FileHelp> action) {
    FileHelp help = view.help();
    if (help != null) {
      action.accept(help);
    }
  }

  private void goToDefinition(FileHelp help) {
    if (!help.goToDefinition()) {
      view.prompt().tell(Messages.get("editor.definition.none"), view::focusText);
    }
  }

  private void showReferences(FileHelp help) {
    Symbol symbol = help.symbol();
    if (symbol == null) {
      view.prompt().tell(Messages.get("editor.definition.none"), view::focusText);
      return;
    }
    List<PickList.Row> rows = new ArrayList<>();
    for (Symbol.Occurrence occurrence : symbol.occurrences()) {
      int line = help.lineOf(occurrence.span());
      String role =
          occurrence.role() == Symbol.Role.DECLARATION
              ? Messages.get("editor.references.declared")
              : "";
      rows.add(
          new PickList.Row(0, "", help.line(line), role, line, () -> help.goTo(occurrence.span())));
    }
    help.picks()
        .show(
            Messages.get("editor.references.title", symbol.name(), rows.size()),
            Messages.get("editor.pick.filter"),
            rows,
            help.caretLine());
  }

  private void showOutline(FileHelp help) {
    List<PickList.Row> rows = new ArrayList<>();
    help.outline().forEach(item -> add(item, 0, help, rows));
    help.picks()
        .show(
            Messages.get("editor.outline.title"),
            Messages.get("editor.pick.filter"),
            rows,
            help.caretLine());
  }

  private static void add(Outline.Item item, int depth, FileHelp help, List<PickList.Row> rows) {
    rows.add(
        new PickList.Row(
            depth,
            item.keyword(),
            item.label(),
            item.detail(),
            item.firstLine(),
            () -> help.goTo(item.span())));
    item.children().forEach(child -> add(child, depth + 1, help, rows));
  }

  private void askName(FileHelp help) {
    Symbol symbol = help.symbol();
    int caret = help.caret();
    if (symbol == null || symbol.isFixed()) {
      if (help.rename(caret, "x") instanceof Rename.Refusal refusal) {
        view.prompt().tell(refusal.sentence(), view::focusText);
      }
      return;
    }
    int places =
        (int) symbol.occurrences().stream().filter(o -> o.role() != Symbol.Role.HIDDEN_USE).count();
    view.prompt()
        .askName(
            Messages.get("editor.renameSymbol.question", symbol.name(), places),
            symbol.name(),
            Messages.get("editor.rename.yes"),
            name -> rename(help, caret, symbol, name));
  }

  private void rename(FileHelp help, int caret, Symbol symbol, String name) {
    if (name.equals(symbol.name())) {
      return;
    }
    switch (help.rename(caret, name)) {
      case Rename.Change change -> {
        help.edit(change.fix());
        view.focusText();
        view.prompt()
            .tell(
                Messages.get("editor.renameSymbol.done", change.places(), name, change.caution()),
                view::focusText);
      }
      case Rename.Refusal refusal -> view.prompt().tell(refusal.sentence(), view::focusText);
    }
  }
}
