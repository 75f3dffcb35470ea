// SPDX-License-Identifier: Apache-2.0
package drydock.engine.docker;

import com.fasterxml.jackson.databind.JsonNode;
import drydock.engine.ImageSummary;
import drydock.messages.Messages;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/// What there is, in four cheap requests.
///
/// @param images what the listing itself tells of them, by id
record Listing(Set<Thing> things, Map<String, ImageSummary> images) {
  static Listing read(DockerHttp http) {
    Set<Thing> things = new LinkedHashSet<>();
    Map<String, ImageSummary> images = images(http);
    images.keySet().forEach(id -> things.add(Thing.image(id)));
    for (JsonNode row : rows(http, "/networks")) {
      things.add(Thing.network(Json.text(row, "Id")));
    }
    for (JsonNode row : rows(http, "/volumes").path("Volumes")) {
      things.add(Thing.volume(Json.text(row, "Name")));
    }
    for (JsonNode row : rows(http, "/containers/json?all=1")) {
      things.add(Thing.container(Json.text(row, "Id")));
    }
    return new Listing(things, images);
  }

  static Map<String, ImageSummary> images(DockerHttp http) {
    Map<String, ImageSummary> images = new HashMap<>();
    for (JsonNode row : rows(http, "/images/json")) {
      ImageSummary image = ImageJson.row(row);
      images.put(image.id(), image);
    }
    return images;
  }

  private static JsonNode rows(DockerHttp http, String path) {
    return http.json(Call.get(Messages.get("engine.doing.listAll"), path));
  }
}
