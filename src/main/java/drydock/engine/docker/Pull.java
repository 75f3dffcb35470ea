// SPDX-License-Identifier: Apache-2.0
package drydock.engine.docker;

import drydock.engine.EngineException;
import drydock.engine.EngineProblem;
import drydock.engine.PullProgress;
import drydock.messages.Messages;
import java.io.IOException;
import java.time.Duration;
import java.util.function.Consumer;

/// Brings an image from its registry, as a part of any stream.
final class Pull {
  /// How long the engine may talk with the registry before it tells anything.
  private static final Duration REGISTRY_LIMIT = Duration.ofMinutes(5);

  private final DockerHttp http;

  Pull(DockerHttp http) {
    this.http = http;
  }

  /// Pulls to the end.
  ///
  /// @throws EngineException with PullFailed when the engine or the registry refuses
  void run(StreamRunner stream, String reference, Consumer<PullProgress> progress)
      throws IOException {
    String name = Names.tagged(reference);
    String doing = Messages.get("engine.doing.pull", name);
    // without a tag the engine would bring every tag there is
    Call call = Call.post(doing, "/images/create").query("fromImage", name).within(REGISTRY_LIMIT);
    try (Reply reply = stream.open(http, call)) {
      PullLayers layers = new PullLayers(name);
      Lines lines = new Lines(reply.body());
      for (String line = lines.next(); line != null; line = lines.next()) {
        progress.accept(
            layers.read(
                Errors.progress(doing, line, error -> new EngineProblem.PullFailed(name, error))));
      }
    } catch (EngineException e) {
      throw refusal(e, name);
    }
  }

  private static EngineException refusal(EngineException e, String name) {
    return switch (e.problem()) {
      case EngineProblem.Failed f ->
          new EngineException(new EngineProblem.PullFailed(name, f.detail()), e);
      case EngineProblem.Conflict c ->
          new EngineException(new EngineProblem.PullFailed(name, c.detail()), e);
      case EngineProblem.Unreachable _,
          EngineProblem.ConnectionLost _,
          EngineProblem.TimedOut _,
          EngineProblem.DiskFull _,
          EngineProblem.NotFound _,
          EngineProblem.NotOurs _,
          EngineProblem.PortUnavailable _,
          EngineProblem.PullFailed _,
          EngineProblem.BadAnswer _,
          EngineProblem.BadContext _,
          EngineProblem.BadArchive _,
          EngineProblem.LocalFile _,
          EngineProblem.Unsupported _,
          EngineProblem.NotRecorded _ ->
          e;
    };
  }
}
