// SPDX-License-Identifier: Apache-2.0
package drydock.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.ser.std.ToStringSerializer;
import drydock.engine.BuildEvent;
import drydock.engine.BuildOutcome;
import drydock.messages.Problems;
import java.io.PrintWriter;
import java.time.Duration;
import java.time.Instant;

/// One JSON object a line for each event: its kind as `event`, then its fields. Times are ISO 8601.
final class JsonProgress implements Printer {
  private static final ObjectMapper MAPPER =
      new ObjectMapper()
          .disable(SerializationFeature.FAIL_ON_EMPTY_BEANS)
          .registerModule(
              new SimpleModule()
                  .addSerializer(Instant.class, ToStringSerializer.instance)
                  .addSerializer(Duration.class, ToStringSerializer.instance));

  private final PrintWriter out;

  JsonProgress(PrintWriter out) {
    this.out = out;
  }

  @Override
  public void print(BuildEvent event) {
    ObjectNode line = MAPPER.createObjectNode().put("event", event.getClass().getSimpleName());
    if (event instanceof BuildEvent.Finished finished) {
      BuildOutcome outcome = finished.outcome();
      line.put("outcome", outcome.getClass().getSimpleName());
      if (outcome instanceof BuildOutcome.Broken broken) {
        line.put("problem", broken.problem().getClass().getSimpleName());
        line.put("message", Problems.sentence(broken.problem()));
      } else {
        line.setAll((ObjectNode) MAPPER.valueToTree(outcome));
      }
    } else {
      line.setAll((ObjectNode) MAPPER.valueToTree(event));
    }
    try {
      out.println(MAPPER.writeValueAsString(line));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }
}
