// SPDX-License-Identifier: Apache-2.0
package drydock.dockerfile.assist;

import drydock.dockerfile.Chars;
import java.util.ArrayList;
import java.util.List;

/// Finds `$name` and `${name…}` where BuildKit replaces them.
final class TextUses {
  /// A name in a text.
  record Use(String name, int from, int to) {}

  private TextUses() {}

  /// In words: single quotes protect, and so does the escape character.
  static List<Use> words(String text, int from, int to, char escape) {
    return scan(text, from, to, escape, true);
  }

  /// In the body of a heredoc: only a backslash protects.
  static List<Use> body(String text, int from, int to) {
    return scan(text, from, to, '\\', false);
  }

  /// In the value of a flag: its quotes and escapes are gone before variables are replaced, so
  /// nothing protects.
  static List<Use> flag(String text, int from, int to) {
    return scan(text, from, to, '\0', false);
  }

  private static List<Use> scan(String text, int from, int to, char escape, boolean quotes) {
    List<Use> uses = new ArrayList<>();
    boolean single = false;
    boolean quoted = false;
    for (int at = from; at < to; at++) {
      char c = text.charAt(at);
      if (single) {
        single = c != '\'';
      } else if (c == escape && escape != '\0') {
        at++;
      } else if (quotes && c == '\'' && !quoted) {
        single = true;
      } else if (quotes && c == '"') {
        quoted = !quoted;
      } else if (c == '$') {
        Use use = name(text, at + 1 < to && text.charAt(at + 1) == '{' ? at + 2 : at + 1, to);
        if (use.to() > use.from()) {
          uses.add(use);
          at = use.to() - 1;
        }
      }
    }
    return uses;
  }

  private static Use name(String text, int from, int to) {
    int at = from;
    while (at < to && Chars.isNamePart(text.charAt(at))) {
      at++;
    }
    boolean isName = at > from && !Character.isDigit(text.charAt(from));
    return new Use(text.substring(from, isName ? at : from), from, isName ? at : from);
  }
}
