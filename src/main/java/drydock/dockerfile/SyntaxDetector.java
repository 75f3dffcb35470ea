// SPDX-License-Identifier: Apache-2.0
package drydock.dockerfile;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Finds the frontend that a file asks for, as BuildKit does: `# syntax=` at the top, then the same behind a `#!` line,
/// then `// syntax=`, then a JSON object with a `syntax`.
final class SyntaxDetector {
  private static final Pattern DIRECTIVE =
      Pattern.compile("(?s)([a-zA-Z][a-zA-Z0-9]*)\\s*=\\s*(.+)");
  private static final Pattern JSON =
      Pattern.compile(
          "\\A\\s*\\{.*?\"syntax\"\\s*:\\s*\"([^\"\\\\]+)\".*\\}\\s*\\z", Pattern.DOTALL);

  /// The longest JSON file that is looked into.
  private static final int LONGEST_JSON = 10_000;

  private SyntaxDetector() {}

  static @Nullable String detect(Dockerfile file) {
    String start = file.text().startsWith("\uFEFF") ? file.text().substring(1) : file.text();
    if (start.startsWith("#!")) {
      start = start.substring(start.indexOf('\n') + 1);
    }
    String found = behind("#", start);
    if (found == null) {
      found = behind("//", start);
    }
    return found == null && start.startsWith("{") ? json(start) : found;
  }

  private static @Nullable String behind(String mark, String text) {
    int from = 0;
    while (text.startsWith(mark, from)) {
      int end = text.indexOf('\n', from);
      String line = text.substring(from + mark.length(), end < 0 ? text.length() : end).strip();
      Matcher matcher = DIRECTIVE.matcher(line);
      if (!matcher.matches() || !Directives.isName(matcher.group(1))) {
        return null;
      }
      if (matcher.group(1).equalsIgnoreCase("syntax")) {
        return matcher.group(2).split(" ", 2)[0];
      }
      from = end < 0 ? text.length() : end + 1;
    }
    return null;
  }

  private static @Nullable String json(String text) {
    Matcher matcher = JSON.matcher(text);
    boolean object = text.length() <= LONGEST_JSON && text.strip().endsWith("}");
    return object && matcher.lookingAt() ? matcher.group(1) : null;
  }
}
