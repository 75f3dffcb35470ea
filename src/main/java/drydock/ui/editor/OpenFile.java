// SPDX-License-Identifier: Apache-2.0
package drydock.ui.editor;

import drydock.dockerfile.check.Fix;
import drydock.dockerfile.check.Severity;
import drydock.messages.Messages;
import drydock.ui.kit.Background;
import drydock.workspace.Content;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleIntegerProperty;
import org.fxmisc.richtext.model.EditableStyledDocument;
import org.fxmisc.richtext.model.PlainTextChange;
import org.fxmisc.richtext.model.ReadOnlyStyledDocument;
import org.fxmisc.richtext.model.Replacement;
import org.fxmisc.richtext.model.SegmentOps;
import org.fxmisc.richtext.model.SimpleEditableStyledDocument;
import org.fxmisc.richtext.model.TwoDimensional.Bias;
import org.jspecify.annotations.Nullable;

/// A file that has a tab: its text, what of it is on the disk, its marks. Changed by [EditorModel] and [FileSaver] alone.
final class OpenFile {
  /// A place to show, its line counted from 1, its column from 0. Two wishes are never equal, so
  /// that the same place can be wished for twice.
  record Reveal(int line, int column, long wish) {}

  /// The file was changed by something else while it had unsaved changes.
  ///
  /// @param theirs null: it was deleted
  record Conflict(Content.@Nullable Text theirs) {}

  private final String name;
  private final LineMarks marks;
  private final EditableStyledDocument<Collection<String>, String, Collection<String>> document =
      new SimpleEditableStyledDocument<>(List.of(), List.of());
  private final ReadOnlyBooleanWrapper dirty = new ReadOnlyBooleanWrapper();
  private final ReadOnlyBooleanWrapper loaded = new ReadOnlyBooleanWrapper();
  private final ReadOnlyObjectWrapper<@Nullable String> unsavable = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyObjectWrapper<@Nullable String> obstacle = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyObjectWrapper<@Nullable Conflict> conflict = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyObjectWrapper<@Nullable Reveal> reveal = new ReadOnlyObjectWrapper<>();
  private final IntegerProperty caret = new SimpleIntegerProperty();
  private final List<Runnable> edited = new ArrayList<>();
  private final @Nullable Reading reading;
  private final @Nullable Findings findings;
  private Runnable endStep = () -> {};
  private Content.@Nullable Text onDisk;
  private long revision;
  private long copied = -1;
  private String text = "";
  private long textOf;
  private boolean taking;
  private boolean loading;

  OpenFile(String name, LineMarks marks, FindingSource source, Background background) {
    this.name = name;
    this.marks = marks;
    document.plainChanges().subscribe(this::changed);
    reading = FileKind.isDockerfile(name) ? new Reading(this, background) : null;
    findings = reading == null ? null : new Findings(this, reading, source, background);
  }

  String name() {
    return name;
  }

  LineMarks marks() {
    return marks;
  }

  EditableStyledDocument<Collection<String>, String, Collection<String>> document() {
    return document;
  }

  /// Made once for each edit: many ask for it.
  String text() {
    if (textOf != revision) {
      text = document.getText();
      textOf = revision;
    }
    return text;
  }

  /// Counts the edits.
  long revision() {
    return revision;
  }

  /// Has edits that are not on the disk.
  ReadOnlyBooleanProperty dirty() {
    return dirty.getReadOnlyProperty();
  }

  /// Why the last save failed; null when it did not.
  ReadOnlyObjectProperty<@Nullable String> unsavable() {
    return unsavable.getReadOnlyProperty();
  }

  void unsavable(String sentence) {
    unsavable.set(sentence);
  }

  /// Whether all edits are on some disk: on this file's, or in a copy elsewhere.
  boolean isSafe() {
    return !dirty.get() || copied == revision;
  }

  /// A copy of the text as it was at an edit is kept elsewhere.
  void copied(long at) {
    copied = at;
  }

  ReadOnlyBooleanProperty loaded() {
    return loaded.getReadOnlyProperty();
  }

  /// Why it cannot be edited; null when it can.
  ReadOnlyObjectProperty<@Nullable String> obstacle() {
    return obstacle.getReadOnlyProperty();
  }

  ReadOnlyObjectProperty<@Nullable Conflict> conflict() {
    return conflict.getReadOnlyProperty();
  }

  ReadOnlyObjectProperty<@Nullable Reveal> reveal() {
    return reveal.getReadOnlyProperty();
  }

  /// What the disk holds, as far as it is known; null for a file that is gone.
  Content.@Nullable Text onDisk() {
    return onDisk;
  }

  Content.Format format() {
    return onDisk == null ? Content.Format.PLAIN : onDisk.format();
  }

  /// True once: whoever asks first has to load it.
  boolean beginLoading() {
    boolean first = !loading;
    loading = true;
    return first;
  }

  /// Calls back after each edit that came from a person.
  void onEdit(Runnable action) {
    edited.add(action);
  }

  void wish(int line, int column) {
    Reveal last = reveal.get();
    reveal.set(new Reveal(line, column, last == null ? 1 : last.wish() + 1));
  }

  /// Offset of the caret.
  IntegerProperty caret() {
    return caret;
  }

  /// What is read of it; null unless it is a Dockerfile.
  @Nullable Reading reading() {
    return reading;
  }

  /// What there is to say about it; null unless it is a Dockerfile.
  @Nullable Findings findings() {
    return findings;
  }

  /// What went wrong on lines when they were built, apart from what a finding says there already.
  SortedMap<Integer, String> errors() {
    SortedMap<Integer, String> errors = new TreeMap<>();
    marks
        .errors()
        .forEach(
            (line, error) -> {
              if (!isSaid(line, error)) {
                errors.put(line, error);
              }
            });
    return errors;
  }

  /// What went wrong on a line; null for nothing, or when a finding says it.
  @Nullable String error(int line) {
    String error = marks.errors().get(line);
    return error == null || isSaid(line, error) ? null : error;
  }

  private boolean isSaid(int line, String error) {
    return findings != null
        && findings.all().stream()
            .filter(f -> f.finding().severity() == Severity.ERROR)
            .anyMatch(f -> error.contains(f.finding().message()) && f.line() == line);
  }

  /// Whoever keeps the steps that can be undone is told to end one here.
  void onStepEnd(Runnable action) {
    endStep = action;
  }

  /// Makes changes that are undone in one step. The caret stays where it is in the text.
  void edit(Fix fix) {
    List<Replacement<Collection<String>, String, Collection<String>>> steps = new ArrayList<>();
    int moved = 0; // each step finds the text as those before it left it
    for (Fix.Edit edit : fix.edits()) {
      steps.add(
          new Replacement<>(
              edit.span().start() + moved, edit.span().end() + moved, plain(edit.replacement())));
      moved += edit.replacement().length() - edit.span().length();
    }
    endStep.run();
    document.replaceMulti(steps);
    endStep.run();
  }

  private static ReadOnlyStyledDocument<Collection<String>, String, Collection<String>> plain(
      String text) {
    return ReadOnlyStyledDocument.fromString(
        text, List.of(), List.of(), SegmentOps.styledTextOps());
  }

  /// Shows what the disk holds. Only the part that differs is replaced, so caret, marks and undo stay where they can.
  void take(Content content) {
    switch (content) {
      case Content.Text text -> {
        obstacle.set(null);
        taking = true;
        try {
          replaceDifference(text.text());
        } finally {
          taking = false;
        }
        saved(text, revision);
      }
      case Content.Binary binary -> obstacle.set(whyNoText(name, binary));
    }
    loaded.set(true);
  }

  static String whyNoText(String name, Content.Binary binary) {
    return binary.utf16()
        ? Messages.get("editor.file.utf16", name)
        : Messages.get("editor.file.binary", name);
  }

  void refuse(String sentence) {
    onDisk = null;
    obstacle.set(sentence);
    loaded.set(true);
  }

  /// `text` is on the disk now; it was taken when the count of edits was `at`.
  void saved(Content.Text text, long at) {
    onDisk = text;
    conflict.set(null);
    unsavable.set(null);
    if (revision == at) {
      dirty.set(false);
    }
  }

  void conflictsWith(Content.@Nullable Text theirs) {
    conflict.set(new Conflict(theirs));
  }

  /// From now on the disk holds `theirs`: a save may replace it.
  void settle(Content.@Nullable Text theirs) {
    onDisk = theirs;
    conflict.set(null);
  }

  private void replaceDifference(String next) {
    String now = text();
    int most = Math.min(now.length(), next.length());
    int head = 0;
    while (head < most && now.charAt(head) == next.charAt(head)) {
      head++;
    }
    int tail = 0;
    while (tail < most - head
        && now.charAt(now.length() - 1 - tail) == next.charAt(next.length() - 1 - tail)) {
      tail++;
    }
    if (head + tail < Math.max(now.length(), next.length())) {
      document.replace(
          head, now.length() - tail, plain(next.substring(head, next.length() - tail)));
    }
  }

  private void changed(PlainTextChange change) {
    if (change.isIdentity()) {
      return;
    }
    revision++;
    moveMarks(change.getPosition(), change.getRemoved(), change.getInserted());
    if (!taking) {
      dirty.set(true);
      edited.forEach(Runnable::run);
    }
  }

  /// Marks stay on lines whose text stayed: whole lines may come or go before or behind them.
  private void moveMarks(int position, String removed, String inserted) {
    var start = document.offsetToPosition(position, Bias.Forward);
    int line = start.getMajor() + 1;
    int lost = lineEnds(removed);
    int won = lineEnds(inserted);
    boolean wholeLines =
        start.getMinor() == 0
            && (removed.isEmpty() || removed.endsWith("\n"))
            && (inserted.isEmpty() || inserted.endsWith("\n"));
    boolean behindLine =
        (removed.isEmpty() || removed.startsWith("\n"))
            && (inserted.isEmpty() || inserted.startsWith("\n"))
            && isLineEnd(position + inserted.length());
    if (wholeLines) {
      marks.replaced(line, lost, won);
    } else if (behindLine) {
      marks.replaced(line + 1, lost, won);
    } else {
      marks.replaced(line, lost + 1, won + 1);
    }
  }

  private boolean isLineEnd(int offset) {
    var position = document.offsetToPosition(offset, Bias.Forward);
    return document.getParagraphs().get(position.getMajor()).length() == position.getMinor();
  }

  private static int lineEnds(String text) {
    return (int) text.chars().filter(c -> c == '\n').count();
  }
}
