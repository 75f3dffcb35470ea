// SPDX-License-Identifier: Apache-2.0
package drydock.lesson.pack;

import drydock.lesson.Move;
import drydock.lesson.PackFile;
import drydock.lesson.Prediction;
import drydock.lesson.Step;
import drydock.lesson.StepGoal;
import drydock.lesson.goal.Goal;
import drydock.messages.Messages;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// One step of `steps.yaml` and its words -> [Step].
final class StepReader {
  private static final int MAX_GOALS = 12;
  private static final List<String> PICTURES =
      List.of("build", "layers", "life", "stack", "namespaces", "limits", "network");

  private final Fields logic;
  private final StepText words;
  private final Problems problems;
  private final String wordsFile;

  StepReader(Fields logic, StepText words, Problems problems, String wordsFile) {
    this.logic = logic;
    this.words = words;
    this.problems = problems;
    this.wordsFile = wordsFile;
  }

  Step read(Map<String, PackFile> files) {
    Step.Kind kind = logic.oneOf("kind", Step.Kind.class);
    String picture = picture();
    List<StepGoal> goals = goals();
    Prediction prediction = prediction(goals);
    List<Move> solution = solution();
    logic.end();
    if (kind != Step.Kind.READ && goals.isEmpty()) {
      logic.problem(Messages.get("lesson.pack.goals.none"));
    }
    return new Step(
        words.id,
        words.title,
        kind == null ? Step.Kind.READ : kind,
        picture,
        words.text,
        goals,
        prediction,
        words.hints,
        words.why,
        words.notes,
        solution,
        files);
  }

  private String picture() {
    Fields picture = logic.mapping("picture");
    if (picture == null) {
      return "build";
    }
    String kind = picture.text("kind");
    picture.end();
    if (!PICTURES.contains(kind)) {
      picture.problem(
          Messages.get(
              "lesson.pack.field.oneOf",
              "kind",
              YamlReader.shown(kind),
              String.join(", ", PICTURES)));
    }
    return kind;
  }

  private List<StepGoal> goals() {
    List<StepGoal> goals = new ArrayList<>();
    Set<String> ids = new HashSet<>();
    for (Fields fields : logic.list("goals")) {
      String id = fields.id("id");
      StepGoal.Mode mode =
          fields.has("mode") ? fields.oneOf("mode", StepGoal.Mode.class) : StepGoal.Mode.LEVEL;
      String after = fields.optionalText("after");
      Goal goal = GoalReader.read(fields);
      if (goal == null) {
        continue;
      }
      fields.end();
      if (after != null && !ids.contains(after)) {
        fields.problem(Messages.get("lesson.pack.goal.after", after));
      }
      if (!ids.add(id)) {
        fields.problem(Messages.get("lesson.pack.id.twice", id));
      }
      goals.add(
          new StepGoal(
              id,
              goal,
              Objects.requireNonNullElse(mode, StepGoal.Mode.LEVEL),
              after,
              words.goalTitles.getOrDefault(id, "")));
    }
    for (String titled : words.goalTitles.keySet()) {
      if (!ids.contains(titled)) {
        problems.add(wordsFile, words.line, Messages.get("lesson.pack.goal.unknown", titled));
      }
    }
    if (goals.size() > MAX_GOALS) {
      logic.problem(Messages.get("lesson.pack.goals.many", MAX_GOALS));
    }
    return goals;
  }

  private @Nullable Prediction prediction(List<StepGoal> goals) {
    Fields predict = logic.mapping("predict");
    if (predict == null) {
      if (!words.question.isEmpty()) {
        logic.problem(Messages.get("lesson.pack.predict.logic"));
      }
      return null;
    }
    String when = predict.text("when");
    if (goals.stream().noneMatch(g -> g.id().equals(when))) {
      predict.problem(Messages.get("lesson.pack.goal.unknown", when));
    }
    List<Prediction.Choice> choices = new ArrayList<>();
    Fields keys = predict.mapping("choices");
    predict.end();
    if (keys == null || !keys.names().equals(words.choices.keySet())) {
      predict.problem(Messages.get("lesson.pack.predict.choices"));
      return null;
    }
    words.choices.forEach(
        (id, text) -> {
          Fields key = keys.mapping(id);
          Goal right = key == null ? null : GoalReader.readAlone(key);
          if (right != null) {
            choices.add(new Prediction.Choice(id, text, right));
          }
        });
    return new Prediction(words.question, when, choices);
  }

  private List<Move> solution() {
    List<Move> moves = new ArrayList<>();
    for (Fields fields : logic.list("solve")) {
      if (fields.has("write")) {
        String path = fields.text("write");
        String wrong = SafeNames.pathProblem(path);
        if (wrong != null) {
          fields.problem(wrong);
        }
        moves.add(new Move.Write(path, fields.text("content")));
      } else if (fields.has("build")) {
        moves.add(new Move.Build(fields.text("build")));
      } else {
        moves.add(new Move.Run(fields.text("run")));
      }
      fields.end();
    }
    return moves;
  }
}
