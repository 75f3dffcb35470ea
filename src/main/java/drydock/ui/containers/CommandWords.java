// SPDX-License-Identifier: Apache-2.0
package drydock.ui.containers;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Splits a command line into words as a POSIX shell does (POSIX.1-2024, 2.2 Quoting), without any expansion.
final class CommandWords {
  private CommandWords() {}

  /// The words; nothing when a quote is not closed or a backslash stands at the end.
  static Optional<List<String>> split(String line) {
    List<String> words = new ArrayList<>();
    StringBuilder word = new StringBuilder();
    boolean inWord = false;
    char quote = 0;
    for (int i = 0; i < line.length(); i++) {
      char c = line.charAt(i);
      if (quote != 0 && c == quote) {
        quote = 0;
      } else if (quote == 0 && (c == '\'' || c == '"')) {
        quote = c;
        inWord = true;
      } else if (c == '\\' && quote != '\'') {
        if (++i == line.length()) {
          return Optional.empty();
        }
        char escaped = line.charAt(i);
        if (quote == '"' && "\\\"$`".indexOf(escaped) < 0) {
          word.append(c);
        }
        word.append(escaped);
        inWord = true;
      } else if (quote == 0 && Character.isWhitespace(c)) {
        if (inWord) {
          words.add(word.toString());
          word.setLength(0);
          inWord = false;
        }
      } else {
        word.append(c);
        inWord = true;
      }
    }
    if (inWord) {
      words.add(word.toString());
    }
    return quote == 0 ? Optional.of(words) : Optional.empty();
  }

  /// The other way round, for showing.
  static String join(List<String> words) {
    return String.join(" ", words.stream().map(CommandWords::quoted).toList());
  }

  private static String quoted(String word) {
    return word.matches("[\\w@%+=:,./-]+") ? word : "'" + word.replace("'", "'\\''") + "'";
  }
}
