// SPDX-License-Identifier: Apache-2.0
package drydock.engine.docker;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import drydock.engine.EngineException;
import drydock.engine.EngineProblem;
import drydock.engine.Limits;
import drydock.messages.Messages;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.OptionalInt;

/// What is done to a container of ours between its creation and its removal.
final class Lifecycle {
  static final Duration START_LIMIT = Duration.ofMinutes(2);

  private final DockerHttp http;
  private final Guard guard;

  Lifecycle(DockerHttp http, Guard guard) {
    this.http = http;
    this.guard = guard;
  }

  void start(String container, String doing) {
    http.send(command(doing, container, "start").within(START_LIMIT));
  }

  void stop(String container, Duration grace) {
    http.send(
        graceful(
            command(Messages.get("engine.doing.stop", container), container, "stop"),
            grace,
            Call.USUAL_LIMIT));
  }

  void restart(String container, Duration grace) {
    http.send(
        graceful(
            command(Messages.get("engine.doing.restart", container), container, "restart"),
            grace,
            START_LIMIT));
  }

  void kill(String container, String signal) {
    http.send(
        command(Messages.get("engine.doing.kill", container, signal), container, "kill")
            .query("signal", signal));
  }

  void pause(String container) {
    http.send(command(Messages.get("engine.doing.pause", container), container, "pause"));
  }

  void unpause(String container) {
    http.send(command(Messages.get("engine.doing.unpause", container), container, "unpause"));
  }

  /// Swap goes along with memory, by the amount that there was: the engine refuses memory beyond "memory and swap together".
  void update(String container, Limits limits) {
    String doing = Messages.get("engine.doing.update", container);
    JsonNode seen = guard.inspectedContainer(container);
    Limits now = ContainerJson.read(seen).limits();
    ObjectNode body = Json.object();
    CreateBody.limits(body, limits);
    if (limits.memoryBytes() > 0 && limits.memorySwapBytes() == 0) {
      body.put("MemorySwap", swapFor(limits.memoryBytes(), now));
    }
    http.json(Call.post(doing, path(seen, "update")).json(body).about("container", container));
  }

  private static long swapFor(long memory, Limits now) {
    if (now.memorySwapBytes() < 0) {
      return now.memorySwapBytes();
    }
    boolean limited = now.memoryBytes() > 0 && now.memorySwapBytes() >= now.memoryBytes();
    return memory + (limited ? now.memorySwapBytes() - now.memoryBytes() : memory);
  }

  void remove(String container) {
    delete(
        guard.container(container),
        container,
        Messages.get("engine.doing.removeContainer", container));
  }

  /// Only with the id of a container that is known to be ours.
  void delete(String id, String container, String doing) {
    http.send(
        Call.delete(doing, "/containers/" + Names.container(id))
            .query("force", "1")
            .query("v", "1")
            .about("container", container));
  }

  int waitFor(String container, Duration most) {
    return exitCode(container, container, most)
        .orElseThrow(
            () ->
                new EngineException(
                    new EngineProblem.TimedOut(
                        Messages.get("engine.doing.wait", container), most)));
  }

  /// Empty when the container still runs after `most`.
  OptionalInt exitCode(String id, String container, Duration most) {
    String doing = Messages.get("engine.doing.wait", container);
    Call call =
        Call.post(doing, "/containers/" + Names.container(id) + "/wait")
            .within(most)
            .about("container", container);
    try {
      JsonNode ended = http.json(call);
      if (!ended.path("StatusCode").isInt()) {
        throw new EngineException(
            new EngineProblem.BadAnswer(doing, Messages.get("engine.answer.noExitCode")));
      }
      return OptionalInt.of(ended.path("StatusCode").asInt());
    } catch (EngineException e) {
      if (e.problem() instanceof EngineProblem.TimedOut
          || e.getCause() instanceof SocketTimeoutException) {
        return OptionalInt.empty();
      }
      throw e;
    }
  }

  private Call command(String doing, String container, String word) {
    JsonNode ours = guard.inspectedContainer(container);
    return Call.post(doing, path(ours, word)).about("container", container);
  }

  private static String path(JsonNode ours, String word) {
    return "/containers/" + Names.container(Json.text(ours, "Id")) + "/" + word;
  }

  private static Call graceful(Call call, Duration grace, Duration besides) {
    long seconds = Math.max(0, grace.toSeconds());
    return call.query("t", Long.toString(seconds)).within(besides.plusSeconds(seconds));
  }
}
