// SPDX-License-Identifier: Apache-2.0
package drydock.engine;

/// What the engine does when a container ends by itself.
///
/// @param maximumRetries for ON_FAILURE; 0 for no end of trying
public record RestartPolicy(Kind kind, int maximumRetries) {
  public static final RestartPolicy NO = new RestartPolicy(Kind.NO, 0);

  /// Docker's words, with underscores.
  public enum Kind {
    NO,
    ON_FAILURE,
    ALWAYS,
    UNLESS_STOPPED
  }
}
