// SPDX-License-Identifier: Apache-2.0
package drydock.ui.editor;

import drydock.dockerfile.assist.Fold;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;
import javafx.beans.property.ReadOnlyLongProperty;
import javafx.beans.property.ReadOnlyLongWrapper;
import org.fxmisc.richtext.CodeArea;
import org.fxmisc.richtext.model.PlainTextChange;
import org.fxmisc.richtext.model.TwoDimensional.Bias;
import org.jspecify.annotations.Nullable;

/// Which lines of a text are hidden behind others. The text itself is whole: hidden lines are
/// found, saved and built like all others. A fold opens when the caret is brought into it or its
/// lines are edited; the arrow keys step over it.
final class Folding {
  /// Hidden lines, in paragraphs counted from 0; `first` stays visible.
  private static final class Closed {
    int first;
    int last;

    Closed(int first, int last) {
      this.first = first;
      this.last = last;
    }

    boolean hides(int paragraph) {
      return first < paragraph && paragraph <= last;
    }
  }

  private final CodeArea area;
  private final Reading reading;
  private final List<Closed> closed = new ArrayList<>();
  private final ReadOnlyLongWrapper changes = new ReadOnlyLongWrapper();

  /// By first line; between two readings of the text they move with their lines.
  private NavigableMap<Integer, Fold> folds = new TreeMap<>();

  Folding(CodeArea area, Reading reading) {
    this.area = area;
    this.reading = reading;
    reading.latest().addListener(_ -> read());
    area.plainTextChanges().subscribe(this::follow);
    area.currentParagraphProperty().addListener((_, from, to) -> step(from, to));
    area.selectionProperty().addListener(_ -> showSelection());
    read();
  }

  /// Changes whenever lines are hidden or shown, or other lines can be.
  ReadOnlyLongProperty changes() {
    return changes.getReadOnlyProperty();
  }

  /// Whether anything is hidden.
  boolean isFolded() {
    return !closed.isEmpty();
  }

  boolean isHidden(int paragraph) {
    return closed.stream().anyMatch(c -> c.hides(paragraph));
  }

  /// How many lines are hidden behind a paragraph; 0 when it hides none.
  int hiddenBehind(int paragraph) {
    Closed found = at(paragraph);
    return found == null ? 0 : found.last - found.first;
  }

  /// Whether lines can be hidden behind a paragraph, or are.
  boolean canFold(int paragraph) {
    return at(paragraph) != null || fold(paragraph) != null;
  }

  /// Hides the lines behind a paragraph, or shows them.
  void toggle(int paragraph) {
    Closed present = at(paragraph);
    Fold fold = fold(paragraph);
    if (present != null) {
      closed.remove(present);
    } else if (fold != null) {
      int last = Math.min(fold.lastLine(), area.getParagraphs().size()) - 1;
      if (last <= paragraph) {
        return; // its lines went with the last edit
      }
      closed.add(new Closed(paragraph, last));
      int caret = area.getCurrentParagraph();
      if (caret > paragraph && caret <= last) {
        area.moveTo(paragraph, area.getParagraphLength(paragraph));
      }
    } else {
      return;
    }
    changed();
  }

  /// Hides the innermost lines that can be hidden around a paragraph, or shows those behind it.
  void toggleAround(int paragraph) {
    if (canFold(paragraph)) {
      toggle(paragraph);
      return;
    }
    Fold innermost = null;
    for (Fold fold : folds.headMap(paragraph + 1, true).values()) {
      if (fold.firstLine() <= paragraph + 1 && paragraph + 1 <= fold.lastLine()) {
        innermost = fold;
      }
    }
    if (innermost != null) {
      toggle(innermost.firstLine() - 1);
    }
  }

  /// Hides all that can be hidden, or shows all when anything is hidden.
  void toggleAll() {
    if (closed.isEmpty()) {
      for (Fold fold : folds.values()) {
        if (!isHidden(fold.firstLine() - 1)) {
          toggle(fold.firstLine() - 1);
        }
      }
    } else {
      closed.clear();
      changed();
    }
  }

  private @Nullable Closed at(int paragraph) {
    return closed.stream().filter(c -> c.first == paragraph).findFirst().orElse(null);
  }

  private @Nullable Fold fold(int paragraph) {
    return folds.get(paragraph + 1);
  }

  private void read() {
    folds = byLine(Fold.of(reading.latest().get().dockerfile()));
    changes.set(changes.get() + 1);
  }

  private void changed() {
    changes.set(changes.get() + 1);
  }

  /// One step into hidden lines steps over them; any other way in shows them.
  private void step(int from, int to) {
    for (Closed fold : List.copyOf(closed)) {
      if (!fold.hides(to)) {
        continue;
      }
      int over = fold.last + 1;
      if (from == fold.first && to == from + 1 && over < area.getParagraphs().size()) {
        area.moveTo(over, Math.min(area.getCaretColumn(), area.getParagraphLength(over)));
      } else if (from == over && to == fold.last) {
        area.moveTo(
            fold.first, Math.min(area.getCaretColumn(), area.getParagraphLength(fold.first)));
      } else {
        closed.remove(fold);
        changed();
      }
    }
  }

  /// What is selected in hidden lines alone, as a search does, is shown.
  private void showSelection() {
    if (area.getSelection().getLength() == 0 || closed.isEmpty()) {
      return;
    }
    int start = paragraph(area.getSelection().getStart());
    int end = paragraph(area.getSelection().getEnd());
    if (closed.removeIf(c -> c.hides(start) && c.hides(end))) {
      changed();
    }
  }

  private int paragraph(int offset) {
    return area.offsetToPosition(Math.min(offset, area.getLength()), Bias.Backward).getMajor();
  }

  private static NavigableMap<Integer, Fold> byLine(List<Fold> folds) {
    NavigableMap<Integer, Fold> byLine = new TreeMap<>();
    folds.forEach(fold -> byLine.put(fold.firstLine(), fold));
    return byLine;
  }

  private void follow(PlainTextChange change) {
    if (change.isIdentity()) {
      return;
    }
    int line = area.offsetToPosition(change.getPosition(), Bias.Forward).getMajor();
    int lost = lineEnds(change.getRemoved());
    int won = lineEnds(change.getInserted());
    if (lost != won) {
      folds = byLine(folds.values().stream().map(f -> moved(f, line + 1, won - lost)).toList());
    }
    boolean opened = false;
    for (Closed fold : List.copyOf(closed)) {
      boolean above = line + lost < fold.first;
      boolean inHead = line == fold.first && lost == 0 && won == 0;
      // a line break at the very begin of the head moves it down
      if (above || (line + lost == fold.first && endsBeforeHead(change))) {
        fold.first += won - lost;
        fold.last += won - lost;
      } else if (line <= fold.last && !inHead) {
        closed.remove(fold);
        opened = true;
      }
    }
    if (opened || lost != won) {
      changed();
    }
  }

  private static Fold moved(Fold fold, int line, int by) {
    int first = fold.firstLine() > line ? Math.max(1, fold.firstLine() + by) : fold.firstLine();
    int last = fold.lastLine() >= line ? fold.lastLine() + by : fold.lastLine();
    return new Fold(fold.kind(), first, Math.max(first, last));
  }

  /// Whether whole lines came or went above the line in which the change ends.
  private static boolean endsBeforeHead(PlainTextChange change) {
    String removed = change.getRemoved();
    String inserted = change.getInserted();
    return (removed.isEmpty() || removed.endsWith("\n"))
        && (inserted.isEmpty() || inserted.endsWith("\n"))
        && !(removed.isEmpty() && inserted.isEmpty());
  }

  private static int lineEnds(String text) {
    return (int) text.chars().filter(c -> c == '\n').count();
  }
}
