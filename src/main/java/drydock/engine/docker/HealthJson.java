// SPDX-License-Identifier: Apache-2.0
package drydock.engine.docker;

import com.fasterxml.jackson.databind.JsonNode;
import drydock.engine.HealthResult;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/// Reads the log of a health check in `GET /containers/{id}/json`.
final class HealthJson {
  private static final int MOST_RESULTS = 100;
  private static final int MOST_OUTPUT = 200;

  private HealthJson() {}

  static List<HealthResult> read(JsonNode container) {
    JsonNode state = container.path("State");
    // Podman before 5 writes "Healthcheck"
    JsonNode health = state.has("Health") ? state.path("Health") : state.path("Healthcheck");
    List<HealthResult> results = new ArrayList<>();
    for (JsonNode each : health.path("Log")) {
      Instant end = Json.instant(each, "End");
      if (end != null && results.size() < MOST_RESULTS) {
        String output = Json.text(each, "Output").strip();
        results.add(
            new HealthResult(
                end,
                (int) Json.number(each, "ExitCode"),
                output.substring(0, Math.min(output.length(), MOST_OUTPUT))));
      }
    }
    return results;
  }
}
