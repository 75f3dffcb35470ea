// SPDX-License-Identifier: Apache-2.0
package drydock.ui.editor;

import drydock.dockerfile.Span;
import drydock.dockerfile.check.Severity;
import java.util.EnumMap;
import java.util.Map;
import javafx.geometry.Bounds;
import javafx.scene.layout.Pane;
import javafx.scene.shape.LineTo;
import javafx.scene.shape.MoveTo;
import javafx.scene.shape.Path;
import javafx.scene.shape.QuadCurveTo;
import javafx.scene.shape.Rectangle;
import org.fxmisc.richtext.CodeArea;

/// Lines under what findings are about, drawn over the text and moved with it: waves under what is
/// wrong, dots under what could be better. Mouse events go through.
final class Underlines extends Pane {
  /// Rows of one line of text that are looked at; a wrapped line of more is longer than the window
  /// is high.
  private static final int MOST_ROWS = 100;

  /// Of the height of a row of text.
  private static final double HALF_WAVE = 0.16;

  private static final double SWING = 0.11;

  private final CodeArea area;
  private final Findings findings;
  private final Map<Severity, Path> paths = new EnumMap<>(Severity.class);

  Underlines(CodeArea area, Findings findings) {
    this.area = area;
    this.findings = findings;
    setMouseTransparent(true);
    setPickOnBounds(false);
    Rectangle clip = new Rectangle();
    clip.widthProperty().bind(widthProperty());
    clip.heightProperty().bind(heightProperty());
    setClip(clip);
    for (Severity severity : Severity.values()) {
      Path path = new Path();
      path.setManaged(false);
      path.getStyleClass().addAll("editor-underline", Styles.of(SeverityLook.tone(severity)));
      paths.put(severity, path);
      getChildren().add(path);
    }
    findings.changes().addListener(_ -> requestLayout());
    area.viewportDirtyEvents().subscribe(_ -> requestLayout());
    widthProperty().addListener(_ -> requestLayout());
  }

  @Override
  protected void layoutChildren() {
    paths.values().forEach(path -> path.getElements().clear());
    if (findings.all().isEmpty() || area.getScene() == null) {
      return;
    }
    for (int i = 0; i < area.getVisibleParagraphs().size(); i++) {
      int paragraph = area.visibleParToAllParIndex(i);
      if (paragraph < 0 || Styles.isHidden(area.getParagraph(paragraph))) {
        continue;
      }
      String text = area.getParagraph(paragraph).getText();
      int start = area.getAbsolutePosition(paragraph, 0);
      for (PlacedFinding finding : findings.touching(start, start + text.length())) {
        Span part = part(finding, start, text);
        if (part.length() > 0) {
          underline(finding.finding().severity(), start + part.start(), start + part.end());
        }
      }
    }
  }

  /// What of a line to underline: no blanks at its ends, but always something when the finding
  /// begins here.
  private static Span part(PlacedFinding finding, int start, String text) {
    int from = Math.max(finding.start() - start, 0);
    int to = Math.min(finding.end() - start, text.length());
    while (from < to && Character.isWhitespace(text.charAt(to - 1))) {
      to--;
    }
    while (from < to && Character.isWhitespace(text.charAt(from))) {
      from++;
    }
    if (from < to || finding.start() < start) {
      return new Span(from, Math.max(from, to));
    }
    int only = Math.clamp(finding.start() - (long) start, 0, Math.max(0, text.length() - 1));
    return new Span(only, Math.min(only + 1, text.length()));
  }

  private void underline(Severity severity, int start, int end) {
    int from = start;
    for (int row = 0; from < end && row < MOST_ROWS; row++) {
      Bounds first = area.getCharacterBoundsOnScreen(from, from + 1).orElse(null);
      Bounds rest = area.getCharacterBoundsOnScreen(from, end).orElse(null);
      if (first == null || rest == null) {
        return;
      }
      boolean wrapped = rest.getHeight() > first.getHeight() * 1.5;
      int to = wrapped ? rowEnd(from, end, first) : end;
      Bounds all = wrapped ? area.getCharacterBoundsOnScreen(from, to).orElse(first) : rest;
      draw(severity, screenToLocal(all));
      from = to;
    }
  }

  /// Where the row ends that begins at `from`, or `end` if that is on the same row.
  private int rowEnd(int from, int end, Bounds first) {
    int low = from + 1;
    int high = end;
    while (low < high) {
      int middle = (low + high + 1) >>> 1;
      boolean sameRow =
          area.getCharacterBoundsOnScreen(middle - 1, middle)
              .map(b -> b.getMinY() < first.getMaxY() - 1)
              .orElse(false);
      if (sameRow) {
        low = middle;
      } else {
        high = middle - 1;
      }
    }
    return low;
  }

  private void draw(Severity severity, Bounds row) {
    Path path = paths.get(severity);
    if (path == null || row.getMaxY() < 0 || row.getMinY() > getHeight()) {
      return;
    }
    double step = row.getHeight() * HALF_WAVE;
    double swing = row.getHeight() * SWING * 2; // a curve goes half way to its control point
    double y = row.getMaxY() - swing / 2;
    double x = row.getMinX();
    path.getElements().add(new MoveTo(x, y));
    switch (severity) {
      case ERROR, WARNING -> {
        double up = -1;
        for (; x < row.getMaxX(); x += step, up = -up) {
          path.getElements().add(new QuadCurveTo(x + step / 2, y + up * swing, x + step, y));
        }
      }
      case ADVICE -> path.getElements().add(new LineTo(row.getMaxX(), y));
    }
  }
}
