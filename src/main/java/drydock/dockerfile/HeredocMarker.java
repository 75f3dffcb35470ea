// SPDX-License-Identifier: Apache-2.0
package drydock.dockerfile;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// A heredoc as announced in its instruction, before its body is read.
record HeredocMarker(Word word, String name, boolean expands, boolean stripsTabs) {
  // The word as BuildKit's parser splits it, blanks after << included. "1<<3" is one too: a file
  // descriptor and a name.
  private static final Pattern WORD = Pattern.compile("\\d*<<(-?)\\s*([^<]*)");

  /// The markers of a logical line, in the order of their bodies.
  static List<HeredocMarker> in(LogicalLine line) {
    List<HeredocMarker> markers = new ArrayList<>();
    if (line.text().contains("<<")) {
      for (ShellLexer.Piece piece : ShellLexer.rawWords(line.text())) {
        HeredocMarker marker = of(new Word(line, piece.start(), piece.end()), piece.text());
        if (marker != null) {
          markers.add(marker);
        }
      }
    }
    return markers;
  }

  /// Whether an operand alone announces a heredoc.
  static boolean is(Value value) {
    return value.text().contains("<<") && of(value.word(), value.text()) != null;
  }

  private static @Nullable HeredocMarker of(Word word, String text) {
    Matcher matcher = WORD.matcher(text);
    if (!matcher.matches()) {
      return null;
    }
    String rest = matcher.group(2);
    List<String> names = ShellLexer.unquotedWords(rest);
    if (names.size() != 1) {
      return null;
    }
    String name = names.getFirst();
    return new HeredocMarker(word, name, quotes(rest) == quotes(name), !matcher.group(1).isEmpty());
  }

  private static long quotes(String text) {
    return text.chars().filter(c -> c == '"' || c == '\'').count();
  }

  Heredoc heredoc(Span body, @Nullable Span terminator) {
    return new Heredoc(word, name, expands, stripsTabs, body, terminator);
  }
}
