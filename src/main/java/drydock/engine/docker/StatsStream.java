// SPDX-License-Identifier: Apache-2.0
package drydock.engine.docker;

import com.fasterxml.jackson.core.JsonProcessingException;
import drydock.engine.EngineException;
import drydock.engine.EngineProblem;
import drydock.engine.Stats;
import drydock.engine.StreamListener;
import drydock.engine.Subscription;
import drydock.messages.Messages;
import java.io.IOException;
import java.util.Optional;

/// Follows what a container uses.
final class StatsStream {
  private final DockerHttp http;

  StatsStream(DockerHttp http) {
    this.http = http;
  }

  Subscription open(String container, StreamListener<Stats> listener) {
    String doing = Messages.get("engine.doing.stats", container);
    return StreamRunner.start(
        doing, stream -> read(stream, doing, container, listener), listener::onEnd);
  }

  private void read(
      StreamRunner stream, String doing, String container, StreamListener<Stats> listener)
      throws IOException {
    Call call =
        Call.get(doing, "/containers/" + Names.container(container) + "/stats")
            .query("stream", "1")
            .about("container", container);
    try (Reply reply = stream.open(http, call)) {
      Lines lines = new Lines(reply.body());
      for (String line = lines.next(); line != null; line = lines.next()) {
        read(doing, line).ifPresent(listener::onNext);
      }
    }
  }

  private static Optional<Stats> read(String doing, String line) {
    try {
      return StatsJson.read(Json.parse(line));
    } catch (JsonProcessingException e) {
      throw new EngineException(new EngineProblem.BadAnswer(doing, Errors.words(e)), e);
    }
  }
}
