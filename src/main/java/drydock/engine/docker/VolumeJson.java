// SPDX-License-Identifier: Apache-2.0
package drydock.engine.docker;

import com.fasterxml.jackson.databind.JsonNode;
import drydock.engine.Volume;

/// Reads `GET /volumes/{name}`.
final class VolumeJson {
  private VolumeJson() {}

  static Volume read(JsonNode node) {
    return new Volume(
        Json.text(node, "Name"),
        Json.text(node, "Driver"),
        Json.text(node, "Mountpoint"),
        Json.text(node, "Scope"),
        Json.instant(node, "CreatedAt"),
        Json.stringMap(node, "Labels"));
  }
}
