// SPDX-License-Identifier: Apache-2.0
package drydock.engine.docker;

import com.fasterxml.jackson.databind.JsonNode;
import drydock.engine.EngineException;
import drydock.engine.EngineProblem;
import drydock.engine.Ownership;
import drydock.engine.Ownership.Kind;
import drydock.messages.Messages;
import java.util.Set;

/// Stands before everything that changes or removes: only what carries Drydock's labels passes. Callers act on the
/// id that was looked at, because a name may mean something else a moment later.
final class Guard {
  private static final Set<String> BUILT_IN = Set.of("bridge", "default", "host", "none");

  private final DockerHttp http;

  Guard(DockerHttp http) {
    this.http = http;
  }

  /// The full id of a container of ours.
  ///
  /// @throws EngineException with NotFound, or with NotOurs
  String container(String idOrName) {
    return Json.text(inspectedContainer(idOrName), "Id");
  }

  /// A container of ours as the engine shows it.
  JsonNode inspectedContainer(String idOrName) {
    String doing = Messages.get("engine.doing.inspectContainer", idOrName);
    JsonNode found =
        http.json(
            Call.get(doing, "/containers/" + Names.container(idOrName) + "/json")
                .about("container", idOrName));
    ours(found, Kind.CONTAINER, idOrName, doing);
    return found;
  }

  /// The full id of a network of ours.
  String network(String idOrName) {
    String doing = Messages.get("engine.doing.inspectNetwork", idOrName);
    JsonNode found =
        http.json(
            Call.get(doing, "/networks/" + Names.network(idOrName)).about("network", idOrName));
    return ours(found, Kind.NETWORK, idOrName, doing);
  }

  /// As [#network], or the word itself for one that every engine has and that containers may use.
  String networkOrBuiltIn(String idOrName) {
    return BUILT_IN.contains(idOrName) ? idOrName : network(idOrName);
  }

  /// Passes when a volume of ours has this name.
  void volume(String name) {
    String doing = Messages.get("engine.doing.inspectVolume", name);
    JsonNode found =
        http.json(Call.get(doing, "/volumes/" + Names.volume(name)).about("volume", name));
    ours(found, Kind.VOLUME, name, doing);
  }

  /// An image of ours as the engine shows it.
  JsonNode image(String reference) {
    JsonNode found = inspect(reference);
    ours(found, Kind.IMAGE, reference, looking(reference));
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

  /// Whether `reference` names the very image with this id.
  boolean stands(String reference, String id) {
    return Each.ifPresent(() -> inspect(reference))
        .filter(found -> Json.text(found, "Id").equals(id))
        .isPresent();
  }

  private JsonNode inspect(String reference) {
    return http.json(
        Call.get(looking(reference), "/images/" + Names.image(reference) + "/json")
            .about("image", reference));
  }

  private static String looking(String reference) {
    return Messages.get("engine.doing.inspectImage", reference);
  }

  /// What identifies the object to the engine: its id, or a volume's name.
  private static String ours(JsonNode found, Kind kind, String name, String doing) {
    String id = Json.text(found, kind == Kind.VOLUME ? "Name" : "Id");
    JsonNode labelled =
        switch (kind) {
          case IMAGE, CONTAINER -> found.path("Config");
          case NETWORK, VOLUME -> found;
        };
    if (id.isEmpty()) {
      // half an answer tells nothing of whose it is
      throw new EngineException(
          new EngineProblem.BadAnswer(doing, Messages.get("engine.answer.noId")));
    }
    if (!Ownership.isOurs(Json.stringMap(labelled, "Labels"), kind)) {
      throw new EngineException(new EngineProblem.NotOurs(word(kind), name));
    }
    return id;
  }

  private static String word(Kind kind) {
    return switch (kind) {
      case IMAGE -> "image";
      case CONTAINER -> "container";
      case NETWORK -> "network";
      case VOLUME -> "volume";
    };
  }
}
