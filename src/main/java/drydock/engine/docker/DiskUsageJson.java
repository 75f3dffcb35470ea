// SPDX-License-Identifier: Apache-2.0
package drydock.engine.docker;

import com.fasterxml.jackson.databind.JsonNode;
import drydock.engine.DiskUsage;

/// Reads `GET /system/df`: sums that the engine made (API 1.52), or the lists of before.
final class DiskUsageJson {
  private DiskUsageJson() {}

  static DiskUsage read(JsonNode node) {
    return new DiskUsage(
        usage(node, "ImageUsage", size(node, "LayersSize")),
        usage(node, "ContainerUsage", sum(node.path("Containers"), "SizeRw")),
        usage(node, "VolumeUsage", sum(node.path("Volumes"), "UsageData", "Size")),
        usage(node, "BuildCacheUsage", sum(node.path("BuildCache"), "Size")));
  }

  private static long usage(JsonNode node, String name, long before) {
    JsonNode usage = node.path(name);
    return usage.has("TotalSize") ? size(usage, "TotalSize") : before;
  }

  /// Cache that is shared is a layer of an image, and counted there.
  private static long sum(JsonNode rows, String... path) {
    return rows.valueStream()
        .filter(row -> !Json.flag(row, "Shared"))
        .mapToLong(row -> size(row, path))
        .sum();
  }

  /// -1 is what the engine does not know.
  private static long size(JsonNode node, String... path) {
    return Math.max(0, Json.number(node, path));
  }
}
