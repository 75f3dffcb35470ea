// SPDX-License-Identifier: Apache-2.0
package drydock.diagram.picture;

import drydock.observe.Life;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;

/// All that the picture of lives is drawn from. Times are by this computer's clock.
///
/// @param lives the oldest first, so that a new one moves none
/// @param from the earliest moment that is shown
/// @param to the latest
/// @param now the present
/// @param skew how far the engine's clock is ahead
/// @param dropped how many events were told and are not kept any more
/// @param inspected when the engine was last asked how its containers are
/// @param zone of the times that are written
public record LifeFacts(
    List<Life> lives,
    Instant from,
    Instant to,
    Instant now,
    Duration skew,
    long dropped,
    Instant inspected,
    ZoneId zone) {
  public LifeFacts {
    lives = List.copyOf(lives);
    if (!from.isBefore(to)) {
      throw new IllegalArgumentException(from + " is not before " + to);
    }
  }

  /// Whether the right edge is the present.
  boolean live() {
    return !to.isBefore(now);
  }
}
