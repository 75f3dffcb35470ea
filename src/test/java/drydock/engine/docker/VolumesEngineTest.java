// SPDX-License-Identifier: Apache-2.0
package drydock.engine.docker;

import static drydock.engine.docker.DockerEngineTest.problem;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import drydock.engine.DiskUsage;
import drydock.engine.EngineProblem;
import drydock.engine.EngineTest;
import drydock.engine.Ownership;
import drydock.engine.RawDocker;
import drydock.engine.Volume;
import drydock.engine.Volumes;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@EngineTest
class VolumesEngineTest {
  private final RealEngine real = new RealEngine();
  private final Volumes volumes = real.engine.volumes();
  private final String name = real.name("volume");

  @AfterEach
  void cleanUp() {
    real.close();
  }

  @Test
  void aVolumesWholeLife() {
    Ownership whose = new Ownership("w", "first", "2");
    volumes.create(name, whose);
    JsonNode raw = RawDocker.get("/volumes/" + name).json();
    Volume volume = volumes.inspect(name);
    assertThat(volume.name()).isEqualTo(name);
    assertThat(volume.driver()).isEqualTo("local");
    assertThat(volume.scope()).isEqualTo("local");
    assertThat(volume.mountpoint()).isEqualTo(raw.path("Mountpoint").asText()).startsWith("/");
    assertThat(volume.created()).isNotNull();
    assertThat(volume.labels()).isEqualTo(whose.labels(Ownership.Kind.VOLUME));
    assertThat(Json.stringMap(raw, "Labels")).isEqualTo(volume.labels());
    assertThat(volume.ours()).isTrue();
    assertThat(volumes.list()).contains(volume);
    volumes.remove(name);
    assertThat(RawDocker.get("/volumes/" + name).status()).isEqualTo(404);
  }

  @Test
  void oneThatExistsIsNotTakenForANewOne() {
    String foreign = foreign();
    for (String taken : List.of(foreign, ours())) {
      JsonNode before = RawDocker.get("/volumes/" + taken).json();
      assertThat(problem(() -> volumes.create(taken, RealEngine.TESTS)))
          .isInstanceOf(EngineProblem.Conflict.class);
      assertThat(RawDocker.get("/volumes/" + taken).json()).isEqualTo(before);
    }
  }

  @Test
  void oneInUseIsAConflict() {
    volumes.create(name, RealEngine.TESTS);
    real.foreignContainer(
        "{\"Image\":\"%s\",\"HostConfig\":{\"Binds\":[\"%s:/data\"]}}"
            .formatted(RealEngine.IMAGE, name));
    assertThat(problem(() -> volumes.remove(name))).isInstanceOf(EngineProblem.Conflict.class);
    assertThat(RawDocker.get("/volumes/" + name).status()).isEqualTo(200);
  }

  @Test
  void whatIsNotOursOrNotThereStaysAsItIs() {
    String foreign = foreign();
    assertThat(problem(() -> volumes.remove(foreign)))
        .isEqualTo(new EngineProblem.NotOurs("volume", foreign));
    assertThat(RawDocker.get("/volumes/" + foreign).status()).isEqualTo(200);
    for (String odd : List.of("drydock-no-such", "..", "a/../b", "", "a?b", "a b")) {
      EngineProblem missing = new EngineProblem.NotFound("volume", odd);
      assertThat(problem(() -> volumes.inspect(odd))).isEqualTo(missing);
      assertThat(problem(() -> volumes.remove(odd))).isEqualTo(missing);
    }
    assertThat(problem(() -> volumes.create("a/../b", RealEngine.TESTS)))
        .isInstanceOfSatisfying(
            EngineProblem.Failed.class, p -> assertThat(p.status()).isEqualTo(400));
  }

  @Test
  void theDiskIsCountedAsTheEngineCountsIt() {
    volumes.create(name, RealEngine.TESTS);
    real.foreignContainer(
        ("{\"Image\":\"%s\",\"Cmd\":[\"sh\",\"-c\",\"head -c 3000000 /dev/zero > /data/f;"
                + " head -c 2000000 /dev/zero > /f\"],\"HostConfig\":{\"Binds\":[\"%s:/data\"]}}")
            .formatted(RealEngine.IMAGE, name));
    RealEngine.eventually(
        "the files are written", () -> real.engine.diskUsage().containers() >= 2_000_000);
    DiskUsage usage = real.engine.diskUsage();
    JsonNode raw = RawDocker.get("/system/df").json();
    assertThat(usage.layers()).isEqualTo(raw.path("LayersSize").asLong()).isPositive();
    assertThat(usage.containers()).isEqualTo(sum(raw.path("Containers"), "/SizeRw"));
    assertThat(usage.volumes())
        .isEqualTo(sum(raw.path("Volumes"), "/UsageData/Size"))
        .isGreaterThanOrEqualTo(3_000_000);
    assertThat(usage.total())
        .isEqualTo(usage.layers() + usage.containers() + usage.volumes() + usage.buildCache());
  }

  private String foreign() {
    String theirs = real.name("theirs");
    real.volume(theirs, Map.of());
    return theirs;
  }

  private String ours() {
    volumes.create(name, RealEngine.TESTS);
    return name;
  }

  private static long sum(JsonNode rows, String path) {
    return rows.valueStream().mapToLong(row -> row.at(path).asLong()).sum();
  }
}
