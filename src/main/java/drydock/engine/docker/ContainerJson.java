// SPDX-License-Identifier: Apache-2.0
package drydock.engine.docker;

import com.fasterxml.jackson.databind.JsonNode;
import drydock.engine.Container;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

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
        status(Json.text(node, "State", "Status")),
        (int) Json.number(node, "State", "ExitCode"),
        Json.flag(node, "State", "OOMKilled"),
        Json.text(node, "State", "Error"),
        Json.instant(node, "Created"),
        Json.instant(node, "State", "StartedAt"),
        Json.instant(node, "State", "FinishedAt"),
        Json.stringMap(node, "Config", "Labels"),
        ports(Json.at(node, "NetworkSettings", "Ports")));
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
