// SPDX-License-Identifier: Apache-2.0
package drydock.lesson.goal;

import drydock.messages.Messages;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/// How values look in sentences.
public final class Words {
  private static final int LONGEST_SHOWN = 120;
  private static final List<String> MEMORY = List.of("B", "KiB", "MiB", "GiB", "TiB");

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
        ? String.format(Locale.getDefault(), "%.1f kB", bytes / 1e3)
        : String.format(Locale.getDefault(), "%.1f MB", bytes / 1e6);
  }

  /// Memory as Docker counts it, in powers of two: `64 MiB`.
  static String memory(long bytes) {
    double value = bytes;
    int unit = 0;
    while (value >= 1024 && unit < MEMORY.size() - 1) {
      value /= 1024;
      unit++;
    }
    return new DecimalFormat("0.#", DecimalFormatSymbols.getInstance(Locale.getDefault()))
            .format(value)
        + " "
        + MEMORY.get(unit);
  }

  /// The last value of a variable counts, as for a process.
  static Optional<String> value(List<String> env, String name) {
    String prefix = name + "=";
    return env.reversed().stream()
        .filter(e -> e.startsWith(prefix))
        .findFirst()
        .map(e -> e.substring(prefix.length()));
  }

  static String space(Goal.Space space) {
    return switch (space) {
      case NETWORK -> Messages.get("lesson.space.network");
      case PID -> Messages.get("lesson.space.pid");
      case IPC -> Messages.get("lesson.space.ipc");
      case UTS -> Messages.get("lesson.space.uts");
    };
  }

  /// Not longer than a sentence bears.
  static String shown(String value) {
    return value.length() <= LONGEST_SHOWN ? value : value.substring(0, LONGEST_SHOWN) + "…";
  }

  /// `2`, `1 to 3`, `at least 2`.
  static String count(Goal.Count count) {
    if (count.min() == count.max()) {
      return String.valueOf(count.min());
    }
    if (count.max() == Integer.MAX_VALUE) {
      return Messages.get("lesson.count.atLeast", count.min());
    }
    return count.min() == 0
        ? Messages.get("lesson.count.atMost", count.max())
        : Messages.get("lesson.count.range", count.min(), count.max());
  }
}
