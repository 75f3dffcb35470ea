// SPDX-License-Identifier: Apache-2.0
package drydock.build;

import static org.assertj.core.api.Assertions.assertThat;

import drydock.dockerfile.BuildGraph;
import drydock.dockerfile.BuildPlan;
import drydock.engine.BuildOutcome;
import drydock.engine.BuildState;
import drydock.engine.BuildStep;
import drydock.engine.ContainerEngine;
import drydock.engine.EngineInfo;
import drydock.engine.EngineTest;
import drydock.engine.Ownership;
import drydock.engine.RawDocker;
import drydock.engine.docker.EngineFinder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The plan made from the text has the vertices and edges that a real BuildKit announces, no more
/// and no less.
@EngineTest
class BuildPlanEngineTest {
  private static ContainerEngine engine;

  private final String tag = "drydock-test-plan:" + UUID.randomUUID().toString().substring(0, 8);
  @TempDir Path folder;

  @BeforeAll
  static void find() {
    engine = Objects.requireNonNull(EngineFinder.ofThisSystem().find().engine());
    // the classic builder runs every stage and makes a step of every instruction
    Assumptions.assumeTrue(engine.info().builder() == EngineInfo.Builder.BUILDKIT);
  }

  @AfterAll
  static void close() {
    engine.close();
  }

  @AfterEach
  void removeTheImage() {
    RawDocker.delete("/images/" + tag);
  }

  @Test
  void namedStagesSharedBaseAndTriggers() throws IOException {
    same(
        null,
        """
        FROM busybox:1.37 AS base
        RUN echo base
        ONBUILD RUN echo trigger
        ONBUILD COPY f /trigger
        FROM busybox:1.37 AS other
        RUN echo other > /h
        FROM base AS mid
        WORKDIR /w
        RUN --mount=from=base,target=/m echo mount
        FROM busybox:1.37 AS unused
        RUN exit 1
        FROM scratch
        COPY --from=mid /w /w
        COPY --from=other /h /h
        COPY --from=busybox:1.37 /bin/ls /ls
        """);
  }

  @Test
  void copiesThatCameLater() throws IOException {
    Assumptions.assumeFalse(
        engine.info().version().startsWith("20."),
        "its frontend knows neither here-documents nor --link");
    same(null, "FROM scratch\nCOPY --link f /f\n");
    same(null, "FROM busybox:1.37\nCOPY <<X f /d/\nhello\nX\nCOPY <<Y /e\nhello\nY\n");
  }

  @Test
  void imagesThatOnlyFilesAreTakenFrom() throws IOException {
    same(
        null,
        """
        FROM scratch
        COPY --from=busybox:1.37 /bin/ls /ls
        RUN --mount=type=bind,from=busybox:1.37,target=/b ["/b/bin/busybox", "true"]
        WORKDIR /x
        ENV A=b
        EXPOSE 80
        COPY f ${A}
        ADD --chmod=755 f /g
        """);
  }

  @Test
  void mountsOfTheContextAndStagesWithoutSteps() throws IOException {
    same(
        null,
        """
        FROM busybox:1.37 AS a
        RUN --mount=type=bind,source=f,target=/f cat /f
        RUN --mount=type=cache,target=/c --mount=type=tmpfs,target=/t true
        FROM a AS b
        LABEL x=y
        FROM b
        COPY f /z
        """);
  }

  @Test
  void stepsThatCannotBeToldApartAreOne() throws IOException {
    same(
        null,
        """
        FROM busybox:1.37 AS a
        RUN echo 1
        RUN echo 2
        COPY f /f
        FROM busybox:1.37 AS b
        RUN echo 1
        RUN echo 3
        COPY f /f
        FROM busybox:1.37 AS c
        ENV A=1
        RUN echo 1
        FROM scratch
        COPY --from=a / /a
        COPY --from=b / /b
        COPY --from=c / /c
        COPY --from=0 / /d
        """);
  }

  @Test
  void onlyWhatTheTargetNeeds() throws IOException {
    String file =
        """
        ARG V=1.37
        FROM busybox:${V} AS One
        WORKDIR /one
        FROM busybox:1.37
        RUN echo two
        FROM one
        RUN echo three
        FROM busybox:1.37 AS last
        COPY --from=2 /one /one
        """;
    same("one", file);
    same(null, file);
  }

  @Test
  void oneStageWithAName() throws IOException {
    same(null, "FROM busybox:1.37 AS app\nWORKDIR /\nWORKDIR app\nRUN true\nCMD [\"sh\"]\n");
  }

  private void same(@Nullable String target, String dockerfile) throws IOException {
    Files.writeString(folder.resolve("f"), "f");
    Files.writeString(folder.resolve("Dockerfile"), dockerfile);
    BuildRun run =
        BuildRun.finished(
            engine,
            new BuildOptions(
                folder, "Dockerfile", List.of(tag), target, Map.of(), false, Ownership.PLAIN));
    assertThat(run.outcome()).isInstanceOf(BuildOutcome.Success.class);
    BuildGraph graph = BuildPlan.of(dockerfile, Map.of()).graph(target);
    Set<String> planned =
        graph.nodes().stream()
            .filter(BuildGraph.Node::needed)
            .map(BuildGraph.Node::key)
            .filter(key -> !key.equals(BuildGraph.CONTEXT))
            .collect(Collectors.toCollection(TreeSet::new));
    Set<String> edges =
        graph.edges().stream()
            .filter(e -> planned.contains(e.to()))
            .map(e -> e.from() + " > " + e.to())
            .collect(Collectors.toCollection(TreeSet::new));
    assertThat(planned).isEqualTo(announced(run.state()));
    assertThat(edges).isEqualTo(edges(run.state()));
    for (BuildState.Step step : run.state().steps().values()) {
      BuildPlan.Step its = BuildPlan.of(dockerfile, Map.of()).step(step.step().key());
      if (its != null) {
        assertThat(step.step().lines())
            .isEqualTo(new BuildStep.Lines(its.firstLine(), its.lastLine()));
      }
    }
  }

  private static Set<String> announced(BuildState state) {
    return state.steps().values().stream()
        .map(BuildState.Step::step)
        .filter(BuildPlanEngineTest::isVertex)
        .map(BuildStep::key)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static Set<String> edges(BuildState state) {
    Set<String> edges = new TreeSet<>();
    for (BuildState.Step step : state.steps().values()) {
      if (isVertex(step.step())) {
        for (String input : step.step().inputs()) {
          BuildStep source = Objects.requireNonNull(state.steps().get(input)).step();
          if (isVertex(source) || source.name().contains("context")) {
            String from = isVertex(source) ? input : BuildGraph.CONTEXT;
            edges.add(from + " > " + step.step().key());
          }
        }
      }
    }
    return edges;
  }

  private static boolean isVertex(BuildStep step) {
    return switch (step.kind()) {
      case FROM, INSTRUCTION -> true;
      case INTERNAL, EXPORT -> false;
    };
  }
}
