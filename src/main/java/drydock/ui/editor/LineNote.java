// SPDX-License-Identifier: Apache-2.0
package drydock.ui.editor;

/// A word or two at the right end of a line: "reused", "29 s".
public record LineNote(Role role, String text) {
  /// What the note means; its colour and sign.
  public enum Role {
    REUSED,
    RAN,
    RUNNING,
    FAILED,
    PREDICTED_REUSED,
    PREDICTED_RUN,
    /// Nobody can tell before.
    PREDICTED_OPEN
  }
}
