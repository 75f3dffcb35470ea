// SPDX-License-Identifier: Apache-2.0
package drydock.ui.editor;

import drydock.dockerfile.Span;
import drydock.dockerfile.assist.CommentToggle;
import drydock.dockerfile.assist.Hover;
import drydock.dockerfile.assist.Outline;
import drydock.dockerfile.assist.Rename;
import drydock.dockerfile.assist.SmartEnter;
import drydock.dockerfile.assist.Symbol;
import drydock.dockerfile.check.Fix;
import drydock.ui.kit.Background;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.fxmisc.richtext.CodeArea;
import org.fxmisc.richtext.model.TwoDimensional.Bias;
import org.jspecify.annotations.Nullable;

/// What the editor does with the help for one Dockerfile: explains words, goes to names, changes
/// lines.
final class FileHelp implements CardSource {
  private final CodeArea area;
  private final OpenFile file;
  private final Help help;
  private final Completer completer;
  private final PickList picks;
  private final Folding folding;

  FileHelp(
      CodeArea area,
      OpenFile file,
      Reading reading,
      Supplier<HelpSource> source,
      Background background) {
    this.area = area;
    this.file = file;
    this.help = new Help(file, reading, source, background);
    this.completer = new Completer(area, help, background);
    this.picks = new PickList(area);
    this.folding = new Folding(area, reading);
  }

  Completer completer() {
    return completer;
  }

  /// Something beside the file that matters has changed.
  void gather() {
    help.gather();
  }

  Folding folding() {
    return folding;
  }

  /// Lists of places in this text.
  PickList picks() {
    return picks;
  }

  int caret() {
    return area.getCaretPosition();
  }

  /// Counted from 1.
  int caretLine() {
    return area.getCurrentParagraph() + 1;
  }

  /// Makes changes as one step that can be undone.
  void edit(Fix fix) {
    file.edit(fix);
  }

  /// Breaks the line at the caret so that the instruction goes on; false where the usual way is
  /// right.
  boolean breakLine() {
    Fix.Edit edit = SmartEnter.at(help.dockerfile(), area.getCaretPosition());
    if (edit != null) {
      file.edit(new Fix(List.of(edit)));
      area.moveTo(edit.span().start() + edit.replacement().length());
    }
    return edit != null;
  }

  @Override
  public List<Explained> at(int offset) {
    Hover hover = help.current().hover(offset);
    if (hover == null || offset >= hover.span().end()) {
      return List.of();
    }
    List<CardContent.Part> parts = new ArrayList<>();
    if (!hover.usage().isEmpty()) {
      parts.add(new CardContent.Code("", hover.usage()));
    }
    hover.text().lines().forEach(line -> parts.add(new CardContent.Paragraph(line)));
    return List.of(new Explained(hover.span(), new CardContent(null, hover.title(), parts)));
  }

  /// Brings the caret to where the name at it is declared; false when there is no such place.
  boolean goToDefinition() {
    Span definition = help.current().definition(area.getCaretPosition());
    if (definition != null) {
      goTo(definition);
    }
    return definition != null;
  }

  void goTo(Span span) {
    completer.hide();
    var place = area.offsetToPosition(span.start(), Bias.Forward);
    file.wish(place.getMajor() + 1, place.getMinor());
    area.requestFocus();
  }

  /// The stage or variable at the caret, and where it stands.
  @Nullable Symbol symbol() {
    return help.current().symbol(area.getCaretPosition());
  }

  /// What another name for it comes to.
  Rename rename(int offset, String name) {
    return help.current().rename(offset, name);
  }

  List<Outline.Item> outline() {
    return Outline.of(help.dockerfile());
  }

  /// The text of a line, without blanks around it.
  ///
  /// @param line counted from 1
  String line(int line) {
    return area.getParagraph(line - 1).getText().strip();
  }

  int lineOf(Span span) {
    return area.offsetToPosition(span.start(), Bias.Forward).getMajor() + 1;
  }

  /// Makes comments of the selected lines, or lines of comments. The lines that were changed are
  /// selected afterwards if some were before, so that doing it again takes it back.
  void toggleComment() {
    int start = area.getSelection().getStart();
    int end = area.getSelection().getEnd();
    int first = area.offsetToPosition(start, Bias.Forward).getMajor();
    int last = area.offsetToPosition(end, Bias.Backward).getMajor();
    CommentToggle toggle = CommentToggle.of(help.dockerfile(), first + 1, last + 1);
    if (toggle.fix().edits().isEmpty()) {
      return;
    }
    file.edit(toggle.fix());
    if (end > start || toggle.lastLine() > toggle.firstLine()) {
      int to = toggle.lastLine() - 1;
      area.selectRange(toggle.firstLine() - 1, 0, to, area.getParagraphLength(to));
    }
  }
}
