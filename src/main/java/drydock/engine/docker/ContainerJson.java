// SPDX-License-Identifier: Apache-2.0
package drydock.engine.docker;

import com.fasterxml.jackson.databind.JsonNode;
import drydock.engine.Container;
import drydock.engine.Limits;
import drydock.engine.NamespaceModes;
import drydock.engine.RestartPolicy;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// Reads `GET /containers/{id}/json`.
final class ContainerJson {
  private ContainerJson() {}

  static Container read(JsonNode node) {
    List<String> command = new ArrayList<>();
    String path = Json.text(node, "Path");
    if (!path.isEmpty()) {
      command.add(path);
    }
    command.addAll(Json.strings(node, "Args"));
    return new Container(
        Json.text(node, "Id"),
        Json.text(node, "Name").replaceFirst("^/", ""),
        Json.text(node, "Config", "Image"),
        Json.text(node, "Image"),
        command,
        Json.instant(node, "Created"),
        state(node),
        Json.flag(node, "Config", "Tty"),
        Json.stringMap(node, "Config", "Labels"),
        ports(Json.at(node, "NetworkSettings", "Ports")),
        Map.of(),
        List.of(),
        Limits.NONE,
        NamespaceModes.USUAL,
        RestartPolicy.NO);
  }

  private static Container.State state(JsonNode node) {
    JsonNode state = node.path("State");
    return new Container.State(
        status(Json.text(state, "Status")),
        (int) Json.number(state, "ExitCode"),
        Json.flag(state, "OOMKilled"),
        Json.text(state, "Error"),
        (int) Json.number(state, "Pid"),
        Container.Health.NONE,
        (int) Json.number(node, "RestartCount"),
        Json.instant(state, "StartedAt"),
        Json.instant(state, "FinishedAt"));
  }

  private static Container.Status status(String word) {
    try {
      return Container.Status.valueOf(word.toUpperCase(Locale.ROOT));
    } catch (IllegalArgumentException e) {
      return Container.Status.UNKNOWN; // a state that a newer engine invented
    }
  }

  private static List<Container.Port> ports(JsonNode ports) {
    List<Container.Port> all = new ArrayList<>();
    ports
        .properties()
        .forEach(
            port ->
                port.getValue()
                    .forEach(
                        binding ->
                            all.add(
                                new Container.Port(
                                    port.getKey(),
                                    Json.text(binding, "HostIp"),
                                    (int) Json.number(binding, "HostPort")))));
    return all;
  }
}
