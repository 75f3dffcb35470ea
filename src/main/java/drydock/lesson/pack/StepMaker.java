// SPDX-License-Identifier: Apache-2.0
package drydock.lesson.pack;

import drydock.lesson.Hint;
import drydock.lesson.Mistake;
import drydock.lesson.Part;
import drydock.lesson.Prediction;
import drydock.lesson.Quiz;
import drydock.lesson.SolutionLine;
import drydock.lesson.Step;
import drydock.lesson.StepGoal;
import drydock.markup.Block;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// A step's logic and its words -> [Step]. Words that a translation lacks come from the first language, and are marked.
final class StepMaker {
  private final StepLogic logic;
  private final StepText first;
  private final @Nullable StepText words;
  private final Set<Part> untranslated = EnumSet.noneOf(Part.class);

  /// @param words of another language; null when it lacks the whole step, `first` for the first language itself
  StepMaker(StepLogic logic, StepText first, @Nullable StepText words) {
    this.logic = logic;
    this.first = first;
    this.words = words;
  }

  Step step() {
    String title = words == null ? marked(Part.TITLE, first.title) : words.title;
    List<StepGoal> goals = logic.goals().stream().map(this::goal).toList();
    Prediction prediction = prediction();
    Quiz quiz = quiz();
    List<Hint> hints = hints();
    return new Step(
        logic.id(),
        title,
        logic.kind(),
        logic.picture(),
        logic.focus(),
        blocks(Part.TEXT, first.text, words == null ? List.of() : words.text),
        logic.stage(),
        logic.actions(),
        goals,
        prediction,
        quiz,
        hints,
        logic.mistakes().stream().map(this::mistake).toList(),
        blocks(Part.WHY, first.why, words == null ? List.of() : words.why),
        blocks(Part.NOTES, first.notes, words == null ? List.of() : words.notes),
        logic.solution().stream().map(this::line).toList(),
        logic.cleanup(),
        logic.files(),
        untranslated);
  }

  private StepGoal goal(StepGoal goal) {
    String title =
        pick(Part.GOALS, first.goalTitles, words == null ? Map.of() : words.goalTitles, goal.id());
    return new StepGoal(
        goal.id(), goal.goal(), goal.mode(), goal.after(), title == null ? "" : title);
  }

  private @Nullable Prediction prediction() {
    StepLogic.Predict predict = logic.predict();
    if (predict == null || !first.prediction.isThere()) {
      return null;
    }
    StepText.Question asked =
        question(Part.PREDICTION, first.prediction, words == null ? null : words.prediction);
    List<Prediction.Choice> choices = new ArrayList<>();
    first.prediction.choices.keySet().stream()
        .filter(predict.choices()::containsKey)
        .forEach(
            id ->
                choices.add(
                    new Prediction.Choice(
                        id,
                        asked.choices.getOrDefault(id, ""),
                        Objects.requireNonNull(predict.choices().get(id)))));
    return new Prediction(asked.question, predict.when(), choices, predict.number());
  }

  private @Nullable Quiz quiz() {
    Set<String> right = logic.quizRight();
    if (right == null || !first.quiz.isThere()) {
      return null;
    }
    StepText.Question asked = question(Part.QUIZ, first.quiz, words == null ? null : words.quiz);
    return new Quiz(
        asked.question,
        first.quiz.choices.keySet().stream()
            .map(id -> new Quiz.Choice(id, asked.choices.getOrDefault(id, "")))
            .toList(),
        right);
  }

  /// A question is taken whole: its parts refer to each other.
  private StepText.Question question(
      Part part, StepText.Question original, StepText.@Nullable Question translated) {
    return translated != null
            && translated.isThere()
            && translated.choices.keySet().equals(original.choices.keySet())
        ? translated
        : marked(part, original);
  }

  private List<Hint> hints() {
    List<Hint> hints = new ArrayList<>();
    for (int i = 0; i < first.hints.size(); i++) {
      List<Block> text =
          words != null && i < words.hints.size()
              ? words.hints.get(i)
              : marked(Part.HINTS, first.hints.get(i));
      hints.add(
          i < logic.hints().size()
              ? new Hint(text, logic.hints().get(i).tries(), logic.hints().get(i).idleSeconds())
              : Hint.usual(text));
    }
    return hints;
  }

  private Mistake mistake(StepLogic.Wrong wrong) {
    List<Block> text =
        pick(Part.MISTAKES, first.mistakes, words == null ? Map.of() : words.mistakes, wrong.id());
    return new Mistake(wrong.id(), wrong.match(), wrong.example(), text == null ? List.of() : text);
  }

  private SolutionLine line(StepLogic.Solving solving) {
    List<Block> why =
        pick(
            Part.SOLUTION, first.solution, words == null ? Map.of() : words.solution, solving.id());
    return new SolutionLine(solving.id(), solving.move(), why == null ? List.of() : why);
  }

  private List<Block> blocks(Part part, List<Block> original, List<Block> translated) {
    return translated.isEmpty() && !original.isEmpty() ? marked(part, original) : translated;
  }

  /// Null when the first language has none either.
  private <T> @Nullable T pick(
      Part part, Map<String, T> original, Map<String, T> translated, String id) {
    T text = translated.get(id);
    T otherwise = original.get(id);
    return text != null || otherwise == null ? text : marked(part, otherwise);
  }

  private <T> T marked(Part part, T original) {
    untranslated.add(part);
    return original;
  }
}
