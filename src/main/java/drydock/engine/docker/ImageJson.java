// SPDX-License-Identifier: Apache-2.0
package drydock.engine.docker;

import com.fasterxml.jackson.databind.JsonNode;
import drydock.engine.HistoryEntry;
import drydock.engine.Image;
import drydock.engine.ImageSummary;
import drydock.engine.Times;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/// Reads `GET /images/{name}/json` and `…/history`.
final class ImageJson {
  private ImageJson() {}

  static Image read(JsonNode node) {
    JsonNode config = node.path("Config");
    List<String> exposed = new ArrayList<>();
    config.path("ExposedPorts").fieldNames().forEachRemaining(exposed::add);
    return new Image(
        summary(node),
        Json.text(node, "Os"),
        Json.text(node, "Architecture"),
        new Image.Config(
            Json.strings(config, "Env"),
            Json.strings(config, "Cmd"),
            Json.strings(config, "Entrypoint"),
            Json.text(config, "WorkingDir"),
            Json.text(config, "User"),
            exposed,
            Json.stringMap(config, "Labels")));
  }

  static ImageSummary summary(JsonNode node) {
    Instant created = Json.instant(node, "Created");
    return new ImageSummary(
        Json.text(node, "Id"),
        named(Json.strings(node, "RepoTags")),
        named(Json.strings(node, "RepoDigests")),
        created == null ? Instant.EPOCH : created,
        size(node),
        Json.stringMap(node, "Config", "Labels"),
        Json.strings(node, "RootFS", "Layers"));
  }

  /// What a row of the listing tells by itself: all but the layers.
  static ImageSummary row(JsonNode row) {
    return new ImageSummary(
        Json.text(row, "Id"),
        named(Json.strings(row, "RepoTags")),
        named(Json.strings(row, "RepoDigests")),
        seconds(row),
        Json.number(row, "Size"),
        Json.stringMap(row, "Labels"),
        List.of());
  }

  private static Instant seconds(JsonNode row) {
    Instant at = Instant.ofEpochSecond(Math.clamp(Json.number(row, "Created"), 0, 1L << 40));
    return Times.plausible(at) ? at : Instant.EPOCH;
  }

  /// Engines before 25 write "none" where others write nothing.
  private static List<String> named(List<String> references) {
    return references.stream().filter(r -> !r.startsWith("<none>")).toList();
  }

  /// The containerd store's `Size` is the packed size alone; with its manifests it tells both.
  private static long size(JsonNode node) {
    long total = 0;
    for (JsonNode manifest : node.path("Manifests")) {
      total += Json.number(manifest, "Size", "Total");
    }
    return total > 0 ? total : Json.number(node, "Size");
  }

  /// Oldest first; the engine tells it newest first.
  static List<HistoryEntry> history(JsonNode rows) {
    List<HistoryEntry> entries = new ArrayList<>();
    for (JsonNode row : rows) {
      String id = Json.text(row, "Id");
      entries.add(
          new HistoryEntry(
              id.equals("<missing>") ? "" : id,
              seconds(row),
              Json.text(row, "CreatedBy"),
              Json.number(row, "Size"),
              Json.text(row, "Comment"),
              Json.strings(row, "Tags")));
    }
    return entries.reversed();
  }
}
