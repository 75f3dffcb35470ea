// SPDX-License-Identifier: Apache-2.0
package drydock.engine;

import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Where an engine may listen.
///
/// @param uri Docker's notation: `unix:///var/run/docker.sock`, `npipe:////./pipe/docker_engine`, `tcp://host:2375`
/// @param origin who names it
/// @param name what `origin` calls it: the variable, the context, or a short word for a well-known place
/// @param tls with what TLS is spoken there; null for plain HTTP
public record Endpoint(String uri, Origin origin, String name, @Nullable Tls tls) {
  /// Without TLS.
  public Endpoint(String uri, Origin origin, String name) {
    this(uri, origin, name, null);
  }

  /// The files of certificates that Docker knows; an empty path for one that is not there.
  ///
  /// @param verify whether the engine has to prove that it is the one named
  /// @param authority `ca.pem`
  /// @param certificate `cert.pem`
  /// @param key `key.pem`
  public record Tls(boolean verify, String authority, String certificate, String key) {}

  public Endpoint with(@Nullable Tls files) {
    return new Endpoint(uri, origin, name, files);
  }

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
