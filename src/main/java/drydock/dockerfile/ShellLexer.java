// SPDX-License-Identifier: Apache-2.0
package drydock.dockerfile;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Splits and expands words as BuildKit's `shell.Lex` does: quotes, the escape character, variables with their
/// modifiers, heredoc markers with blanks in them. It follows BuildKit where that differs from a shell.
final class ShellLexer {
  /// A word and where it came from.
  record Word(String text, int start, int end) {}

  /// Where variables get their values from; null for an unset one.
  interface Values {
    @Nullable String get(String name);
  }

  /// What BuildKit would refuse: a quote or brace that is not closed, an unknown modifier, a variable that must be set.
  static final class BadWord extends Exception {
    private static final long serialVersionUID = 1;

    BadWord(String message) {
      super(message);
    }
  }

  private record Result(String text, List<Word> words) {}

  private static final char NONE = 0;

  private final String text;
  private final char escape;
  private final boolean raw;
  private final @Nullable Values values;
  private int at;

  /// @param raw keeps quotes and escape characters
  /// @param values null leaves variables as they stand
  private ShellLexer(String text, char escape, boolean raw, @Nullable Values values) {
    this.text = text;
    this.escape = escape;
    this.raw = raw;
    this.values = values;
  }

  /// Words with their quotes, variables left alone; none when the line cannot be read.
  static List<Word> rawWords(String text) {
    return words(text, '\\', true);
  }

  /// Words without quotes, variables left alone; none when the text cannot be read.
  static List<String> unquotedWords(String text) {
    return words(text, '\\', false).stream().map(Word::text).toList();
  }

  /// Words with their quotes as ENV and ARG see them.
  static List<String> rawWords(String text, char escape) {
    return words(text, escape, true).stream().map(Word::text).toList();
  }

  private static List<Word> words(String text, char escape, boolean raw) {
    try {
      return new ShellLexer(text, escape, raw, null).until(NONE, raw).words();
    } catch (BadWord e) {
      return List.of();
    }
  }

  /// One word with its variables replaced and its quotes removed.
  static String expand(String word, char escape, Values values) throws BadWord {
    return new ShellLexer(word, escape, false, values).until(NONE, false).text();
  }

  private Result until(char stop, boolean rawEscapes) throws BadWord {
    StringBuilder all = new StringBuilder();
    Words words = new Words();
    while (at < text.length()) {
      int from = at;
      char c = text.charAt(at);
      if (stop != NONE && c == stop) {
        at++;
        return new Result(all.toString(), words.finish(from));
      }
      if (c == '$') {
        String value = variable();
        all.append(value);
        value.chars().forEach(v -> words.add((char) v, from));
      } else if (c == '\'' || c == '"' || c == '<') {
        String literal = c == '<' ? angle() : c == '"' ? doubleQuoted() : singleQuoted();
        all.append(literal);
        words.addRaw(literal, from);
      } else if (c == escape) {
        String escaped = escaped(rawEscapes);
        all.append(escaped);
        words.addRaw(escaped, from);
      } else {
        at++;
        all.append(c);
        words.add(c, from);
      }
    }
    if (stop != NONE) {
      throw new BadWord("missing " + stop);
    }
    return new Result(all.toString(), words.finish(at));
  }

  private String escaped(boolean rawEscapes) {
    int from = at;
    at = Math.min(at + 2, text.length());
    return text.substring(rawEscapes ? from : from + 1, at);
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
      throw new BadWord("missing '");
    }
    String quoted = raw ? text.substring(at, close + 1) : text.substring(at + 1, close);
    at = close + 1;
    return quoted;
  }

  private String doubleQuoted() throws BadWord {
    StringBuilder quoted = new StringBuilder(raw ? "\"" : "");
    at++;
    while (at < text.length()) {
      char c = text.charAt(at);
      if (c == '"') {
        at++;
        return quoted.append(raw ? "\"" : "").toString();
      } else if (c == '$') {
        quoted.append(variable());
      } else if (c == escape) {
        at++;
        char next = at < text.length() ? text.charAt(at) : NONE;
        boolean special = next == '"' || next == '$' || next == escape;
        quoted.append(raw || (!special && next != NONE) ? String.valueOf(c) : "");
        if (special) {
          quoted.append(next);
          at++;
        }
      } else {
        quoted.append(c);
        at++;
      }
    }
    throw new BadWord("missing \"");
  }

  private String variable() throws BadWord {
    int from = at++;
    boolean braced = at < text.length() && text.charAt(at) == '{';
    if (braced) {
      at++;
    }
    String name = name();
    if (!braced) {
      return name.isEmpty() ? "$" : value(from, valueOf(name));
    }
    if (name.isEmpty() || at >= text.length()) {
      throw new BadWord("bad substitution");
    }
    String value = valueOf(name);
    char operator = text.charAt(at++);
    if (operator == '}') {
      return value(from, value);
    }
    if (operator == '/') {
      boolean all = at < text.length() && text.charAt(at) == '/';
      at += all ? 1 : 0;
      String pattern = until('/', true).text();
      String replacement = until('}', true).text();
      String replaced = value == null ? null : Patterns.replace(value, pattern, replacement, all);
      return value(from, replaced);
    }
    boolean orEmpty = operator == ':';
    if (orEmpty && at < text.length()) {
      operator = text.charAt(at++);
    }
    String word = until('}', operator == '#' || operator == '%').text();
    String result = modified(operator, orEmpty, name, value, word);
    return values == null ? text.substring(from, at) : result;
  }

  private static String modified(
      char operator, boolean orEmpty, String name, @Nullable String value, String word)
      throws BadWord {
    boolean missing = value == null || (orEmpty && value.isEmpty());
    String present = value == null ? "" : value;
    return switch (operator) {
      case '-' -> missing ? word : present;
      case '+' -> missing ? "" : word;
      case '?' -> {
        if (missing) {
          throw new BadWord(name + ": " + (word.isEmpty() ? "must be set" : word));
        }
        yield present;
      }
      case '#', '%' -> Patterns.trim(present, word, operator);
      default -> throw new BadWord("unknown modifier " + operator);
    };
  }

  private @Nullable String valueOf(String name) {
    return values == null ? null : values.get(name);
  }

  private String value(int from, @Nullable String value) {
    if (values == null) {
      return text.substring(from, at);
    }
    return value == null ? "" : value;
  }

  private String name() {
    int from = at;
    if (at < text.length() && "@*#?-$!".indexOf(text.charAt(at)) >= 0) {
      at++;
    } else if (at < text.length() && Character.isDigit(text.charAt(at))) {
      while (at < text.length() && Character.isDigit(text.charAt(at))) {
        at++;
      }
    } else {
      while (at < text.length() && Chars.isNamePart(text.charAt(at))) {
        at++;
      }
    }
    return text.substring(from, at);
  }

  private static final class Words {
    private final List<Word> done = new ArrayList<>();
    private final StringBuilder word = new StringBuilder();
    private int start;

    void add(char c, int from) {
      if (!Chars.isSpace(c)) {
        addRaw(String.valueOf(c), from);
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

    List<Word> finish(int end) {
      if (!word.isEmpty()) {
        flush(end);
      }
      return done;
    }

    private void flush(int end) {
      done.add(new Word(word.toString(), start, end));
      word.setLength(0);
    }
  }
}
