// SPDX-License-Identifier: Apache-2.0
package drydock.engine.docker;

import com.fasterxml.jackson.databind.JsonNode;
import drydock.messages.Messages;
import java.time.Duration;
import java.util.OptionalInt;

/// The process that a container of ours was made for.
final class MainProcess implements Connectable {
  private static final Duration PATIENCE = Duration.ofSeconds(2);

  private final DockerHttp http;
  private final Guard guard;
  private final String container;
  private final String doing;
  private volatile String id = "";

  MainProcess(DockerHttp http, Guard guard, String container) {
    this.http = http;
    this.guard = guard;
    this.container = container;
    doing = doing(container);
  }

  static String doing(String container) {
    return Messages.get("engine.doing.attach", container);
  }

  @Override
  public Line line() {
    JsonNode ours = guard.inspectedContainer(container);
    id = Json.text(ours, "Id");
    boolean terminal = Json.flag(ours, "Config", "Tty");
    boolean input = terminal && Json.flag(ours, "Config", "OpenStdin");
    Call call =
        call("/attach")
            .query("stream", "1")
            .query("stdout", "1")
            .query("stderr", "1")
            .query("stdin", input ? "1" : "0");
    return new Line(input ? call.query("detachKeys", Exec.DETACH_KEYS) : call, terminal, input);
  }

  private Call call(String what) {
    return Call.post(doing, "/containers/" + Names.container(id) + what)
        .about("container", container);
  }

  @Override
  public Call resize(int columns, int rows) {
    return call("/resize").query("w", Integer.toString(columns)).query("h", Integer.toString(rows));
  }

  @Override
  public OptionalInt exitCode() {
    return new Lifecycle(http, guard).exitCode(id, container, PATIENCE);
  }

  /// A container's own process goes on when somebody looks away.
  @Override
  public boolean saysGoodbye() {
    return false;
  }
}
