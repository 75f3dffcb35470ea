// SPDX-License-Identifier: Apache-2.0
package drydock.engine.docker;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import drydock.engine.EngineEvent;
import drydock.engine.EngineException;
import drydock.engine.EngineProblem;
import drydock.engine.StreamListener;
import drydock.engine.Subscription;
import drydock.messages.Messages;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Follows `GET /events`. A line that is no event ends the stream: who missed one has to look at everything again.
final class Events {
  private final DockerHttp http;

  Events(DockerHttp http) {
    this.http = http;
  }

  /// @param until the stream ends with what happened until then; null for one that goes on
  /// @param types Docker's words of the events wanted; all when empty
  Subscription open(
      @Nullable Instant since,
      @Nullable Instant until,
      List<String> types,
      StreamListener<EngineEvent> listener) {
    String doing = Messages.get("engine.doing.events");
    Call call = Call.get(doing, "/events");
    if (since != null) {
      call.query("since", seconds(since));
    }
    if (until != null) {
      call.query("until", seconds(until));
    }
    if (!types.isEmpty()) {
      ObjectNode filters = Json.object();
      types.forEach(filters.putArray("type")::add);
      call.query("filters", filters.toString());
    }
    return StreamRunner.start(doing, s -> read(s, doing, call, listener), listener::onEnd);
  }

  private static String seconds(Instant at) {
    return "%d.%09d".formatted(at.getEpochSecond(), at.getNano());
  }

  private void read(
      StreamRunner stream, String doing, Call call, StreamListener<EngineEvent> listener)
      throws IOException {
    try (Reply reply = stream.open(http, call)) {
      Lines lines = new Lines(reply.body());
      for (String line = lines.next(); line != null; line = lines.next()) {
        listener.onNext(read(doing, line));
      }
    }
  }

  static EngineEvent read(String doing, String line) {
    JsonNode node;
    try {
      node = Json.parse(line);
    } catch (JsonProcessingException e) {
      throw new EngineException(new EngineProblem.BadAnswer(doing, Errors.words(e)), e);
    }
    String action = Json.text(node, "Action");
    int colon = action.indexOf(':');
    return new EngineEvent(
        Json.text(node, "Type"),
        (colon < 0 ? action : action.substring(0, colon)).strip(),
        colon < 0 ? "" : action.substring(colon + 1).strip(),
        Json.text(node, "Actor", "ID"),
        Json.stringMap(node, "Actor", "Attributes"),
        Json.number(node, "timeNano"));
  }
}
