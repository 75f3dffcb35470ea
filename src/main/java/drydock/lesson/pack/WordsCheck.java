// SPDX-License-Identifier: Apache-2.0
package drydock.lesson.pack;

import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/// Holds a step's logic and its words against each other: whatever one names, the other has.
final class WordsCheck {
  private final StepLogic logic;
  private final Fields fields;
  private final StepText words;
  private final Source source;

  /// @param source of the words
  WordsCheck(StepLogic logic, StepText words, Source source) {
    this.logic = logic;
    this.fields = logic.fields();
    this.words = words;
    this.source = source;
  }

  /// The pack's first language has to be whole.
  void first() {
    any();
    StepLogic.Predict predict = logic.predict();
    if (predict == null ? words.prediction.isThere() : !words.prediction.isThere()) {
      fields.problemAt("predict", predict == null ? Rule.PREDICT_LOGIC : Rule.PREDICT_WORDS);
    } else if (predict != null
        && !predict.choices().keySet().equals(words.prediction.choices.keySet())) {
      fields.problemAt("predict", Rule.PREDICT_CHOICES);
    }
    Set<String> right = logic.quizRight();
    if (right == null ? words.quiz.isThere() : words.quiz.choices.isEmpty()) {
      fields.problemAt("quiz", right == null ? Rule.QUIZ_LOGIC : Rule.QUIZ_WORDS);
    } else if (right != null && !words.quiz.choices.keySet().containsAll(right)) {
      fields.problemAt("quiz", Rule.QUIZ_RIGHT);
    }
    if (logic.hints().size() > words.hints.size()) {
      fields.problemAt("hints", Rule.HINT_WHEN, logic.hints().size(), words.hints.size());
    }
    for (StepLogic.Wrong mistake : logic.mistakes()) {
      if (!words.mistakes.containsKey(mistake.id())) {
        fields.problemAt("mistakes", Rule.MISTAKE_WORDS, mistake.id());
      }
    }
  }

  /// No language has words for what the logic lacks.
  void any() {
    known(Rule.GOAL_UNKNOWN, words.goalTitles, ids(logic.goals(), g -> g.id()));
    known(Rule.MISTAKE_LOGIC, words.mistakes, ids(logic.mistakes(), StepLogic.Wrong::id));
    known(Rule.SOLVE_LOGIC, words.solution, ids(logic.solution(), StepLogic.Solving::id));
  }

  private void known(Rule rule, Map<String, ?> named, Set<String> ids) {
    for (String id : named.keySet()) {
      if (!ids.contains(id)) {
        source.problem(rule, words.line, 1, id);
      }
    }
  }

  private static <T> Set<String> ids(Collection<T> all, java.util.function.Function<T, String> id) {
    return all.stream().map(id).collect(Collectors.toSet());
  }
}
