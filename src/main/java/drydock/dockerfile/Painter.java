// SPDX-License-Identifier: Apache-2.0
package drydock.dockerfile;

import java.util.Locale;

/// Gives token kinds to the parts of one logical line; heredoc markers are the scanner's.
final class Painter {
  private final LogicalLine line;
  private final String text;
  private final Paint paint;
  private final char escape;
  private final int lastBrace;

  Painter(LogicalLine line, Paint paint, char escape) {
    this.line = line;
    this.text = line.text();
    this.paint = paint;
    this.escape = escape;
    this.lastBrace = text.lastIndexOf('}');
  }

  void paint(Instruction instruction) {
    head(instruction);
    Word arguments = instruction.arguments();
    switch (instruction) {
      case Instruction.Onbuild onbuild -> {
        if (onbuild.trigger() != null) {
          paint(onbuild.trigger());
          return;
        }
      }
      case Instruction.Healthcheck health -> {
        Word type = health.type();
        if (type != null && Checks.HEALTH_TYPES.contains(type.text().toUpperCase(Locale.ROOT))) {
          color(TokenKind.KEYWORD, type);
          arguments = new Word(line, type.to(), arguments.to());
        }
      }
      default -> {}
    }
    arguments(arguments.from(), arguments.to());
    if (instruction instanceof Instruction.From from && from.as() != null) {
      color(TokenKind.STAGE_KEYWORD, from.as());
    }
  }

  private void head(Instruction instruction) {
    boolean known = !(instruction instanceof Instruction.Unknown);
    color(known ? TokenKind.KEYWORD : TokenKind.ERROR, instruction.source().keyword());
    int end = instruction.source().keyword().to();
    for (Flag flag : instruction.flags()) {
      color(TokenKind.FLAG, flag.word());
      end = flag.word().to();
    }
    // the bare -- that ends flags
    color(TokenKind.FLAG, new Word(line, end, instruction.arguments().from()).trimmed());
  }

  private void arguments(int from, int end) {
    int at = from;
    while (at < end) {
      int start = at;
      char c = text.charAt(at);
      TokenKind kind = TokenKind.ARGUMENT;
      if (Chars.isSpace(c)) {
        at = Chars.skipSpace(text, at, end);
        kind = TokenKind.WHITESPACE;
      } else if (c == '"' || c == '\'') {
        at = string(at, end);
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
  private int string(int from, int end) {
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

  private void color(TokenKind kind, Word word) {
    line.paint(paint, kind, word.from(), word.to());
  }
}
