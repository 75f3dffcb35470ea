// SPDX-License-Identifier: Apache-2.0
package drydock.lesson.goal;

import drydock.messages.Messages;
import java.util.List;
import java.util.stream.Collectors;

/// How values look in sentences.
public final class Words {
  private Words() {}

  /// A command as Docker writes it: `["httpd", "-f"]`.
  static String command(List<String> words) {
    return words.stream()
        .map(w -> '"' + w.replace("\\", "\\\\").replace("\"", "\\\"") + '"')
        .collect(Collectors.joining(", ", "[", "]"));
  }

  /// Bytes as Docker counts them, in powers of ten.
  public static String bytes(long bytes) {
    if (bytes < 1_000) {
      return bytes + " B";
    }
    return bytes < 1_000_000
        ? String.format(Messages.locale(), "%.1f kB", bytes / 1e3)
        : String.format(Messages.locale(), "%.1f MB", bytes / 1e6);
  }

  /// `2`, `1 to 3`, `at least 2`.
  static String count(Goal.Count count) {
    if (count.min() == count.max()) {
      return String.valueOf(count.min());
    }
    return count.max() == Integer.MAX_VALUE
        ? Messages.get("lesson.count.atLeast", count.min())
        : Messages.get("lesson.count.range", count.min(), count.max());
  }
}
