// SPDX-License-Identifier: Apache-2.0
package drydock.engine.docker;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import drydock.engine.Container;
import drydock.engine.EngineException;
import drydock.engine.EngineProblem;
import drydock.engine.Ownership;
import drydock.engine.RunSpec;
import drydock.messages.Messages;
import java.time.Duration;
import java.util.List;

/// Containers: list, look at, run, stop, remove.
final class Containers {
  private static final String LOOPBACK = "127.0.0.1";
  private static final Duration START_LIMIT = Duration.ofMinutes(2);

  private final DockerHttp http;
  private final Guard guard;

  Containers(DockerHttp http) {
    this.http = http;
    guard = new Guard(http);
  }

  List<Container> list() {
    JsonNode rows =
        http.json(
            Call.get(Messages.get("engine.doing.listContainers"), "/containers/json")
                .query("all", "1"));
    return Each.present(rows, row -> container(Json.text(row, "Id")));
  }

  Container container(String id) {
    return ContainerJson.read(
        http.json(
            Call.get(
                    Messages.get("engine.doing.inspectContainer", id),
                    "/containers/" + Names.container(id) + "/json")
                .about("container", id)));
  }

  String run(RunSpec spec) {
    String doing = Messages.get("engine.doing.run", spec.image());
    Call create =
        Call.post(doing, "/containers/create")
            .json(body(spec))
            .within(START_LIMIT)
            .about("image", spec.image());
    if (spec.name() != null) {
      create.query("name", spec.name());
    }
    String id = Json.text(http.json(create), "Id");
    if (id.isEmpty()) {
      throw new EngineException(
          new EngineProblem.BadAnswer(doing, Messages.get("engine.answer.noId")));
    }
    try {
      http.send(Call.post(doing, "/containers/" + id + "/start").within(START_LIMIT));
      return id;
    } catch (EngineException failed) {
      try {
        delete(id, doing);
      } catch (EngineException alsoFailed) {
        failed.addSuppressed(alsoFailed);
      }
      throw failed;
    }
  }

  void stop(String id, Duration grace) {
    String ours = guard.container(id);
    http.send(
        Call.post(Messages.get("engine.doing.stop", id), "/containers/" + ours + "/stop")
            .query("t", Long.toString(grace.toSeconds()))
            .within(grace.plus(Call.USUAL_LIMIT))
            .about("container", id));
  }

  void remove(String id) {
    delete(guard.container(id), Messages.get("engine.doing.removeContainer", id));
  }

  private void delete(String id, String doing) {
    http.send(
        Call.delete(doing, "/containers/" + id)
            .query("force", "1")
            .query("v", "1")
            .about("container", id));
  }

  private static ObjectNode body(RunSpec spec) {
    ObjectNode body = Json.object();
    body.put("Image", spec.image());
    body.set("Labels", Json.object(spec.ownership().labels(Ownership.Kind.CONTAINER)));
    spec.env().forEach((name, value) -> body.withArray("Env").add(name + "=" + value));
    spec.command().forEach(body.withArray("Cmd")::add);
    if (spec.command().isEmpty()) {
      body.remove("Cmd");
    }
    ObjectNode host = body.putObject("HostConfig");
    host.put("Memory", spec.memoryBytes());
    spec.ports()
        .forEach(
            (containerPort, hostPort) -> {
              String port = containerPort.contains("/") ? containerPort : containerPort + "/tcp";
              body.withObject("/ExposedPorts").putObject(port);
              host.withObject("/PortBindings")
                  .putArray(port)
                  .addObject()
                  .put("HostIp", LOOPBACK)
                  .put("HostPort", hostPort == 0 ? "" : Integer.toString(hostPort));
            });
    return body;
  }
}
