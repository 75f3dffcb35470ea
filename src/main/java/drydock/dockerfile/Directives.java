// SPDX-License-Identifier: Apache-2.0
package drydock.dockerfile;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// The names of parser directives, and the look of one.
final class Directives {
  private static final Pattern DIRECTIVE =
      Pattern.compile("(?s)#\\s*([a-zA-Z][a-zA-Z0-9]*)\\s*=\\s*(.+)");
  private static final Set<String> NAMES = Set.of("syntax", "escape", "check");

  private Directives() {}

  static boolean isName(String name) {
    return NAMES.contains(name.toLowerCase(Locale.ROOT));
  }

  /// The directive that a comment is; null when it is none.
  static @Nullable Directive of(String comment, Span span, int line) {
    Matcher matcher = DIRECTIVE.matcher(comment);
    return matcher.matches() && isName(matcher.group(1))
        ? new Directive(matcher.group(1).toLowerCase(Locale.ROOT), matcher.group(2), span, line)
        : null;
  }
}
