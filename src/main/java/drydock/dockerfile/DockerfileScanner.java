// SPDX-License-Identifier: Apache-2.0
package drydock.dockerfile;

import drydock.dockerfile.Problem.Code;
import drydock.dockerfile.Problem.Phase;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Reads physical lines as BuildKit's parser does: directives, comments, continuations, heredoc bodies. What stands in an
/// instruction is [InstructionReader]'s. Source of the rules: `frontend/dockerfile/parser/parser.go` of BuildKit.
public final class DockerfileScanner {
  /// The longest line in bytes: the buffer of Go's line scanner.
  private static final int LONGEST = 65_535;

  private final String text;
  private final Lines lines;
  private final Paint paint;
  private final List<Directive> directives = new ArrayList<>();
  private final List<Instruction> instructions = new ArrayList<>();
  private final List<Problem> problems = new ArrayList<>();
  private final List<Comment> comments = new ArrayList<>();
  private char escape;
  private boolean top;

  /// The current line: `[start, content)` is its text, `[content, next)` its end.
  private int start;

  private int content;
  private int next;
  private int line;

  DockerfileScanner(String text, char escape, boolean top) {
    this.text = text;
    this.lines = new Lines(text);
    this.escape = escape;
    this.top = top;
    this.paint = new Paint(text.length());
  }

  /// The tokens of a piece of a file that begins with an instruction or comment, behind the directives.
  public static List<Token> tokens(String piece, char escape) {
    DockerfileScanner scanner = new DockerfileScanner(piece, escape, false);
    scanner.scan();
    return scanner.paint.tokens();
  }

  Dockerfile dockerfile() {
    scan();
    return new Tree(text, lines, paint.tokens(), directives, escape, instructions, problems).read();
  }

  private void scan() {
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
  }

  private boolean nextLine() {
    if (next >= text.length()) {
      return false;
    }
    start = next;
    int end = text.indexOf('\n', start);
    next = end < 0 ? text.length() : end + 1;
    content = end < 0 ? next : end;
    line++;
    if (content - start > LONGEST / 3 && Chars.utf8Length(text, start, content) > LONGEST) {
      problem(
          Code.LINE_TOO_LONG,
          new Span(start, content),
          "dockerfile line greater than max allowed size of " + LONGEST);
    }
    while (content > start && text.charAt(content - 1) == '\r') {
      content--;
    }
    paint.paint(TokenKind.NEWLINE, content, next);
    return true;
  }

  private void comment(int first) {
    Span span = new Span(first, content);
    Directive directive =
        top ? Directives.of(text.substring(first, content).strip(), span, line) : null;
    if (directive == null) {
      top = false;
      paint.paint(TokenKind.COMMENT, first, content);
      remember(first);
    } else {
      boolean accepted = accept(directive);
      paint.paint(accepted ? TokenKind.DIRECTIVE : TokenKind.ERROR, first, content);
    }
  }

  private void remember(int first) {
    String words = text.substring(first + 1, content).strip();
    if (words.isEmpty()) {
      comments.clear();
    } else {
      boolean atLineStart = first == start;
      comments.add(new Comment(words, new Span(first, content), atLineStart, line));
    }
  }

  private boolean accept(Directive directive) {
    String name = directive.name();
    String value = directive.value();
    if (directives.stream().anyMatch(d -> d.name().equals(name))) {
      problem(
          Code.DUPLICATE_DIRECTIVE,
          directive.span(),
          "only one " + name + " parser directive can be used");
      return false;
    }
    directives.add(directive);
    if (name.equals("escape")) {
      if (!value.equals("\\") && !value.equals("`")) {
        problem(
            Code.INVALID_ESCAPE,
            directive.span(),
            "invalid escape token '" + value + "' does not match ` or \\");
        return false;
      }
      escape = value.charAt(0);
    }
    return true;
  }

  private void instruction(int from) {
    int firstLine = line;
    LogicalLine joined = new LogicalLine();
    boolean continues = part(joined, from);
    boolean empty = false;
    while (continues && nextLine()) {
      int first = Chars.skipSpace(text, start, content);
      if (first == content) {
        empty = true;
      } else if (text.charAt(first) == '#') {
        paint.paint(TokenKind.COMMENT, first, content);
      } else {
        continues = part(joined, start);
      }
    }
    boolean emptyContinuation = empty;
    Splitter.Parts parts = Splitter.parts(joined.all());
    Instruction draft =
        new InstructionReader(escape)
            .read(parts, p -> source(p, List.of(), firstLine, emptyContinuation));
    new Painter(joined, paint, escape).paint(draft);
    List<Problem> found = new ParseChecks(draft, escape).problems();
    problems.addAll(found);
    List<Heredoc> heredocs = new ArrayList<>();
    if (takesHeredocs(draft)) {
      for (HeredocMarker marker : HeredocMarker.in(joined)) {
        heredocs.add(body(marker, firstLine));
      }
    }
    instructions.add(
        heredocs.isEmpty()
            ? draft
            : new InstructionReader(escape)
                .read(parts, p -> source(p, heredocs, firstLine, emptyContinuation)));
    comments.clear();
  }

  private Source source(
      Splitter.Parts parts, List<Heredoc> heredocs, int firstLine, boolean emptyContinuation) {
    Span head = parts.keyword().span();
    return new Source(
        parts.keyword(),
        parts.flags(),
        parts.arguments(),
        heredocs,
        comments,
        firstLine,
        line,
        new Span(head.start(), Math.max(head.end(), content)),
        emptyContinuation);
  }

  private static boolean takesHeredocs(Instruction instruction) {
    return switch (instruction) {
      case Instruction.Run run -> run.command() instanceof Form.Shell;
      case Instruction.Transfer transfer -> !transfer.isJson();
      case Instruction.Onbuild onbuild ->
          onbuild.trigger() != null
              && !(onbuild.trigger() instanceof Instruction.Onbuild)
              && takesHeredocs(onbuild.trigger());
      default -> false;
    };
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

  private Heredoc body(HeredocMarker marker, int firstLine) {
    int from = next;
    Span end = null;
    while (end == null && nextLine()) {
      end = terminator(marker);
      if (end == null) {
        paint.paint(TokenKind.HEREDOC_BODY, start, content);
      }
    }
    Word word = marker.word();
    TokenKind kind = end == null ? TokenKind.ERROR : TokenKind.HEREDOC_MARKER;
    word.line().paint(paint, kind, word.from(), word.to());
    if (end == null) {
      problems.add(
          new Problem(
              Code.UNTERMINATED_HEREDOC,
              Phase.PARSE,
              word.span(),
              firstLine,
              "unterminated heredoc"));
    }
    return marker.heredoc(new Span(from, end == null ? next : start), end);
  }

  /// The current line, when it ends the heredoc.
  private @Nullable Span terminator(HeredocMarker marker) {
    int from = start;
    while (marker.stripsTabs() && from < content && text.charAt(from) == '\t') {
      from++;
    }
    if (content - from != marker.name().length() || !text.startsWith(marker.name(), from)) {
      return null;
    }
    paint.paint(TokenKind.HEREDOC_END, from, content);
    return new Span(from, content);
  }

  private void problem(Code code, Span span, String sentence) {
    problems.add(new Problem(code, Phase.PARSE, span, line, sentence));
  }
}
