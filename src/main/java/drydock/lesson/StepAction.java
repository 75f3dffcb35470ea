// SPDX-License-Identifier: Apache-2.0
package drydock.lesson;

/// Something that a step lets the learner do: by a button, in the console, or as they like.
///
/// @param id unique in its step
public record StepAction(String id, Move move, How how) {
  public enum How {
    TYPE,
    CLICK,
    EITHER
  }
}
