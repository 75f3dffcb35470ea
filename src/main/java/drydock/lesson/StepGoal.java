// SPDX-License-Identifier: Apache-2.0
package drydock.lesson;

import drydock.lesson.goal.Goal;
import drydock.lesson.goal.GoalCheck;
import org.jspecify.annotations.Nullable;

/// A goal as a step declares it.
///
/// @param id unique in its step
/// @param after id of a goal that must have been seen met before this one counts
/// @param title the author's own sentence, possibly empty: then [GoalCheck#title] says it
public record StepGoal(String id, Goal goal, Mode mode, @Nullable String after, String title) {
  public enum Mode {
    /// Is true now.
    LEVEL,
    /// Was true once.
    EDGE
  }

  /// What the learner should bring about, in a sentence.
  public String sentence() {
    return title.isEmpty() ? GoalCheck.title(goal) : title;
  }
}
