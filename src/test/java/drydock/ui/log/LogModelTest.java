// SPDX-License-Identifier: Apache-2.0
package drydock.ui.log;

import static org.assertj.core.api.Assertions.assertThat;

import drydock.engine.BuildEvent;
import drydock.engine.BuildOutcome;
import drydock.engine.BuildStep;
import drydock.engine.EngineException;
import drydock.engine.EngineProblem;
import drydock.engine.Output;
import drydock.engine.StreamListener;
import drydock.ui.kit.DirectBackground;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LogModelTest {
  private long now = TimeUnit.SECONDS.toNanos(100);
  private final LogModel model = model(LogModel.Bounds.USUAL.lines());
  private final Script script = new Script(model);
  private final List<Row> mirror = new ArrayList<>();

  private LogModel model(int mostLines) {
    return new LogModel(
        new DirectBackground(),
        p -> "sentence of " + p.getClass().getSimpleName(),
        () -> now,
        new LogModel.Bounds(mostLines, Long.MAX_VALUE, Long.MAX_VALUE),
        () -> new Spill(Path.of("target", "log-scratch"), Spill.Room.USUAL));
  }

  /// Whatever happens, one who only listens to the changes has the same rows.
  @BeforeEach
  void listen() {
    model
        .rows()
        .addListener(
            (javafx.collections.ListChangeListener<Row>)
                c -> {
                  while (c.next()) {
                    if (c.wasRemoved()) {
                      List<Row> gone =
                          mirror.subList(c.getFrom(), c.getFrom() + c.getRemovedSize());
                      assertThat(gone).isEqualTo(c.getRemoved());
                      gone.clear();
                    }
                    if (c.wasAdded()) {
                      mirror.addAll(c.getFrom(), c.getAddedSubList());
                    }
                  }
                  assertThat(mirror).isEqualTo(List.copyOf(c.getList()));
                });
  }

  private List<String> texts() {
    return model.rows().stream().map(Row::text).toList();
  }

  private void twoSteps() {
    model.begin("t");
    script.announce(
        Script.step("builder/1", "RUN a", 1, 2), Script.step("stage-1/1", "RUN b", 1, 5));
  }

  @Test
  void parallelStepsStayUnderTheirHeaders() {
    twoSteps();
    script.start("builder/1").start("stage-1/1");
    script.out("builder/1", "a1\n").out("stage-1/1", "b1\n").out("builder/1", "a2\na3");
    script.out("stage-1/1", "b2\n").out("builder/1", "!\n").done("builder/1", 1234);
    assertThat(texts())
        .containsExactly(
            "✓ [builder 1/1] RUN a  ran 1.2 s",
            "a1",
            "a2",
            "a3!",
            "● [stage-1 1/1] RUN b  running 0.0 s",
            "b1",
            "b2");
  }

  @Test
  void randomInterleavingKeepsEveryLineInItsGroupInOrder() {
    model.begin("t");
    int steps = 7;
    for (int i = 1; i <= steps; i++) {
      script.announce(Script.step("s/" + i, "RUN " + i, steps, steps + 1 - i));
      script.start("s/" + i);
    }
    Random random = new Random(3);
    int[] sent = new int[steps + 1];
    for (int i = 0; i < 3000; i++) {
      int step = 1 + random.nextInt(steps);
      switch (random.nextInt(12)) {
        case 0 -> script.out("s/" + step, step + ":" + sent[step]++ + " part");
        case 1 -> script.err("s/" + step, "");
        case 2 -> model.fold(random.nextInt(model.rows().size()), random.nextBoolean());
        default -> script.out("s/" + step, "\r" + step + ":" + sent[step]++ + "\n");
      }
    }
    model.foldAll(false);
    for (Group group : model.rows().groups()) {
      int step = Integer.parseInt(group.key.substring(2));
      List<Integer> numbers =
          group.body.stream()
              .map(r -> Integer.parseInt(r.text().replaceAll("^\\d+:(\\d+).*", "$1")))
              .toList();
      assertThat(numbers).isSorted().doesNotHaveDuplicates();
      assertThat(group.body).allMatch(r -> r.text().startsWith(step + ":"));
    }
    assertThat(model.rows().groups()).extracting(g -> g.key).startsWith("s/7", "s/6");
  }

  @Test
  void twoStreamsOfAStepDoNotBreakEachOthersLines() {
    twoSteps();
    script
        .out("builder/1", "out ")
        .err("builder/1", "err ")
        .out("builder/1", "1\n")
        .err("builder/1", "2\n");
    assertThat(texts()).contains("out 1", "err 2");
    assertThat(model.linesProperty().get()).isEqualTo(2);
  }

  @Test
  void aWholeBuildReadsWell() {
    script.kiosk();
    now += TimeUnit.MILLISECONDS.toNanos(31_400);
    script.out("stage-0/4", "\n").done("stage-0/4", 28_900).done("internal/exporting", 400);
    script.finish(new BuildOutcome.Success("sha256:0123456789abcdef"));
    assertThat(texts())
        .containsExactly(
            "✓ preparing  ran 0.0 s",
            "↺ [1/4] FROM python:3.13-slim  reused",
            "↺ [2/4] WORKDIR /app  reused",
            "✓ [3/4] COPY . .  ran 0.1 s",
            "✓ [4/4] RUN pip install -r requirements.txt  ran 28.9 s",
            "Collecting flask==3.1",
            "  Downloading flask-3.1-py3-none-any.whl (103 kB)",
            "     ━━━━━━━━━━━━━━━━━━━ 103/103 kB 2.1 MB/s eta 0:00:00",
            "Collecting werkzeug>=3.1",
            "WARNING: Running pip as root",
            "✓ exporting to image  ran 0.4 s",
            "kiosk:dev is built: 31.4 s, 2 steps reused, 2 ran.");
    assertThat(model.runningProperty().get()).isFalse();
  }

  @Test
  void theGraphIsThereBeforeItRunsAndLateStepsFindTheirPlace() {
    model.begin("t");
    script.announce(
        Script.step("stage-1/2", "RUN b", 2, 6), Script.step("stage-1/1", "FROM a", 2, 5));
    assertThat(texts()).containsExactly("○ [1/2] FROM a  waiting", "○ [2/2] RUN b  waiting");
    script.announce(Script.step("builder/1", "FROM c", 1, 1));
    script.announce(Script.internal("load build definition"));
    assertThat(texts())
        .containsExactly(
            "○ preparing  waiting",
            "○ [builder 1/1] FROM c  waiting",
            "○ [stage-1 1/2] FROM a  waiting",
            "○ [stage-1 2/2] RUN b  waiting");
    script.announce(Script.step("stage-1/2", "RUN b && c", 2, 6));
    assertThat(texts()).last().isEqualTo("○ [stage-1 2/2] RUN b && c  waiting");
  }

  @Test
  void aFailureNamesLineStepCodeAndLastWords() {
    twoSteps();
    script.start("builder/1").out("builder/1", "oops\n");
    script.send(new BuildEvent.StepFailed("builder/1", "exit code: 2", Duration.ofMillis(300)));
    script.finish(Script.failed("builder/1", "RUN make", 4, 2, "\u001b[31moops\u001b[0m"));
    assertThat(texts())
        .containsExactly(
            "✗ [builder 1/1] RUN a  failed 0.3 s",
            "oops",
            "– [stage-1 1/1] RUN b  not run",
            "Build failed at line 4: RUN make",
            "It exited with code 2 (a wrong use of a command, or an error of its own).",
            "Its last words: oops");
    assertThat(model.stepAt(3)).isEqualTo("builder/1");
  }

  @Test
  void failuresWithoutAStepAndBrokenBuildsSayWhatHappened() {
    model.begin("t");
    script.finish(
        new BuildOutcome.Failed(
            null, null, new BuildStep.Lines(3, 3), null, "unknown instruction: RUM", List.of()));
    assertThat(texts()).containsExactly("Build failed at line 3: unknown instruction: RUM");
    model.begin("t");
    script.finish(new BuildOutcome.Broken(new EngineProblem.ConnectionLost("building", "EOF")));
    assertThat(texts()).containsExactly("Build not carried out: sentence of ConnectionLost");
    model.begin("t");
    now += TimeUnit.SECONDS.toNanos(63);
    script.finish(new BuildOutcome.Cancelled());
    assertThat(texts()).containsExactly("Build cancelled after 1 min 3 s.");
  }

  @Test
  void cancellingStopsWhatRuns() {
    twoSteps();
    script.start("builder/1");
    now += TimeUnit.SECONDS.toNanos(2);
    script.finish(new BuildOutcome.Cancelled());
    assertThat(texts())
        .startsWith("■ [builder 1/1] RUN a  stopped 2.0 s", "– [stage-1 1/1] RUN b  not run");
  }

  @Test
  void pullsShowOneBarALayer() {
    model.begin("t");
    script.pull("aaa", "Downloading", 500_000, 2_000_000).pull("bbb", "Waiting", 0, 0);
    script.pull("aaa", "Downloading", 1_500_000, 2_000_000).pull("aaa", "Pull complete", 0, 0);
    assertThat(texts())
        .containsExactly(
            "● pull python:3.13-slim  running 0.0 s", "aaa Pull complete", "bbb Waiting");
    script.announce(Script.step("stage-0/1", "FROM python:3.13-slim", 1, 1));
    assertThat(texts()).first().isEqualTo("✓ pull python:3.13-slim  ran 0.0 s");
    assertThat(texts()).hasSize(2);
  }

  @Test
  void warningsStandUnderTheirStep() {
    twoSteps();
    List<BuildStep.Lines> line5 = List.of(new BuildStep.Lines(5, 5));
    script.send(new BuildEvent.Warning("Rule", "mind\nthis", List.of(), "", line5));
    script.send(
        new BuildEvent.Warning("", "line 9", List.of(), "", List.of(new BuildStep.Lines(9, 9))));
    script.send(new BuildEvent.Notice("run.sh has CRLF line ends."));
    script.start("builder/1");
    assertThat(texts())
        .containsExactly(
            "run.sh has CRLF line ends.",
            "line 9",
            "● [builder 1/1] RUN a  running 0.0 s",
            "○ [stage-1 1/1] RUN b  waiting",
            "Rule: mind this");
    script.cached("stage-1/1");
    assertThat(texts()).contains("Rule: mind this");
  }

  @Test
  void onlyTheNewestLinesAreKeptAndItSaysSo() {
    LogModel small = model(100);
    Script lines = new Script(small);
    small.begin("t");
    lines.announce(Script.step("a/1", "RUN a", 1, 1), Script.step("b/1", "RUN b", 1, 2));
    for (int i = 0; i < 500; i++) {
      lines.out(i % 3 == 0 ? "a/1" : "b/1", "line " + i + "\n");
    }
    List<String> kept =
        small.rows().stream().filter(Row.Line.class::isInstance).map(Row::text).toList();
    assertThat(kept).hasSizeBetween(90, 100).contains("line 499", "line 498", "line 497");
    assertThat(kept).doesNotContain("line 0", "line 399");
    assertThat(small.rows().getFirst().text())
        .startsWith(500 - kept.size() + " older lines are not shown any more");
    small.close();
  }

  @Test
  void searchCountsRowsWhereverTheyAreAndGoesRound() {
    twoSteps();
    script.out("builder/1", "Error one\nfine\n").out("stage-1/1", "an ERROR, an error\n");
    List<String> seen = new ArrayList<>();
    model.onReveal(r -> seen.add(r.text()));
    model.fold(0, true);
    LogSearch search = model.search();
    search.queryProperty().set("error");
    assertThat(search.countProperty().get()).isEqualTo(2);
    search.next();
    search.next();
    search.previous();
    assertThat(seen)
        .containsExactly("Error one", "an ERROR, an error", "Error one", "an ERROR, an error");
    assertThat(search.ordinalProperty().get()).isEqualTo(2);
    assertThat(texts()).contains("Error one");
    script.out("builder/1", "no error\n");
    assertThat(search.countProperty().get()).isEqualTo(3);
    assertThat(search.ordinalProperty().get()).as("the same row, one further").isEqualTo(3);
    script.out("stage-1/1", "err").out("stage-1/1", "or").out("stage-1/1", "\rfixed\n");
    assertThat(search.countProperty().get()).isEqualTo(3);
    search.matchCaseProperty().set(true);
    assertThat(search.countProperty().get()).isEqualTo(2);
    search.queryProperty().set("nowhere");
    search.next();
    assertThat(search.countProperty().get()).isZero();
    assertThat(search.ordinalProperty().get()).isZero();
  }

  @Test
  void stepsAreSelectedBothWays() {
    twoSteps();
    script.out("stage-1/1", "b1\n");
    assertThat(model.stepAt(2)).isEqualTo("stage-1/1");
    List<String> seen = new ArrayList<>();
    model.onReveal(r -> seen.add(r.text()));
    model.revealStep("stage-1/1");
    assertThat(model.selectedStepProperty().get()).isEqualTo("stage-1/1");
    assertThat(seen).hasSize(1).first().asString().contains("RUN b");
    model.revealStep("unknown/1");
    assertThat(seen).hasSize(1);
  }

  @Test
  void savingWritesEverythingAndReplacesWhole(@TempDir Path folder) throws IOException {
    twoSteps();
    script.out("builder/1", "\u001b[32mgrün\u001b[0m\n");
    model.foldAll(true);
    Path file = Files.writeString(folder.resolve("build.log"), "old");
    model.save(file);
    assertThat(Files.readAllLines(file))
        .containsExactly(
            "○ [builder 1/1] RUN a  waiting", "grün", "○ [stage-1 1/1] RUN b  waiting");
    assertThat(model.statusProperty().get()).isEqualTo("Saved as " + file + ".");
    try (var left = Files.list(folder)) {
      assertThat(left).containsExactly(file);
    }
    model.save(folder.resolve("none").resolve("build.log"));
    assertThat(model.statusProperty().get())
        .contains("not saved")
        .contains("its folder is not there");
  }

  @Test
  void clearingKeepsTheStepsOfARunningBuild() {
    twoSteps();
    script.out("builder/1", "gone\nopen");
    model.clear();
    assertThat(texts()).hasSize(2);
    script.out("builder/1", " line\n");
    assertThat(texts()).contains("open line");
    script.finish(new BuildOutcome.Cancelled());
    model.clear();
    assertThat(texts()).isEmpty();
  }

  @Test
  void aContainersOutputIsFollowed() {
    List<StreamListener<Output>> listeners = new ArrayList<>();
    List<String> closed = new ArrayList<>();
    model.follow(
        l -> {
          listeners.add(l);
          return () -> closed.add("first");
        });
    listeners.getFirst().onNext(new Output(Output.Channel.STDOUT, "hello\nwor"));
    listeners.getFirst().onNext(new Output(Output.Channel.STDERR, "bad\n"));
    listeners.getFirst().onNext(new Output(Output.Channel.STDOUT, "ld\n"));
    assertThat(texts()).containsExactly("hello", "world", "bad");
    assertThat(model.runningProperty().get()).isTrue();
    model.follow(
        l -> {
          listeners.add(l);
          return () -> {};
        });
    assertThat(closed).containsExactly("first");
    listeners.getFirst().onNext(new Output(Output.Channel.STDOUT, "too late\n"));
    listeners.getFirst().onEnd(null);
    assertThat(texts()).isEmpty();
    listeners.getLast().onEnd(new EngineException(new EngineProblem.ConnectionLost("x", "y")));
    assertThat(texts()).containsExactly("sentence of ConnectionLost");
    assertThat(model.runningProperty().get()).isFalse();
  }

  @Test
  void anEngineThatRefusesTheLogIsASentence() {
    model.follow(
        _ -> {
          throw new EngineException(new EngineProblem.NotFound("container", "web"));
        });
    assertThat(texts()).containsExactly("sentence of NotFound");
  }
}
