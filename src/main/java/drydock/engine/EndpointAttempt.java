// SPDX-License-Identifier: Apache-2.0
package drydock.engine;

/// What became of one try to reach an engine.
///
/// @param detail the engine's or the system's own words, possibly empty
public record EndpointAttempt(Endpoint endpoint, Result result, String detail) {
  public enum Result {
    ANSWERED,
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
    BAD_ANSWER
  }
}
