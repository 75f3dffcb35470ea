// SPDX-License-Identifier: Apache-2.0
package drydock.dockerfile;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Reads physical lines as BuildKit's parser does: directives, comments, continuations, heredoc bodies. What stands in an
/// instruction is [InstructionPainter]'s.
public final class DockerfileScanner {
  private static final Pattern DIRECTIVE =
      Pattern.compile("#\\s*([a-zA-Z][a-zA-Z0-9]*)\\s*=\\s*(.+)");
  private static final Set<String> DIRECTIVES = Set.of("syntax", "escape", "check");

  private final String text;
  private final Paint paint;
  private final List<Directive> directives = new ArrayList<>();
  private final List<Instruction> instructions = new ArrayList<>();
  private char escape;
  private boolean top;

  /// The current line: `[start, content)` is its text, `[content, next)` its end.
  private int start;

  private int content;
  private int next;
  private int line;

  DockerfileScanner(String text, char escape, boolean top) {
    this.text = text;
    this.escape = escape;
    this.top = top;
    this.paint = new Paint(text.length());
  }

  /// The tokens of a piece of a file that begins with an instruction or comment, behind the directives.
  public static List<Token> tokens(String piece, char escape) {
    return new DockerfileScanner(piece, escape, false).scan().tokens();
  }

  Dockerfile scan() {
    if (top && text.startsWith("\uFEFF")) {
      paint.paint(TokenKind.BOM, 0, 1);
      next = 1;
    }
    while (nextLine()) {
      int first = Chars.skipSpace(text, start, content);
      if (first == content) {
        top = false;
      } else if (text.charAt(first) == '#') {
        comment(first);
      } else {
        top = false;
        instruction(first);
      }
    }
    return new Dockerfile(text, paint.tokens(), directives, escape, instructions);
  }

  private boolean nextLine() {
    if (next >= text.length()) {
      return false;
    }
    start = next;
    int end = text.indexOf('\n', start);
    next = end < 0 ? text.length() : end + 1;
    content = end < 0 ? next : end;
    while (content > start && text.charAt(content - 1) == '\r') {
      content--;
    }
    paint.paint(TokenKind.NEWLINE, content, next);
    line++;
    return true;
  }

  private void comment(int first) {
    TokenKind kind = top ? directive(text.substring(first, content).strip()) : TokenKind.COMMENT;
    top &= kind != TokenKind.COMMENT;
    paint.paint(kind, first, content);
  }

  private TokenKind directive(String comment) {
    Matcher matcher = DIRECTIVE.matcher(comment);
    if (!matcher.matches() || !DIRECTIVES.contains(lower(matcher.group(1)))) {
      return TokenKind.COMMENT;
    }
    String name = lower(matcher.group(1));
    String value = matcher.group(2);
    boolean again = directives.stream().anyMatch(d -> d.name().equals(name));
    boolean wrongEscape = name.equals("escape") && !value.equals("\\") && !value.equals("`");
    if (again || wrongEscape) {
      return TokenKind.ERROR;
    }
    if (name.equals("escape")) {
      escape = value.charAt(0);
    }
    directives.add(new Directive(name, value, line));
    return TokenKind.DIRECTIVE;
  }

  private void instruction(int from) {
    int firstLine = line;
    LogicalLine joined = new LogicalLine();
    boolean continues = part(joined, from);
    while (continues && nextLine()) {
      int first = Chars.skipSpace(text, start, content);
      if (first < content && text.charAt(first) == '#') {
        paint.paint(TokenKind.COMMENT, first, content);
      } else if (first < content) {
        continues = part(joined, start);
      }
    }
    if (joined.text().isBlank()) {
      return;
    }
    InstructionPainter painter = new InstructionPainter(joined, paint, escape);
    List<Heredoc> heredocs = new ArrayList<>();
    for (Heredoc.Marker marker : painter.paint()) {
      heredocs.add(marker.heredoc());
      boolean ended = body(marker.heredoc());
      joined.paint(
          paint, ended ? TokenKind.HEREDOC_MARKER : TokenKind.ERROR, marker.start(), marker.end());
    }
    instructions.add(painter.instruction(heredocs, firstLine, line));
  }

  /// Adds a physical line; true when the next one continues it. Blanks may follow the escape character; two escape
  /// characters do not continue, nor do three: BuildKit only looks at the character before.
  private boolean part(LogicalLine joined, int from) {
    int end = content;
    while (end > from && (text.charAt(end - 1) == ' ' || text.charAt(end - 1) == '\t')) {
      end--;
    }
    boolean continues =
        end > from
            && text.charAt(end - 1) == escape
            && (end - 1 == from || text.charAt(end - 2) != escape);
    if (continues) {
      paint.paint(TokenKind.CONTINUATION, end - 1, end);
    }
    joined.append(text, from, continues ? end - 1 : content);
    return continues;
  }

  /// Reads the lines of a heredoc; false when the file ends before it does.
  private boolean body(Heredoc heredoc) {
    while (nextLine()) {
      int from = start;
      while (heredoc.stripsTabs() && from < content && text.charAt(from) == '\t') {
        from++;
      }
      if (text.substring(from, content).equals(heredoc.name())) {
        paint.paint(TokenKind.HEREDOC_END, from, content);
        return true;
      }
      paint.paint(TokenKind.HEREDOC_BODY, start, content);
    }
    return false;
  }

  private static String lower(String text) {
    return text.toLowerCase(Locale.ROOT);
  }
}
