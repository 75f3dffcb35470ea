// SPDX-License-Identifier: Apache-2.0
package drydock.ui.log;

import drydock.messages.Messages;
import java.time.Duration;

/// Durations and bytes in few characters, the latter in Docker's decimal units.
final class Amounts {
  private static final String[] UNITS = {"B", "kB", "MB", "GB", "TB"};
  private static final int BAR = 24;

  private Amounts() {}

  static String seconds(Duration duration) {
    if (duration.toSeconds() < 60) {
      double seconds = duration.toMillis() / 1000.0;
      return Messages.get("log.time.seconds", String.format(Messages.locale(), "%.1f", seconds));
    }
    return Messages.get("log.time.minutes", duration.toMinutes(), duration.toSecondsPart());
  }

  /// "1.2 MB"
  static String bytes(long bytes) {
    return figure(bytes, unit(bytes)) + " " + UNITS[unit(bytes)];
  }

  /// "0.4/1.2 MB", "1.2 MB", or what the status says.
  static String progress(Row.Progress p) {
    String amount;
    if (p.total() > 0) {
      int unit = unit(p.total());
      amount =
          figure(Math.min(p.current(), p.total()), unit)
              + "/"
              + figure(p.total(), unit)
              + " "
              + UNITS[unit];
    } else {
      amount = p.current() > 0 ? bytes(p.current()) : "";
    }
    return p.status().isEmpty() || amount.isEmpty()
        ? p.status() + amount
        : amount + "  " + p.status();
  }

  /// How many of the [#bar]'s characters are full; -1 when nobody knows the end.
  static int full(Row.Progress p) {
    if (p.done()) {
      return BAR;
    }
    return p.total() <= 0 ? -1 : (int) Math.clamp((double) p.current() / p.total() * BAR, 0, BAR);
  }

  static String bar(int length) {
    return "━".repeat(length);
  }

  static String barRest(int full) {
    return "─".repeat(BAR - full);
  }

  private static int unit(long bytes) {
    int unit = 0;
    for (long n = bytes; n >= 1000 && unit < UNITS.length - 1; n /= 1000) {
      unit++;
    }
    return unit;
  }

  private static String figure(long bytes, int unit) {
    return unit == 0
        ? Long.toString(bytes)
        : String.format(Messages.locale(), "%.1f", bytes / Math.pow(1000, unit));
  }
}
