// SPDX-License-Identifier: Apache-2.0
package drydock.ui.editor;

import drydock.dockerfile.Dockerfile;
import drydock.dockerfile.DockerfileScanner;
import drydock.dockerfile.Instruction;
import drydock.dockerfile.Token;
import drydock.dockerfile.TokenKind;
import drydock.ui.kit.Background;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.fxmisc.richtext.CodeArea;
import org.fxmisc.richtext.model.PlainTextChange;
import org.fxmisc.richtext.model.StyleSpans;
import org.fxmisc.richtext.model.StyleSpansBuilder;
import org.fxmisc.richtext.model.TwoDimensional.Bias;

/// Colours a Dockerfile: the edited lines at once, read from the begin of their instruction; the
/// whole file once it was read again, because an edit can change what lines far below mean. Only
/// lines whose colours differ are touched.
final class Highlighter {
  /// An edit of more lines than this waits for the background.
  private static final int MAX_LINES_AT_ONCE = 100;

  private final CodeArea area;
  private final OpenFile file;
  private final Background background;
  private final Reading reading;

  Highlighter(CodeArea area, OpenFile file, Reading reading, Background background) {
    this.area = area;
    this.file = file;
    this.background = background;
    this.reading = reading;
    area.plainTextChanges().subscribe(this::changed);
    reading.latest().addListener(_ -> all());
    all();
  }

  private void changed(PlainTextChange change) {
    if (change.isIdentity()) {
      return;
    }
    int first = paragraph(change.getPosition());
    int end = paragraph(change.getInsertionEnd());
    if (end - first < MAX_LINES_AT_ONCE) {
      lines(first, end);
    }
  }

  private void lines(int first, int end) {
    int from = begin(first);
    StringBuilder piece = new StringBuilder();
    for (int i = from; i <= end; i++) {
      piece.append(area.getParagraph(i).getText()).append('\n');
    }
    String text = piece.toString();
    List<Token> tokens =
        from == 0
            ? Dockerfile.parse(text).tokens()
            : DockerfileScanner.tokens(text, reading.latest().get().dockerfile().escape());
    List<StyleSpans<Collection<String>>> lines = spans(tokens);
    for (int i = first; i <= end; i++) {
      paint(i, lines.get(i - from));
    }
  }

  /// Where the instruction of a line begins. Lines above an edit are where they were when the file was last read.
  private int begin(int paragraph) {
    Instruction instruction = reading.latest().get().dockerfile().instructionOnLine(paragraph + 1);
    int from = instruction == null ? paragraph : instruction.firstLine() - 1;
    return paragraph - from < MAX_LINES_AT_ONCE ? from : paragraph;
  }

  private void all() {
    Reading.Read read = reading.latest().get();
    background.call(
        () -> spans(read.dockerfile().tokens()),
        lines -> {
          if (file.revision() == read.revision()) {
            apply(lines);
          }
        },
        e -> {
          throw new IllegalStateException("a Dockerfile that cannot be coloured", e);
        });
  }

  /// Of many lines that differ all between the first and the last are coloured in one go: one by one, 20,000 lines would
  /// keep the window busy for seconds.
  private void apply(List<StyleSpans<Collection<String>>> lines) {
    List<Integer> differing = new ArrayList<>();
    for (int i = 0; i < lines.size(); i++) {
      if (differs(i, lines.get(i))) {
        differing.add(i);
      }
    }
    if (differing.size() <= MAX_LINES_AT_ONCE) {
      differing.forEach(i -> area.setStyleSpans(i, 0, lines.get(i)));
    } else {
      paintAll(lines, differing.getFirst(), differing.getLast());
    }
  }

  private void paintAll(List<StyleSpans<Collection<String>>> lines, int first, int last) {
    StyleSpansBuilder<Collection<String>> all = new StyleSpansBuilder<>();
    for (int i = first; i <= last; i++) {
      StyleSpans<Collection<String>> line = lines.get(i);
      int length = area.getParagraphLength(i);
      if (line.length() == length) {
        line.forEach(span -> all.add(span));
      } else {
        area.getParagraph(i).getStyleSpans().forEach(span -> all.add(span));
      }
      if (i < last) {
        all.add(List.of(), 1); // the line end
      }
    }
    area.setStyleSpans(area.getAbsolutePosition(first, 0), all.create());
  }

  private void paint(int paragraph, StyleSpans<Collection<String>> spans) {
    if (differs(paragraph, spans)) {
      area.setStyleSpans(paragraph, 0, spans);
    }
  }

  private boolean differs(int paragraph, StyleSpans<Collection<String>> spans) {
    return spans.length() > 0
        && spans.length() == area.getParagraphLength(paragraph)
        && !area.getParagraph(paragraph).getStyleSpans().equals(spans);
  }

  /// The styles of each line; tokens other than line ends never span two.
  private static List<StyleSpans<Collection<String>>> spans(List<Token> tokens) {
    List<StyleSpans<Collection<String>>> lines = new ArrayList<>();
    StyleSpansBuilder<Collection<String>> line = new StyleSpansBuilder<>();
    boolean empty = true;
    for (Token token : tokens) {
      if (token.kind() == TokenKind.NEWLINE) {
        lines.add(finish(line, empty));
        line = new StyleSpansBuilder<>();
        empty = true;
      } else {
        line.add(Styles.of(token.kind()), token.end() - token.start());
        empty = false;
      }
    }
    lines.add(finish(line, empty));
    return lines;
  }

  private static StyleSpans<Collection<String>> finish(
      StyleSpansBuilder<Collection<String>> line, boolean empty) {
    return (empty ? line.add(List.of(), 0) : line).create();
  }

  private int paragraph(int offset) {
    return area.offsetToPosition(offset, Bias.Forward).getMajor();
  }
}
