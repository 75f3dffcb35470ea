// SPDX-License-Identifier: Apache-2.0
package drydock.dockerfile;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/// The shapes are those that `BuildPlanEngineTest` holds against a real builder.
class BuildGraphTest {
  @Test
  void whatAStepTakes() {
    assertThat(
            edges(
                null,
                """
                FROM a AS x
                RUN --mount=type=bind,target=/c --mount=type=cache,target=/k one
                COPY <<E /e
                E
                ADD https://example.org/f git@example.org:r.git /g
                ADD --chown=1 f https://example.org/f /g
                FROM x
                COPY --from=x /a /
                COPY --from=b:1 /a /
                RUN --mount=from=x,target=/m two
                """))
        .containsExactly(
            "x/1 > x/2 PREVIOUS",
            "context > x/2 MOUNT",
            "x/2 > x/3 PREVIOUS",
            "x/3 > x/4 PREVIOUS",
            "x/4 > x/5 PREVIOUS",
            "context > x/5 COPY",
            "x/5 > stage-1/1 BASE",
            "x/5 > stage-1/1 COPY",
            "stage-1/1 > stage-1/2 PREVIOUS",
            "image/b:1 > stage-1/2 COPY",
            "stage-1/2 > stage-1/3 PREVIOUS",
            "x/5 > stage-1/3 MOUNT");
  }

  @Test
  void whatCannotBeToldApartIsOne() {
    String file =
        """
        FROM a AS x
        RUN one
        FROM a AS y
        RUN one
        USER u
        WORKDIR /w
        FROM a AS z
        ENV A=1
        RUN one
        FROM scratch
        COPY --from=x / /
        COPY --from=y / /
        COPY --from=z / /
        COPY --from=a / /
        """;
    BuildGraph graph = graph(null, file);
    assertThat(graph.nodeOf())
        .containsEntry("y/1", "x/1")
        .containsEntry("y/2", "x/2")
        .containsEntry("z/1", "x/1")
        .containsEntry("z/2", "z/2")
        .containsEntry("image/a", "x/1");
    assertThat(graph.inputs("y/3")).containsExactly("x/2");
    assertThat(graph.inputs("stage-3/4")).containsExactly("stage-3/3", "x/1");
    assertThat(graph("y", file).nodeOf()).as("x is not built").containsEntry("y/2", "y/2");
  }

  @Test
  void unusedStagesComeLast() {
    BuildGraph graph = graph(null, "FROM a AS x\nRUN one\nFROM a\nCOPY f /\n");
    assertThat(graph.nodes())
        .extracting(n -> n.key() + " " + n.needed())
        .containsExactly(
            "stage-1/1 true", "stage-1/2 true", "context true", "x/1 false", "x/2 false");
    assertThat(graph("none", "FROM a\n").nodes())
        .extracting(BuildGraph.Node::needed)
        .containsOnly(false);
  }

  @Test
  void settingsBelongToTheirStage() {
    BuildPlan plan =
        BuildPlan.of("FROM a\nENV A=1\nRUN x\nFROM scratch\nWORKDIR /\nCMD [\"x\"]\n", Map.of());
    assertThat(plan.stages().getLast().settings())
        .extracting(BuildPlan.Setting::text)
        .containsExactly("WORKDIR /", "CMD [\"x\"]");
    assertThat(plan.stages().getFirst().settings().getFirst().firstLine()).isEqualTo(2);
  }

  private static List<String> edges(@Nullable String target, String file) {
    return graph(target, file).edges().stream()
        .map(e -> e.from() + " > " + e.to() + " " + e.kind())
        .toList();
  }

  private static BuildGraph graph(@Nullable String target, String file) {
    return BuildPlan.of(file, Map.of()).graph(target);
  }
}
