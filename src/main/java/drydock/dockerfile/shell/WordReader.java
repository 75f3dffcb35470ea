// SPDX-License-Identifier: Apache-2.0
package drydock.dockerfile.shell;

import java.util.HashSet;
import java.util.Set;

/// Reads words of a script: quotes, escapes, variables, `$(…)`.
final class WordReader {
  private static final String ENDS = " \t\r\n;&|()<>";

  private final String text;
  private final Set<String> uses = new HashSet<>();
  private final StringBuilder word = new StringBuilder();
  private boolean known;
  private boolean broken;

  WordReader(String text) {
    this.text = text;
  }

  /// @param end behind its last character
  record Read(String text, boolean known, int start, int end) {}

  /// Names of variables that stood in the words so far.
  Set<String> uses() {
    return uses;
  }

  /// Whether a quote or bracket was never closed.
  boolean isBroken() {
    return broken;
  }

  /// Empty when no word begins there.
  Read read(int from) {
    word.setLength(0);
    known = true;
    int at = from;
    while (at < text.length() && ENDS.indexOf(text.charAt(at)) < 0) {
      at = piece(at);
    }
    return new Read(word.toString(), known, from, at);
  }

  private int piece(int from) {
    char c = text.charAt(from);
    return switch (c) {
      case '\'' -> single(from + 1);
      case '"' -> quoted(from + 1);
      case '\\' -> escaped(from + 1);
      case '$' -> variable(from);
      case '`' -> command(from, text.indexOf('`', from + 1));
      default -> {
        word.append(c);
        yield from + 1;
      }
    };
  }

  private int single(int from) {
    int end = text.indexOf('\'', from);
    broken |= end < 0;
    int to = end < 0 ? text.length() : end;
    word.append(text, from, to);
    return Math.min(text.length(), to + 1);
  }

  private int quoted(int from) {
    int at = from;
    while (at < text.length() && text.charAt(at) != '"') {
      char c = text.charAt(at);
      if (c == '\\' && at + 1 < text.length() && "\"\\$`\n".indexOf(text.charAt(at + 1)) < 0) {
        word.append(c);
        at++;
      } else {
        at = c == '\'' ? append(c, at + 1) : piece(at);
      }
    }
    broken |= at >= text.length();
    return Math.min(text.length(), at + 1);
  }

  private int append(char c, int next) {
    word.append(c);
    return next;
  }

  /// A line that goes on has no character for it.
  private int escaped(int from) {
    if (from < text.length() && text.charAt(from) != '\n') {
      word.append(text.charAt(from));
    }
    return Math.min(text.length(), from + 1);
  }

  private int variable(int from) {
    int next = from + 1;
    char c = next < text.length() ? text.charAt(next) : ' ';
    if (c == '(') {
      return command(from, closing(next, '(', ')'));
    }
    if (c == '{') {
      int end = closing(next, '{', '}');
      int name = nameEnd(next + 1);
      if (name < text.length() && ":-+?=".indexOf(text.charAt(name)) < 0) {
        use(next + 1, name); // otherwise the script says itself what to do without it
      }
      return unknown(from, end < 0 ? text.length() : end + 1, end < 0);
    }
    int end = nameEnd(next);
    use(next, end);
    if (end > next) {
      return unknown(from, end, false);
    }
    if ("@*#?$!-0123456789".indexOf(c) >= 0 && c != ' ') {
      return unknown(from, next + 1, false);
    }
    word.append('$');
    return next;
  }

  private void use(int from, int to) {
    if (to > from) {
      uses.add(text.substring(from, to));
    }
  }

  private int nameEnd(int from) {
    int end = from;
    while (end < text.length() && ScriptReader.isName(text.charAt(end))) {
      if (end == from && Character.isDigit(text.charAt(end))) {
        return from;
      }
      end++;
    }
    return end;
  }

  /// `$(…)` or backticks: what it says is not known before it runs, but what it uses is.
  private int command(int from, int end) {
    int to = end < 0 ? text.length() : end;
    for (int i = from + 1; i < to; i++) {
      if (text.charAt(i) == '\'') {
        int close = text.indexOf('\'', i + 1);
        i = close < 0 || close > to ? i : close;
      } else if (text.charAt(i) == '$') {
        int name = i + 1 < to && text.charAt(i + 1) == '{' ? i + 2 : i + 1;
        use(name, Math.min(to, nameEnd(name)));
      }
    }
    return unknown(from, end < 0 ? text.length() : end + 1, end < 0);
  }

  private int unknown(int from, int to, boolean open) {
    word.append(text, from, to);
    known = false;
    broken |= open;
    return to;
  }

  /// Where the bracket that opens at `from` closes; -1 if it does not.
  private int closing(int from, char opening, char closing) {
    int depth = 0;
    char quote = 0;
    for (int i = from; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '\\' && quote != '\'') {
        i++;
      } else if (quote != 0) {
        quote = c == quote ? 0 : quote;
      } else if (c == '\'' || c == '"') {
        quote = c;
      } else if (c == opening) {
        depth++;
      } else if (c == closing && --depth == 0) {
        return i;
      }
    }
    return -1;
  }
}
