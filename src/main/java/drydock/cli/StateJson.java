// SPDX-License-Identifier: Apache-2.0
package drydock.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.ser.std.ToStringSerializer;
import drydock.engine.ApiVersion;
import drydock.engine.EndpointAttempt;
import drydock.engine.EngineState;
import drydock.engine.StateChange;
import drydock.engine.replay.Masking;
import drydock.moment.StateWords;
import java.io.PrintWriter;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/// The state as JSON: every field of the records, times and durations in ISO 8601, maps in the order of their keys. What may be
/// secret is masked as in recordings: people put this output into questions and bug reports.
final class StateJson implements StatePrinter {
  private static final ObjectMapper MAPPER =
      new ObjectMapper()
          .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
          .registerModule(
              new SimpleModule()
                  .addSerializer(Instant.class, ToStringSerializer.instance)
                  .addSerializer(Duration.class, ToStringSerializer.instance)
                  .addSerializer(ApiVersion.class, ToStringSerializer.instance));

  private final PrintWriter out;

  StateJson(PrintWriter out) {
    this.out = out;
  }

  @Override
  public void once(EngineState state) {
    try {
      out.println(
          MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(Masking.of(json(state))));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void found(EngineState state) {
    line(event("found", state.at()).set("state", json(state)));
  }

  @Override
  public void foundAgain(EngineState state) {
    line(event("foundAgain", state.at()).set("state", json(state)));
  }

  @Override
  public void lost(Instant at, List<EndpointAttempt> attempts) {
    line(event("lost", at).set("attempts", MAPPER.valueToTree(attempts)));
  }

  @Override
  public void changed(Instant at, StateChange change) {
    ObjectNode line =
        switch (change) {
          case StateChange.Born _ -> event("born", at);
          case StateChange.Gone _ -> event("gone", at);
          case StateChange.Changed changed ->
              event("changed", at).set("before", MAPPER.valueToTree(changed.before()));
        };
    line.put("kind", StateWords.kind(change.object()));
    line(line.set("object", MAPPER.valueToTree(change.object())));
  }

  private static ObjectNode json(EngineState state) {
    ObjectNode root = MAPPER.createObjectNode();
    root.put("at", state.at().toString());
    root.set("engine", MAPPER.valueToTree(state.info()));
    root.set("containers", MAPPER.valueToTree(state.containers()));
    root.set("images", MAPPER.valueToTree(state.images()));
    root.set("networks", MAPPER.valueToTree(state.networks()));
    root.set("volumes", MAPPER.valueToTree(state.volumes()));
    return root;
  }

  private static ObjectNode event(String event, Instant at) {
    return MAPPER.createObjectNode().put("event", event).put("at", at.toString());
  }

  private void line(JsonNode line) {
    try {
      out.println(MAPPER.writeValueAsString(Masking.of(line)));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }
}
