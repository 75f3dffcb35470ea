// SPDX-License-Identifier: Apache-2.0
package drydock.engine.docker;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import drydock.engine.EngineException;
import drydock.engine.EngineProblem;
import drydock.engine.ExecSpec;
import drydock.messages.Messages;
import java.time.Duration;
import java.util.OptionalInt;
import java.util.regex.Pattern;

/// A process started in a container of ours.
final class Exec implements Connectable {
  /// How long the exit code may stay unknown after the last output. A process that closed its output and runs on has none.
  private static final Duration PATIENCE = Duration.ofSeconds(2);

  private static final Pattern ID = Pattern.compile("[0-9a-zA-Z]{1,128}");

  /// What would detach by typing. Docker's own Ctrl-P Ctrl-Q holds every Ctrl-P back, which shells take for the previous
  /// command.
  static final String DETACH_KEYS = "ctrl-^,ctrl-_,ctrl-^";

  private final DockerHttp http;
  private final Guard guard;
  private final String container;
  private final ExecSpec spec;
  private final String doing;
  private volatile String id = "";

  Exec(DockerHttp http, Guard guard, String container, ExecSpec spec) {
    this.http = http;
    this.guard = guard;
    this.container = container;
    this.spec = spec;
    doing = doing(container, spec);
  }

  static String doing(String container, ExecSpec spec) {
    return Messages.get(
        "engine.doing.exec", spec.command().isEmpty() ? "" : spec.command().getFirst(), container);
  }

  @Override
  public Line line() {
    String ours = guard.container(container);
    id =
        Json.text(
            http.json(
                Call.post(doing, "/containers/" + ours + "/exec")
                    .json(body())
                    .about("container", container)),
            "Id");
    if (!ID.matcher(id).matches()) {
      throw new EngineException(
          new EngineProblem.BadAnswer(doing, Messages.get("engine.answer.noId")));
    }
    Call start =
        Call.post(doing, path("/start"))
            .json(Json.object().put("Detach", false).put("Tty", spec.terminal()))
            .about("container", container);
    return new Line(start, spec.terminal(), spec.terminal());
  }

  private ObjectNode body() {
    ObjectNode body = Json.object();
    ArrayNode command = body.putArray("Cmd");
    spec.command().forEach(command::add);
    spec.env().forEach((name, value) -> body.withArray("Env").add(name + "=" + value));
    if (!spec.workingDir().isEmpty()) {
      body.put("WorkingDir", spec.workingDir());
    }
    if (!spec.user().isEmpty()) {
      body.put("User", spec.user());
    }
    if (spec.terminal()) {
      body.put("DetachKeys", DETACH_KEYS);
    }
    return body.put("Tty", spec.terminal())
        .put("AttachStdin", spec.terminal())
        .put("AttachStdout", true)
        .put("AttachStderr", true);
  }

  private String path(String what) {
    return "/exec/" + id + what;
  }

  @Override
  public Call resize(int columns, int rows) {
    return Call.post(doing, path("/resize"))
        .query("w", Integer.toString(columns))
        .query("h", Integer.toString(rows))
        .about("container", container);
  }

  @Override
  public OptionalInt exitCode() {
    return exitCode(PATIENCE);
  }

  /// @throws EngineException also when the container is gone
  OptionalInt exitCode(Duration most) {
    long until = System.nanoTime() + most.toNanos();
    for (long wait = 10; ; wait = Math.min(2 * wait, 200)) {
      JsonNode seen = http.json(Call.get(doing, path("/json")).about("container", container));
      if (!Json.flag(seen, "Running") && seen.path("ExitCode").isInt()) {
        return OptionalInt.of(seen.path("ExitCode").asInt());
      }
      if (System.nanoTime() >= until) {
        return OptionalInt.empty();
      }
      try {
        Thread.sleep(wait);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new EngineException(new EngineProblem.ConnectionLost(doing, "interrupted"), e);
      }
    }
  }

  @Override
  public boolean saysGoodbye() {
    return true;
  }
}
