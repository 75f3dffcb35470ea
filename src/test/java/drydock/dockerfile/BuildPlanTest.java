// SPDX-License-Identifier: Apache-2.0
package drydock.dockerfile;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// Steps are compared with the vertices that Docker 28.5's BuildKit announced for the same files (`--progress=rawjson`).
class BuildPlanTest {
  private static final String B = "FROM busybox:1.37";

  @Test
  void oneStage() {
    assertThat(
            steps(
                B,
                "ENV A=b",
                "WORKDIR /app",
                "WORKDIR /",
                "COPY f /app/f",
                "RUN echo a",
                "RUN <<EOF",
                "echo b",
                "EOF",
                "LABEL x=y",
                "CMD [\"sh\"]"))
        .containsExactly(
            "stage-0/1 FROM busybox:1.37",
            "stage-0/2 WORKDIR /app",
            "stage-0/3 COPY f /app/f",
            "stage-0/4 RUN echo a",
            "stage-0/5 RUN <<EOF");
  }

  @Test
  void nothingIsFetchedForAFromThatIsRefused() {
    assertThat(plan("FROM busybox:1.37 # the base").externalImages(null)).isEmpty();
    assertThat(plan("FROM busybox:1.37COPY a /b").externalImages(null)).isEmpty();
    assertThat(plan("FROM busybox:1.37 as x").externalImages(null)).containsExactly("busybox:1.37");
  }

  @Test
  void aStageOnAStageBeginsAtOne() {
    BuildPlan plan =
        plan(
            "ARG V=1.37",
            "FROM busybox:${V} AS Base",
            "RUN echo base",
            "FROM base",
            "COPY f /f",
            "WORKDIR /w",
            "RUN --mount=type=bind,from=base,target=/m echo z",
            "FROM scratch AS out",
            "COPY --from=base /bin/sh /sh",
            "COPY --from=1 /f /f2",
            "COPY --from=busybox:1.36 /bin/ls /ls",
            "ADD f /g");
    assertThat(steps(plan))
        .containsExactly(
            "base/1 FROM busybox:${V} AS Base",
            "base/2 RUN echo base",
            "stage-1/1 COPY f /f",
            "stage-1/2 WORKDIR /w",
            "stage-1/3 RUN --mount=type=bind,from=base,target=/m echo z",
            "out/1 COPY --from=base /bin/sh /sh",
            "out/2 COPY --from=1 /f /f2",
            "out/3 COPY --from=busybox:1.36 /bin/ls /ls",
            "out/4 ADD f /g");
    assertThat(plan.externalImages(null)).containsExactly("busybox:1.37", "busybox:1.36");
    assertThat(plan.externalImages("BASE")).containsExactly("busybox:1.37");
    assertThat(plan.externalImages("1")).containsExactly("busybox:1.37");
    assertThat(plan.externalImages("nope")).isEmpty();
    assertThat(plan.stages().getFirst().base()).isEqualTo("busybox:1.37");
  }

  @Test
  void triggersRunInTheStageThatStartsFromTheirs() {
    assertThat(
            steps(
                "FROM scratch",
                "COPY f /f",
                B + " AS mid",
                "COPY <<A <<B /d/",
                "one",
                "A",
                "two",
                "B",
                "RUN echo \\",
                "  # comment",
                "",
                "  hi",
                "ONBUILD RUN echo no",
                "ONBUILD WORKDIR /ob",
                "FROM mid AS three",
                "COPY --from=0 /f /f",
                "RUN echo three"))
        .containsExactly(
            "stage-0/1 COPY f /f",
            "mid/1 FROM busybox:1.37 AS mid",
            "mid/2 COPY <<A <<B /d/",
            "mid/3 RUN echo   hi",
            "three/1 RUN echo no",
            "three/2 WORKDIR /ob",
            "three/3 COPY --from=0 /f /f",
            "three/4 RUN echo three");
  }

  @Test
  void workdirCountsUnlessItIsTheRoot() {
    assertThat(
            steps(
                B + " AS x.y",
                "WORKDIR /a",
                "WORKDIR ..",
                "ARG D=/",
                "WORKDIR $D",
                "RUN echo 1",
                "FROM x.y",
                "ENV P=/q",
                "WORKDIR ${P}",
                "WORKDIR .",
                "COPY --from=x.Y /bin/sh /sh",
                "FROM scratch",
                "COPY --from=1 /bin/sh /sh",
                "COPY --from=X.Y /bin/sh /sh3"))
        .containsExactly(
            "x.y/1 FROM busybox:1.37 AS x.y",
            "x.y/2 WORKDIR /a",
            "x.y/3 RUN echo 1",
            "stage-1/1 WORKDIR ${P}",
            "stage-1/2 WORKDIR .",
            "stage-1/3 COPY --from=x.Y /bin/sh /sh",
            "stage-2/1 COPY --from=1 /bin/sh /sh",
            "stage-2/2 COPY --from=X.Y /bin/sh /sh3");
  }

  @Test
  void twoStagesOfOneName() {
    assertThat(
            steps(
                B + " AS dup",
                "RUN echo 1",
                "FROM dup AS dup",
                "RUN echo 2",
                "FROM dup",
                "RUN echo 3"))
        .containsExactly(
            "dup/1 FROM busybox:1.37 AS dup",
            "dup/2 RUN echo 1",
            "dup/1 RUN echo 2",
            "stage-2/1 RUN echo 3");
  }

  @Test
  void escapeCharacterAndSkippedStages() {
    BuildPlan plan =
        plan(
            "# escape=`",
            B + " AS base",
            "RUN echo `",
            "",
            "  # c `",
            "  a",
            "FROM base AS one",
            "FROM base AS two",
            "RUN echo t",
            "FROM one",
            "COPY --from=TWO /bin/sh /sh",
            "COPY --from=base / /b");
    assertThat(steps(plan))
        .containsExactly(
            "base/1 FROM busybox:1.37 AS base",
            "base/2 RUN echo   a",
            "two/1 RUN echo t",
            "stage-3/1 COPY --from=TWO /bin/sh /sh",
            "stage-3/2 COPY --from=base / /b");
    assertThat(plan.neededStages("one"))
        .extracting(BuildPlan.Stage::name)
        .containsExactly("base", "one");
    assertThat(plan.neededStages(null)).hasSize(4);
  }

  /// FROM knows stages by their lower-case name and nothing else, a mount knows names but no numbers.
  @Test
  void fromAndMountsAreStricterThanCopy() {
    assertThat(plan(B + " AS X.y", "FROM X.Y").externalImages(null)).containsExactly("X.Y");
    assertThat(plan(B + " AS a", "FROM 0").externalImages(null)).containsExactly("0");
    assertThat(plan(B + " AS x", "RUN --mount=from=0,target=/m a").externalImages(null))
        .containsExactly("busybox:1.37", "0");
    assertThat(
            plan(B + " AS x", "FROM scratch", "RUN --mount=type=bind,from=X,target=/m a")
                .externalImages(null))
        .containsExactly("busybox:1.37");
  }

  @Test
  void argumentsInFrom() {
    String[] file = {
      "ARG BASE=busybox",
      "ARG TAG=${BASE:+1.37}",
      "FROM --platform=$BUILDPLATFORM $BASE:${TAG:-latest} as one",
      "ARG TAG",
      "WORKDIR /$TAG",
      "FROM ${NOPE:-one}",
      "WORKDIR $TAG"
    };
    assertThat(plan(file).externalImages(null)).containsExactly("busybox:1.37");
    assertThat(
            BuildPlan.of(String.join("\n", file), Map.of("TAG", "1", "BASE", "b", "X", "y"))
                .externalImages(null))
        .containsExactly("b:1");
    assertThat(
            BuildPlan.of("FROM a:$TARGETARCH", Map.of("TARGETARCH", "arm64")).externalImages(null))
        .containsExactly("a:arm64");
    assertThat(BuildPlan.of("FROM a:$X", Map.of("X", "undeclared")).externalImages(null))
        .containsExactly("a:");
    assertThat(
            plan("ARG A=a.b.c", "FROM x:${A%.*}-${A##*.}-${A/./_}-${A//./_}").externalImages(null))
        .containsExactly("x:a.b-c-a_b.c-a_b_c");
    assertThat(plan("ARG A=\"q\"", "FROM '$A':${A:?no}").externalImages(null))
        .containsExactly("$A:q");
    assertThat(plan("FROM ${A:?must}").externalImages(null)).isEmpty();
    assertThat(plan("FROM a:$TARGETARCH").externalImages(null)).isEmpty();
  }

  @Test
  void syntaxImageComesFirst() {
    assertThat(
            plan("# syntax=docker/dockerfile:1.7", "FROM scratch", "COPY --from=$X a /")
                .externalImages(null))
        .containsExactly("docker/dockerfile:1.7");
  }

  @Test
  void linesOfStagesAndSteps() {
    BuildPlan plan =
        plan("# c", B, "RUN a \\", " b", "", "CMD x", "FROM scratch", "COPY <<E /f", "x", "E", "");
    assertThat(plan.stages()).extracting(BuildPlan.Stage::firstLine).containsExactly(2, 7);
    assertThat(plan.stages()).extracting(BuildPlan.Stage::lastLine).containsExactly(6, 10);
    assertThat(key(plan, 4)).isEqualTo("stage-0/2");
    assertThat(key(plan, 9)).isEqualTo("stage-1/1");
    assertThat(plan.stepAt(6)).isNull();
    assertThat(plan.step("stage-1/1")).extracting(s -> s == null ? 0 : s.firstLine()).isEqualTo(8);
  }

  @Test
  void brokenFilesGiveWhatTheyCan() {
    assertThat(plan("").stages()).isEmpty();
    assertThat(plan("RUN before from").stages()).isEmpty();
    assertThat(steps("FROM", "RUNN x", "RUN y", "ONBUILD", "ENV", "ARG ${", "COPY --from= a b"))
        .contains("stage-0/2 RUN y");
  }

  private static String key(BuildPlan plan, int line) {
    BuildPlan.Step step = plan.stepAt(line);
    return step == null ? "" : step.key();
  }

  private static BuildPlan plan(String... lines) {
    return BuildPlan.of(String.join("\n", lines), Map.of());
  }

  private static List<String> steps(String... lines) {
    return steps(plan(lines));
  }

  private static List<String> steps(BuildPlan plan) {
    return plan.stages().stream()
        .flatMap(stage -> stage.steps().stream())
        .flatMap(step -> Stream.of(step.key() + " " + step.text()))
        .toList();
  }
}
