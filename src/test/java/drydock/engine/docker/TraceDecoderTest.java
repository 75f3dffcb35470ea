// SPDX-License-Identifier: Apache-2.0
package drydock.engine.docker;

import static drydock.engine.docker.BuildAnswers.decode;
import static drydock.engine.docker.BuildAnswers.fold;
import static drydock.engine.docker.BuildAnswers.line;
import static drydock.engine.docker.BuildAnswers.recorded;
import static drydock.engine.docker.BuildAnswers.status;
import static drydock.engine.docker.BuildAnswers.step;
import static drydock.engine.docker.BuildAnswers.time;
import static drydock.engine.docker.BuildAnswers.vertex;
import static org.assertj.core.api.Assertions.assertThat;

import drydock.engine.BuildEvent;
import drydock.engine.BuildOutcome;
import drydock.engine.BuildState;
import drydock.engine.BuildStep;
import drydock.engine.Output;
import drydock.engine.docker.BuildAnswers.Proto;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class TraceDecoderTest {
  private final TraceDecoder decoder = new TraceDecoder();

  @Test
  void theWholeGraphIsKnownBeforeItsFirstStepRuns() {
    List<BuildEvent> events = decode(decoder, recorded("build-trace-cold"));
    List<String> firstWords = new ArrayList<>();
    for (BuildEvent event : events) {
      switch (event) {
        case BuildEvent.StepAnnounced e when e.step().stage() != null ->
            firstWords.add("announced " + e.step().key() + " " + e.step().inputs());
        case BuildEvent.StepStarted e when !e.step().startsWith("internal/") ->
            firstWords.add("started " + e.step());
        default -> {}
      }
    }
    assertThat(firstWords)
        .startsWith(
            "announced base/1 []",
            "announced base/2 [base/1]",
            "announced a/1 [base/2]",
            "announced stage-3/1 [a/1, base/2]",
            "announced b/1 [base/2, internal/unpack build context]",
            "announced b/2 [b/1]",
            "announced stage-3/2 [b/2, stage-3/1]",
            "announced stage-3/3 [stage-3/2]",
            "started base/1");
  }

  @Test
  void aColdBuildRunsItsStepsOnceEach() {
    List<BuildEvent> events = decode(decoder, recorded("build-trace-cold"));
    BuildState state = fold(events);
    assertThat(status(state, "base/1")).isEqualTo("CACHED"); // it was on the engine already
    assertThat(state.steps().values())
        .filteredOn(s -> !s.step().key().equals("base/1"))
        .allMatch(s -> s.status() == BuildState.Status.DONE);
    assertThat(step(state, "a/1").took()).isBetween(seconds(2.416), seconds(2.418));
    BuildStep copy = step(state, "b/1").step();
    assertThat(copy.name()).isEqualTo("COPY app.txt /app.txt");
    assertThat(copy.total()).isEqualTo(2);
    assertThat(state.steps().keySet())
        .contains("internal/send build context", "internal/exporting to image");
    assertThat(events)
        .contains(
            new BuildEvent.StepOutput("a/1", new Output(Output.Channel.STDOUT, "from a\n")),
            new BuildEvent.StepOutput("a/1", new Output(Output.Channel.STDERR, "warn\n")),
            new BuildEvent.StepProgress(
                "internal/exporting to image", "exporting layers", 0, 0, true));
    assertThat(decoder.outcome())
        .isEqualTo(
            new BuildOutcome.Success(
                "sha256:853704012d47639e8c9a9b8e6f99a26cd307c5be7bd843b0b627e7288c84d7c1"));
  }

  @Test
  void aCachedBuildSaysSoOfEveryStep() {
    BuildState state = fold(decode(decoder, recorded("build-trace-cached")));
    for (String key : List.of("base/1", "base/2", "a/1", "b/1", "b/2", "stage-3/1", "stage-3/3")) {
      assertThat(status(state, key)).as(key).isEqualTo("CACHED");
    }
    assertThat(decoder.outcome()).isInstanceOf(BuildOutcome.Success.class);
  }

  @Test
  void aFailureKnowsItsStepExitCodeAndLastLines() {
    BuildState state = fold(decode(decoder, recorded("build-trace-failing-run")));
    assertThat(status(state, "stage-0/1")).isEqualTo("CACHED");
    assertThat(status(state, "stage-0/2")).isEqualTo("FAILED");
    assertThat(decoder.outcome())
        .isInstanceOfSatisfying(
            BuildOutcome.Failed.class,
            f -> {
              assertThat(f.step()).isEqualTo("stage-0/2");
              assertThat(f.stepName()).isEqualTo("RUN echo start; sleep 1; exit 3");
              assertThat(f.exitCode()).isEqualTo(3);
              assertThat(f.message()).startsWith("executor failed running [/bin/sh -c echo start");
              assertThat(f.lastOutput()).containsExactly("start");
            });
  }

  @Test
  void aParseErrorKnowsItsLine() {
    decode(decoder, recorded("build-trace-parse-error"));
    assertThat(decoder.outcome())
        .isInstanceOfSatisfying(
            BuildOutcome.Failed.class,
            f -> {
              assertThat(f.lines()).isEqualTo(new BuildStep.Lines(2, 2));
              assertThat(f.step()).isNull();
              assertThat(f.exitCode()).isNull();
            });
  }

  @Test
  void namesOfEveryShapeAreUnderstood() {
    assertThat(VertexName.of("[only  8/13] COPY a b").key()).isEqualTo("only/8");
    assertThat(VertexName.of("[ 2/12] RUN true").key()).isEqualTo("stage-0/2");
    assertThat(VertexName.of("[linux/arm/v7 2/5] RUN x").key()).isEqualTo("stage-0/2");
    assertThat(VertexName.of("[linux/amd64->arm64 builder 2/5] RUN x").key())
        .isEqualTo("builder/2");
    assertThat(VertexName.of("[2/3] RUN echo [4/5] x").text()).isEqualTo("RUN echo [4/5] x");
    assertThat(VertexName.of("[internal] load metadata for x").key())
        .isEqualTo("internal/load metadata for x");
    assertThat(VertexName.of("FROM docker.io/library/busybox:1.37").kind())
        .isEqualTo(BuildStep.Kind.FROM);
  }

  @Test
  void repeatedVerticesAreToldOnce() {
    List<String> lines = recorded("build-trace-cold");
    List<String> twice = lines.stream().flatMap(l -> java.util.stream.Stream.of(l, l)).toList();
    List<BuildEvent> once = stepEvents(decode(new TraceDecoder(), lines));
    assertThat(stepEvents(decode(decoder, twice))).isEqualTo(once);
  }

  private static List<BuildEvent> stepEvents(List<BuildEvent> events) {
    return events.stream()
        .filter(
            e -> !(e instanceof BuildEvent.StepOutput) && !(e instanceof BuildEvent.StepProgress))
        .toList();
  }

  @Test
  void aVertexThatStartsTwiceTookTheSumAndStaysDone() {
    Proto run = vertex("d1", "[2/2] RUN x", "d0");
    Proto first = vertex("d1", "[2/2] RUN x", "d0").message(5, time(1000)).message(6, time(3000));
    Proto again =
        vertex("d1", "[2/2] RUN x", "d0")
            .number(4, 1)
            .message(5, time(3000))
            .message(6, time(3000));
    BuildState state = fold(decode(decoder, List.of(one(run), one(first), one(again))));
    assertThat(status(state, "stage-0/2")).isEqualTo("DONE");
    assertThat(step(state, "stage-0/2").took()).isEqualTo(Duration.ofSeconds(2));

    Proto later = vertex("d1", "[2/2] RUN x").message(5, time(5000)).message(6, time(6000));
    assertThat(decoder.decode(one(later)))
        .contains(new BuildEvent.StepDone("stage-0/2", Duration.ofSeconds(3)));
  }

  @Test
  void aBaseImageIsCachedUnlessSomethingOfItWasFetched() {
    Proto from = vertex("d1", "[1/2] FROM b").message(5, time(1000)).message(6, time(1400));
    Proto resolve = new Proto().text(1, "resolve docker.io/library/b@sha256:0").text(2, "d1");
    Proto layer = new Proto().text(1, "sha256:1").text(2, "d1").number(4, 10).number(5, 20);
    String local = line(new Proto().message(1, from).message(2, resolve));
    assertThat(status(fold(decoder.decode(local)), "stage-0/1")).isEqualTo("CACHED");
    String remote = line(new Proto().message(1, from).message(2, resolve).message(2, layer));
    assertThat(status(fold(new TraceDecoder().decode(remote)), "stage-0/1")).isEqualTo("DONE");
  }

  @Test
  void anInputThatIsKnownLaterIsAddedToTheStep() {
    decoder.decode(one(vertex("d2", "[2/2] RUN x", "d1")));
    assertThat(decoder.decode(one(vertex("d1", "[1/2] FROM b"))))
        .extracting(e -> ((BuildEvent.StepAnnounced) e).step().key())
        .containsExactly("stage-0/1", "stage-0/2");
  }

  @Test
  void verticesOfOneLabelAreOneStepAndTheOthersStayApart() {
    Proto message =
        new Proto()
            .message(1, vertex("get", "[3/3] ADD http://a/ /"))
            .message(1, vertex("put", "[3/3] ADD http://a/ /", "get"))
            .message(1, vertex("i1", "[internal] preparing inline document"))
            .message(1, vertex("i2", "[internal] preparing inline document"));
    BuildState state = fold(decoder.decode(line(message)));
    assertThat(state.steps().keySet())
        .containsExactly(
            "stage-0/3",
            "internal/preparing inline document",
            "internal/preparing inline document#2");
    assertThat(step(state, "stage-0/3").step().inputs()).isEmpty();
  }

  @Test
  void theStepThatFailedIsNotTheOneThatWasCancelledForIt() {
    Proto message =
        new Proto()
            .message(
                1,
                vertex("a", "[a 2/2] RUN sleep 5")
                    .text(7, "process \"x\" … exit code: 137: context canceled"))
            .message(1, vertex("b", "[b 2/2] RUN exit 4").text(7, "process \"y\" … exit code: 4"));
    decoder.decode(line(message));
    decoder.decode("{\"error\":\"failed: process \\\"y\\\" … exit code: 4\"}");
    assertThat(decoder.outcome())
        .isInstanceOfSatisfying(
            BuildOutcome.Failed.class,
            f -> {
              assertThat(f.step()).isEqualTo("b/2");
              assertThat(f.exitCode()).isEqualTo(4);
            });
  }

  @Test
  void layingLinkedFilesOverOthersIsNoRun() {
    List<BuildEvent> events = new ArrayList<>();
    events.addAll(decoder.decode(one(vertex("m", "[2/2] LINK COPY --link a /b", "c"))));
    events.addAll(decoder.decode(one(vertex("c", "[2/2] COPY --link a /b").number(4, 1))));
    events.addAll(
        decoder.decode(
            one(
                vertex("m", "[2/2] LINK COPY --link a /b", "c")
                    .message(5, time(1000))
                    .message(6, time(1020)))));
    BuildState state = fold(events);
    assertThat(status(state, "stage-0/2")).isEqualTo("CACHED");
    assertThat(step(state, "stage-0/2").step().name()).isEqualTo("COPY --link a /b");
  }

  @Test
  void aCharacterCutInTwoIsDecodedWhole() {
    decoder.decode(one(vertex("d", "[1/1] RUN x")));
    byte[] word = "é✓".getBytes(StandardCharsets.UTF_8);
    StringBuilder text = new StringBuilder();
    for (byte b : word) {
      Proto log = new Proto().text(1, "d").number(3, 1).bytes(4, new byte[] {b});
      for (BuildEvent event : decoder.decode(line(new Proto().message(3, log)))) {
        text.append(((BuildEvent.StepOutput) event).output().text());
      }
    }
    assertThat(text.toString()).isEqualTo("é✓");
  }

  @Test
  void aWarningKeepsItsRuleLinesAndAddress() {
    Proto position = new Proto().number(1, 12).number(2, 3);
    Proto warning =
        new Proto()
            .text(1, "sha256:x")
            .number(2, 1)
            .text(3, "StageNameCasing: Stage name 'Other' should be lowercase (line 12)")
            .text(4, "Stage names should be lowercase")
            .text(5, "https://docs.docker.com/go/dockerfile/rule/stage-name-casing/")
            .message(6, new Proto().text(1, "Dockerfile"))
            .message(7, new Proto().message(1, position).message(2, position));
    BuildEvent expected =
        new BuildEvent.Warning(
            "StageNameCasing",
            "Stage name 'Other' should be lowercase",
            List.of("Stage names should be lowercase"),
            "https://docs.docker.com/go/dockerfile/rule/stage-name-casing/",
            List.of(new BuildStep.Lines(12, 12)));
    String answer = line(new Proto().message(4, warning));
    assertThat(decoder.decode(answer)).containsExactly(expected);
    assertThat(decoder.decode(answer)).isEmpty();
  }

  @Test
  void unknownFieldsAreSkipped() {
    Proto vertex =
        vertex("d", "[1/1] RUN x").message(8, new Proto().text(1, "group")).number(99, 7);
    assertThat(decoder.decode(line(new Proto().text(77, "new").message(1, vertex)))).hasSize(1);
  }

  @Test
  void brokenLinesAreReportedAndNeverFatal() {
    List<String> broken =
        List.of(
            "{\"id\":",
            "[]",
            "{\"id\":\"moby.buildkit.trace\",\"aux\":\"***\"}",
            line(new Proto().bytes(1, new byte[] {(byte) 0x8a, (byte) 0xff})),
            line(new Proto().number(0x1fffffff, -1).bytes(1, new byte[] {7})));
    for (String answer : broken) {
      assertThat(decoder.decode(answer))
          .as(answer)
          .singleElement()
          .isInstanceOf(BuildEvent.Notice.class);
    }
    assertThat(decode(decoder, Collections.nCopies(1000, "{"))).hasSizeLessThan(20);
    decode(decoder, recorded("build-trace-cold"));
    assertThat(decoder.outcome()).isInstanceOf(BuildOutcome.Success.class);
  }

  @Test
  void noiseInsideAMessageNeverThrows() {
    Random random = new Random(7);
    List<String> lines = recorded("build-trace-failing-run");
    for (int i = 0; i < 3000; i++) {
      StringBuilder noisy = new StringBuilder(lines.get(i % lines.size()));
      int at = 37 + random.nextInt(noisy.length() - 40);
      noisy.setCharAt(at, (char) ('A' + random.nextInt(26)));
      decoder.decode(noisy.toString());
    }
    assertThat(decoder.outcome()).isInstanceOf(BuildOutcome.Failed.class);
  }

  private static String one(Proto vertex) {
    return line(new Proto().message(1, vertex));
  }

  private static Duration seconds(double seconds) {
    return Duration.ofMillis(Math.round(seconds * 1000));
  }
}
