// SPDX-License-Identifier: Apache-2.0
package drydock.engine.docker;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import drydock.engine.Container;
import drydock.engine.DiskUsage;
import drydock.engine.EngineEvent;
import drydock.engine.Image;
import drydock.engine.Network;
import drydock.engine.PullProgress;
import drydock.engine.Volume;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/// Answers of engines that are not at hand when tests run: Docker 29 with API 1.52 and later, and
/// Podman. Those of pulls with either image store are recorded from Docker 28.5, the others written
/// down from the engines' documents.
class OtherEnginesTest {
  @Test
  void anImageOfDocker29() throws IOException {
    Image image = ImageJson.read(read("docker29-image"));
    assertThat(image.id()).startsWith("sha256:1f2e");
    assertThat(image.architecture()).isEqualTo("arm64");
    assertThat(image.summary().tags()).containsExactly("web:1");
    assertThat(image.summary().created()).isEqualTo("2026-03-05T10:11:12.131415161Z");
    assertThat(image.summary().sizeBytes()).as("of all manifests").isEqualTo(102_001_000);
    assertThat(image.summary().layers()).hasSize(2);
    assertThat(image.summary().ours()).isTrue();
    assertThat(image.config().cmd()).containsExactly("python", "app.py");
    assertThat(image.config().entrypoint()).as("left out when empty").isEmpty();
    assertThat(image.config().user()).isEmpty();
  }

  @Test
  void aNetworkOfDocker29() throws IOException {
    Network network = NetworkJson.read(read("docker29-network"));
    assertThat(network.name()).isEqualTo("shop");
    assertThat(network.created()).isEqualTo(Instant.parse("2026-03-05T10:00:00.5Z"));
    assertThat(network.ours()).isTrue();
    assertThat(network.options()).containsEntry("com.docker.network.bridge.name", "shop0");
    assertThat(network.subnets())
        .containsExactly(
            new Network.Subnet("172.18.0.0/16", "172.18.0.1"),
            new Network.Subnet("fd00:1::/64", "fd00:1::1"));
    assertThat(network.containers())
        .isEqualTo(
            Map.of(
                "c0ffee",
                new Network.Endpoint("web", "e6:f0:12:34:56:78", "172.18.0.2/16", "fd00:1::2/64")));
  }

  @Test
  void aContainerOfDocker29() throws IOException {
    Container container = ContainerJson.read(read("docker29-container"));
    assertThat(container.name()).isEqualTo("web");
    assertThat(container.image()).isEqualTo("web:1");
    assertThat(container.running()).isTrue();
    assertThat(container.ours()).isTrue();
    assertThat(container.command()).containsExactly("python", "app.py");
    assertThat(container.state().finished()).isNull();
    assertThat(container.ports())
        .containsExactly(new Container.Port("8080/tcp", "127.0.0.1", 32768));
  }

  @Test
  void eventsOfDocker29() {
    List<EngineEvent> events = events("docker29-events");
    assertThat(events)
        .extracting(EngineEvent::action)
        .containsExactly("pull", "create", "create", "connect", "exec_start", "health_status");
    assertThat(events.get(3))
        .isEqualTo(
            new EngineEvent(
                "network",
                "connect",
                "",
                "7d4c1ad0",
                Map.of("container", "c0ffee", "name", "shop", "type", "bridge"),
                1_772_706_001_000_000_002L));
  }

  @Test
  void theDiskInEitherShape() throws IOException {
    assertThat(DiskUsageJson.read(read("docker29-df")))
        .isEqualTo(new DiskUsage(157_286_400, 40_960, 6_144, 0));
    assertThat(DiskUsageJson.read(read("docker28-df")))
        .isEqualTo(new DiskUsage(1_982_357, 2_000_000, 3_000_000, 500));
    assertThat(DiskUsageJson.read(read("podman-df")))
        .isEqualTo(new DiskUsage(8_400_000, 12, 77, 0));
  }

  @Test
  void podmansObjects() throws IOException {
    Image image = ImageJson.read(read("podman-image"));
    assertThat(image.id()).startsWith("sha256:0ed4");
    assertThat(image.summary().tags()).containsExactly("docker.io/library/busybox:1.37");
    assertThat(image.summary().sizeBytes()).isEqualTo(4_261_502);
    assertThat(image.summary().ours()).isFalse();
    Network network = NetworkJson.read(read("podman-network"));
    assertThat(network.subnets()).containsExactly(new Network.Subnet("10.88.0.0/16", "10.88.0.1"));
    assertThat(network.created()).isEqualTo(Instant.parse("2026-01-02T02:04:05.678901234Z"));
    assertThat(network.containers()).containsKey("d1");
    List<Volume> volumes =
        read("podman-volumes").path("Volumes").valueStream().map(VolumeJson::read).toList();
    assertThat(volumes).extracting(Volume::name).containsExactly("data", "bare");
    assertThat(volumes).extracting(Volume::ours).containsExactly(true, false);
    assertThat(volumes.getFirst().created())
        .isEqualTo(Instant.parse("2026-01-02T02:04:05.678901234Z"));
  }

  @Test
  void podmansEvents() {
    List<EngineEvent> events = events("podman-events");
    assertThat(events).extracting(EngineEvent::action).containsExactly("pull", "create", "die");
    assertThat(events.getLast().id()).isEqualTo("d1");
    assertThat(events.getLast().attributes()).containsEntry("exitCode", "3");
  }

  @Test
  void aPullTellsTagsFromLayersAndRemembersSizes() {
    assertThat(pull("pull-graphdriver"))
        .containsExactly(
            " Pulling from shop/web 0/0",
            "e3f5377a7ef1 Already exists 0/0",
            "e51cb435cbd8 Pulling fs layer 0/0",
            "e51cb435cbd8 Downloading 36412/3002106",
            "e51cb435cbd8 Download complete 3002106/3002106",
            "e51cb435cbd8 Extracting 32768/3002106",
            "e51cb435cbd8 Extracting 3002106/3002106",
            "e51cb435cbd8 Pull complete 3002106/3002106",
            " Digest: sha256:30df87d54bd92be150dc5de897563f9debf0b5c687847a3238d2faffc2becd99 0/0",
            " Status: Downloaded newer image for registry.example/shop/web:1.0 0/0");
    assertThat(pull("pull-containerd"))
        .startsWith(
            " Pulling from shop/web 0/0",
            "19d20c4eab45 Pulling fs layer 0/0",
            "19d20c4eab45 Download complete 0/0",
            "19d20c4eab45 Pull complete 0/0");
    assertThat(pull("pull-podman"))
        .startsWith("55ff2a3b1c0d Pulling fs layer 0/0", "55ff2a3b1c0d Downloading 1048576/2206542")
        .contains("55ff2a3b1c0d Download complete 2206542/2206542");
  }

  @Test
  void aPullThatRetriesKeepsItsSizes() {
    assertThat(pull("pull-containerd-large"))
        .contains(
            "5d4c3b2a1f0e Already exists 0/0",
            "a1b2c3d4e5f6 Waiting 0/0",
            "19d20c4eab45 Extracting 0/3002106", // seconds are no bytes
            "a1b2c3d4e5f6 Downloading 524288/8388608",
            "a1b2c3d4e5f6 Retrying in 2 seconds 0/8388608",
            "a1b2c3d4e5f6 Pull complete 8388608/8388608");
  }

  private static List<String> pull(String recording) {
    PullLayers layers = new PullLayers("x");
    return BuildAnswers.recorded(recording).stream()
        .map(OtherEnginesTest::parse)
        .map(layers::read)
        .map(OtherEnginesTest::words)
        .toList();
  }

  private static String words(PullProgress p) {
    return "%s %s %d/%d".formatted(p.layer(), p.status(), p.current(), p.total());
  }

  private static List<EngineEvent> events(String recording) {
    return BuildAnswers.recorded(recording).stream().map(l -> Events.read("", l)).toList();
  }

  private static JsonNode parse(String line) {
    try {
      return Json.parse(line);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private static JsonNode read(String name) throws IOException {
    try (InputStream in =
        OtherEnginesTest.class.getResourceAsStream("/fixtures/" + name + ".json")) {
      return Json.parse(Objects.requireNonNull(in).readAllBytes());
    }
  }
}
