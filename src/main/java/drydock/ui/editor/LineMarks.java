// SPDX-License-Identifier: Apache-2.0
package drydock.ui.editor;

import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import javafx.beans.property.ReadOnlyLongProperty;
import javafx.beans.property.ReadOnlyLongWrapper;
import org.jspecify.annotations.Nullable;

/// What is marked on the lines of one file. Marks move with their lines as text is edited; a mark on a line that was itself
/// edited goes, because it was said of another text. Lines count from 1.
final class LineMarks {
  /// First and last line, both included.
  record Range(int first, int last) {}

  private SortedMap<Integer, LineNote> notes = new TreeMap<>();
  private SortedMap<Integer, String> errors = new TreeMap<>();
  private @Nullable Range highlighted;
  private @Nullable Range pointed;
  private final ReadOnlyLongWrapper revision = new ReadOnlyLongWrapper();

  /// Changes whenever the marks do.
  ReadOnlyLongProperty revision() {
    return revision.getReadOnlyProperty();
  }

  SortedMap<Integer, LineNote> notes() {
    return notes;
  }

  SortedMap<Integer, String> errors() {
    return errors;
  }

  @Nullable Range highlighted() {
    return highlighted;
  }

  @Nullable Range pointed() {
    return pointed;
  }

  void setPointed(@Nullable Range next) {
    if (!java.util.Objects.equals(pointed, next)) {
      pointed = next;
      changed();
    }
  }

  void setNotes(Map<Integer, LineNote> next) {
    notes = new TreeMap<>(next);
    changed();
  }

  void setErrors(Map<Integer, String> next) {
    errors = new TreeMap<>(next);
    changed();
  }

  void setHighlighted(@Nullable Range next) {
    highlighted = next;
    changed();
  }

  /// Follows an edit: the lines `[from, from + removed)` became `inserted` other lines.
  void replaced(int from, int removed, int inserted) {
    boolean moved = removed != inserted;
    boolean touched =
        isTouched(notes, from, removed, moved) || isTouched(errors, from, removed, moved);
    if (!touched && highlighted == null && pointed == null) {
      return;
    }
    notes = shifted(notes, from, removed, inserted);
    errors = shifted(errors, from, removed, inserted);
    highlighted = null;
    pointed = null;
    changed();
  }

  private static boolean isTouched(
      SortedMap<Integer, ?> marks, int from, int removed, boolean moved) {
    SortedMap<Integer, ?> rest = moved ? marks.tailMap(from) : marks.subMap(from, from + removed);
    return !rest.isEmpty();
  }

  private static <T> SortedMap<Integer, T> shifted(
      SortedMap<Integer, T> marks, int from, int removed, int inserted) {
    SortedMap<Integer, T> next = new TreeMap<>(marks.headMap(from));
    marks
        .tailMap(from + removed)
        .forEach((line, mark) -> next.put(line + inserted - removed, mark));
    return next;
  }

  private void changed() {
    revision.set(revision.get() + 1);
  }
}
