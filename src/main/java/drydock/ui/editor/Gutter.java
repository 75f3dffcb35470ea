// SPDX-License-Identifier: Apache-2.0
package drydock.ui.editor;

import drydock.dockerfile.check.Severity;
import drydock.messages.Messages;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.IntFunction;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import org.fxmisc.richtext.CodeArea;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;

/// Line numbers; on lines that something is said of, the sign of the worst, which explains itself
/// when the mouse rests on it or clicks it.
final class Gutter implements IntFunction<Node> {
  private final CodeArea area;
  private final OpenFile file;
  private final Hover hover;

  /// The worst that is said of a line.
  private record Mark(Severity severity, String sentence) {}

  Gutter(CodeArea area, OpenFile file, Hover hover) {
    this.area = area;
    this.file = file;
    this.hover = hover;
    Findings findings = file.findings();
    if (findings != null) {
      findings.looks().addListener(_ -> refresh());
    }
  }

  @Override
  public Node apply(int paragraph) {
    int digits = Math.max(2, String.valueOf(area.getParagraphs().size()).length());
    String number = String.valueOf(paragraph + 1);
    Label label = new Label(" ".repeat(Math.max(0, digits - number.length())) + number);
    label.getStyleClass().add(Styles.LINE_NUMBER);
    label.setAlignment(Pos.TOP_RIGHT); // beside the first row of a wrapped line
    Mark mark = mark(paragraph);
    label.setUserData(mark);
    if (mark == null) {
      FontIcon room = new FontIcon(SeverityLook.icon(Severity.ERROR));
      room.setVisible(false);
      label.setGraphic(room);
    } else {
      label.setGraphic(SeverityLook.sign(mark.severity()));
      label
          .getStyleClass()
          .addAll(Styles.LINE_NUMBER_MARKED, Styles.of(SeverityLook.tone(mark.severity())));
      label.setAccessibleText(
          Messages.get(
              "editor.line.mark",
              paragraph + 1,
              SeverityLook.word(mark.severity()),
              mark.sentence()));
      hover.explains(label, paragraph);
    }
    return label;
  }

  private @Nullable Mark mark(int paragraph) {
    String error = file.error(paragraph + 1);
    if (error != null) {
      return new Mark(Severity.ERROR, error);
    }
    return worst(paragraph)
        .map(f -> new Mark(f.finding().severity(), f.finding().message()))
        .orElse(null);
  }

  private Optional<PlacedFinding> worst(int paragraph) {
    Findings findings = file.findings();
    if (findings == null || findings.all().isEmpty()) {
      return Optional.empty();
    }
    int start = area.getAbsolutePosition(paragraph, 0);
    List<PlacedFinding> here = findings.touching(start, start + area.getParagraphLength(paragraph));
    return here.stream()
        .filter(f -> f.start() >= start)
        .min(Comparator.comparing(f -> f.finding().severity()));
  }

  /// Only lines in view have a number; the others get theirs when they come into view, and a line
  /// that is edited gets a new one by itself.
  private void refresh() {
    if (area.getScene() == null) {
      return;
    }
    for (int i = 0; i < area.getVisibleParagraphs().size(); i++) {
      int paragraph = area.visibleParToAllParIndex(i);
      // while an edit is told, lines may be in view that are no more
      Node present = paragraph < 0 ? null : area.getParagraphGraphic(paragraph);
      if (present != null && !Objects.equals(present.getUserData(), mark(paragraph))) {
        area.recreateParagraphGraphic(paragraph);
      }
    }
  }
}
