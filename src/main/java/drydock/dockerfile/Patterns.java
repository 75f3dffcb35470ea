// SPDX-License-Identifier: Apache-2.0
package drydock.dockerfile;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/// The patterns of `${v#p} ${v%p} ${v/p/r}`: `*` and `?`, no brackets.
final class Patterns {
  private Patterns() {}

  /// Removes the shortest match at the begin (`#`) or end (`%`); the longest when `word` begins with the operator again.
  static String trim(String value, String word, char operator) throws ShellLexer.BadWord {
    boolean longest = !word.isEmpty() && word.charAt(0) == operator;
    Pattern whole = compile(longest ? word.substring(1) : word);
    int length = value.length();
    for (int i = 0; i <= length; i++) {
      int size = longest ? length - i : i;
      String part = operator == '#' ? value.substring(0, size) : value.substring(length - size);
      if (whole.matcher(part).matches()) {
        return operator == '#' ? value.substring(size) : value.substring(0, length - size);
      }
    }
    return value;
  }

  static String replace(String value, String pattern, String replacement, boolean all)
      throws ShellLexer.BadWord {
    Matcher matcher = compile(pattern).matcher(value);
    String literal = Matcher.quoteReplacement(replacement);
    return all ? matcher.replaceAll(literal) : matcher.replaceFirst(literal);
  }

  private static Pattern compile(String pattern) throws ShellLexer.BadWord {
    StringBuilder regex = new StringBuilder();
    for (int i = 0; i < pattern.length(); i++) {
      char c = pattern.charAt(i);
      if (c == '*') {
        regex.append(".*");
      } else if (c == '?') {
        regex.append('.');
      } else if (c == '\\' && i + 1 < pattern.length()) {
        regex.append(Pattern.quote(String.valueOf(pattern.charAt(++i))));
      } else {
        regex.append(Pattern.quote(String.valueOf(c)));
      }
    }
    try {
      return Pattern.compile(regex.toString(), Pattern.DOTALL);
    } catch (PatternSyntaxException e) {
      throw new ShellLexer.BadWord("bad pattern " + pattern);
    }
  }
}
