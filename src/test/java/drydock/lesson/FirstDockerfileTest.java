// SPDX-License-Identifier: Apache-2.0
package drydock.lesson;

import static org.assertj.core.api.Assertions.assertThat;

import drydock.engine.EngineTest;
import drydock.lesson.pack.PackReader;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The lesson's own solution on a real engine: every step starts red and turns green, straight through and after a
/// reset to that step.
@EngineTest
class FirstDockerfileTest {
  @TempDir Path temp;
  private Lesson lesson;
  private LessonWorkspace workspace;
  private RawBench bench;

  @BeforeEach
  void open() throws IOException {
    Pack pack = Objects.requireNonNull(PackReader.bundled().getFirst().pack());
    lesson =
        pack.lessons().stream()
            .filter(l -> l.id().equals("first-dockerfile"))
            .findFirst()
            .orElseThrow();
    workspace = new LessonWorkspace(temp, Clock.systemUTC());
    bench = new RawBench(workspace.prepare(lesson), lesson.image());
  }

  @AfterEach
  void leaveNothingBehind() {
    bench.clean();
  }

  @Test
  void redThenGreenStepByStep() throws IOException {
    for (Step step : lesson.steps()) {
      solve(step);
    }
  }

  @Test
  void everyStepCanBeSolvedFromItsOwnReset() throws IOException {
    for (Step step : lesson.steps()) {
      workspace.reset(lesson, step);
      solve(step);
      bench.clean();
    }
  }

  @Test
  void theFilesOfAStepAreWhereTheStepBeforeEnded() throws IOException {
    for (int i = 1; i < lesson.steps().size(); i++) {
      Step before = lesson.steps().get(i - 1);
      String last =
          before.moves().stream()
              .filter(Move.Write.class::isInstance)
              .map(m -> ((Move.Write) m).content())
              .reduce((_, b) -> b)
              .orElseThrow();
      assertThat(lesson.filesAt(lesson.steps().get(i)))
          .as(lesson.steps().get(i).id())
          .containsEntry(
              "Dockerfile", new PackFile(last.getBytes(java.nio.charset.StandardCharsets.UTF_8)));
    }
  }

  private void solve(Step step) throws IOException {
    StepWatch watch = new StepWatch(step, Set.of());
    look(watch);
    assertThat(watch.complete()).as(step.id() + " starts red").isFalse();
    for (Move move : step.moves()) {
      bench.play(move);
      look(watch);
    }
    assertThat(watch.statuses())
        .as(step.id() + " ends green")
        .allMatch(s -> s.state() == GoalStatus.State.MET);
    assertThat(watch.complete()).isTrue();
    Prediction prediction = step.prediction();
    if (prediction != null) {
      assertThat(watch.answer()).isEqualTo(step.id().equals("settings") ? "two" : "nothing");
    }
  }

  private void look(StepWatch watch) throws IOException {
    watch.look(bench.now());
    for (int again = 0; watch.wantsSecondLook() && again < 5; again++) {
      watch.lookAgain(bench.now());
    }
  }
}
