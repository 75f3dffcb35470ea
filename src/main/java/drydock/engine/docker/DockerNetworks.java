// SPDX-License-Identifier: Apache-2.0
package drydock.engine.docker;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import drydock.engine.EngineException;
import drydock.engine.EngineProblem;
import drydock.engine.Network;
import drydock.engine.NetworkSpec;
import drydock.engine.Networks;
import drydock.engine.Ownership;
import drydock.messages.Messages;
import java.util.List;

/// Networks: list, look at, create, connect, disconnect, remove.
final class DockerNetworks implements Networks {
  /// The one network of Docker's own that containers can be connected to.
  private static final String BRIDGE = "bridge";

  private final DockerHttp http;
  private final Guard guard;

  DockerNetworks(DockerHttp http) {
    this.http = http;
    guard = new Guard(http);
  }

  /// The list alone does not tell who is connected, so that each network is looked at.
  @Override
  public List<Network> list() {
    JsonNode rows = http.json(Call.get(Messages.get("engine.doing.listNetworks"), "/networks"));
    return Each.present(rows, row -> inspect(Json.text(row, "Id")));
  }

  @Override
  public Network inspect(String network) {
    return NetworkJson.read(
        http.json(
            Call.get(
                    Messages.get("engine.doing.inspectNetwork", network),
                    "/networks/" + Names.network(network))
                .about("network", network)));
  }

  @Override
  public String create(NetworkSpec spec) {
    String doing = Messages.get("engine.doing.createNetwork", spec.name());
    String id = Json.text(http.json(Call.post(doing, "/networks/create").json(body(spec))), "Id");
    if (id.isEmpty()) {
      throw new EngineException(
          new EngineProblem.BadAnswer(doing, Messages.get("engine.answer.noId")));
    }
    return id;
  }

  /// `CheckDuplicate`: before API 1.44 an engine would make a second network of the same name.
  private static ObjectNode body(NetworkSpec spec) {
    ObjectNode body = Json.object();
    body.put("Name", spec.name())
        .put("CheckDuplicate", true)
        .put("Driver", spec.driver().isEmpty() ? BRIDGE : spec.driver())
        .put("Internal", spec.internal())
        .set("Labels", Json.object(spec.ownership().labels(Ownership.Kind.NETWORK)));
    if (!spec.subnet().isEmpty()) {
      body.withObject("/IPAM").putArray("Config").addObject().put("Subnet", spec.subnet());
    }
    return body;
  }

  @Override
  public void connect(String network, String container, List<String> aliases) {
    ObjectNode body = member(container);
    if (!aliases.isEmpty()) {
      aliases.forEach(body.withObject("/EndpointConfig").putArray("Aliases")::add);
    }
    String doing = Messages.get("engine.doing.connect", container, network);
    http.send(Call.post(doing, path(network) + "/connect").json(body));
  }

  @Override
  public void disconnect(String network, String container) {
    ObjectNode body = member(container);
    String doing = Messages.get("engine.doing.disconnect", container, network);
    http.send(Call.post(doing, path(network) + "/disconnect").json(body));
  }

  private ObjectNode member(String container) {
    return Json.object().put("Container", guard.container(container));
  }

  private String path(String network) {
    return "/networks/" + (network.equals(BRIDGE) ? BRIDGE : guard.network(network));
  }

  @Override
  public void remove(String network) {
    String id = guard.network(network);
    http.send(
        Call.delete(Messages.get("engine.doing.removeNetwork", network), "/networks/" + id)
            .about("network", network));
  }
}
