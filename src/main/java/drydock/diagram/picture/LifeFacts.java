// SPDX-License-Identifier: Apache-2.0
package drydock.diagram.picture;

import drydock.engine.HealthResult;
import drydock.observe.Life;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;

/// All that the picture of lives is drawn from. Times are by this computer's clock.
///
/// @param lives the oldest first, so that a new one moves none
/// @param checks results of health checks that were read, by container id, the oldest first; by the
///   engine's clock
/// @param from the earliest moment that is shown
/// @param to the latest
/// @param now the present
/// @param skew how far the engine's clock is ahead
/// @param dropped how many events were told and are not kept any more
/// @param inspected when the engine was last asked how its containers are
/// @param zone of the times that are written
public record LifeFacts(
    List<Life> lives,
    Map<String, List<HealthResult>> checks,
    Instant from,
    Instant to,
    Instant now,
    Duration skew,
    long dropped,
    Instant inspected,
    ZoneId zone) {
  private static final int PIXELS = 240;

  public LifeFacts {
    lives = List.copyOf(lives);
    checks = Map.copyOf(checks);
    if (!from.isBefore(to)) {
      throw new IllegalArgumentException(from + " is not before " + to);
    }
  }

  /// Where the picture of the present ends: it moves on in steps of about a pixel, so that not all of
  /// it changes with all that happens.
  ///
  /// @param span how much time is shown
  public static Instant edge(Instant now, Duration span) {
    long step = Math.max(1, span.toMillis() / PIXELS);
    return Instant.ofEpochMilli(Math.ceilDiv(now.plusNanos(999_999).toEpochMilli(), step) * step);
  }

  /// Whether the right edge is the present.
  boolean live() {
    return !to.isBefore(now);
  }
}
