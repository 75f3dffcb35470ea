// SPDX-License-Identifier: Apache-2.0
package drydock.ui.editor;

import drydock.messages.Messages;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Hyperlink;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;
import org.fxmisc.richtext.CodeArea;
import org.kordamp.ikonli.javafx.FontIcon;

/// Below the text: what is said where the caret is, and what can be done about it. It is there as
/// long as anything is said of the file, so that the text does not jump while the caret walks.
final class FindingNote {
  private final CodeArea area;
  private final OpenFile file;
  private final Findings findings;
  private final HBox node = new HBox();
  private final FontIcon sign = SeverityLook.sign(drydock.dockerfile.check.Severity.ADVICE);
  private final Text text = new Text();
  private final Hyperlink fix = new Hyperlink();
  private final Hyperlink explain = new Hyperlink(Messages.get("editor.note.explain"));

  FindingNote(CodeArea area, OpenFile file, Findings findings, Problems problems, Hover hover) {
    this.area = area;
    this.file = file;
    this.findings = findings;
    node.setId("editor-finding");
    node.getStyleClass().add("editor-finding");
    text.getStyleClass().add("editor-finding-text");
    for (Hyperlink link : List.of(fix, explain)) {
      link.managedProperty().bind(link.visibleProperty());
    }
    TextFlow words = new TextFlow(text, fix, explain);
    HBox.setHgrow(words, Priority.ALWAYS);
    fix.setId("editor-finding-fix");
    fix.setOnAction(
        _ -> {
          area.requestFocus();
          problems.fixAtCaret();
        });
    explain.setId("editor-finding-explain");
    explain.setOnAction(_ -> hover.explainCaret());
    node.getChildren().setAll(sign, words);
    node.managedProperty().bind(node.visibleProperty());
    findings.changes().addListener(_ -> show());
    file.caret().addListener(_ -> show());
    show();
  }

  Node node() {
    return node;
  }

  private void show() {
    int count = findings.all().size();
    node.setVisible(count > 0);
    List<PlacedFinding> here = count == 0 ? List.of() : findings.at(file.caret().get());
    boolean any = !here.isEmpty();
    sign.setVisible(any);
    sign.setManaged(any);
    explain.setVisible(any);
    node.getStyleClass().removeIf(style -> style.startsWith("finding-"));
    if (!any) {
      text.setText(count == 0 ? "" : Messages.get("editor.note.count", count));
      fix.setVisible(false);
      area.setAccessibleHelp(null);
      return;
    }
    PlacedFinding first = here.getFirst();
    String tone = Styles.of(SeverityLook.tone(first.finding().severity()));
    sign.setIconLiteral(SeverityLook.icon(first.finding().severity()));
    sign.getStyleClass().setAll(Styles.SIGN, tone);
    node.getStyleClass().add(tone);
    text.setText(first.finding().message());
    area.setAccessibleHelp(
        SeverityLook.word(first.finding().severity()) + ": " + first.finding().message());
    here.stream()
        .map(f -> f.finding().fix())
        .filter(java.util.Objects::nonNull)
        .findFirst()
        .ifPresentOrElse(
            change -> {
              fix.setText(FixWords.of(change));
              fix.setVisible(true);
            },
            () -> fix.setVisible(false));
  }
}
