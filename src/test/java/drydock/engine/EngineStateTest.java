// SPDX-License-Identifier: Apache-2.0
package drydock.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class EngineStateTest {
  private final Map<String, ImageSummary> images = new TreeMap<>();

  private void image(String id, String... tags) {
    images.put(
        id, new ImageSummary(id, List.of(tags), List.of(), Instant.EPOCH, 1, Map.of(), List.of()));
  }

  private String tagged(String reference) {
    return Samples.state(images, Map.of())
        .imageTagged(reference)
        .map(ImageSummary::id)
        .orElse("none");
  }

  @Test
  void anImageIsFoundByItsTag() {
    image("a", "busybox:1.37", "busybox:latest");
    image("b", "localhost:5000/shop:dev");
    assertThat(tagged("busybox:1.37")).isEqualTo("a");
    assertThat(tagged("busybox")).isEqualTo("a");
    assertThat(tagged("localhost:5000/shop:dev")).isEqualTo("b");
    assertThat(tagged("shop:dev")).isEqualTo("none");
    assertThat(tagged("busybox:1.36")).isEqualTo("none");
  }

  @Test
  void podmansFullNamesMeanTheSame() {
    image("a", "docker.io/library/busybox:1.37");
    image("b", "docker.io/grafana/grafana:12");
    image("c", "localhost/kiosk:dev");
    assertThat(tagged("busybox:1.37")).isEqualTo("a");
    assertThat(tagged("grafana/grafana:12")).isEqualTo("b");
    assertThat(tagged("kiosk:dev")).isEqualTo("c");
  }

  @Test
  void theVeryNameGoesFirst() {
    image("a", "localhost/kiosk:dev");
    image("b", "kiosk:dev");
    assertThat(tagged("kiosk:dev")).isEqualTo("b");
  }
}
