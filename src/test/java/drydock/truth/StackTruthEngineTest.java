// SPDX-License-Identifier: Apache-2.0
package drydock.truth;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import drydock.diagram.Element;
import drydock.diagram.Scene;
import drydock.diagram.picture.StackFacts;
import drydock.diagram.picture.StackPicture;
import drydock.engine.Container;
import drydock.engine.EngineTest;
import drydock.engine.RawDocker;
import drydock.engine.docker.RealEngine;
import drydock.observe.StackReader;
import drydock.observe.ThisComputer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// The stack over real containers, against the engine's own words and the kernel's.
@EngineTest
class StackTruthEngineTest {
  private static final Pattern SECONDS = Pattern.compile("([0-9.]+) (ms|s)\\b");

  private final RealEngine real = new RealEngine();

  @AfterEach
  void clean() {
    real.close();
  }

  @Test
  void releasesTimesAndMemoryAreTheEnginesAndTheKernels() throws IOException {
    String web = real.ours("head -c 8388608 /dev/zero > /dev/shm/held; exec sleep 300");
    String foreign = real.foreign("sleep 300", false);
    String paused = real.ours("sleep 300");
    RealEngine.eventually("it holds 8 MB", () -> used(web) > 8 << 20);
    real.engine.containers().pause(paused);
    Scene scene = draw(web, foreign, paused);
    assertThat(new Proof().of(scene))
        .containsEntry("engine", 1)
        .containsEntry("kernel", 1)
        .containsEntry("container", 3)
        .containsEntry("start", 3)
        .containsEntry("memory", 3)
        .containsKey("uname");

    if (Kernel.of(web).isHere()) {
      String release = Files.readString(Path.of("/proc/sys/kernel/osrelease")).strip();
      assertThat(name(scene, "kernel")).contains(release);
      assertThat(name(scene, "uname:" + web)).contains(release);
    }
    assertThat(name(scene, "uname:" + foreign)).doesNotContain(uname());
    for (String id : List.of(web, foreign, paused)) {
      long tasks = RawDocker.get("/containers/" + id + "/json").json().at("/State/Pid").asLong();
      assertThat(tasks).as("it is there").isPositive();
      assertThat(took(scene, id)).as(id).isCloseTo(started(id), Duration.ofMillis(100));
    }
  }

  private static String uname() {
    return RawDocker.get("/info").json().path("KernelVersion").asText();
  }

  private static long used(String id) {
    return Long.parseLong(Kernel.of(id).cgroup("memory/memory.usage_in_bytes", "memory.current"));
  }

  /// From being created to running, by inspect.
  private static Duration started(String id) {
    JsonNode json = RawDocker.get("/containers/" + id + "/json").json();
    return Duration.between(
        Instant.parse(json.path("Created").asText()),
        Instant.parse(json.at("/State/StartedAt").asText()));
  }

  /// The same as it is written in the picture.
  private static Duration took(Scene scene, String id) {
    Matcher time = SECONDS.matcher(name(scene, "start:" + id));
    assertThat(time.find()).as(name(scene, "start:" + id)).isTrue();
    double number = Double.parseDouble(time.group(1));
    return Duration.ofMillis(Math.round(time.group(2).equals("s") ? number * 1000 : number));
  }

  private static String name(Scene scene, String id) {
    return scene.element(id).map(Element::about).map(Objects::requireNonNull).orElseThrow().name();
  }

  private Scene draw(String... ids) {
    List<Container> containers = Stream.of(ids).map(real.engine.containers()::inspect).toList();
    return StackPicture.of(
        new StackFacts(
            real.engine.info(),
            ThisComputer.current(),
            containers,
            new StackReader(Clock.systemUTC())
                .read(real.engine, containers, StackReader.Reading.NOTHING),
            Instant.now()),
        1000);
  }
}
