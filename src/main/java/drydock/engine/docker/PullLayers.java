// SPDX-License-Identifier: Apache-2.0
package drydock.engine.docker;

import com.fasterxml.jackson.databind.JsonNode;
import drydock.engine.PullProgress;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/// Reads the lines of a pull. The engine tells a layer's size only while its bytes move, so it is
/// remembered.
final class PullLayers {
  /// Statuses of a layer all of which has come.
  private static final Set<String> WHOLE =
      Set.of("Verifying Checksum", "Download complete", "Pull complete");

  private final String reference;
  private final Map<String, Long> sizes = new HashMap<>();

  PullLayers(String reference) {
    this.reference = reference;
  }

  PullProgress read(JsonNode line) {
    String status = Json.text(line, "status");
    // the line that begins the pull has the tag for an id
    String layer = status.startsWith("Pulling from ") ? "" : Json.text(line, "id");
    JsonNode detail = line.path("progressDetail");
    if (layer.isEmpty()) {
      return new PullProgress(reference, "", status, 0, 0);
    }
    boolean bytes = !detail.has("units"); // the containerd store extracts in seconds
    long told = bytes ? Math.max(0, Json.number(detail, "total")) : 0;
    if (told > 0) {
      sizes.put(layer, told);
    }
    long size = sizes.getOrDefault(layer, 0L);
    long current = bytes ? Math.max(0, Json.number(detail, "current")) : 0;
    return new PullProgress(
        reference, layer, status, WHOLE.contains(status) ? size : current, size);
  }
}
