// SPDX-License-Identifier: Apache-2.0
package drydock.build;

import static org.assertj.core.api.Assertions.assertThat;

import drydock.dockerfile.cache.Cause;
import drydock.dockerfile.cache.Comparison;
import drydock.dockerfile.cache.Prediction;
import drydock.dockerfile.cache.StepPrediction;
import drydock.dockerfile.cache.Verdict;
import drydock.engine.BuildEvent;
import drydock.engine.BuildOutcome;
import drydock.engine.BuildState;
import drydock.engine.BuildStep;
import drydock.engine.ContainerEngine;
import drydock.engine.EngineInfo;
import drydock.engine.Ownership;
import drydock.engine.Samples;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The way from a folder to a comparison, with an engine that is none.
class PredictorTest {
  @TempDir Path folder;
  @TempDir Path caches;

  private final FakeEngine docker = new FakeEngine();

  @BeforeEach
  void write() throws IOException {
    docker.images.add("base");
    Files.writeString(
        folder.resolve("Dockerfile"),
        "FROM base AS a\nRUN one\nFROM base\nCOPY f /\nRUN two $TARGETARCH\n");
    Files.writeString(folder.resolve("f"), "f");
  }

  private Forecast forecast(@Nullable ContainerEngine engine) {
    return new Predictor(caches, Clock.systemUTC())
        .predict(BuildOptions.of(folder, "t", Ownership.PLAIN), engine);
  }

  private static StepPrediction step(Prediction prediction, String key) {
    return Objects.requireNonNull(prediction.step(key));
  }

  private static BuildState state(BuildOutcome outcome, Map<String, BuildEvent> ends) {
    BuildState state = BuildState.begin("", Instant.EPOCH);
    for (Map.Entry<String, BuildEvent> end : ends.entrySet()) {
      BuildStep step =
          new BuildStep(end.getKey(), BuildStep.Kind.INSTRUCTION, "", null, 0, 0, List.of(), null);
      state = state.apply(new BuildEvent.StepAnnounced(step)).apply(end.getValue());
    }
    return state.apply(new BuildEvent.Finished(outcome));
  }

  private static BuildEvent done(String step) {
    return new BuildEvent.StepDone(step, Duration.ofSeconds(1));
  }

  private static final BuildOutcome BUILT = new BuildOutcome.Success("sha256:1");

  /// Before BuildKit a label above a copy was part of everything below it.
  @Test
  void anEngineWithoutBuildKitGoesByItsOwnRule() throws IOException {
    docker.info = Samples.info(EngineInfo.Builder.CLASSIC);
    Files.writeString(folder.resolve("Dockerfile"), "FROM base\nLABEL a=1\nCOPY f /\nRUN two\n");
    forecast(docker.engine()).record(state(BUILT, Map.of("stage-0/2", done("stage-0/2"))));
    Prediction same = forecast(docker.engine()).prediction();
    assertThat(same.steps()).extracting(StepPrediction::verdict).containsOnly(Verdict.REUSED);
    assertThat(same.steps())
        .extracting(step -> step.step().key())
        .containsExactly("stage-0/1", "stage-0/2", "stage-0/3");

    Files.writeString(folder.resolve("Dockerfile"), "FROM base\nLABEL a=2\nCOPY f /\nRUN two\n");
    assertThat(forecast(docker.engine()).prediction().steps())
        .extracting(StepPrediction::verdict)
        .containsExactly(Verdict.REUSED, Verdict.RUNS, Verdict.RUNS);
  }

  @Test
  void whatWasBuiltIsKnownToAnotherPredictor() throws IOException {
    Comparison first =
        forecast(docker.engine())
            .record(
                state(
                    BUILT,
                    Map.of(
                        "stage-1/1", new BuildEvent.StepCached("stage-1/1"),
                        "stage-1/2", done("stage-1/2"),
                        "stage-1/3", done("stage-1/3"))));
    assertThat(first.count(Comparison.Result.RIGHT)).isEqualTo(3);
    Forecast second = forecast(docker.engine());
    assertThat(second.prediction().count(Verdict.REUSED)).isEqualTo(3);
    assertThat(second.classic().count(Verdict.RUNS)).isZero();

    Comparison pruned = second.record(state(BUILT, Map.of("stage-1/2", done("stage-1/2"))));
    assertThat(pruned.wrong())
        .extracting(Comparison.Row::result)
        .containsExactly(Comparison.Result.RAN_INSTEAD);
    assertThat(Files.readString(caches.resolve("predictions.log")))
        .contains("stage-1/2 RAN_INSTEAD", "nothing that counts for it has changed", "name=f");
  }

  @Test
  void aCancelledBuildKeepsWhatItCompleted() throws IOException {
    forecast(docker.engine())
        .record(
            state(
                new BuildOutcome.Cancelled(),
                Map.of(
                    "stage-1/2",
                    done("stage-1/2"),
                    "stage-1/3",
                    new BuildEvent.StepFailed(
                        "stage-1/3", "context canceled", Duration.ofSeconds(1)))));
    Prediction next = forecast(docker.engine()).prediction();
    assertThat(step(next, "stage-1/2").verdict()).isEqualTo(Verdict.REUSED);
    assertThat(step(next, "stage-1/3").verdict()).isEqualTo(Verdict.RUNS);
    assertThat(step(next, "stage-1/3").causes()).containsExactly(new Cause.NotCompleted());
  }

  @Test
  void withoutAnEngineNothingIsClaimed() {
    Prediction blind = forecast(null).prediction();
    assertThat(blind.steps()).extracting(StepPrediction::verdict).containsOnly(Verdict.UNKNOWN);
    assertThat(step(blind, "stage-1/1").causes()).containsExactly(new Cause.ImageUnknown("base"));
  }

  @Test
  void aPulledImageIsKnownAfterwards() throws IOException {
    docker.images.clear();
    Forecast forecast = forecast(docker.engine());
    assertThat(step(forecast.prediction(), "stage-1/1").verdict()).isEqualTo(Verdict.RUNS);
    docker.images.add("base");
    forecast.record(
        state(BUILT, Map.of("stage-1/2", done("stage-1/2"), "stage-1/3", done("stage-1/3"))));
    assertThat(forecast(docker.engine()).prediction().count(Verdict.REUSED)).isEqualTo(3);
  }

  @Test
  void stagesThatAreTheSameAreOneForTheBuilder() throws IOException {
    Files.writeString(
        folder.resolve("Dockerfile"),
        "FROM base AS a\nRUN one\nRUN a\nFROM base\nRUN one\nCOPY --from=a /x /\n");
    Comparison comparison =
        forecast(docker.engine())
            .record(
                state(
                    BUILT,
                    Map.of(
                        "a/2", done("a/2"),
                        "a/3", done("a/3"),
                        "stage-1/3", done("stage-1/3"))));
    assertThat(Objects.requireNonNull(comparison.step("stage-1/2")).result())
        .isEqualTo(Comparison.Result.RIGHT);
    assertThat(forecast(docker.engine()).prediction().count(Verdict.RUNS)).isZero();
  }
}
