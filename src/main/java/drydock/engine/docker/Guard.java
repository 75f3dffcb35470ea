// SPDX-License-Identifier: Apache-2.0
package drydock.engine.docker;

import com.fasterxml.jackson.databind.JsonNode;
import drydock.engine.EngineException;
import drydock.engine.EngineProblem;
import drydock.engine.Ownership;
import drydock.engine.Ownership.Kind;
import drydock.messages.Messages;

/// Stands before everything that changes or removes: only what carries Drydock's labels passes. Callers act on the
/// id that was looked at, because a name may mean something else a moment later.
final class Guard {
  private final DockerHttp http;

  Guard(DockerHttp http) {
    this.http = http;
  }

  /// The full id of a container of ours.
  ///
  /// @throws EngineException with NotFound, or with NotOurs
  String container(String idOrName) {
    JsonNode found =
        http.json(
            Call.get(
                    Messages.get("engine.doing.inspectContainer", idOrName),
                    "/containers/" + Names.container(idOrName) + "/json")
                .about("container", idOrName));
    return ours(found, Kind.CONTAINER, idOrName);
  }

  /// An image of ours as the engine shows it.
  JsonNode image(String reference) {
    JsonNode found = inspect(reference);
    ours(found, Kind.IMAGE, reference);
    return found;
  }

  /// Passes when `reference` names no image or one of ours: a build may take the name.
  void free(String reference) {
    try {
      image(reference);
    } catch (EngineException e) {
      if (!(e.problem() instanceof EngineProblem.NotFound)) {
        throw e;
      }
    }
  }

  private JsonNode inspect(String reference) {
    return http.json(
        Call.get(
                Messages.get("engine.doing.inspectImage", reference),
                "/images/" + Names.image(reference) + "/json")
            .about("image", reference));
  }

  private static String ours(JsonNode found, Kind kind, String name) {
    String id = Json.text(found, "Id");
    if (id.isEmpty() || !Ownership.isOurs(Json.stringMap(found, "Config", "Labels"), kind)) {
      throw new EngineException(
          new EngineProblem.NotOurs(
              switch (kind) {
                case IMAGE -> "image";
                case CONTAINER -> "container";
                case NETWORK -> "network";
                case VOLUME -> "volume";
              },
              name));
    }
    return id;
  }
}
