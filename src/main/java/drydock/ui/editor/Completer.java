// SPDX-License-Identifier: Apache-2.0
package drydock.ui.editor;

import drydock.dockerfile.Span;
import drydock.dockerfile.assist.Completion;
import drydock.dockerfile.assist.Proposal;
import drydock.dockerfile.check.Fix;
import drydock.ui.kit.Background;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import javafx.geometry.Bounds;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import org.fxmisc.richtext.CodeArea;
import org.fxmisc.richtext.model.PlainTextChange;
import org.jspecify.annotations.Nullable;

/// Completes what is being written: when asked to, and by itself while someone types. Opened by
/// itself, it takes the Enter key only for what is certainly meant: never for a path, an image, or
/// before a letter was typed.
final class Completer {
  private static final String OPENING = "$-={/,";

  /// Where nothing else could be meant. Names, paths and values may as well be new ones.
  private static final Set<Proposal.Kind> CERTAIN =
      Set.of(
          Proposal.Kind.INSTRUCTION,
          Proposal.Kind.SNIPPET,
          Proposal.Kind.FLAG,
          Proposal.Kind.DIRECTIVE,
          Proposal.Kind.RULE);

  /// From a key to the list: long enough for a quick typist not to see it.
  private static final Duration PAUSE = Duration.ofMillis(60);

  private final CodeArea area;
  private final Help help;
  private final Background background;
  private final CompletionList list;
  private final SnippetWalk snippets;
  private Completion completion = new Completion(new Span(0, 0), "", List.of());
  private long revision;
  private boolean asked;
  private boolean taking;
  private Runnable cancel = () -> {};

  Completer(CodeArea area, Help help, Background background) {
    this.area = area;
    this.help = help;
    this.background = background;
    this.list = new CompletionList(area, this::take);
    this.snippets = new SnippetWalk(area, help.file());
    area.addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
    area.addEventFilter(MouseEvent.MOUSE_PRESSED, _ -> hide());
    area.addEventFilter(ScrollEvent.SCROLL, _ -> hide());
    area.plainTextChanges().subscribe(this::changed);
    area.caretPositionProperty().addListener((_, _, caret) -> moved(caret));
    area.focusedProperty().addListener((_, _, focused) -> left(focused));
    area.sceneProperty().addListener(_ -> list.remove());
  }

  boolean isShowing() {
    return list.isShowing();
  }

  void hide() {
    cancel.run();
    list.hide();
  }

  /// Shows what could stand at the caret.
  void complete() {
    asked = true;
    ask();
  }

  private void ask() {
    if (area.getSelection().getLength() > 0 && !snippets.isWalking()) {
      hide();
      return;
    }
    help.complete(area.getCaretPosition(), this::show);
  }

  private void show(Completion found) {
    completion = found;
    revision = help.file().revision();
    List<Proposal> proposals = found.proposals();
    boolean written = proposals.stream().anyMatch(p -> p.label().equalsIgnoreCase(found.typed()));
    boolean worth =
        asked
            || (!written
                && (!found.typed().isEmpty() || isOpening(area.getCaretPosition()))
                && (found.typed().isEmpty()
                    || found.typed().chars().anyMatch(Character::isLetterOrDigit)
                    || found.typed().startsWith("--")));
    Bounds place = place(found);
    if (proposals.isEmpty() || !worth || place == null) {
      hide();
      return;
    }
    if (!list.show(proposals, place, asked || isCertain(found))) {
      hide();
    }
  }

  private boolean isCertain(Completion found) {
    Proposal.Kind kind = found.proposals().getFirst().kind();
    boolean expands = kind == Proposal.Kind.VARIABLE && isOpening(found.replaced().start());
    return !found.typed().isEmpty() && (expands || CERTAIN.contains(kind));
  }

  private boolean isOpening(int caret) {
    return caret > 0 && OPENING.indexOf(area.getText(caret - 1, caret).charAt(0)) >= 0;
  }

  /// Where the word begins on the screen, as high as its line.
  private @Nullable Bounds place(Completion found) {
    Span word = found.replaced();
    return word.length() == 0 || word.end() > area.getLength()
        ? area.getCaretBounds().orElse(null)
        : area.getCharacterBoundsOnScreen(word.start(), word.start() + 1)
            .or(area::getCaretBounds)
            .orElse(null);
  }

  private void take() {
    if (revision != help.file().revision()) {
      hide();
      return;
    }
    Proposal proposal = list.chosenOrFirst();
    hide();
    int start = completion.replaced().start();
    Fix fix = completion.fix(proposal);
    taking = true;
    help.file().edit(fix);
    snippets.begin(proposal.insert(), start);
    taking = false;
    area.requestFocus();
    area.requestFollowCaret();
    if (leadsOn(proposal)) {
      asked = false;
      help.complete(area.getCaretPosition(), this::further);
    }
  }

  /// What is taken asks for more: a flag for its value, a folder for what is in it.
  private static boolean leadsOn(Proposal proposal) {
    String text = proposal.insert().text();
    return proposal.insert().stops().isEmpty() && (text.endsWith("=") || text.endsWith("/"));
  }

  private void further(Completion found) {
    Bounds place = place(found);
    if (!found.proposals().isEmpty() && place != null) {
      completion = found;
      revision = help.file().revision();
      list.show(found.proposals(), place, false);
    }
  }

  private void changed(PlainTextChange change) {
    if (change.isIdentity() || taking) {
      return;
    }
    String typed = change.getInserted();
    boolean types = area.isFocused() && typed.length() == 1 && change.getRemoved().length() <= 1;
    boolean erases = list.isShowing() && typed.isEmpty() && change.getRemoved().length() == 1;
    if (erases || (types && isPartOfWord(typed.charAt(0)))) {
      asked &= list.isShowing();
      cancel.run();
      cancel = background.after(PAUSE, this::ask);
    } else {
      hide();
    }
  }

  private static boolean isPartOfWord(char c) {
    return Character.isLetterOrDigit(c) || OPENING.indexOf(c) >= 0 || "_.:#".indexOf(c) >= 0;
  }

  /// When the caret leaves the word without a change of the text, the list goes.
  private void moved(int caret) {
    boolean same = revision == help.file().revision();
    if (!taking && same && !completion.replaced().touches(caret)) {
      hide();
    }
  }

  private void left(boolean focused) {
    if (!focused) {
      hide();
      snippets.end();
    }
  }

  private void pressed(KeyEvent event) {
    if (event.isConsumed() || event.isAltDown() || event.isMetaDown() || event.isControlDown()) {
      return;
    }
    if (list.isShowing() ? inList(event) : snippets.isWalking() && inSnippet(event)) {
      event.consume();
    }
  }

  private boolean inList(KeyEvent event) {
    switch (event.getCode()) {
      case DOWN -> list.walk(1);
      case UP -> list.walk(-1);
      case PAGE_DOWN -> list.walk(8);
      case PAGE_UP -> list.walk(-8);
      case ESCAPE -> hide();
      case TAB -> {
        if (event.isShiftDown()) {
          return false;
        }
        take();
      }
      case ENTER -> {
        if (event.isShiftDown() || list.chosen() == null) {
          hide();
          return false;
        }
        take();
      }
      default -> {
        return false;
      }
    }
    return true;
  }

  private boolean inSnippet(KeyEvent event) {
    switch (event.getCode()) {
      case TAB -> snippets.step(event.isShiftDown());
      case ESCAPE -> snippets.end();
      default -> {
        return false;
      }
    }
    return true;
  }
}
