// SPDX-License-Identifier: Apache-2.0
package drydock.engine.replay;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/// Fills in what lines of earlier versions do not have yet, so that what a newer one holds besides
/// is no hole in them.
final class OlderFiles {
  private OlderFiles() {}

  /// Version 1.0 held neither variables nor user of a container.
  static void complete(JsonNode line) {
    line.path("state").path("containers").forEach(OlderFiles::container);
    for (JsonNode object : line.path("here")) {
      if (object.path("is").asText().equals("Container")) {
        container(object);
      }
    }
  }

  private static void container(JsonNode node) {
    if (node instanceof ObjectNode container) {
      if (!container.has("env")) {
        container.putArray("env");
      }
      if (!container.has("user")) {
        container.put("user", "");
      }
    }
  }
}
