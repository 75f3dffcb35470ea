// SPDX-License-Identifier: Apache-2.0
package drydock.lesson.pack;

import drydock.lesson.Hint;
import drydock.lesson.Move;
import drydock.lesson.PackFile;
import drydock.lesson.Step;
import drydock.lesson.StepAction;
import drydock.lesson.StepGoal;
import drydock.lesson.goal.Goal;
import drydock.lesson.goal.Measure;
import drydock.messages.Messages;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// One step of `steps.yaml` -> [StepLogic].
final class StepReader {
  private static final int MAX_GOALS = 12;
  private static final int MAX_IDLE = 3_600;

  private final Fields logic;
  private final StageReader stages;

  StepReader(Fields logic, StageReader stages) {
    this.logic = logic;
    this.stages = stages;
  }

  /// The kinds of pictures.
  private enum Picture {
    BUILD,
    LAYERS,
    LIFE,
    STACK,
    NAMESPACES,
    LIMITS,
    NETWORK
  }

  StepLogic read(String id, Map<String, PackFile> files) {
    Step.Kind kind = logic.oneOf("kind", Step.Kind.class);
    Fields picture = logic.mapping("picture");
    Picture shown = picture == null ? null : picture.oneOf("kind", Picture.class);
    String focus = picture == null ? "" : picture.textOr("focus", "");
    if (picture != null) {
      picture.end();
    }
    List<StepGoal> goals = goals();
    StepLogic step =
        new StepLogic(
            logic,
            id,
            Objects.requireNonNullElse(kind, Step.Kind.READ),
            Fields.word(shown == null ? Picture.BUILD : shown),
            focus,
            stages.read(logic.mapping("stage")),
            actions(),
            goals,
            predict(logic.mapping("predict"), goals),
            quiz(logic.mapping("quiz")),
            hints(),
            mistakes(),
            solution(),
            MoveReader.list(logic, "cleanup"),
            files);
    logic.end();
    if (kind != Step.Kind.READ && kind != Step.Kind.QUIZ && goals.isEmpty()) {
      logic.problem(Rule.GOALS_NONE);
    }
    if (kind == Step.Kind.QUIZ && step.quizRight() == null) {
      logic.problem(Rule.FIELD_MISSING, "quiz");
    }
    return step;
  }

  private List<StepAction> actions() {
    List<StepAction> actions = new ArrayList<>();
    Set<String> ids = new HashSet<>();
    for (Fields fields : logic.list("run")) {
      String id = fields.id("id");
      StepAction.How how = fields.optionalOneOf("how", StepAction.How.class);
      Move move = MoveReader.read(fields);
      if (move != null) {
        fields.end();
        unique(fields, ids, id);
        actions.add(
            new StepAction(id, move, Objects.requireNonNullElse(how, StepAction.How.EITHER)));
      }
    }
    return actions;
  }

  private List<StepGoal> goals() {
    List<StepGoal> goals = new ArrayList<>();
    Set<String> ids = new HashSet<>();
    for (Fields fields : logic.list("goals")) {
      String id = fields.id("id");
      StepGoal.Mode mode = fields.optionalOneOf("mode", StepGoal.Mode.class);
      String after = fields.optionalText("after");
      Goal goal = GoalReader.read(fields);
      if (goal == null) {
        continue;
      }
      fields.end();
      if (after != null && !ids.contains(after)) {
        fields.problemAt("after", Rule.GOAL_AFTER, after);
      }
      unique(fields, ids, id);
      goals.add(
          new StepGoal(id, goal, Objects.requireNonNullElse(mode, StepGoal.Mode.LEVEL), after, ""));
    }
    if (goals.size() > MAX_GOALS) {
      logic.problemAt("goals", Rule.GOALS_MANY, MAX_GOALS);
    }
    return goals;
  }

  private static StepLogic.@Nullable Predict predict(
      @Nullable Fields predict, List<StepGoal> goals) {
    if (predict == null) {
      return null;
    }
    String when = predict.text("when");
    if (goals.stream().noneMatch(g -> g.id().equals(when))) {
      predict.problemAt("when", Rule.GOAL_UNKNOWN, when);
    }
    Fields number = predict.mapping("number");
    Measure measure = number == null ? null : MeasureReader.read(number);
    Map<String, Goal> choices = new LinkedHashMap<>();
    predict
        .mappings("choices")
        .forEach(
            (id, fields) -> {
              Goal right = GoalReader.readAlone(fields);
              if (right != null) {
                choices.put(id, right);
              }
            });
    predict.end();
    if ((number == null) == choices.isEmpty()) {
      predict.problem(Rule.FIELD_CHOICE, "choices, number");
    }
    return new StepLogic.Predict(when, choices, measure);
  }

  private static @Nullable Set<String> quiz(@Nullable Fields quiz) {
    if (quiz == null) {
      return null;
    }
    List<String> right = quiz.texts("right");
    quiz.end();
    if (right.isEmpty()) {
      quiz.problem(Rule.FIELD_MISSING, "right");
    }
    return Set.copyOf(right);
  }

  private List<StepLogic.When> hints() {
    List<StepLogic.When> whens = new ArrayList<>();
    for (Fields fields : logic.list("hints")) {
      boolean usual = !fields.has("tries") && !fields.has("idle");
      whens.add(
          new StepLogic.When(
              fields.integerOr("tries", 1, 20, usual ? Hint.USUAL_TRIES : 0),
              fields.integerOr("idle", 5, MAX_IDLE, usual ? Hint.USUAL_IDLE_SECONDS : 0)));
      fields.end();
    }
    return whens;
  }

  private List<StepLogic.Wrong> mistakes() {
    List<StepLogic.Wrong> mistakes = new ArrayList<>();
    Set<String> ids = new HashSet<>();
    for (Fields fields : logic.list("mistakes")) {
      String id = fields.id("id");
      Fields match = fields.mapping("match");
      Goal goal = match == null ? null : GoalReader.readAlone(match);
      List<Move> example = MoveReader.list(fields, "example");
      fields.end();
      unique(fields, ids, id);
      if (match == null) {
        fields.problem(Rule.FIELD_MISSING, "match");
      }
      if (example.isEmpty()) {
        fields.problem(Rule.FIELD_MISSING, "example");
      }
      if (goal != null) {
        mistakes.add(new StepLogic.Wrong(id, goal, example));
      }
    }
    return mistakes;
  }

  private List<StepLogic.Solving> solution() {
    List<StepLogic.Solving> lines = new ArrayList<>();
    Set<String> ids = new HashSet<>();
    for (Fields fields : logic.list("solve")) {
      String id = fields.optionalMatching("id", Fields.ID, Messages.get("lesson.pack.rule.id"));
      Move move = MoveReader.read(fields);
      if (move != null) {
        fields.end();
        if (id != null) {
          unique(fields, ids, id);
        }
        lines.add(new StepLogic.Solving(Objects.requireNonNullElse(id, ""), move));
      }
    }
    return lines;
  }

  private static void unique(Fields fields, Set<String> ids, String id) {
    if (!ids.add(id)) {
      fields.problemAt("id", Rule.ID_TWICE, id);
    }
  }
}
