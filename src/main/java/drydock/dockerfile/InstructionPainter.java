// SPDX-License-Identifier: Apache-2.0
package drydock.dockerfile;

import java.util.List;
import java.util.Set;

/// Gives kinds to the parts of one logical line.
final class InstructionPainter {
  private static final Set<String> KEYWORDS =
      Set.of(
          "ADD",
          "ARG",
          "CMD",
          "COPY",
          "ENTRYPOINT",
          "ENV",
          "EXPOSE",
          "FROM",
          "HEALTHCHECK",
          "LABEL",
          "MAINTAINER",
          "ONBUILD",
          "RUN",
          "SHELL",
          "STOPSIGNAL",
          "USER",
          "VOLUME",
          "WORKDIR");
  private static final Set<String> WITH_HEREDOC = Set.of("RUN", "COPY", "ADD");
  private static final Set<String> WITH_JSON =
      Set.of("RUN", "CMD", "ENTRYPOINT", "SHELL", "COPY", "ADD", "VOLUME", "HEALTHCHECK");

  private final LogicalLine line;
  private final String text;
  private final Paint paint;
  private final char escape;
  private final Command command;
  private final int lastBrace;

  InstructionPainter(LogicalLine line, Paint paint, char escape) {
    this.line = line;
    this.text = line.text();
    this.paint = paint;
    this.escape = escape;
    this.command = Command.of(text, 0);
    this.lastBrace = text.lastIndexOf('}');
  }

  Instruction instruction(List<Heredoc> heredocs, int firstLine, int lastLine) {
    return new Instruction(
        command.keyword(),
        command.flags(),
        command.arguments().substring(text),
        heredocs,
        firstLine,
        lastLine);
  }

  /// Paints all but the heredoc markers, which it returns.
  List<Heredoc.Marker> paint() {
    Command inner = command;
    paintHead(inner);
    if (command.keyword().equals("ONBUILD")) {
      inner = Command.of(text, command.arguments().start());
      paintHead(inner);
    } else if (command.keyword().equals("HEALTHCHECK")) {
      inner = Command.of(text, command.arguments().start());
      if (inner.keyword().equals("CMD") || inner.keyword().equals("NONE")) {
        color(TokenKind.KEYWORD, inner.keywordSpan());
      } else {
        inner = command;
      }
    }
    boolean json =
        WITH_JSON.contains(inner.keyword())
            && JsonStrings.read(inner.arguments().substring(text)) != null;
    paintArguments(inner.arguments().start(), inner.arguments().end());
    if (inner.keyword().equals("FROM")) {
      paintStage(inner.arguments());
    }
    return WITH_HEREDOC.contains(inner.keyword()) && !json ? Heredoc.in(text) : List.of();
  }

  private void paintHead(Command head) {
    boolean known = KEYWORDS.contains(head.keyword());
    color(known ? TokenKind.KEYWORD : TokenKind.ERROR, head.keywordSpan());
    head.flagSpans().forEach(flag -> color(TokenKind.FLAG, flag));
  }

  /// FROM image AS name
  private void paintStage(Command.Span arguments) {
    int at = arguments.start();
    while (at < arguments.end() && !Chars.isSpace(text.charAt(at))) {
      at++;
    }
    at = Chars.skipSpace(text, at, arguments.end());
    boolean as = text.regionMatches(true, at, "AS", 0, 2);
    if (as && (at + 2 == arguments.end() || Chars.isSpace(text.charAt(at + 2)))) {
      line.paint(paint, TokenKind.STAGE_KEYWORD, at, at + 2);
    }
  }

  private void paintArguments(int from, int end) {
    int at = from;
    while (at < end) {
      int start = at;
      char c = text.charAt(at);
      TokenKind kind = TokenKind.ARGUMENT;
      if (Chars.isSpace(c)) {
        at = Chars.skipSpace(text, at, end);
        kind = TokenKind.WHITESPACE;
      } else if (c == '"' || c == '\'') {
        at = paintString(at, end);
        continue;
      } else if (variableEnd(at, end) > at) {
        at = variableEnd(at, end);
        kind = TokenKind.VARIABLE;
      } else if (c == escape && at + 1 < end) {
        at += 2;
        kind = TokenKind.ESCAPE;
      } else {
        at++;
        while (at < end && isPlain(at, end)) {
          at++;
        }
      }
      line.paint(paint, kind, start, at);
    }
  }

  private boolean isPlain(int at, int end) {
    char c = text.charAt(at);
    return !Chars.isSpace(c) && c != '"' && c != '\'' && c != escape && variableEnd(at, end) == at;
  }

  /// A quoted text; in double quotes variables and escapes show. Without a closing quote it goes on to the end.
  private int paintString(int from, int end) {
    char quote = text.charAt(from);
    int at = from + 1;
    int pending = from;
    while (at < end && text.charAt(at) != quote) {
      boolean escaped = quote == '"' && text.charAt(at) == escape && at + 1 < end;
      int after = quote == '"' && !escaped ? variableEnd(at, end) : at;
      if (escaped || after > at) {
        after = escaped ? at + 2 : after;
        line.paint(paint, TokenKind.STRING, pending, at);
        line.paint(paint, escaped ? TokenKind.ESCAPE : TokenKind.VARIABLE, at, after);
        pending = after;
        at = after;
      } else {
        at++;
      }
    }
    at = Math.min(at + 1, end);
    line.paint(paint, TokenKind.STRING, pending, at);
    return at;
  }

  /// Behind `$name` or `${…}`; `at` itself when there is no variable.
  private int variableEnd(int at, int end) {
    if (text.charAt(at) != '$' || at + 1 >= end) {
      return at;
    }
    if (text.charAt(at + 1) == '{') {
      int close = at < lastBrace ? text.indexOf('}', at) : end;
      return close >= end ? at : close + 1;
    }
    int to = at + 1;
    while (to < end && Chars.isNamePart(text.charAt(to))) {
      to++;
    }
    return to > at + 1 ? to : at;
  }

  private void color(TokenKind kind, Command.Span span) {
    line.paint(paint, kind, span.start(), span.end());
  }
}
