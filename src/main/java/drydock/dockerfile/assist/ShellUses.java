// SPDX-License-Identifier: Apache-2.0
package drydock.dockerfile.assist;

import drydock.dockerfile.assist.TextUses.Use;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// Finds the variables that a POSIX shell reads or sets in a command: `$name` outside single
/// quotes, `name=…` where a command may begin, `export name` and its like. Comments and quoted
/// heredocs are passed over.
final class ShellUses {
  /// After these words another command begins.
  private static final Set<String> LEADING =
      Set.of("if", "then", "elif", "else", "while", "until", "do", "!", "time", "env");

  /// These take names of variables.
  private static final Set<String> NAMING =
      Set.of("export", "local", "readonly", "declare", "typeset", "unset", "read", "for");

  private static final char NONE = 0;
  private static final int DEEPEST = 100;

  private final String text;
  private final int end;
  private final List<Use> uses = new ArrayList<>();
  private final List<ShellHeredoc> pending = new ArrayList<>();
  private int at;
  private int depth;

  private ShellUses(String text, int from, int end) {
    this.text = text;
    this.at = from;
    this.end = end;
  }

  /// In a command or script.
  static List<Use> command(String text, int from, int to) {
    ShellUses shell = new ShellUses(text, from, to);
    shell.commands(NONE);
    return shell.uses;
  }

  /// In text that the shell treats as if it stood in double quotes, such as a heredoc.
  static List<Use> quoted(String text, int from, int to) {
    ShellUses shell = new ShellUses(text, from, to);
    shell.quoted(NONE);
    return shell.uses;
  }

  /// What the next word may be.
  private enum Expected {
    COMMAND,
    NAMES,
    ARGUMENTS
  }

  private void commands(char stop) {
    if (++depth > DEEPEST) {
      at = end;
    }
    Expected expected = Expected.COMMAND;
    while (at < end && (stop == NONE || text.charAt(at) != stop)) {
      char c = text.charAt(at);
      if (c == '\n') {
        at++;
        bodies();
        expected = Expected.COMMAND;
      } else if (";&|({".indexOf(c) >= 0) {
        at++;
        expected = Expected.COMMAND;
      } else if (c == ' ' || c == '\t' || c == '\r') {
        at++;
      } else if (c == '#') {
        int line = text.indexOf('\n', at);
        at = line < 0 ? end : Math.min(line, end);
      } else if (ShellHeredoc.isAt(text, at, end)) {
        ShellHeredoc heredoc = ShellHeredoc.read(text, at, end);
        pending.add(heredoc);
        at = heredoc.end();
      } else {
        expected = word(expected, stop);
      }
    }
    at = Math.min(end, at + (stop == NONE ? 0 : 1));
    depth--;
  }

  /// One word; returns what may follow it.
  private Expected word(Expected expected, char stop) {
    int from = at;
    while (at < end && isName(text.charAt(at))) {
      at++;
    }
    String name = text.substring(from, at);
    boolean assigns = at < end && text.charAt(at) == '=' && !name.isEmpty();
    if (!name.isEmpty()
        && !Character.isDigit(name.charAt(0))
        && (expected == Expected.NAMES || (assigns && expected == Expected.COMMAND))) {
      uses.add(new Use(name, from, at));
    }
    int nameEnd = at;
    rest(stop);
    if (expected != Expected.COMMAND || (assigns && at > nameEnd)) {
      return expected;
    }
    String word = text.substring(from, at);
    return LEADING.contains(word)
        ? Expected.COMMAND
        : NAMING.contains(word) ? Expected.NAMES : Expected.ARGUMENTS;
  }

  /// Up to the end of a word; always forward.
  private void rest(char stop) {
    int from = at;
    while (at < end && " \t\r\n;&|(".indexOf(text.charAt(at)) < 0) {
      char c = text.charAt(at);
      if (stop != NONE && c == stop) {
        return;
      }
      switch (c) {
        case '\\' -> at = Math.min(end, at + 2);
        case '\'' -> {
          int close = text.indexOf('\'', at + 1);
          at = close < 0 ? end : Math.min(end, close + 1);
        }
        case '"' -> {
          at++;
          quoted('"');
        }
        case '`' -> {
          at++;
          commands('`');
        }
        case '$' -> dollar();
        default -> at++;
      }
    }
    if (at == from && at < end && text.charAt(at) == ')') {
      at++;
    }
  }

  private void quoted(char stop) {
    while (at < end) {
      char c = text.charAt(at);
      if (stop != NONE && c == stop) {
        at++;
        return;
      }
      switch (c) {
        case '\\' -> at = Math.min(end, at + 2);
        case '`' -> {
          at++;
          commands('`');
        }
        case '$' -> dollar();
        default -> at++;
      }
    }
  }

  private void dollar() {
    at++;
    if (text.startsWith("((", at)) {
      arithmetic();
    } else if (at < end && text.charAt(at) == '(') {
      at++;
      commands(')');
    } else if (at < end && text.charAt(at) == '{') {
      at++;
      at += at < end && "#!".indexOf(text.charAt(at)) >= 0 ? 1 : 0;
      name();
    } else {
      name();
    }
  }

  /// In `$((…))` names need no dollar sign.
  private void arithmetic() {
    int close = text.indexOf("))", at);
    int stop = close < 0 ? end : Math.min(end, close);
    while (at < stop) {
      int before = at;
      name();
      at += at == before ? 1 : 0;
    }
    at = Math.min(end, stop + 2);
  }

  private void name() {
    int from = at;
    while (at < end && isName(text.charAt(at))) {
      at++;
    }
    if (at > from && !Character.isDigit(text.charAt(from))) {
      uses.add(new Use(text.substring(from, at), from, at));
    }
  }

  /// The heredocs announced on the line before.
  private void bodies() {
    for (ShellHeredoc heredoc : pending) {
      int stop = heredoc.bodyEnd(text, at, end);
      if (!heredoc.isQuoted()) {
        uses.addAll(quoted(text, at, stop));
      }
      int line = text.indexOf('\n', stop);
      at = line < 0 ? end : Math.min(end, line + 1);
    }
    pending.clear();
  }

  private static boolean isName(char c) {
    return c == '_' || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
  }
}
