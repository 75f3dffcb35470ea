// SPDX-License-Identifier: Apache-2.0
package drydock.engine;

import java.util.Map;

/// One event of `GET /events`.
///
/// @param type Docker's word: "container", "image", "network", "volume", "builder", …
/// @param action "start", "die", "tag", …; without what follows the colon in "exec_start: …"
/// @param id the actor's id (of an image sometimes a reference)
/// @param timeNanos nanoseconds since the epoch, by the engine's clock
public record EngineEvent(
    String type, String action, String id, Map<String, String> attributes, long timeNanos) {
  public EngineEvent {
    attributes = Map.copyOf(attributes);
  }
}
