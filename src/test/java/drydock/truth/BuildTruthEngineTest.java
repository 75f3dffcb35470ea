// SPDX-License-Identifier: Apache-2.0
package drydock.truth;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import drydock.build.BuildOptions;
import drydock.build.BuildRun;
import drydock.diagram.Element;
import drydock.diagram.Role;
import drydock.diagram.Scene;
import drydock.diagram.picture.BuildFacts;
import drydock.diagram.picture.BuildMoment;
import drydock.diagram.picture.BuildPicture;
import drydock.dockerfile.BuildPlan;
import drydock.engine.EngineTest;
import drydock.engine.Ownership;
import drydock.engine.RawDocker;
import drydock.engine.docker.RealEngine;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The graph of a build, against what `docker buildx build --progress=rawjson` says of the same Dockerfile.
@EngineTest
class BuildTruthEngineTest {
  /// "[stage-1 2/3] COPY --from=maker /out /out"; BuildKit leaves the stage away where there is only one.
  private static final Pattern STEP = Pattern.compile("\\[(?:(\\S+) )?(\\d+)/\\d+] (.+)");

  private final String unique = UUID.randomUUID().toString().substring(0, 8);
  private final String tag = "drydock-test-truth:" + unique;
  private final RealEngine real = new RealEngine();
  @TempDir private Path folder = Path.of("set by JUnit");

  @AfterEach
  void clean() {
    RawDocker.delete("/images/" + tag);
    real.close();
  }

  @Test
  void stepsAndArrowsAreBuildxsAndSoIsWhatIsCached() throws IOException {
    Assumptions.assumeTrue(
        DockerLine.run("docker buildx version").code() == 0, "there is no docker buildx");
    String dockerfile =
        """
        FROM busybox:1.37 AS maker
        COPY app.txt /app.txt
        RUN mkdir /out && cp /app.txt /out/
        FROM busybox:1.37
        RUN echo UNIQUE > /made
        COPY --from=maker /out /out
        """
            .replace("UNIQUE", unique);
    Files.writeString(folder.resolve("app.txt"), unique);
    Files.writeString(folder.resolve("Dockerfile"), dockerfile);
    Map<String, JsonNode> first = buildx();
    assertThat(statuses(first).values()).contains("ran");

    Scene scene = draw(dockerfile);
    Map<String, JsonNode> again = buildx();
    assertThat(drawn(scene)).isEqualTo(statuses(again));
    assertThat(statuses(again).values()).containsOnly("cached");
    assertThat(arrows(scene)).isEqualTo(inputs(again));

    // what buildx had to run again, Drydock runs too, and nothing else
    Files.writeString(folder.resolve("app.txt"), unique + " changed");
    Scene changed = draw(dockerfile);
    assertThat(drawn(changed))
        .isEqualTo(
            new TreeMap<>(
                Map.of(
                    "maker/1", "cached",
                    "maker/2", "ran",
                    "maker/3", "ran",
                    "stage-1/2", "cached",
                    "stage-1/3", "ran")));
    assertThat(statuses(buildx()).values()).containsOnly("cached");
  }

  private Scene draw(String dockerfile) {
    BuildRun run = BuildRun.finished(real.engine, BuildOptions.of(folder, tag, Ownership.PLAIN));
    return BuildPicture.of(
        BuildMoment.of(BuildPlan.of(dockerfile, Map.of()), BuildFacts.of(tag))
            .withState(run.state()),
        1000);
  }

  /// The steps in the picture and how they look.
  private static Map<String, String> drawn(Scene scene) {
    Map<String, String> drawn = new TreeMap<>();
    for (Element element : scene.elements()) {
      if (element instanceof Element.Box && element.id().matches("(maker|stage-1)/\\d")) {
        drawn.put(
            element.id(),
            element.role() == Role.CACHED
                ? "cached"
                : element.role() == Role.DONE ? "ran" : element.role().toString());
      }
    }
    return drawn;
  }

  private static Set<String> arrows(Scene scene) {
    return scene.elements().stream()
        .map(Element::id)
        .filter(id -> id.matches("link:(maker|stage-1)/\\d>(maker|stage-1)/\\d"))
        .map(id -> id.substring("link:".length()))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  // --- buildx

  /// The last that it says of each vertex, by digest.
  private Map<String, JsonNode> buildx() {
    DockerLine.Ran ran =
        DockerLine.run(
            "docker buildx build --progress=rawjson --output type=cacheonly '%s'"
                .formatted(folder));
    assertThat(ran.code()).as(ran.text()).isZero();
    Map<String, JsonNode> vertices = new HashMap<>();
    for (String line : ran.text().lines().filter(l -> l.startsWith("{")).toList()) {
      for (JsonNode vertex : new RawDocker.Answer(200, line).json().path("vertexes")) {
        if (key(vertex) != null) {
          vertices.merge(
              vertex.path("digest").asText(),
              vertex,
              (old, now) -> now.has("completed") || !old.has("completed") ? now : old);
        }
      }
    }
    return vertices;
  }

  private static String key(JsonNode vertex) {
    Matcher step = STEP.matcher(vertex.path("name").asText());
    return step.matches() ? step.group(1) + "/" + step.group(2) : null;
  }

  private static Map<String, String> statuses(Map<String, JsonNode> vertices) {
    Map<String, String> statuses = new TreeMap<>();
    for (JsonNode vertex : vertices.values()) {
      boolean reused = vertex.path("cached").asBoolean() || image(vertex);
      statuses.put(step(vertex), reused ? "cached" : "ran");
    }
    return statuses;
  }

  /// A base image that is there takes no time, and is not always called cached.
  private static boolean image(JsonNode vertex) {
    return vertex.path("name").asText().contains("] FROM ");
  }

  /// Stages from the same image share its vertex, which bears the name of any of them.
  private static String step(JsonNode vertex) {
    return image(vertex) ? "maker/1" : String.valueOf(key(vertex));
  }

  private static Set<String> inputs(Map<String, JsonNode> vertices) {
    Set<String> inputs = new TreeSet<>();
    for (JsonNode vertex : vertices.values()) {
      for (JsonNode input : vertex.path("inputs")) {
        JsonNode from = vertices.get(input.asText());
        if (from != null) {
          inputs.add(step(from) + ">" + step(vertex));
        }
      }
    }
    return inputs;
  }
}
