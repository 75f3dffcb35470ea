// SPDX-License-Identifier: Apache-2.0
package drydock.build;

import static org.assertj.core.api.Assertions.assertThat;

import drydock.dockerfile.BuildPlan;
import drydock.engine.BuildEvent;
import drydock.engine.BuildStep;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PlanAlignerTest {
  @Test
  void stepsOfStagesGetTheirLines() {
    PlanAligner aligner =
        aligner("FROM a AS x\nRUN one \\\n  more\n\nFROM b\nENV A=1\nCOPY --from=x / /\n");
    assertThat(announce(aligner, "x/2", "RUN one   more").lines())
        .isEqualTo(new BuildStep.Lines(2, 3));
    assertThat(announce(aligner, "stage-1/2", "COPY --from=x / /").lines())
        .isEqualTo(new BuildStep.Lines(7, 7));
    assertThat(announce(aligner, "internal/exporting to image", "exporting to image").lines())
        .isNull();
  }

  @Test
  void anOnlyStageKeepsItsNameAlthoughTheBuilderLeavesItOut() {
    PlanAligner aligner = aligner("FROM busybox AS App\nRUN one\n");
    BuildStep run = announce(aligner, "stage-0/2", "RUN one");
    assertThat(run.key()).isEqualTo("app/2");
    assertThat(run.stage()).isEqualTo("app");
    assertThat(aligner.align(new BuildEvent.StepCached("stage-0/2")))
        .isEqualTo(new BuildEvent.StepCached("app/2"));
  }

  @Test
  void aBaseImageIsFoundByItsName() {
    PlanAligner aligner =
        aligner("FROM busybox:1.37 AS x\nFROM busybox:1.37 AS y\nCOPY --from=x /a /\n");
    BuildStep base =
        announce(
            aligner,
            "internal/FROM docker.io/library/busybox:1.37",
            "FROM docker.io/library/busybox:1.37@sha256:00");
    assertThat(base.key()).isEqualTo("x/1");
    assertThat(base.lines()).isEqualTo(new BuildStep.Lines(1, 1));
    BuildStep alien = announce(aligner, "stage-0/1", "FROM docker.io/library/alpine:3");
    assertThat(alien.lines()).isNull();
  }

  @Test
  void aStepThatTwoStagesShareIsTheFirstOnes() {
    PlanAligner aligner =
        aligner("FROM a AS x\nRUN one\nFROM a AS y\nRUN one\nRUN two\nCOPY --from=x / /\n");
    assertThat(announce(aligner, "y/2", "RUN one").key()).isEqualTo("x/2");
    assertThat(announce(aligner, "y/3", "RUN two", "y/2").inputs()).containsExactly("x/2");
  }

  @Test
  void triggersAndImagesToCopyFromAreFound() {
    PlanAligner aligner =
        aligner("FROM a AS x\nONBUILD RUN one\nFROM x AS y\nCOPY --from=b:1 / /\n");
    BuildStep trigger = announce(aligner, "y/1", "ONBUILD RUN one");
    assertThat(trigger.lines()).isEqualTo(new BuildStep.Lines(2, 2));
    BuildStep image = announce(aligner, "internal/FROM b", "FROM docker.io/library/b:1@sha256:00");
    assertThat(image.key()).isEqualTo("image/b:1");
    assertThat(image.stage()).isNull();
  }

  @Test
  void inputsFollowTheirSteps() {
    PlanAligner aligner = aligner("FROM busybox AS app\nRUN one\n");
    announce(aligner, "stage-0/1", "FROM docker.io/library/busybox:latest");
    assertThat(announce(aligner, "stage-0/2", "RUN one", "stage-0/1").inputs())
        .containsExactly("app/1");
  }

  @Test
  void twoStepsNeverBecomeOne() {
    PlanAligner aligner = aligner("FROM busybox AS app\nRUN one\n");
    assertThat(announce(aligner, "app/2", "RUN one").key()).isEqualTo("app/2");
    assertThat(announce(aligner, "stage-0/2", "RUN other").key()).isEqualTo("stage-0/2");
  }

  private static PlanAligner aligner(String dockerfile) {
    return new PlanAligner(BuildPlan.of(dockerfile, Map.of()), null);
  }

  private static BuildStep announce(
      PlanAligner aligner, String key, String name, String... inputs) {
    boolean inStage = !key.startsWith("internal/");
    int slash = key.indexOf('/');
    BuildStep step =
        new BuildStep(
            key,
            name.startsWith("FROM ") ? BuildStep.Kind.FROM : BuildStep.Kind.INSTRUCTION,
            name,
            inStage ? key.substring(0, slash) : null,
            inStage ? Integer.parseInt(key.substring(slash + 1)) : 0,
            0,
            List.of(inputs),
            null);
    BuildEvent event = aligner.align(new BuildEvent.StepAnnounced(step));
    return ((BuildEvent.StepAnnounced) event).step();
  }
}
