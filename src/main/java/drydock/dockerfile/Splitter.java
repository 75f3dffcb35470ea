// SPDX-License-Identifier: Apache-2.0
package drydock.dockerfile;

import java.util.ArrayList;
import java.util.List;

/// Splits a logical line as BuildKit's parser does: keyword, flags, rest; and the rest into words.
final class Splitter {
  private Splitter() {}

  /// @param keyword empty for an empty line
  record Parts(Word keyword, List<Flag> flags, Word arguments) {}

  static Parts parts(Word whole) {
    Word line = whole.trimmed();
    String text = line.line().text();
    int at = line.from();
    while (at < line.to() && !Chars.isBlank(text.charAt(at))) {
      at++;
    }
    Word keyword = new Word(line.line(), line.from(), at);
    List<Flag> flags = new ArrayList<>();
    at = flags(new Word(line.line(), at, line.to()), flags);
    return new Parts(keyword, flags, new Word(line.line(), at, line.to()).trimmed());
  }

  /// Words that begin with `--` directly behind the keyword; a bare `--` ends them. Returns where the rest begins.
  private static int flags(Word rest, List<Flag> flags) {
    String text = rest.line().text();
    int at = Chars.skipSpace(text, rest.from(), rest.to());
    while (text.startsWith("--", at) && at + 2 <= rest.to()) {
      int start = at;
      StringBuilder word = new StringBuilder();
      at = flagWord(text, at, rest.to(), word);
      if (word.toString().equals("--")) {
        return at;
      }
      flags.add(flag(new Word(rest.line(), start, at), word.toString()));
      at = Chars.skipSpace(text, at, rest.to());
    }
    return at;
  }

  /// Without quotes and escapes; the escape character of flags is always the backslash.
  private static int flagWord(String text, int from, int end, StringBuilder word) {
    char quote = 0;
    int at = from;
    for (; at < end; at++) {
      char c = text.charAt(at);
      if (quote == 0 && Chars.isSpace(c)) {
        break;
      } else if (quote == 0 && (c == '"' || c == '\'')) {
        quote = c;
      } else if (c == quote) {
        quote = 0;
      } else if (c != '\\') {
        word.append(c);
      } else if (at + 1 < end) {
        word.append(text.charAt(++at));
      }
    }
    return at;
  }

  private static Flag flag(Word word, String unquoted) {
    int equals = unquoted.indexOf('=');
    int written = word.text().indexOf('=');
    int nameEnd = written < 0 ? word.to() - word.from() : written;
    return new Flag(
        word,
        word.part(Math.min(2, nameEnd), nameEnd),
        equals < 0 || written < 0 ? null : word.from(written + 1),
        unquoted.substring(2, equals < 0 ? unquoted.length() : equals),
        equals < 0 ? null : unquoted.substring(equals + 1));
  }

  /// Split at blanks and nothing else; quotes do not count.
  static List<Word> words(Word rest) {
    List<Word> words = new ArrayList<>();
    String text = rest.line().text();
    int at = rest.from();
    while (at < rest.to()) {
      int start = Chars.skipBlanks(text, at, rest.to());
      at = start;
      while (at < rest.to() && !Chars.isBlank(text.charAt(at))) {
        at++;
      }
      if (at > start) {
        words.add(new Word(rest.line(), start, at));
      }
    }
    return words;
  }

  /// Split at white space outside quotes, for ENV, LABEL and ARG. A quote that is not closed goes on to the end.
  static List<Word> quotedWords(Word rest, char escape) {
    List<Word> words = new ArrayList<>();
    String text = rest.line().text();
    int at = Chars.skipSpace(text, rest.from(), rest.to());
    while (at < rest.to()) {
      int start = at;
      at = quotedWord(text, at, rest.to(), escape);
      // an escape character at the very end escapes nothing and is not part of the word
      boolean dangling = at == rest.to() && endsWithEscape(text, start, at, escape);
      if (at - start > (dangling ? 1 : 0)) {
        words.add(new Word(rest.line(), start, dangling ? at - 1 : at));
      }
      at = Chars.skipSpace(text, at, rest.to());
    }
    return words;
  }

  private static int quotedWord(String text, int from, int end, char escape) {
    char quote = 0;
    int at = from;
    for (; at < end; at++) {
      char c = text.charAt(at);
      if (quote == 0 && Chars.isSpace(c)) {
        break;
      } else if (c == escape && quote != '\'') {
        at++;
      } else if (c == quote) {
        quote = 0;
      } else if (quote == 0 && (c == '"' || c == '\'')) {
        quote = c;
      }
    }
    return Math.min(at, end);
  }

  private static boolean endsWithEscape(String text, int from, int end, char escape) {
    char quote = 0;
    for (int at = from; at < end; at++) {
      char c = text.charAt(at);
      if (c == escape && quote != '\'') {
        if (at + 1 == end) {
          return true;
        }
        at++;
      } else if (c == quote) {
        quote = 0;
      } else if (quote == 0 && (c == '"' || c == '\'')) {
        quote = c;
      }
    }
    return false;
  }
}
