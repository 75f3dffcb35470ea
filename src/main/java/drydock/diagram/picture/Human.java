// SPDX-License-Identifier: Apache-2.0
package drydock.diagram.picture;

import drydock.messages.Messages;
import java.time.Duration;

/// Figures for people, in the units in which Docker writes them.
public final class Human {
  private static final String[] UNITS = {"B", "kB", "MB", "GB", "TB", "PB"};
  private static final String[] MEMORY = {"B", "KiB", "MiB", "GiB", "TiB", "PiB"};

  private static final Duration SHORT = Duration.ofMillis(95);

  private Human() {}

  /// "0 B", "12 kB", "1.9 MB", "132 MB".
  public static String bytes(long bytes) {
    return figure(bytes, 1000, UNITS);
  }

  /// Memory, which `docker stats` counts in powers of two: "64 MiB", "1.9 GiB".
  static String memory(long bytes) {
    return figure(bytes, 1024, MEMORY);
  }

  private static String figure(long bytes, int step, String[] units) {
    double value = Math.max(0, bytes);
    int unit = 0;
    while (value >= step - 0.5 && unit < units.length - 1) {
      value /= step;
      unit++;
    }
    boolean whole = unit == 0 || value >= 99.95 || Math.round(value * 10) % 10 == 0;
    return String.format(Messages.locale(), whole ? "%.0f %s" : "%.1f %s", value, units[unit]);
  }

  /// "40 ms", "0.1 s", "28.9 s", "2 min 05 s".
  static String seconds(Duration duration) {
    if (duration.isNegative()) {
      return "0 ms";
    }
    if (duration.compareTo(SHORT) < 0) {
      return duration.toMillis() + " ms";
    }
    double seconds = duration.toSeconds() + duration.toMillisPart() / 1000.0;
    if (seconds < 59.95) {
      return String.format(Messages.locale(), "%.1f s", seconds);
    }
    long whole = Math.round(seconds);
    return whole < 3600
        ? String.format(Messages.locale(), "%d min %02d s", whole / 60, whole % 60)
        : String.format(Messages.locale(), "%d h %02d min", whole / 3600, whole / 60 % 60);
  }
}
