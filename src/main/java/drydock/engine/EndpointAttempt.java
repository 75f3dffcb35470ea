// SPDX-License-Identifier: Apache-2.0
package drydock.engine;

import org.jspecify.annotations.Nullable;

/// What became of one try to reach an engine.
///
/// @param detail the engine's or the system's own words, possibly empty
/// @param engine who answered; null unless the result is ANSWERED
public record EndpointAttempt(
    Endpoint endpoint, Result result, String detail, @Nullable EngineInfo engine) {
  public EndpointAttempt(Endpoint endpoint, Result result, String detail) {
    this(endpoint, result, detail, null);
  }

  public enum Result {
    ANSWERED,
    /// Answers, and is the engine that another endpoint before this one leads to as well.
    SAME_ENGINE,
    NOT_FOUND,
    PERMISSION_DENIED,
    REFUSED,
    TIMED_OUT,
    /// Docker Desktop answers 500 while its virtual machine starts.
    STARTING,
    TOO_OLD,
    TOO_NEW,
    WINDOWS_CONTAINERS,
    /// ssh:// and the like.
    UNSUPPORTED_SCHEME,
    /// The Docker context cannot be read.
    BAD_CONTEXT,
    /// The certificates are missing, wrong or not trusted.
    TLS_FAILED,
    BAD_ANSWER
  }
}
