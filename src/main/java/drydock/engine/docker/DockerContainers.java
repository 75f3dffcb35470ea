// SPDX-License-Identifier: Apache-2.0
package drydock.engine.docker;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import drydock.engine.ArchiveWriter;
import drydock.engine.Container;
import drydock.engine.ContainerSpec;
import drydock.engine.Containers;
import drydock.engine.EngineException;
import drydock.engine.EngineProblem;
import drydock.engine.ExecResult;
import drydock.engine.ExecSpec;
import drydock.engine.Limits;
import drydock.engine.Output;
import drydock.engine.Ownership;
import drydock.engine.PathChange;
import drydock.engine.ProcessTable;
import drydock.engine.Session;
import drydock.engine.Stats;
import drydock.engine.StreamListener;
import drydock.engine.Subscription;
import drydock.messages.Messages;
import java.io.OutputStream;
import java.time.Duration;
import java.util.List;

/// Containers: list, look at, run, stop, remove.
final class DockerContainers implements Containers {
  private static final String LOOPBACK = "127.0.0.1";
  private static final Duration START_LIMIT = Duration.ofMinutes(2);

  private final DockerHttp http;
  private final Guard guard;

  DockerContainers(DockerHttp http) {
    this.http = http;
    guard = new Guard(http);
  }

  @Override
  public List<Container> list() {
    JsonNode rows =
        http.json(
            Call.get(Messages.get("engine.doing.listContainers"), "/containers/json")
                .query("all", "1"));
    return Each.present(rows, row -> inspect(Json.text(row, "Id")));
  }

  @Override
  public Container inspect(String id) {
    return ContainerJson.read(
        http.json(
            Call.get(
                    Messages.get("engine.doing.inspectContainer", id),
                    "/containers/" + Names.container(id) + "/json")
                .about("container", id)));
  }

  @Override
  public String run(ContainerSpec spec) {
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

  @Override
  public void stop(String id, Duration grace) {
    String ours = guard.container(id);
    http.send(
        Call.post(Messages.get("engine.doing.stop", id), "/containers/" + ours + "/stop")
            .query("t", Long.toString(grace.toSeconds()))
            .within(grace.plus(Call.USUAL_LIMIT))
            .about("container", id));
  }

  @Override
  public void remove(String id) {
    delete(guard.container(id), Messages.get("engine.doing.removeContainer", id));
  }

  private void delete(String id, String doing) {
    http.send(
        Call.delete(doing, "/containers/" + id)
            .query("force", "1")
            .query("v", "1")
            .about("container", id));
  }

  private static ObjectNode body(ContainerSpec spec) {
    ObjectNode body = Json.object();
    body.put("Image", spec.image());
    body.set("Labels", Json.object(spec.ownership().labels(Ownership.Kind.CONTAINER)));
    spec.env().forEach((name, value) -> body.withArray("Env").add(name + "=" + value));
    spec.command().forEach(body.withArray("Cmd")::add);
    if (spec.command().isEmpty()) {
      body.remove("Cmd");
    }
    ObjectNode host = body.putObject("HostConfig");
    host.put("Memory", spec.limits().memoryBytes());
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

  @Override
  public Subscription logs(String id, boolean follow, StreamListener<Output> listener) {
    return new Logs(http).open(id, follow, listener);
  }

  @Override
  public String create(ContainerSpec spec) {
    throw new UnsupportedOperationException();
  }

  @Override
  public void start(String id) {
    throw new UnsupportedOperationException();
  }

  @Override
  public void kill(String id, String signal) {
    throw new UnsupportedOperationException();
  }

  @Override
  public void pause(String id) {
    throw new UnsupportedOperationException();
  }

  @Override
  public void unpause(String id) {
    throw new UnsupportedOperationException();
  }

  @Override
  public void restart(String id, Duration grace) {
    throw new UnsupportedOperationException();
  }

  @Override
  public void update(String id, Limits limits) {
    throw new UnsupportedOperationException();
  }

  @Override
  public int waitFor(String id, Duration most) {
    throw new UnsupportedOperationException();
  }

  @Override
  public Session exec(String id, ExecSpec spec, StreamListener<Output> listener) {
    throw new UnsupportedOperationException();
  }

  @Override
  public ExecResult execute(String id, List<String> command, Duration most) {
    throw new UnsupportedOperationException();
  }

  @Override
  public Session attach(String id, StreamListener<Output> listener) {
    throw new UnsupportedOperationException();
  }

  @Override
  public ProcessTable top(String id, String psArguments) {
    throw new UnsupportedOperationException();
  }

  @Override
  public List<PathChange> changes(String id) {
    throw new UnsupportedOperationException();
  }

  @Override
  public Subscription stats(String id, StreamListener<Stats> listener) {
    throw new UnsupportedOperationException();
  }

  @Override
  public void getArchive(String id, String path, OutputStream out) {
    throw new UnsupportedOperationException();
  }

  @Override
  public void putArchive(String id, String folder, ArchiveWriter archive) {
    throw new UnsupportedOperationException();
  }
}
