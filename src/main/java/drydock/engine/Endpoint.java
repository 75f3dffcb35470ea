// SPDX-License-Identifier: Apache-2.0
package drydock.engine;

/// Where an engine may listen.
///
/// @param uri Docker's notation: `unix:///var/run/docker.sock`, `npipe:////./pipe/docker_engine`, `tcp://host:2375`
/// @param origin who names it
/// @param name what `origin` calls it: the variable, the context, or a short word for a well-known place
public record Endpoint(String uri, Origin origin, String name) {
  public enum Origin {
    /// Chosen in Drydock.
    SETTING,
    DOCKER_HOST,
    DOCKER_CONTEXT,
    CURRENT_CONTEXT,
    /// Any other context on this computer.
    CONTEXT,
    WELL_KNOWN
  }
}
