// SPDX-License-Identifier: Apache-2.0
package drydock.engine.docker;

import static drydock.engine.docker.BuildAnswers.decode;
import static drydock.engine.docker.BuildAnswers.fold;
import static drydock.engine.docker.BuildAnswers.recorded;
import static drydock.engine.docker.BuildAnswers.status;
import static drydock.engine.docker.BuildAnswers.step;
import static org.assertj.core.api.Assertions.assertThat;

import drydock.engine.BuildEvent;
import drydock.engine.BuildOutcome;
import drydock.engine.BuildState;
import drydock.engine.Output;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.junit.jupiter.api.Test;

class ClassicDecoderTest {
  private final ClassicDecoder decoder =
      new ClassicDecoder(InstantSource.fixed(Instant.ofEpochSecond(100)));

  @Test
  void theRecordedBuildBecomesStepsWithBuildKitsKeys() {
    List<BuildEvent> events = decode(decoder, recorded("build-legacy"));
    BuildState state = fold(events);
    assertThat(state.steps().keySet())
        .containsExactly("stage-0/1", "stage-0/2", "stage-0/3", "stage-0/3+1");
    assertThat(status(state, "stage-0/1")).isEqualTo("CACHED");
    assertThat(status(state, "stage-0/3")).isEqualTo("DONE");
    assertThat(events.stream().filter(e -> e instanceof BuildEvent.StepOutput))
        .containsExactly(
            new BuildEvent.StepOutput(
                "stage-0/3",
                new Output(Output.Channel.STDOUT, ".dockerignore\nkeep.txt\nsecret.env\n")));
    assertThat(decoder.outcome())
        .isEqualTo(
            new BuildOutcome.Success(
                "sha256:0c006d509d3c3ad2914eb0e1a7f35fd5ce4a97c9f902299169575016734fe88f"));
  }

  @Test
  void stagesAreToldApartAndCacheIsSeen() {
    BuildState state =
        fold(
            decode(
                decoder,
                List.of(
                    stream("Step 1/7 : ARG V=1.37"),
                    stream("Step 2/7 : FROM busybox:$V AS A"),
                    stream(" ---\\u003e 6d4b827c0f3d\\n"),
                    stream("Step 3/7 : ENV X=1"),
                    stream(" ---\\u003e Using cache\\n"),
                    stream(" ---\\u003e 27dd2449fbbc\\n"),
                    stream("Step 4/7 : RUN echo out"),
                    stream(" ---\\u003e Running in bd348b0970bd\\n"),
                    stream("\\u001b[91merr\\n\\u001b[0m"),
                    stream("Step 9/9 : not a step\\n"),
                    stream(" ---\\u003e Removed intermediate container bd348b0970bd\\n"),
                    stream(" ---\\u003e 6e16454cc251\\n"),
                    stream("Step 5/7 : FROM a"),
                    stream(" ---\\u003e 6e16454cc251\\n"),
                    stream("Step 6/7 : COPY --from=a /bin/sh /y"),
                    stream(" ---\\u003e de9fe2c6c8f8\\n"),
                    stream("Step 7/7 : CMD x"))));
    assertThat(state.steps().keySet())
        .containsExactly(
            "internal/ARG V=1.37",
            "a/1",
            "a/1+1",
            "a/2",
            "stage-1/0+1",
            "stage-1/1",
            "stage-1/1+1");
    assertThat(status(state, "a/1+1")).isEqualTo("CACHED");
    assertThat(status(state, "stage-1/1+1")).isEqualTo("RUNNING");
    assertThat(step(state, "stage-1/0+1").step().inputs()).containsExactly("a/2");
    assertThat(step(state, "stage-1/1").step().inputs()).containsExactly("stage-1/0+1", "a/2");
  }

  @Test
  void podmansDialectIsUnderstood() {
    BuildState state =
        fold(
            decode(
                decoder,
                List.of(
                    stream("STEP 1/3: FROM busybox\\n"),
                    stream("STEP 2/3: RUN echo hi\\n"),
                    stream("--\\u003e Using cache 0123456789ab0123456789ab\\n"),
                    stream("--\\u003e 0123456789ab\\n"),
                    stream("STEP 3/3: RUN exit 3\\n"),
                    stream("bad\\n"),
                    "{\"error\":\"building at STEP \\\"RUN exit 3\\\": exit status 3\"}")));
    assertThat(status(state, "stage-0/1")).isEqualTo("CACHED");
    assertThat(status(state, "stage-0/2")).isEqualTo("CACHED");
    assertThat(status(state, "stage-0/3")).isEqualTo("FAILED");
    assertThat(decoder.outcome())
        .isInstanceOfSatisfying(
            BuildOutcome.Failed.class,
            f -> {
              assertThat(f.step()).isEqualTo("stage-0/3");
              assertThat(f.stepName()).isEqualTo("RUN exit 3");
              assertThat(f.exitCode()).isEqualTo(3);
              assertThat(f.lastOutput()).containsExactly("bad");
            });
  }

  @Test
  void aFailureKnowsItsExitCode() {
    decode(
        decoder,
        List.of(
            stream("Step 1/2 : FROM busybox"),
            stream(" ---\\u003e 6d4b827c0f3d\\n"),
            stream("Step 2/2 : RUN exit code: 9; exit 3"),
            "{\"errorDetail\":{\"code\":3,\"message\":\"The command '/bin/sh -c exit code: 9; exit"
                + " 3' returned a non-zero code: 3\"},\"error\":\"x\"}"));
    assertThat(decoder.outcome())
        .isInstanceOfSatisfying(
            BuildOutcome.Failed.class,
            f -> {
              assertThat(f.exitCode()).isEqualTo(3);
              assertThat(f.stepName()).isEqualTo("RUN exit code: 9; exit 3");
            });
  }

  private static String stream(String text) {
    return "{\"stream\":\"" + text + "\"}";
  }
}
