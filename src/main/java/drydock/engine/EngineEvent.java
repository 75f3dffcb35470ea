// SPDX-License-Identifier: Apache-2.0
package drydock.engine;

import java.time.Instant;
import java.util.Map;

/// One event of `GET /events`.
///
/// @param type Docker's word: "container", "image", "network", "volume", "builder", …
/// @param action "start", "die", "tag", …; without what follows the colon in "health_status:
///   healthy"
/// @param detail what follows that colon: "healthy", the command of an exec; else empty
/// @param id the actor's id (of an image sometimes a reference)
/// @param attributes Docker's: "exitCode" of a `die`, "signal" of a `kill`, "name", and the
///   object's labels
/// @param timeNanos nanoseconds since the epoch, by the engine's clock
public record EngineEvent(
    String type,
    String action,
    String detail,
    String id,
    Map<String, String> attributes,
    long timeNanos) {
  public EngineEvent {
    attributes = Map.copyOf(attributes);
  }

  /// When it happened, by the engine's clock.
  public Instant at() {
    return Instant.ofEpochSecond(0, timeNanos);
  }
}
