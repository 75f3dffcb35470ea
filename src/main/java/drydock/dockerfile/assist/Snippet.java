// SPDX-License-Identifier: Apache-2.0
package drydock.dockerfile.assist;

import drydock.dockerfile.Span;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// A text to insert, with places to fill in.
///
/// @param stops in the order in which they are filled in; each lies in the text
public record Snippet(String text, List<Stop> stops) {
  /// A place to fill in.
  ///
  /// @param number counted from 1; 0 is the last one, where the caret is left
  /// @param span in the text of the snippet; what stands there is a suggestion
  public record Stop(int number, Span span) {}

  public Snippet {
    stops =
        stops.stream()
            .sorted(
                Comparator.comparing((Stop s) -> s.number() == 0).thenComparingInt(Stop::number))
            .toList();
  }

  /// A text without places.
  public static Snippet plain(String text) {
    return new Snippet(text, List.of());
  }

  /// Reads `${1:suggestion}` and `$0`; everything else, other dollar signs included, stands for
  /// itself. A suggestion ends at the next brace.
  public static Snippet parse(String template) {
    StringBuilder text = new StringBuilder();
    List<Stop> stops = new ArrayList<>();
    int at = 0;
    while (at < template.length()) {
      if (template.startsWith("$0", at)) {
        stops.add(new Stop(0, new Span(text.length(), text.length())));
        at += 2;
      } else if (template.startsWith("${", at) && isStop(template, at + 2)) {
        int close = template.indexOf('}', at);
        int from = text.length();
        text.append(template, at + 4, close);
        stops.add(new Stop(template.charAt(at + 2) - '0', new Span(from, text.length())));
        at = close + 1;
      } else {
        text.append(template.charAt(at++));
      }
    }
    return new Snippet(text.toString(), stops);
  }

  private static boolean isStop(String template, int at) {
    return at + 1 < template.length()
        && template.charAt(at) >= '1'
        && template.charAt(at) <= '9'
        && template.charAt(at + 1) == ':'
        && template.indexOf('}', at) >= 0;
  }
}
