// SPDX-License-Identifier: Apache-2.0
package drydock.engine;

import java.time.Instant;
import java.util.Optional;

/// Where an engine may listen.
///
/// @param uri Docker's notation: `unix:///var/run/docker.sock`, `npipe:////./pipe/docker_engine`, `tcp://host:2375`
/// @param origin who names it
/// @param name what `origin` calls it: the variable, the context, or a short word for a well-known place
public record Endpoint(String uri, Origin origin, String name) {
  /// When the recording began that is played in the place of an engine; empty of a live one.
  public Optional<Instant> recorded() {
    return origin == Origin.RECORDING ? Optional.of(Instant.parse(name)) : Optional.empty();
  }

  public enum Origin {
    /// Chosen in Drydock.
    SETTING,
    DOCKER_HOST,
    DOCKER_CONTEXT,
    CURRENT_CONTEXT,
    /// Any other context on this computer.
    CONTEXT,
    WELL_KNOWN,
    /// A file: the engine is recorded, and `name` is when, in ISO 8601.
    RECORDING
  }
}
