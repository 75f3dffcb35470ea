// SPDX-License-Identifier: Apache-2.0
package drydock.diagram.picture;

import drydock.messages.Messages;
import java.util.List;

/// Round times for an axis.
final class Ticks {
  private static final List<Double> ROUND =
      List.of(
          0.01, 0.02, 0.05, 0.1, 0.2, 0.5, 1.0, 2.0, 5.0, 10.0, 20.0, 30.0, 60.0, 120.0, 300.0,
          600.0, 1200.0, 1800.0, 3600.0, 7200.0, 14400.0, 43200.0, 86400.0);

  private Ticks() {}

  /// The distance between two ticks, in seconds.
  ///
  /// @param most how many may stand side by side
  static double step(double end, double most) {
    return ROUND.stream()
        .filter(step -> end / step <= Math.max(1, most))
        .findFirst()
        .orElse(Math.max(end, 1));
  }

  /// "0.5 s", "20 s", "2 min", "1 h".
  static String text(double seconds, double step) {
    if (step >= 3600) {
      return String.format(Messages.locale(), "%.0f h", seconds / 3600);
    }
    if (step >= 60) {
      return String.format(Messages.locale(), "%.0f min", seconds / 60);
    }
    int digits = step >= 1 ? 0 : step >= 0.1 ? 1 : 2;
    return String.format(Messages.locale(), "%." + digits + "f s", seconds);
  }
}
