// SPDX-License-Identifier: Apache-2.0
package drydock.ui.moment;

import drydock.messages.Messages;
import drydock.moment.Difference;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;

/// Moments and differences in words.
final class MomentTexts {
  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm:ss");

  private MomentTexts() {}

  static String time(Instant at) {
    return TIME.format(at.atZone(ZoneId.systemDefault()));
  }

  /// The sign before a difference, which says its kind without colour.
  static String sign(Difference.Kind kind) {
    return switch (kind) {
      case BORN -> "+";
      case CHANGED -> "~";
      case GONE -> "−";
    };
  }

  static String title(MomentsModel.Comparison comparison) {
    String from = time(comparison.from());
    String to = time(comparison.to());
    return comparison.differences().isEmpty()
        ? Messages.get("moment.compare.same", from, to)
        : Messages.get("moment.compare.differ", from, to, comparison.differences().size());
  }
}
