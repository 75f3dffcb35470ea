// SPDX-License-Identifier: Apache-2.0
package drydock.engine;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;

/// What BuildKit itself answers to a Dockerfile whose context has one more file, `f`. The image is
/// gone again.
///
/// @param error what it refuses; "accepted" when it builds
/// @param lines its messages, each a JSON object
public record RawBuild(String error, List<String> lines) {
  private static final ObjectMapper JSON = new ObjectMapper();

  public RawBuild {
    lines = List.copyOf(lines);
  }

  public static RawBuild of(String dockerfile) throws IOException {
    RawDocker.Answer answer = RawDocker.request("POST", "/build?version=2", context(dockerfile));
    if (answer.status() != 200) {
      return new RawBuild(answer.json().path("message").asText(answer.text()), List.of());
    }
    String error = "accepted";
    List<String> lines = new ArrayList<>();
    for (String line : answer.text().lines().toList()) {
      if (!line.startsWith("{")) {
        continue; // the size of a chunk
      }
      JsonNode message = JSON.readTree(line);
      lines.add(line);
      error = message.path("error").asText(error);
      if (message.path("id").asText().equals("moby.image.id")) {
        remove(message.path("aux").path("ID").asText());
      }
    }
    return new RawBuild(error, lines);
  }

  /// An image that the build has made: no tag names it.
  private static void remove(String id) {
    RawDocker.Answer image = RawDocker.get("/images/" + id + "/json");
    if (image.status() == 200 && image.json().path("RepoTags").isEmpty()) {
      RawDocker.delete("/images/" + id);
    }
  }

  private static byte[] context(String dockerfile) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (TarArchiveOutputStream tar = new TarArchiveOutputStream(bytes)) {
      add(tar, "Dockerfile", dockerfile.getBytes(StandardCharsets.UTF_8));
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
