// SPDX-License-Identifier: Apache-2.0
package drydock.ui.editor;

import drydock.messages.Messages;
import drydock.ui.kit.Background;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Supplier;
import javafx.beans.binding.Bindings;
import javafx.geometry.NodeOrientation;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.fxmisc.flowless.VirtualizedScrollPane;
import org.fxmisc.richtext.CodeArea;
import org.fxmisc.richtext.model.TwoDimensional.Bias;
import org.jspecify.annotations.Nullable;

/// What a tab shows: the text of a file with its marks, or why it cannot be shown.
final class FilePane {
  private static final Duration FLASH = Duration.ofMillis(1200);

  private final OpenFile file;
  private final Background background;
  private final CodeArea area;
  private final BorderPane node = new BorderPane();
  private final Label message = new Label();
  private final Hover hover;
  private final @Nullable FileHelp help;
  private SortedMap<Integer, String> errorsShown = new TreeMap<>();
  private boolean styled;
  private int flashing;

  FilePane(
      OpenFile file,
      Background background,
      Problems problems,
      Supplier<EditorLinks> links,
      Supplier<HelpSource> source) {
    this.file = file;
    this.background = background;
    area = new CodeArea(file.document());
    area.getStyleClass().add(Styles.AREA);
    area.setId("editor-text");
    area.setWrapText(true);
    area.setUseInitialStyleForInsertion(false); // what is typed looks like what is before it
    area.setAccessibleText(Messages.get("editor.text.name", file.name()));
    file.onStepEnd(area.getUndoManager()::preventMerge);
    file.caret().bind(area.caretPositionProperty());
    hover = new Hover(area, background);
    hover.add(new ErrorCards(file));
    Gutter gutter = new Gutter(area, file, hover);
    // labels that are laid out outside a scene find no colours, and JavaFX warns about each
    area.sceneProperty()
        .addListener(
            (_, _, scene) -> area.setParagraphGraphicFactory(scene == null ? null : gutter));
    Reading reading = file.reading();
    // before the keys of the area: the list of proposals comes first
    help = reading == null ? null : new FileHelp(area, file, reading, source, background);
    EditorKeys.install(area, () -> help != null && help.breakLine());
    StackPane text =
        new StackPane(new VirtualizedScrollPane<>(area), new NoteOverlay(area, file.marks()));
    text.setNodeOrientation(NodeOrientation.LEFT_TO_RIGHT);
    VBox below = new VBox(message);
    Findings findings = file.findings();
    if (reading != null && findings != null && help != null) {
      new Highlighter(area, file, reading, background);
      hover.add(new FindingCards(findings, problems, links));
      hover.add(help);
      text.getChildren().add(1, new Underlines(area, findings));
      below.getChildren().add(new FindingNote(area, file, findings, problems, hover).node());
      findings.changes().addListener(_ -> findingsChanged());
    }

    message.getStyleClass().add(Styles.MESSAGE);
    message.setId("editor-message");
    message.setWrapText(true);
    message.setMaxWidth(Double.MAX_VALUE);
    message.managedProperty().bind(message.visibleProperty());
    message.visibleProperty().bind(message.textProperty().isNotEmpty());

    Label obstacle = new Label();
    obstacle.getStyleClass().add(Styles.EMPTY);
    obstacle.setWrapText(true);
    obstacle.textProperty().bind(Bindings.createStringBinding(this::obstacle, file.obstacle()));
    obstacle.visibleProperty().bind(file.obstacle().isNotNull());
    text.visibleProperty().bind(file.obstacle().isNull());
    node.setCenter(new StackPane(text, obstacle));
    node.setBottom(below);

    if (help != null) {
      text.getChildren().add(new FoldMarks(area, help.folding()));
      help.folding().changes().addListener(_ -> showMarks());
    }
    file.marks().revision().addListener((_, _, _) -> showMarks());
    area.currentParagraphProperty().addListener((_, _, _) -> showMessage());
    file.reveal().addListener((_, _, _) -> reveal());
    file.loaded().addListener((_, _, _) -> loaded());
    showMarks();
    loaded();
  }

  Node node() {
    return node;
  }

  CodeArea area() {
    return area;
  }

  Hover hover() {
    return hover;
  }

  /// Help while writing; null unless the file is a Dockerfile.
  @Nullable FileHelp help() {
    return help;
  }

  /// What a finding says of a line need not be said by the last build as well.
  private void findingsChanged() {
    if (!file.marks().errors().isEmpty() && !file.errors().equals(errorsShown)) {
      showMarks();
    }
  }

  private String obstacle() {
    String sentence = file.obstacle().get();
    return sentence == null ? "" : sentence;
  }

  /// Loading is no edit that could be undone.
  private void loaded() {
    area.getUndoManager().forgetHistory();
    area.moveTo(0);
    reveal();
  }

  private void reveal() {
    OpenFile.@Nullable Reveal wish = file.reveal().get();
    if (wish == null || !file.loaded().get() || file.obstacle().get() != null) {
      return;
    }
    int paragraph = Math.clamp(wish.line() - 1L, 0, area.getParagraphs().size() - 1);
    area.moveTo(paragraph, Math.min(wish.column(), area.getParagraphLength(paragraph)));
    area.showParagraphAtCenter(paragraph);
    flash(paragraph + 1);
  }

  private void flash(int line) {
    flashing = line;
    showMarks();
    background.after(
        FLASH,
        () -> {
          if (flashing == line) {
            flashing = 0;
            showMarks();
          }
        });
  }

  /// Lines move under their marks, so what each line should look like is compared with what it looks like.
  private void showMarks() {
    if (isClosed()) {
      return;
    }
    errorsShown = new TreeMap<>(file.errors());
    Map<Integer, List<String>> wanted = wanted();
    if (styled || !wanted.isEmpty()) {
      styled = !wanted.isEmpty();
      style(wanted);
    }
    showMessage();
  }

  private void style(Map<Integer, List<String>> wanted) {
    for (int i = 0; i < area.getParagraphs().size(); i++) {
      List<String> styles = wanted.getOrDefault(i + 1, List.of());
      Collection<String> present = area.getParagraph(i).getParagraphStyle();
      if (present.isEmpty() && styles.isEmpty()) {
        continue;
      }
      boolean differs = !List.copyOf(present).equals(styles);
      if (differs) {
        area.setParagraphStyle(i, styles);
      }
      if (differs || errorsShown.containsKey(i + 1)) {
        area.recreateParagraphGraphic(i);
      }
    }
  }

  /// A closed window has no styles left: making lines for it would only bring warnings.
  private boolean isClosed() {
    Scene scene = area.getScene();
    return scene != null && scene.getWindow() != null && !scene.getWindow().isShowing();
  }

  private Map<Integer, List<String>> wanted() {
    Map<Integer, List<String>> wanted = new TreeMap<>();
    add(wanted, file.marks().highlighted(), Styles.LINE_HIGHLIGHT);
    add(wanted, file.marks().pointed(), Styles.LINE_POINTED);
    errorsShown.keySet().forEach(line -> add(wanted, line, Styles.LINE_ERROR));
    if (flashing > 0) {
      add(wanted, flashing, Styles.LINE_FLASH);
    }
    if (help != null && help.folding().isFolded()) {
      for (int i = 0; i < area.getParagraphs().size(); i++) {
        if (help.folding().isHidden(i)) {
          add(wanted, i + 1, Styles.LINE_HIDDEN);
        }
      }
    }
    return wanted;
  }

  private void add(
      Map<Integer, List<String>> wanted, LineMarks.@Nullable Range range, String style) {
    int end = range == null ? 0 : Math.min(range.last(), area.getParagraphs().size());
    for (int line = range == null ? 1 : range.first(); line <= end; line++) {
      add(wanted, line, style);
    }
  }

  private static void add(Map<Integer, List<String>> wanted, int line, String style) {
    wanted.computeIfAbsent(line, _ -> new ArrayList<>()).add(style);
  }

  /// The error of the caret's line, else the first one.
  private void showMessage() {
    SortedMap<Integer, String> errors = file.errors();
    int line = caretLine();
    String error = errors.get(line);
    if (error == null && !errors.isEmpty()) {
      line = errors.firstKey();
      error = errors.get(line);
    }
    message.setText(error == null ? "" : Messages.get("editor.line.error", line, error));
  }

  /// While a change of the text is told, the caret may still stand behind the end of the new text.
  private int caretLine() {
    int caret = Math.min(area.getCaretPosition(), area.getLength());
    return area.offsetToPosition(caret, Bias.Backward).getMajor() + 1;
  }
}
