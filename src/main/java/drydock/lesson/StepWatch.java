// SPDX-License-Identifier: Apache-2.0
package drydock.lesson;

import drydock.lesson.goal.GoalCheck;
import drydock.lesson.goal.Measure;
import drydock.lesson.goal.Situation;
import drydock.lesson.goal.Verdict;
import drydock.messages.Messages;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// Follows the goals of one step from look to look: an edge goal stays met once it was; a level goal turns met only at a
/// second look, taken a little later, and open again as soon as it is not true any more.
public final class StepWatch {
  private final Step step;
  private final Set<String> seen;
  private final Set<String> green = new HashSet<>();
  private final Set<String> candidates = new HashSet<>();
  private final Map<String, String> metSentences = new HashMap<>();
  private List<GoalStatus> statuses = List.of();
  private @Nullable String answer;
  private @Nullable Mistake mistake;

  /// @param seen ids of goals that were met in an earlier session
  public StepWatch(Step step, Set<String> seen) {
    this.step = step;
    this.seen = new TreeSet<>(seen);
    for (StepGoal goal : step.goals()) {
      if (goal.mode() == StepGoal.Mode.EDGE && seen.contains(goal.id())) {
        green.add(goal.id());
      }
    }
  }

  /// Looks at the situation. When [#wantsSecondLook] then, call [#lookAgain] after a moment.
  public void look(Situation now) {
    look(now, false);
  }

  /// The second look: what is still met now counts.
  public void lookAgain(Situation now) {
    look(now, true);
  }

  public boolean wantsSecondLook() {
    return !candidates.isEmpty();
  }

  /// In the step's order.
  public List<GoalStatus> statuses() {
    return statuses;
  }

  /// Whether all goals are met; never for a step without goals.
  public boolean complete() {
    return !step.goals().isEmpty() && step.goals().stream().allMatch(g -> green.contains(g.id()));
  }

  /// Ids of the goals that were met at some time.
  public Set<String> seen() {
    return Set.copyOf(seen);
  }

  /// The known mistake that is made now; null for none.
  public @Nullable Mistake mistake() {
    return mistake;
  }

  /// The id of the choice, or the number, that the engine proved right; null before it did.
  public @Nullable String answer() {
    return answer;
  }

  private void look(Situation now, boolean second) {
    List<GoalStatus> next = new ArrayList<>();
    for (StepGoal goal : step.goals()) {
      next.add(status(goal, now, second));
    }
    statuses = List.copyOf(next);
    Prediction prediction = step.prediction();
    if (prediction != null && answer == null && seen.contains(prediction.when())) {
      answer = answer(prediction, now);
    }
    mistake =
        complete()
            ? null
            : step.mistakes().stream()
                .filter(m -> GoalCheck.check(m.match(), now).met())
                .findFirst()
                .orElse(null);
  }

  private static @Nullable String answer(Prediction prediction, Situation now) {
    Measure number = prediction.number();
    if (number != null) {
      OptionalLong measured = number.of(now);
      return measured.isPresent() ? String.valueOf(measured.getAsLong()) : null;
    }
    return prediction.choices().stream()
        .filter(c -> GoalCheck.check(c.right(), now).met())
        .map(Prediction.Choice::id)
        .findFirst()
        .orElse(null);
  }

  private GoalStatus status(StepGoal goal, Situation now, boolean second) {
    String id = goal.id();
    boolean edge = goal.mode() == StepGoal.Mode.EDGE;
    if (edge && green.contains(id)) {
      return met(goal, metSentences.getOrDefault(id, Messages.get("lesson.goal.seenBefore")));
    }
    if (goal.after() != null && !seen.contains(goal.after())) {
      candidates.remove(id);
      return new GoalStatus(goal, GoalStatus.State.LATER, Messages.get("lesson.goal.later"));
    }
    Verdict verdict = GoalCheck.check(goal.goal(), now);
    return switch (verdict.result()) {
      case MET -> {
        if (edge || green.contains(id) || (second && candidates.contains(id))) {
          candidates.remove(id);
          green.add(id);
          seen.add(id);
          yield met(goal, verdict.sentence());
        }
        candidates.add(id);
        yield new GoalStatus(goal, GoalStatus.State.OPEN, Messages.get("lesson.goal.looking"));
      }
      case UNMET -> {
        candidates.remove(id);
        green.remove(id);
        yield new GoalStatus(goal, GoalStatus.State.OPEN, verdict.sentence());
      }
      // a green goal stays green while a build runs or an answer is on its way
      case UNKNOWN -> {
        candidates.remove(id);
        yield green.contains(id) && metSentences.containsKey(id)
            ? met(goal, metSentences.get(id))
            : new GoalStatus(goal, GoalStatus.State.UNKNOWN, verdict.sentence());
      }
    };
  }

  private GoalStatus met(StepGoal goal, String sentence) {
    metSentences.put(goal.id(), sentence);
    return new GoalStatus(goal, GoalStatus.State.MET, sentence);
  }
}
