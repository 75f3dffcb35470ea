// SPDX-License-Identifier: Apache-2.0
package drydock.lesson;

import static org.assertj.core.api.Assertions.assertThat;

import drydock.engine.BuildOutcome;
import drydock.engine.Container;
import drydock.lesson.goal.Goal;
import drydock.lesson.goal.Measure;
import drydock.lesson.goal.Situation;
import drydock.lesson.goal.Which;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class StepWatchTest {
  private static final Situation GOOD = new Situations().build(new BuildOutcome.Success("a")).now();
  private static final Situation BAD =
      new Situations().build(Situations.failed(127, "exit code: 127")).now();
  private static final Situation BUILDING = new Situations().build(null).now();

  private static Step step(StepGoal... goals) {
    Prediction prediction =
        new Prediction(
            List.of(),
            "bad",
            List.of(
                new Prediction.Choice("one", "One", new Goal.BuildFailed(1, null, null)),
                new Prediction.Choice("many", "Many", new Goal.BuildFailed(127, null, null))),
            null);
    return Lessons.step("s", prediction, goals);
  }

  @Test
  void aNumberIsMeasuredWhenItsGoalIsMet() {
    Prediction prediction =
        new Prediction(List.of(), "ran", List.of(), new Measure.ExitCode(new Which.OfImage("a:1")));
    Step step = Lessons.step("s", prediction, edge("ran", new Goal.ContainerExited("a:1", 137)));
    StepWatch watch = new StepWatch(step, Set.of());
    Situations now = new Situations().image("a:1", "a", true);
    watch.look(now.now());
    assertThat(watch.answer()).isNull();
    watch.look(now.container("a:1", "a", Container.Status.EXITED, 137).now());
    assertThat(watch.answer()).isEqualTo("137");
  }

  @Test
  void aKnownMistakeIsNamedUntilItIsMendedOrTheStepIsDone() {
    Mistake mistake =
        new Mistake("empty", new Goal.BuildFailed(1, null, null), List.of(), List.of());
    Step plain = Lessons.step("s", null, edge("good", new Goal.BuildSucceeded()));
    Step step = Lessons.withMistakes(plain, mistake);
    StepWatch watch = new StepWatch(step, Set.of());
    Situations now = new Situations();
    watch.look(now.build(Situations.failed(2, "x")).now());
    assertThat(watch.mistake()).isNull();
    watch.look(now.build(Situations.failed(1, "x")).now());
    assertThat(watch.mistake()).isEqualTo(mistake);
    watch.look(now.build(new BuildOutcome.Success("a")).now());
    assertThat(watch.mistake()).isNull();
    watch.look(now.build(Situations.failed(1, "x")).now());
    assertThat(watch.mistake()).as("an edge goal stays met").isNull();
  }

  private static StepGoal level(String id, Goal goal, String after) {
    return new StepGoal(id, goal, StepGoal.Mode.LEVEL, after.isEmpty() ? null : after, "");
  }

  private static StepGoal edge(String id, Goal goal) {
    return new StepGoal(id, goal, StepGoal.Mode.EDGE, null, "");
  }

  @Test
  void aLevelGoalTurnsGreenAtTheSecondLook() {
    StepWatch watch = new StepWatch(step(level("good", new Goal.BuildSucceeded(), "")), Set.of());
    watch.look(GOOD);
    assertThat(Situations.sentences(watch.statuses()))
        .containsExactly("OPEN Looks good; looking once more.");
    assertThat(watch.wantsSecondLook()).isTrue();
    watch.look(GOOD);
    assertThat(watch.complete()).as("looking often is not looking later").isFalse();
    watch.lookAgain(GOOD);
    assertThat(watch.complete()).isTrue();
    assertThat(watch.wantsSecondLook()).isFalse();
  }

  @Test
  void aStateThatFlapsDoesNotCount() {
    StepWatch watch = new StepWatch(step(level("good", new Goal.BuildSucceeded(), "")), Set.of());
    watch.look(GOOD);
    watch.look(BAD);
    assertThat(watch.wantsSecondLook()).isFalse();
    watch.lookAgain(GOOD);
    assertThat(watch.complete()).isFalse();
  }

  @Test
  void aLevelGoalOpensAgain() {
    StepWatch watch = new StepWatch(step(level("good", new Goal.BuildSucceeded(), "")), Set.of());
    watch.look(GOOD);
    watch.lookAgain(GOOD);
    watch.look(BUILDING);
    assertThat(Situations.sentences(watch.statuses()))
        .as("what is not known now does not turn it red")
        .containsExactly("MET The last build succeeded.");
    watch.look(BAD);
    assertThat(watch.complete()).isFalse();
    assertThat(watch.seen()).containsExactly("good");
  }

  @Test
  void anEdgeGoalStaysMetAndIsRemembered() {
    Step step = step(edge("bad", new Goal.BuildFailed(null, null, null)));
    StepWatch watch = new StepWatch(step, Set.of());
    watch.look(BAD);
    watch.look(GOOD);
    assertThat(watch.complete()).isTrue();
    assertThat(Situations.sentences(watch.statuses()).getFirst())
        .isEqualTo("MET The last build failed at line 3: exit code: 127");
    StepWatch later = new StepWatch(step, watch.seen());
    later.look(GOOD);
    assertThat(later.complete()).isTrue();
    assertThat(Situations.sentences(later.statuses())).containsExactly("MET Done earlier.");
  }

  @Test
  void aGoalCanComeAfterAnother() {
    StepWatch watch =
        new StepWatch(
            step(
                edge("bad", new Goal.BuildFailed(null, null, null)),
                level("mended", new Goal.BuildSucceeded(), "bad")),
            Set.of());
    watch.look(GOOD);
    watch.lookAgain(GOOD);
    assertThat(Situations.sentences(watch.statuses()))
        .containsExactly("OPEN The last build succeeded.", "LATER Comes after the goal above.");
    watch.look(BAD);
    watch.look(GOOD);
    watch.lookAgain(GOOD);
    assertThat(watch.complete()).isTrue();
  }

  @Test
  void theEngineGivesTheKeyOfThePrediction() {
    StepWatch watch =
        new StepWatch(step(edge("bad", new Goal.BuildFailed(null, null, null))), Set.of());
    watch.look(GOOD);
    assertThat(watch.answer()).isNull();
    watch.look(BAD);
    watch.look(GOOD);
    assertThat(watch.answer()).isEqualTo("many");
  }

  @Test
  void aStepWithoutGoalsNeverCompletesByItself() {
    StepWatch watch = new StepWatch(step(), Set.of());
    watch.look(GOOD);
    assertThat(watch.complete()).isFalse();
  }
}
