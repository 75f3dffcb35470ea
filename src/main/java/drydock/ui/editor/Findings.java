// SPDX-License-Identifier: Apache-2.0
package drydock.ui.editor;

import drydock.dockerfile.Dockerfile;
import drydock.dockerfile.check.Finding;
import drydock.ui.kit.Background;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyLongProperty;
import javafx.beans.property.ReadOnlyLongWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.fxmisc.richtext.model.PlainTextChange;
import org.fxmisc.richtext.model.TwoDimensional.Bias;
import org.jspecify.annotations.Nullable;

/// What there is to say about one Dockerfile, in the order of its text. Between one look at the
/// file and the next, findings move with their text, and go when it was edited, because they were
/// said of another.
final class Findings {
  /// More than anyone reads; so that a file that is no Dockerfile at all stays quick to edit.
  static final int MOST = 1_000;

  private final OpenFile file;
  private final Reading reading;
  private final FindingSource source;
  private final Background background;
  private final ObservableList<PlacedFinding> all = FXCollections.observableArrayList();
  private final ObservableList<PlacedFinding> seen = FXCollections.unmodifiableObservableList(all);
  private final ReadOnlyLongWrapper changes = new ReadOnlyLongWrapper();
  private final ReadOnlyLongWrapper looks = new ReadOnlyLongWrapper();
  private final List<Runnable> waiting = new ArrayList<>();
  private long checked = -1;
  private boolean complete = true;
  private int checks;

  Findings(OpenFile file, Reading reading, FindingSource source, Background background) {
    this.file = file;
    this.reading = reading;
    this.source = source;
    this.background = background;
    file.document().plainChanges().subscribe(this::follow);
    reading.latest().addListener(_ -> check());
  }

  ObservableList<PlacedFinding> all() {
    return seen;
  }

  /// Whether [#all] are all that there are.
  boolean isComplete() {
    return complete;
  }

  /// Changes whenever findings come, go or move.
  ReadOnlyLongProperty changes() {
    return changes.getReadOnlyProperty();
  }

  /// Changes with each look at the file.
  ReadOnlyLongProperty looks() {
    return looks.getReadOnlyProperty();
  }

  /// Looks again at a text that is the same: something else that matters has changed.
  void check() {
    Reading.Read read = reading.latest().get();
    int mine = ++checks;
    Function<Dockerfile, List<Finding>> look = source.now(file.name());
    background.call(
        () -> look.apply(read.dockerfile()),
        found -> {
          if (mine == checks && read.revision() == file.revision()) {
            show(found, read.revision());
          }
        },
        e -> {
          throw new IllegalStateException("a Dockerfile that cannot be checked", e);
        });
  }

  private void show(List<Finding> found, long revision) {
    checked = revision;
    List<PlacedFinding> next =
        found.stream()
            .limit(MOST)
            .map(finding -> new PlacedFinding(file, finding))
            .sorted(Comparator.comparingInt(PlacedFinding::start))
            .toList();
    complete = found.size() <= MOST;
    if (!isSame(next)) {
      all.setAll(next);
    }
    changes.set(changes.get() + 1);
    looks.set(looks.get() + 1);
    List<Runnable> due = List.copyOf(waiting);
    waiting.clear();
    due.forEach(Runnable::run);
  }

  /// Whether all that is said now is said already, and where. Then the list stays, with what is
  /// selected in it.
  private boolean isSame(List<PlacedFinding> next) {
    boolean same = next.size() == all.size();
    for (int i = 0; same && i < next.size(); i++) {
      same = all.get(i).adopt(next.get(i));
    }
    return same;
  }

  /// Runs `action` once the findings are those of the text as it is: at once, or as soon as they
  /// are.
  void whenCurrent(Runnable action) {
    if (checked == file.revision()) {
      action.run();
    } else {
      waiting.add(action);
      reading.now();
    }
  }

  /// The finding that says here what another said before; null when nobody does any more.
  @Nullable PlacedFinding like(PlacedFinding other) {
    return all.stream()
        .filter(f -> f.start() == other.start())
        .filter(f -> f.finding().code().equals(other.finding().code()))
        .findFirst()
        .orElse(null);
  }

  /// Those that touch a range of the text, in their order.
  List<PlacedFinding> touching(int start, int end) {
    List<PlacedFinding> touching = new ArrayList<>();
    for (PlacedFinding finding : all) {
      if (finding.start() > end) {
        break;
      }
      if (finding.end() >= start) {
        touching.add(finding);
      }
    }
    return touching;
  }

  /// Those at a place, or else those of its line.
  List<PlacedFinding> at(int offset) {
    int caret = Math.min(offset, file.document().getLength());
    List<PlacedFinding> here = touching(caret, caret);
    if (!here.isEmpty()) {
      return here;
    }
    var place = file.document().offsetToPosition(caret, Bias.Forward);
    int start = caret - place.getMinor();
    return touching(start, start + file.document().getParagraphs().get(place.getMajor()).length());
  }

  private void follow(PlainTextChange change) {
    waiting.clear();
    if (change.isIdentity() || all.isEmpty()) {
      return;
    }
    int removed = change.getRemoved().length();
    int inserted = change.getInserted().length();
    List<PlacedFinding> gone = new ArrayList<>();
    for (PlacedFinding finding : all) {
      if (!finding.follows(change.getPosition(), removed, inserted)) {
        gone.add(finding);
      }
    }
    if (!gone.isEmpty()) {
      all.removeAll(gone);
    }
    changes.set(changes.get() + 1);
  }
}
