// SPDX-License-Identifier: Apache-2.0
package drydock.dockerfile;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Splits and expands words as BuildKit's `shell.Lex` does: quotes, the escape character, variables with their
/// modifiers, heredoc markers with blanks in them. It follows BuildKit where that differs from a shell. Source:
/// `frontend/dockerfile/shell/lex.go`.
final class ShellLexer {
  /// A word and where it came from.
  record Piece(String text, int start, int end) {}

  /// What BuildKit would refuse: a quote or brace that is not closed, an unknown modifier, a variable that must be set.
  static final class BadWord extends Exception {
    private static final long serialVersionUID = 1;

    BadWord(String message) {
      super(message);
    }
  }

  /// More than anyone writes: the value is taken as unknown then.
  static final class TooMuch extends RuntimeException {
    private static final long serialVersionUID = 1;

    TooMuch() {
      super("more than there is room for", null, false, false);
    }
  }

  /// How words are read.
  ///
  /// @param rawQuotes keeps quotes
  /// @param rawEscapes keeps escape characters
  /// @param quotes whether quotes mean anything
  record Mode(char escape, boolean rawQuotes, boolean rawEscapes, boolean quotes) {}

  private record Result(String text, List<Piece> words) {}

  private static final char NONE = 0;
  private static final int DEEPEST = 100;
  private static final int LONGEST = 1 << 18;

  private final String text;
  private final Mode mode;
  private final @Nullable Scope values;
  private final int room;
  private final Set<String> used = new HashSet<>();
  private final Set<String> unset = new HashSet<>();
  private boolean known = true;
  private int depth;
  private int at;

  /// @param values null leaves variables as they stand
  private ShellLexer(String text, Mode mode, @Nullable Scope values, int room) {
    this.text = text;
    this.mode = mode;
    this.values = values;
    this.room = room;
  }

  /// Words with their quotes, variables left alone; none when the line cannot be read.
  static List<Piece> rawWords(String text) {
    return words(text, new Mode('\\', true, true, true));
  }

  /// Words without quotes, variables left alone; none when the text cannot be read.
  static List<String> unquotedWords(String text) {
    return words(text, new Mode('\\', false, false, true)).stream().map(Piece::text).toList();
  }

  private static List<Piece> words(String text, Mode mode) {
    try {
      return new ShellLexer(text, mode, null, LONGEST).until(NONE, mode.rawEscapes()).words();
    } catch (BadWord | TooMuch e) {
      return List.of();
    }
  }

  /// One word with its variables replaced.
  static Expansion expand(String word, Mode mode, Scope values, int room) {
    if (isPlain(word, mode.escape())) {
      return new Expansion(word, List.of(word), true, Set.of(), Set.of(), null);
    }
    ShellLexer lexer = new ShellLexer(word, mode, values, room);
    try {
      Result result = lexer.until(NONE, mode.rawEscapes());
      List<String> words = result.words().stream().map(Piece::text).toList();
      return lexer.expansion(result.text(), words, lexer.known, null);
    } catch (BadWord e) {
      // only what is certain is called an error
      String error = "failed to process " + Chars.quote(word) + ": " + e.getMessage();
      return lexer.expansion(word, List.of(word), lexer.known, lexer.known ? error : null);
    } catch (TooMuch e) {
      return lexer.expansion(word, List.of(word), false, null);
    }
  }

  /// Whether nothing in a word means anything.
  private static boolean isPlain(String word, char escape) {
    for (int i = 0; i < word.length(); i++) {
      char c = word.charAt(i);
      if (c == '$' || c == '"' || c == '\'' || c == '<' || c == escape || Chars.isSpace(c)) {
        return false;
      }
    }
    return !word.isEmpty();
  }

  private Expansion expansion(
      String result, List<String> words, boolean isKnown, @Nullable String error) {
    return new Expansion(result, words, isKnown, used, unset, error);
  }

  private Result until(char stop, boolean rawEscapes) throws BadWord {
    if (++depth > DEEPEST) {
      throw new TooMuch();
    }
    StringBuilder all = new StringBuilder();
    WordList words = new WordList();
    while (at < text.length()) {
      if (all.length() > LONGEST) {
        throw new TooMuch();
      }
      int from = at;
      char c = text.charAt(at);
      if (stop != NONE && c == stop) {
        at++;
        depth--;
        return new Result(all.toString(), words.finish(from));
      }
      if (c == '$') {
        String value = variable();
        all.append(value);
        value.chars().forEach(v -> words.add((char) v, from));
      } else if (c == '<' || (mode.quotes() && (c == '\'' || c == '"'))) {
        String literal = c == '<' ? angle() : c == '"' ? doubleQuoted(rawEscapes) : singleQuoted();
        all.append(literal);
        words.addRaw(literal, from);
      } else if (c == mode.escape()) {
        at = Math.min(at + 2, text.length());
        String escaped = text.substring(rawEscapes ? from : from + 1, at);
        all.append(escaped);
        words.addRaw(escaped, from);
      } else {
        at++;
        all.append(c);
        words.add(c, from);
      }
    }
    if (stop != NONE) {
      throw new BadWord("unexpected end of statement while looking for matching " + stop);
    }
    depth--;
    return new Result(all.toString(), words.finish(at));
  }

  /// `<<` keeps the blanks behind it, so that `<< EOF` is one word.
  private String angle() {
    int from = at++;
    if (at < text.length() && text.charAt(at) == '<') {
      at = Chars.skipSpace(text, at + 1, text.length());
    }
    return text.substring(from, at);
  }

  private String singleQuoted() throws BadWord {
    int close = text.indexOf('\'', at + 1);
    if (close < 0) {
      at = text.length();
      throw new BadWord("unexpected end of statement while looking for matching single-quote");
    }
    String quoted =
        mode.rawQuotes() ? text.substring(at, close + 1) : text.substring(at + 1, close);
    at = close + 1;
    return quoted;
  }

  private String doubleQuoted(boolean rawEscapes) throws BadWord {
    StringBuilder quoted = new StringBuilder(mode.rawQuotes() ? "\"" : "");
    at++;
    while (at < text.length()) {
      char c = text.charAt(at);
      if (c == '"') {
        at++;
        return quoted.append(mode.rawQuotes() ? "\"" : "").toString();
      } else if (c == '$') {
        quoted.append(variable());
      } else if (c == mode.escape()) {
        escapedInQuotes(quoted, rawEscapes);
      } else {
        quoted.append(c);
        at++;
      }
    }
    throw new BadWord("unexpected end of statement while looking for matching double-quote");
  }

  /// Only a quote, a dollar sign and the escape character itself can be escaped there.
  private void escapedInQuotes(StringBuilder quoted, boolean rawEscapes) {
    char escape = text.charAt(at++);
    if (rawEscapes) {
      quoted.append(escape);
    }
    if (at < text.length()) {
      char next = text.charAt(at);
      boolean special = next == '"' || next == '$' || next == escape;
      quoted.append(special ? next : escape);
      at += special ? 1 : 0;
    }
  }

  private String variable() throws BadWord {
    int from = at++;
    if (at >= text.length() || text.charAt(at) != '{') {
      String name = name();
      return name.isEmpty() ? "$" : plain(from, name);
    }
    at++;
    if (at == text.length()) {
      throw new BadWord("syntax error: missing '}'");
    }
    if ("{}:".indexOf(text.charAt(at)) >= 0) {
      throw new BadWord("syntax error: bad substitution");
    }
    String name = name();
    String operator = next();
    return switch (operator) {
      case "}" -> plain(from, name);
      case "+", "-", "?", "#", "%" -> modified(from, name, operator, false);
      case ":" -> modified(from, name, next(), true);
      case "/" -> replaced(from, name);
      default -> throw unsupported(operator);
    };
  }

  /// One character; the replacement character at the end, as Go prints it.
  private String next() {
    if (at >= text.length()) {
      return "\uFFFD";
    }
    int c = text.codePointAt(at);
    at += Character.charCount(c);
    return Character.toString(c);
  }

  private static BadWord unsupported(String modifier) {
    return new BadWord("unsupported modifier (" + modifier + ") in substitution");
  }

  private String modified(int from, String name, String operator, boolean orEmpty) throws BadWord {
    boolean pattern = operator.equals("#") || operator.equals("%");
    String word = closed('}', pattern, "syntax error: missing '}'");
    Variable variable = find(name);
    if (values == null) {
      return text.substring(from, at);
    }
    String value = variable == null ? null : variable.value();
    boolean missing = value == null || (orEmpty && value.isEmpty());
    String present = value == null ? "" : value;
    return switch (operator) {
      case "-" -> missing ? word : present;
      case "+" -> missing ? "" : word;
      case "?" -> {
        if (missing) {
          String what = value == null ? "is not allowed to be unset" : "is not allowed to be empty";
          throw new BadWord(name + ": " + (word.isEmpty() ? what : word));
        }
        yield present;
      }
      case "#", "%" -> trimmed(present, word, operator.charAt(0));
      default -> throw unsupported((orEmpty ? ":" : "") + operator);
    };
  }

  private String trimmed(String value, String word, char operator) throws BadWord {
    boolean longest = !word.isEmpty() && word.charAt(0) == operator;
    Wildcard pattern = new Wildcard(longest ? word.substring(1) : word, room);
    return operator == '#' ? pattern.trimStart(value, longest) : pattern.trimEnd(value, longest);
  }

  private String replaced(int from, String name) throws BadWord {
    boolean all = at < text.length() && text.charAt(at) == '/';
    at += all ? 1 : 0;
    String pattern = closed('/', true, "syntax error: missing '/' in ${}");
    String replacement = closed('}', true, "syntax error: missing '}'");
    Variable variable = find(name);
    if (values == null) {
      return text.substring(from, at);
    }
    String value = variable == null || variable.value() == null ? "" : variable.value();
    return new Wildcard(pattern, room).replace(value, replacement, all);
  }

  private String closed(char stop, boolean rawEscapes, String missing) throws BadWord {
    try {
      return until(stop, rawEscapes).text();
    } catch (BadWord e) {
      throw at >= text.length() ? new BadWord(missing) : e;
    }
  }

  private String plain(int from, String name) {
    Variable variable = find(name);
    if (values == null) {
      return text.substring(from, at);
    }
    return variable == null || variable.value() == null ? "" : variable.value();
  }

  /// A variable that has a value, known or not.
  private @Nullable Variable find(String name) {
    Variable variable = values == null ? null : values.find(name);
    boolean found = variable != null && variable.state() != Variable.State.UNSET;
    (found ? used : unset).add(name);
    known &=
        variable == null
            ? values == null || values.isComplete()
            : variable.state() != Variable.State.UNKNOWN;
    String value = variable == null ? null : variable.value();
    if (value != null && value.length() > room) {
      throw new TooMuch();
    }
    return found ? variable : null;
  }

  private String name() {
    int from = at;
    if (at < text.length() && "@*#?-$!".indexOf(text.charAt(at)) >= 0) {
      at++;
    } else if (at < text.length() && Character.isDigit(text.codePointAt(at))) {
      skip(true);
    } else {
      skip(false);
    }
    return text.substring(from, at);
  }

  private void skip(boolean digits) {
    while (at < text.length()) {
      int c = text.codePointAt(at);
      if (digits ? !Character.isDigit(c) : !Chars.isNamePart(c)) {
        return;
      }
      at += Character.charCount(c);
    }
  }

  private static final class WordList {
    private final List<Piece> done = new ArrayList<>();
    private final StringBuilder word = new StringBuilder();
    private int start;

    void add(char c, int from) {
      if (!Chars.isSpace(c)) {
        if (word.isEmpty()) {
          start = from;
        }
        word.append(c);
      } else if (!word.isEmpty()) {
        flush(from);
      }
    }

    void addRaw(String piece, int from) {
      if (word.isEmpty()) {
        start = from;
      }
      word.append(piece);
    }

    List<Piece> finish(int end) {
      if (!word.isEmpty()) {
        flush(end);
      }
      return done;
    }

    private void flush(int end) {
      done.add(new Piece(word.toString(), start, end));
      word.setLength(0);
    }
  }
}
