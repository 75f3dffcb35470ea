// SPDX-License-Identifier: Apache-2.0
package drydock.lesson;

/// How a goal of the step stands, ready to be shown.
///
/// @param sentence what is there and what is missing
public record GoalStatus(StepGoal goal, State state, String sentence) {
  public enum State {
    /// Comes after another goal.
    LATER,
    OPEN,
    /// What it depends on is not known now.
    UNKNOWN,
    MET
  }
}
