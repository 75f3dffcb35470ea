// SPDX-License-Identifier: Apache-2.0
package drydock.lesson;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/// The instructions of a Dockerfile, as far as goals look at them: keyword and words, continuations joined, comments left
/// out.
final class Instructions {
  private Instructions() {}

  /// @param keyword upper case
  /// @param words what follows; of the JSON form the strings
  /// @param number of its first line, counted from 1
  record Line(String keyword, List<String> words, int number) {}

  static List<Line> of(String text) {
    List<Line> lines = new ArrayList<>();
    StringBuilder logical = new StringBuilder();
    int start = 0;
    int number = 0;
    for (String raw : text.split("\r?\n", -1)) {
      number++;
      String line = raw.stripTrailing();
      if (line.isBlank() || line.stripLeading().startsWith("#")) {
        continue;
      }
      if (logical.isEmpty()) {
        start = number;
      }
      if (line.endsWith("\\")) {
        logical.append(line, 0, line.length() - 1).append(' ');
      } else {
        add(lines, logical.append(line).toString(), start);
        logical.setLength(0);
      }
    }
    if (!logical.isEmpty()) {
      add(lines, logical.toString(), start);
    }
    return lines;
  }

  private static void add(List<Line> lines, String logical, int number) {
    String[] parts = logical.strip().split("\\s+", 2);
    String rest = parts.length > 1 ? parts[1].strip() : "";
    lines.add(new Line(parts[0].toUpperCase(Locale.ROOT), words(rest), number));
  }

  private static List<String> words(String rest) {
    boolean json = rest.startsWith("[") && rest.endsWith("]");
    return json
        ? Stream.of(rest.substring(1, rest.length() - 1).split(","))
            .map(w -> w.strip().replaceAll("^\"|\"$", ""))
            .toList()
        : List.of(rest.split("\\s+"));
  }
}
