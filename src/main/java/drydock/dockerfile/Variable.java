// SPDX-License-Identifier: Apache-2.0
package drydock.dockerfile;

import org.jspecify.annotations.Nullable;

/// A variable that an instruction may use.
///
/// @param value null when it is not set, or not known
/// @param declaredBy the instruction that gave it this value or declared it; null for what no line of the file declares
public record Variable(
    String name, @Nullable String value, State state, Kind kind, @Nullable Instruction declaredBy) {

  /// What is known of its value.
  public enum State {
    SET,
    /// Declared by a bare `ARG`, and no value was given.
    UNSET,
    /// It has a value during the build, which cannot be told from the text: of the platform, of the base image.
    UNKNOWN
  }

  /// Where it comes from.
  public enum Kind {
    ENV,
    ARG,
    /// An ARG above the first FROM: FROM sees it, and an ARG of the same name without a value takes its value.
    GLOBAL_ARG,
    /// `TARGETARCH` and its like: as a global ARG, without being declared.
    PLATFORM,
    /// The base image's environment.
    BASE_IMAGE
  }

  static Variable of(
      String name, @Nullable String value, boolean known, Kind kind, @Nullable Instruction by) {
    State state = !known ? State.UNKNOWN : value == null ? State.UNSET : State.SET;
    return new Variable(name, known ? value : null, state, kind, by);
  }
}
