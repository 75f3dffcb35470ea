// SPDX-License-Identifier: Apache-2.0
package drydock.engine.docker;

import static drydock.engine.docker.RealEngine.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import drydock.engine.Container;
import drydock.engine.EngineState;
import drydock.engine.EngineStatus;
import drydock.engine.EngineTest;
import drydock.engine.RawDocker;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// Many objects, come and gone behind Drydock's back: the state held against the engine's own listings, object by object.
@EngineTest
class StateSizeTest {
  private static final int CONTAINERS = 150;
  private static final int NETWORKS = 50;
  private static final int IMAGES = 100;

  private final String unique = "drydock-test-many-" + UUID.randomUUID().toString().substring(0, 8);
  private final RealEngine real = new RealEngine();
  private final DockerMonitor monitor = new DockerMonitor(RealEngine.finder(RawDocker.HOST));

  @AfterEach
  void close() {
    monitor.close();
    each(CONTAINERS, i -> RawDocker.delete("/containers/" + unique + i + "?force=1&v=1"));
    each(NETWORKS, i -> RawDocker.delete("/networks/" + unique + i));
    each(IMAGES, i -> RawDocker.delete("/images/" + unique + ":" + i));
    real.close();
  }

  @Test
  void theStateIsWhatTheEngineListsAfterAstormAndFromTheStart() {
    eventually("ready", () -> monitor.status() instanceof EngineStatus.Ready);
    each(
        NETWORKS,
        i -> RawDocker.post("/networks/create", "{\"Name\":\"%s\"}".formatted(unique + i)));
    each(
        IMAGES,
        i ->
            RawDocker.post(
                "/images/" + RealEngine.IMAGE + "/tag?repo=" + unique + "&tag=" + i, ""));
    each(
        CONTAINERS,
        i ->
            RawDocker.post(
                "/containers/create?name=" + unique + i,
                """
                {"Image":"%s","Cmd":["sleep","600"],"Volumes":{"/data":{}},
                 "HostConfig":{"NetworkMode":"%s"}}
                """
                    .formatted(RealEngine.IMAGE, unique + i % NETWORKS)));
    each(8, i -> RawDocker.post("/containers/" + unique + i + "/start", ""));
    each(4, i -> RawDocker.post("/containers/" + unique + i + "/kill", ""));
    agreesWithin(monitor, 20);
    try (DockerMonitor fresh = new DockerMonitor(RealEngine.finder(RawDocker.HOST))) {
      agreesWithin(fresh, 20);
    }
    each(CONTAINERS, i -> RawDocker.delete("/containers/" + unique + i + "?force=1&v=1"));
    each(NETWORKS, i -> RawDocker.delete("/networks/" + unique + i));
    agreesWithin(monitor, 20);
    assertThat(state(monitor).containers().values()).noneMatch(c -> c.name().startsWith(unique));
  }

  private static void agreesWithin(DockerMonitor monitor, int seconds) {
    try {
      eventually("agrees", () -> said(monitor).equals(listed()), seconds);
    } catch (AssertionError e) {
      assertThat(said(monitor)).isEqualTo(listed()); // tells what differs
      throw e;
    }
  }

  /// Each object in a few words, by id.
  private static Map<String, String> listed() {
    Map<String, String> all = new TreeMap<>();
    for (JsonNode c : RawDocker.get("/containers/json?all=1").json()) {
      all.put(
          c.path("Id").asText(),
          c.path("Names").path(0).asText().substring(1)
              + " "
              + c.path("State").asText()
              + " "
              + c.path("ImageID").asText());
    }
    for (JsonNode i : RawDocker.get("/images/json").json()) {
      TreeSet<String> tags = new TreeSet<>();
      i.path("RepoTags").forEach(tag -> tags.add(tag.asText()));
      tags.remove("<none>:<none>");
      all.put(i.path("Id").asText(), tags + "");
    }
    for (JsonNode row : RawDocker.get("/networks").json()) {
      JsonNode n = RawDocker.get("/networks/" + row.path("Id").asText()).json();
      TreeSet<String> ends = new TreeSet<>();
      n.path("Containers").forEach(end -> ends.add(end.path("Name").asText()));
      all.put(n.path("Id").asText(), n.path("Name").asText() + ends);
    }
    RawDocker.get("/volumes")
        .json()
        .path("Volumes")
        .forEach(v -> all.put(v.path("Name").asText(), v.path("Mountpoint").asText()));
    return all;
  }

  private static Map<String, String> said(DockerMonitor monitor) {
    EngineState state = state(monitor);
    Map<String, String> all = new TreeMap<>();
    for (Container c : state.containers().values()) {
      String status = c.status().name().toLowerCase(Locale.ROOT);
      all.put(c.id(), c.name() + " " + status + " " + c.imageId());
    }
    state.images().values().forEach(i -> all.put(i.id(), new TreeSet<>(i.tags()) + ""));
    state
        .networks()
        .values()
        .forEach(
            n -> {
              List<String> ends =
                  n.containers().values().stream().map(end -> end.name()).sorted().toList();
              all.put(n.id(), n.name() + ends);
            });
    state.volumes().values().forEach(v -> all.put(v.name(), v.mountpoint()));
    return all;
  }

  private static EngineState state(DockerMonitor monitor) {
    eventually("ready", () -> monitor.status() instanceof EngineStatus.Ready);
    return monitor.status() instanceof EngineStatus.Ready ready ? ready.state() : state(monitor);
  }

  private static void each(int count, java.util.function.IntConsumer action) {
    List<Integer> all = new ArrayList<>(IntStream.range(0, count).boxed().toList());
    all.parallelStream().forEach(action::accept);
  }
}
