// SPDX-License-Identifier: Apache-2.0
package drydock.diagram.picture;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import drydock.diagram.Element;
import drydock.diagram.Role;
import drydock.diagram.Scene;
import drydock.diagram.export.TextTwin;
import drydock.engine.EngineInfo.ImageStore;
import drydock.engine.EngineTest;
import drydock.engine.HistoryEntry;
import drydock.engine.Image;
import drydock.engine.ImageSummary;
import drydock.engine.RawDocker;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.junit.jupiter.api.Test;

/// Layers of an image that a real engine has just built: every row must find its layer.
@EngineTest
class RealPicturesTest {
  private static final String NAME = "drydock-picture-test:" + ProcessHandle.current().pid();
  private static final String DOCKERFILE =
      """
      FROM busybox:1.37
      ENV A=1 B=2
      WORKDIR /app
      COPY Dockerfile .
      ARG V=7
      RUN dd if=/dev/zero of=big bs=1000 count=2000 && echo $V
      RUN true
      EXPOSE 80
      CMD ["sh"]
      """;

  @Test
  void everyRowOfARealHistoryFindsItsLayer() throws IOException {
    String answer =
        RawDocker.request("POST", "/build?version=2&nocache=1&t=" + NAME, context()).text();
    try {
      assertThat(answer).doesNotContain("errorDetail");
      Scene scene = LayersPicture.of(facts(), 484);
      assertThat(scene.answer()).doesNotContain("hatched");
      assertThat(scene.elements()).extracting(Element::role).contains(Role.BASE, Role.ADDED);
      assertThat(scene.elements().stream().map(e -> e.about().name()))
          .anyMatch(n -> n.startsWith("RUN dd if=/dev/zero"))
          .anyMatch(n -> n.contains("busybox:1.37"));
      assertThat(TextTwin.of(scene)).contains("COPY Dockerfile .", "2 MB");
    } finally {
      RawDocker.delete("/images/" + NAME);
    }
  }

  private static LayersFacts facts() {
    JsonNode inspect = RawDocker.get("/images/" + NAME + "/json").json();
    List<HistoryEntry> history = new ArrayList<>();
    for (JsonNode row : RawDocker.get("/images/" + NAME + "/history").json()) {
      history.addFirst(
          new HistoryEntry(
              row.get("Id").asText(),
              Instant.ofEpochSecond(row.get("Created").asLong()),
              row.get("CreatedBy").asText(),
              row.get("Size").asLong(),
              row.get("Comment").asText(),
              List.of()));
    }
    ImageSummary base = summary(RawDocker.get("/images/busybox:1.37/json").json(), "busybox:1.37");
    Image image =
        new Image(
            summary(inspect, NAME),
            "linux",
            "amd64",
            new Image.Config(List.of(), List.of(), List.of(), "", "", List.of(), Map.of()));
    return new LayersFacts(
        new LayersFacts.Shown(NAME, image, history),
        List.of(base, image.summary()),
        ImageStore.GRAPH_DRIVER,
        Instant.now());
  }

  private static ImageSummary summary(JsonNode inspect, String name) {
    List<String> layers = new ArrayList<>();
    inspect.get("RootFS").get("Layers").forEach(l -> layers.add(l.asText()));
    return new ImageSummary(
        inspect.get("Id").asText(),
        List.of(name),
        List.of(),
        Instant.EPOCH,
        inspect.get("Size").asLong(),
        Map.of(),
        layers);
  }

  private static byte[] context() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (TarArchiveOutputStream tar = new TarArchiveOutputStream(bytes)) {
      byte[] text = DOCKERFILE.getBytes(StandardCharsets.UTF_8);
      TarArchiveEntry entry = new TarArchiveEntry("Dockerfile");
      entry.setSize(text.length);
      tar.putArchiveEntry(entry);
      tar.write(text);
      tar.closeArchiveEntry();
    }
    return bytes.toByteArray();
  }
}
