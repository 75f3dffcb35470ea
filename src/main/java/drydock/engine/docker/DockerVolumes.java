// SPDX-License-Identifier: Apache-2.0
package drydock.engine.docker;

import com.fasterxml.jackson.databind.JsonNode;
import drydock.engine.EngineException;
import drydock.engine.EngineProblem;
import drydock.engine.Ownership;
import drydock.engine.Volume;
import drydock.engine.Volumes;
import drydock.messages.Messages;
import java.util.List;

/// Volumes: list, look at, create, remove.
final class DockerVolumes implements Volumes {
  private final DockerHttp http;
  private final Guard guard;

  DockerVolumes(DockerHttp http) {
    this.http = http;
    guard = new Guard(http);
  }

  @Override
  public List<Volume> list() {
    JsonNode answer = http.json(Call.get(Messages.get("engine.doing.listVolumes"), "/volumes"));
    return answer.path("Volumes").valueStream().map(VolumeJson::read).toList();
  }

  @Override
  public Volume inspect(String name) {
    return VolumeJson.read(
        http.json(
            Call.get(Messages.get("engine.doing.inspectVolume", name), path(name))
                .about("volume", name)));
  }

  /// The engine gives back a volume that exists as if it had just made it: so it is looked for
  /// before, and the answer is looked at.
  @Override
  public void create(String name, Ownership ownership) {
    String doing = Messages.get("engine.doing.createVolume", name);
    if (Each.ifPresent(() -> inspect(name)).isPresent()) {
      throw taken(doing);
    }
    JsonNode body =
        Json.object()
            .put("Name", name)
            .set("Labels", Json.object(ownership.labels(Ownership.Kind.VOLUME)));
    if (!VolumeJson.read(http.json(Call.post(doing, "/volumes/create").json(body))).ours()) {
      throw taken(doing);
    }
  }

  private static EngineException taken(String doing) {
    return new EngineException(
        new EngineProblem.Conflict(doing, Messages.get("engine.answer.volumeExists")));
  }

  @Override
  public void remove(String name) {
    guard.volume(name);
    http.send(
        Call.delete(Messages.get("engine.doing.removeVolume", name), path(name))
            .about("volume", name));
  }

  private static String path(String name) {
    return "/volumes/" + Names.volume(name);
  }
}
