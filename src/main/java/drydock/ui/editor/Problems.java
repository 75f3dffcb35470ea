// SPDX-License-Identifier: Apache-2.0
package drydock.ui.editor;

import drydock.ui.kit.Background;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyLongProperty;
import javafx.beans.property.ReadOnlyLongWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;
import org.fxmisc.richtext.model.TwoDimensional.Bias;
import org.jspecify.annotations.Nullable;

/// What there is to say about all open files, found while they are edited. JavaFX thread only.
public final class Problems {
  private final ObservableList<OpenFile> files;
  private final ReadOnlyObjectProperty<@Nullable OpenFile> current;
  private final Consumer<String> open;
  private final Background background;
  private final ObservableList<PlacedFinding> all = FXCollections.observableArrayList();
  private final ObservableList<PlacedFinding> seen = FXCollections.unmodifiableObservableList(all);
  private final ReadOnlyBooleanWrapper complete = new ReadOnlyBooleanWrapper(true);
  private final ReadOnlyLongWrapper changes = new ReadOnlyLongWrapper();
  private Runnable cancel = () -> {};

  /// @param open brings a file to the front
  Problems(
      ObservableList<OpenFile> files,
      ReadOnlyObjectProperty<@Nullable OpenFile> current,
      Consumer<String> open,
      Background background) {
    this.files = files;
    this.current = current;
    this.open = open;
    this.background = background;
    files.addListener(
        (ListChangeListener<OpenFile>)
            change -> {
              while (change.next()) {
                change.getAddedSubList().forEach(this::follow);
              }
              gather();
            });
  }

  /// All findings, file by file in the order of their texts. They move with their texts.
  public ObservableList<PlacedFinding> all() {
    return seen;
  }

  /// Whether [#all] are all that there are: of a file without end only the first are kept.
  public ReadOnlyBooleanProperty completeProperty() {
    return complete.getReadOnlyProperty();
  }

  /// Changes whenever findings come, go or move.
  ReadOnlyLongProperty changes() {
    return changes.getReadOnlyProperty();
  }

  /// Looks at all files again: something beside their texts has changed.
  public void checkAgain() {
    findings().forEach(Findings::check);
  }

  /// Brings the caret to the next place that something is said of, behind the last to the first.
  public void next() {
    all.stream()
        .filter(finding -> compareToCaret(finding) > 0)
        .findFirst()
        .or(() -> all.stream().findFirst())
        .ifPresent(this::goTo);
  }

  /// Brings the caret to the place before, from the first to the last.
  public void previous() {
    List<PlacedFinding> backwards = all.reversed();
    backwards.stream()
        .filter(finding -> compareToCaret(finding) < 0)
        .findFirst()
        .or(() -> backwards.stream().findFirst())
        .ifPresent(this::goTo);
  }

  /// Opens the file and brings the caret to the place.
  public void goTo(PlacedFinding finding) {
    open.accept(finding.file());
    var place = finding.openFile().document().offsetToPosition(finding.start(), Bias.Forward);
    finding.openFile().wish(place.getMajor() + 1, place.getMinor());
  }

  /// Makes the mechanical change that removes a finding, as one step that can be undone. When the
  /// text is not the one that was checked, it is checked first: then the change is made only if the
  /// finding still stands.
  public void fix(PlacedFinding finding) {
    OpenFile file = finding.openFile();
    Findings findings = file.findings();
    if (findings != null) {
      findings.whenCurrent(
          () -> {
            PlacedFinding now = findings.like(finding);
            if (now != null && now.finding().fix() != null) {
              if (!atCaret().contains(now)) {
                goTo(now);
              }
              file.edit(now.finding().fix());
            }
          });
    }
  }

  /// Makes the first change that there is for where the caret is.
  void fixAtCaret() {
    atCaret().stream().filter(f -> f.finding().fix() != null).findFirst().ifPresent(this::fix);
  }

  /// What is said where the caret is, or else of its line.
  List<PlacedFinding> atCaret() {
    OpenFile file = current.get();
    Findings findings = file == null ? null : file.findings();
    return file == null || findings == null ? List.of() : findings.at(file.caret().get());
  }

  private int compareToCaret(PlacedFinding finding) {
    OpenFile here = current.get();
    int caret = here == null ? 0 : here.caret().get();
    return finding.openFile() == here
        ? Integer.compare(finding.start(), caret)
        : Integer.compare(files.indexOf(finding.openFile()), files.indexOf(here));
  }

  private void follow(OpenFile file) {
    Findings findings = file.findings();
    if (findings != null) {
      findings.all().addListener((ListChangeListener<PlacedFinding>) _ -> gather());
      findings.changes().addListener(_ -> changed());
    } else if (file.name().endsWith(".dockerignore")) {
      file.document().plainChanges().subscribe(_ -> checkSoon());
    }
  }

  /// What the build leaves out is being edited.
  private void checkSoon() {
    cancel.run();
    cancel = background.after(Reading.PAUSE, this::checkAgain);
  }

  private void gather() {
    all.setAll(findings().flatMap(findings -> findings.all().stream()).toList());
  }

  private void changed() {
    complete.set(findings().allMatch(Findings::isComplete));
    changes.set(changes.get() + 1);
  }

  private Stream<Findings> findings() {
    return files.stream().map(OpenFile::findings).filter(java.util.Objects::nonNull);
  }
}
