// SPDX-License-Identifier: Apache-2.0
package drydock.diagram.picture;

import drydock.messages.Messages;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;

/// Where moments stand between two edges.
record TimeAxis(Instant from, Instant to, double left, double right) {
  private static final List<Long> ROUND =
      List.of(
          1L, 2L, 5L, 10L, 15L, 30L, 60L, 120L, 300L, 600L, 900L, 1800L, 3600L, 7200L, 10800L,
          21600L, 43200L, 86400L, 604800L, 2592000L);

  /// A moment with a round time, and that time in words.
  record Tick(double x, String text) {}

  /// Within the edges.
  double x(Instant at) {
    double share = seconds(from, at) / seconds(from, to);
    return left + Math.clamp(share, 0, 1) * (right - left);
  }

  boolean shows(Instant at) {
    return !at.isBefore(from) && !at.isAfter(to);
  }

  /// Round times by the clocks of `zone`.
  ///
  /// @param apart how far two of them are apart at least
  List<Tick> ticks(ZoneId zone, double apart) {
    double all = seconds(from, to);
    double most = Math.max(1, (right - left) / apart);
    long step =
        ROUND.stream().filter(s -> all / s <= most).findFirst().orElse((long) Math.ceil(all));
    long offset = zone.getRules().getOffset(to).getTotalSeconds();
    DateTimeFormatter format =
        DateTimeFormatter.ofPattern(
                step >= 86400 ? "d MMM" : step >= 60 ? "HH:mm" : "HH:mm:ss", Messages.locale())
            .withZone(zone);
    List<Tick> ticks = new ArrayList<>();
    long first = Math.ceilDiv(from.getEpochSecond() + offset, step) * step - offset;
    for (long at = first; at <= to.getEpochSecond(); at += step) {
      Instant moment = Instant.ofEpochSecond(at);
      if (shows(moment)) {
        ticks.add(new Tick(x(moment), format.format(moment)));
      }
    }
    return ticks;
  }

  private static double seconds(Instant from, Instant to) {
    Duration between = Duration.between(from, to); // of which a long holds not every nanosecond
    return between.toSeconds() + between.toNanosPart() / 1e9;
  }
}
