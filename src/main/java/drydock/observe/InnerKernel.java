// SPDX-License-Identifier: Apache-2.0
package drydock.observe;

import java.time.Instant;

/// The kernel that a container's processes see: what `uname -r` says in it.
///
/// @param release empty unless it was read
/// @param at when the engine answered
public record InnerKernel(Outcome outcome, String release, Instant at) {
  /// How the reading went.
  public enum Outcome {
    READ,
    /// Drydock runs nothing in containers that it did not make.
    NOT_OURS,
    /// Paused, or ended meanwhile.
    NOT_RUNNING,
    /// The image has no `uname`.
    NO_COMMAND,
    /// The engine did not run it: a recording without it, too slow, a refusal.
    FAILED
  }

  /// Whether asking again brings nothing new.
  boolean lasts() {
    return outcome == Outcome.READ || outcome == Outcome.NO_COMMAND;
  }

  static InnerKernel none(Outcome outcome, Instant at) {
    return new InnerKernel(outcome, "", at);
  }
}
