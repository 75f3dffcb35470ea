// SPDX-License-Identifier: Apache-2.0
package drydock.engine.docker;

import com.fasterxml.jackson.databind.JsonNode;
import drydock.engine.Endpoint;
import drydock.engine.EngineInfo;
import drydock.engine.EngineInfo.ImageStore;
import java.time.Duration;
import java.util.Set;

/// Reads `/_ping`'s headers, `/version` and `/info`.
final class InfoJson {
  private static final String SNAPSHOTTER = "io.containerd.snapshotter.v1";

  private InfoJson() {}

  /// @param builder the header `Builder-Version`: "1" is the classic builder; Docker 20.10 has BuildKit and sends none
  static EngineInfo read(
      Endpoint endpoint, EngineInfo.Api api, String builder, JsonNode version, JsonNode info) {
    return new EngineInfo(
        endpoint,
        Json.text(info, "ID"),
        Json.text(info, "Name"),
        Json.text(version, "Version"),
        Json.text(version, "Platform", "Name"),
        false,
        api,
        new EngineInfo.Machine(
            Json.text(info, "OSType"),
            Json.text(info, "Architecture"),
            Json.text(info, "OperatingSystem"),
            Json.text(info, "KernelVersion"),
            (int) Json.number(info, "NCPU"),
            Json.number(info, "MemTotal")),
        new EngineInfo.Storage(
            Json.text(info, "Driver"), store(info), Json.text(info, "DockerRootDir")),
        new EngineInfo.Cgroups(
            Json.text(info, "CgroupVersion"), Json.text(info, "CgroupDriver"), Set.of()),
        builder.equals("1") ? EngineInfo.Builder.CLASSIC : EngineInfo.Builder.BUILDKIT,
        Json.strings(info, "SecurityOptions"),
        Json.strings(info, "Warnings"),
        Duration.ZERO);
  }

  private static ImageStore store(JsonNode info) {
    for (JsonNode pair : info.path("DriverStatus")) {
      if (pair.path(0).asText("").equals("driver-type")
          && pair.path(1).asText("").equals(SNAPSHOTTER)) {
        return ImageStore.CONTAINERD;
      }
    }
    return ImageStore.GRAPH_DRIVER;
  }
}
