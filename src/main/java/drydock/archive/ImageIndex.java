// SPDX-License-Identifier: Apache-2.0
package drydock.archive;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/// The image manifests that an OCI layout leads to, through however many indexes; attestations about images passed over.
final class ImageIndex {
  private static final int DEEPEST = 5;
  private static final int MOST = 1_000;

  /// @param name a tag, where the index says one
  /// @param platform "linux/arm64/v8" as the index says, or empty
  /// @param document the OCI image manifest
  record Manifest(String name, String platform, JsonNode document) {}

  private final Documents documents;
  private final List<Manifest> manifests = new ArrayList<>();
  private int read;

  private ImageIndex(Documents documents) {
    this.documents = documents;
  }

  /// Those that are in the archive; in the order of the index.
  static List<Manifest> manifests(Documents documents) throws IOException {
    ImageIndex index = new ImageIndex(documents);
    index.walk(documents.read("index.json"), "", 0);
    return index.manifests;
  }

  private void walk(JsonNode index, String nameAbove, int depth) throws IOException {
    for (JsonNode descriptor : index.path("manifests")) {
      JsonNode notes = descriptor.path("annotations");
      if (notes.has("vnd.docker.reference.type")) {
        continue;
      }
      if (++read > MOST || depth > DEEPEST) {
        throw ArchiveException.tooMuch("index.json");
      }
      String name = notes.path("io.containerd.image.name").asText(nameAbove);
      JsonNode document = documents.read(Documents.blob(descriptor.path("digest").asText()));
      if (document.has("manifests")) {
        walk(document, name, depth + 1);
      } else if (document.has("layers")) {
        manifests.add(new Manifest(name, platform(descriptor.path("platform")), document));
      }
    }
  }

  /// "linux/arm64/v8", of a platform or a configuration; empty when there is none.
  static String platform(JsonNode json) {
    String system = json.path("os").asText();
    String processor = json.path("architecture").asText();
    String variant = json.path("variant").asText();
    return system.isEmpty() && processor.isEmpty()
        ? ""
        : system + "/" + processor + (variant.isEmpty() ? "" : "/" + variant);
  }
}
