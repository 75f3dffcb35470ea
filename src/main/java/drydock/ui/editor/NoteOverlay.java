// SPDX-License-Identifier: Apache-2.0
package drydock.ui.editor;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.layout.Pane;
import org.fxmisc.richtext.CodeArea;
import org.kordamp.ikonli.javafx.FontIcon;

/// The notes at the right end of lines, drawn over the text area and moved with it. Mouse events go through.
final class NoteOverlay extends Pane {
  private static final double MARGIN = 22;

  private final CodeArea area;
  private final LineMarks marks;

  NoteOverlay(CodeArea area, LineMarks marks) {
    this.area = area;
    this.marks = marks;
    setMouseTransparent(true);
    setPickOnBounds(false);
    marks.revision().addListener((_, _, _) -> requestLayout());
    area.viewportDirtyEvents().subscribe(_ -> requestLayout());
    widthProperty().addListener((_, _, _) -> requestLayout());
  }

  /// Labels that say the same as before are used again: to make one costs more than all the rest.
  @Override
  protected void layoutChildren() {
    List<Node> labels = new ArrayList<>();
    Map<Integer, LineNote> notes = marks.notes();
    if (!notes.isEmpty() && area.getScene() != null) {
      for (int i = 0; i < area.getVisibleParagraphs().size(); i++) {
        int paragraph = area.visibleParToAllParIndex(i);
        LineNote note = notes.get(paragraph + 1);
        if (note != null && !Styles.isHidden(area.getParagraph(paragraph))) {
          Label label = shown(labels.size(), note);
          labels.add(label);
          place(label, screenToLocal(area.getVisibleParagraphBoundsOnScreen(i)), end(paragraph));
        }
      }
    }
    getChildren().remove(labels.size(), getChildren().size());
  }

  /// The label at a place of the children, which says `note`.
  private Label shown(int index, LineNote note) {
    boolean present = index < getChildren().size();
    if (present
        && getChildren().get(index) instanceof Label label
        && note.equals(label.getUserData())) {
      return label;
    }
    Label label = label(note);
    label.setUserData(note);
    if (present) {
      getChildren().set(index, label);
    } else {
      getChildren().add(label);
    }
    label.applyCss();
    return label;
  }

  /// Where the text of a line ends at its right, in this pane.
  private double end(int paragraph) {
    int from = area.getAbsolutePosition(paragraph, 0);
    return area.getCharacterBoundsOnScreen(from, from + area.getParagraphLength(paragraph))
        .map(text -> screenToLocal(text).getMaxX())
        .orElse(0.0);
  }

  /// A long line leaves room for the sign alone.
  private void place(Label label, Bounds line, double end) {
    label.setContentDisplay(ContentDisplay.LEFT);
    if (end > getWidth() - label.prefWidth(-1) - MARGIN) {
      label.setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
    }
    double width = label.prefWidth(-1);
    double height = label.prefHeight(-1);
    label.resizeRelocate(
        getWidth() - width - MARGIN,
        line.getMinY() + 1, // a wrapped line has its note beside its first row
        width,
        height);
  }

  private static Label label(LineNote note) {
    Label label = new Label(note.text());
    label.getStyleClass().addAll(Styles.NOTE, Styles.of(note.role()));
    label.setGraphic(
        switch (note.role()) {
          case REUSED -> new FontIcon("mdi2r-recycle");
          case RAN -> new FontIcon("mdi2c-check");
          case RUNNING -> new FontIcon("mdi2p-progress-clock");
          case FAILED -> new FontIcon("mdi2c-close");
          case PREDICTED_REUSED -> new FontIcon("mdi2r-recycle");
          case PREDICTED_RUN -> new FontIcon("mdi2p-play-outline");
          case PREDICTED_OPEN -> new FontIcon("mdi2h-help");
        });
    return label;
  }
}
