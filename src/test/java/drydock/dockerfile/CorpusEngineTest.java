// SPDX-License-Identifier: Apache-2.0
package drydock.dockerfile;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import drydock.engine.EngineTest;
import drydock.engine.RawDocker;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

/// The corpus against a real builder. Its sentences are those of Docker 28; other versions word some of them differently,
/// so only what they accept is compared.
@EngineTest
class CorpusEngineTest {
  private static final ObjectMapper JSON = new ObjectMapper();

  @Test
  void theBuilderSaysWhatTheCorpusSays() throws IOException {
    String version = RawDocker.get("/version").json().path("Version").asText();
    Assumptions.assumeTrue(version.startsWith("28."), "the sentences are those of Docker 28");
    SoftAssertions all = new SoftAssertions();
    for (Corpus.Sample sample : Corpus.samples()) {
      all.assertThat(answer(sample.text())).as(sample.text()).isEqualTo(sample.sentence());
    }
    all.assertAll();
    assertThat(all.wasSuccess()).isTrue();
  }

  private static String answer(String text) throws IOException {
    RawDocker.Answer answer = RawDocker.request("POST", "/build?version=2", context(text));
    if (answer.status() != 200) {
      return answer.json().path("message").asText(answer.text());
    }
    String error = "accepted";
    for (String line : answer.text().lines().toList()) {
      JsonNode message = json(line);
      error = message.path("error").asText(error);
      if (message.path("id").asText().equals("moby.image.id")) {
        remove(message.path("aux").path("ID").asText());
      }
    }
    return error;
  }

  private static JsonNode json(String line) {
    try {
      return JSON.readTree(line);
    } catch (JsonProcessingException e) {
      return JSON.createObjectNode(); // the size of a chunk
    }
  }

  /// An image that the test has made: no tag names it.
  private static void remove(String id) {
    RawDocker.Answer image = RawDocker.get("/images/" + id + "/json");
    if (image.status() == 200 && image.json().path("RepoTags").isEmpty()) {
      RawDocker.delete("/images/" + id);
    }
  }

  /// A context with the Dockerfile and one file `f`.
  private static byte[] context(String text) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (TarArchiveOutputStream tar = new TarArchiveOutputStream(bytes)) {
      add(tar, "Dockerfile", text.getBytes(StandardCharsets.UTF_8));
      add(tar, "f", new byte[] {'x'});
    }
    return bytes.toByteArray();
  }

  private static void add(TarArchiveOutputStream tar, String name, byte[] content)
      throws IOException {
    TarArchiveEntry entry = new TarArchiveEntry(name);
    entry.setSize(content.length);
    tar.putArchiveEntry(entry);
    tar.write(content);
    tar.closeArchiveEntry();
  }
}
