// SPDX-License-Identifier: Apache-2.0
package drydock.engine.docker;

import com.fasterxml.jackson.databind.JsonNode;
import drydock.engine.ArchiveWriter;
import drydock.engine.Container;
import drydock.engine.ContainerSpec;
import drydock.engine.Containers;
import drydock.engine.EngineException;
import drydock.engine.EngineProblem;
import drydock.engine.ExecResult;
import drydock.engine.ExecSpec;
import drydock.engine.HealthResult;
import drydock.engine.Limits;
import drydock.engine.Output;
import drydock.engine.PathChange;
import drydock.engine.ProcessTable;
import drydock.engine.Session;
import drydock.engine.Stats;
import drydock.engine.StreamListener;
import drydock.engine.Subscription;
import drydock.messages.Messages;
import java.io.OutputStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;

/// Containers: creates them and looks at them; everything else is another class's.
final class DockerContainers implements Containers {
  private static final PathChange.Kind[] KINDS = {
    PathChange.Kind.MODIFIED, PathChange.Kind.ADDED, PathChange.Kind.DELETED
  };

  private final DockerHttp http;
  private final CreateBody createBody;
  private final Lifecycle lifecycle;
  private final Execs execs;
  private final Archives archives;

  DockerContainers(DockerHttp http) {
    this.http = http;
    Guard guard = new Guard(http);
    createBody = new CreateBody(guard);
    lifecycle = new Lifecycle(http, guard);
    execs = new Execs(http, guard);
    archives = new Archives(http, guard);
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
        http.json(look(Messages.get("engine.doing.inspectContainer", id), id, "json")));
  }

  @Override
  public List<HealthResult> healthResults(String id) {
    return HealthJson.read(
        http.json(look(Messages.get("engine.doing.inspectContainer", id), id, "json")));
  }

  @Override
  public String create(ContainerSpec spec) {
    return create(spec, Messages.get("engine.doing.create", spec.image()));
  }

  private String create(ContainerSpec spec, String doing) {
    Call call =
        Call.post(doing, "/containers/create")
            .json(createBody.write(spec))
            .within(Lifecycle.START_LIMIT)
            .about("image", spec.image());
    String name = spec.name();
    String id = Json.text(http.json(name == null ? call : call.query("name", name)), "Id");
    if (id.isEmpty()) {
      throw new EngineException(
          new EngineProblem.BadAnswer(doing, Messages.get("engine.answer.noId")));
    }
    return id;
  }

  @Override
  public String run(ContainerSpec spec) {
    String doing = Messages.get("engine.doing.run", spec.image());
    String id = create(spec, doing);
    try {
      lifecycle.start(id, doing);
      return id;
    } catch (EngineException failed) {
      boolean interrupted = Thread.interrupted(); // else the removal would be given up as well
      try {
        lifecycle.delete(id, id, doing);
      } catch (EngineException alsoFailed) {
        failed.addSuppressed(alsoFailed);
      }
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
      throw failed;
    }
  }

  @Override
  public ProcessTable top(String id, String psArguments) {
    Call call = look(Messages.get("engine.doing.top", id), id, "top");
    return TopJson.read(
        http.json(psArguments.isBlank() ? call : call.query("ps_args", psArguments)));
  }

  @Override
  public List<PathChange> changes(String id) {
    List<PathChange> all = new ArrayList<>();
    for (JsonNode row : http.json(look(Messages.get("engine.doing.changes", id), id, "changes"))) {
      int kind = row.path("Kind").asInt(-1);
      if (0 <= kind && kind < KINDS.length) {
        all.add(new PathChange(Json.text(row, "Path"), KINDS[kind]));
      }
    }
    return all;
  }

  @Override
  public OptionalLong ownBytes(String id) {
    JsonNode size =
        http.json(look(Messages.get("engine.doing.changes", id), id, "json").query("size", "1"))
            .path("SizeRw");
    return size.isIntegralNumber() && size.asLong() >= 0
        ? OptionalLong.of(size.asLong())
        : OptionalLong.empty();
  }

  private static Call look(String doing, String id, String what) {
    return Call.get(doing, "/containers/" + Names.container(id) + "/" + what)
        .about("container", id);
  }

  @Override
  public void start(String id) {
    lifecycle.start(id, Messages.get("engine.doing.start", id));
  }

  @Override
  public void stop(String id, Duration grace) {
    lifecycle.stop(id, grace);
  }

  @Override
  public void kill(String id, String signal) {
    lifecycle.kill(id, signal);
  }

  @Override
  public void pause(String id) {
    lifecycle.pause(id);
  }

  @Override
  public void unpause(String id) {
    lifecycle.unpause(id);
  }

  @Override
  public void restart(String id, Duration grace) {
    lifecycle.restart(id, grace);
  }

  @Override
  public void update(String id, Limits limits) {
    lifecycle.update(id, limits);
  }

  @Override
  public void remove(String id) {
    lifecycle.remove(id);
  }

  @Override
  public int waitFor(String id, Duration most) {
    return lifecycle.waitFor(id, most);
  }

  @Override
  public Subscription logs(String id, boolean follow, StreamListener<Output> listener) {
    return new Logs(http).open(id, follow, listener);
  }

  @Override
  public Session exec(String id, ExecSpec spec, StreamListener<Output> listener) {
    return execs.exec(id, spec, listener);
  }

  @Override
  public ExecResult execute(String id, List<String> command, Duration most) {
    return execs.execute(id, command, most);
  }

  @Override
  public Session attach(String id, StreamListener<Output> listener) {
    return execs.attach(id, listener);
  }

  @Override
  public Subscription stats(String id, StreamListener<Stats> listener) {
    return new StatsStream(http).open(id, listener);
  }

  @Override
  public void getArchive(String id, String path, OutputStream out) {
    archives.get(id, path, out);
  }

  @Override
  public void putArchive(String id, String folder, ArchiveWriter archive) {
    archives.put(id, folder, archive);
  }
}
