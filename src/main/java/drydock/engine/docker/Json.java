// SPDX-License-Identifier: Apache-2.0
package drydock.engine.docker;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import drydock.engine.Times;
import java.io.IOException;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Reads the engine's JSON without trusting it: what is missing, null or of another type reads as empty.
final class Json {
  private static final ObjectMapper MAPPER = new ObjectMapper();

  private Json() {}

  static JsonNode parse(byte[] bytes) throws IOException {
    return MAPPER.readTree(bytes);
  }

  static JsonNode parse(String text) throws JsonProcessingException {
    return MAPPER.readTree(text);
  }

  static ObjectNode object() {
    return MAPPER.createObjectNode();
  }

  /// A JSON object of strings, as Docker takes labels and build arguments.
  static ObjectNode object(Map<String, String> entries) {
    ObjectNode node = object();
    entries.forEach(node::put);
    return node;
  }

  static String text(JsonNode node, String... path) {
    JsonNode found = at(node, path);
    return found.isValueNode() && !found.isNull() ? found.asText() : "";
  }

  static long number(JsonNode node, String... path) {
    return at(node, path).asLong(0);
  }

  static boolean flag(JsonNode node, String... path) {
    return at(node, path).asBoolean(false);
  }

  static List<String> strings(JsonNode node, String... path) {
    List<String> all = new ArrayList<>();
    at(node, path)
        .forEach(
            n -> {
              if (n.isTextual()) {
                all.add(n.asText());
              }
            });
    return all;
  }

  static Map<String, String> stringMap(JsonNode node, String... path) {
    Map<String, String> all = new LinkedHashMap<>();
    at(node, path)
        .properties()
        .forEach(
            e -> {
              if (e.getValue().isTextual()) {
                all.put(e.getKey(), e.getValue().asText());
              }
            });
    return all;
  }

  /// RFC 3339; Go's zero time (year 1), what cannot be read and what cannot be are null.
  static @Nullable Instant instant(JsonNode node, String... path) {
    String text = text(node, path);
    if (text.isEmpty() || text.startsWith("0001-")) {
      return null;
    }
    try {
      Instant at = java.time.OffsetDateTime.parse(text).toInstant();
      return Times.plausible(at) ? at : null;
    } catch (DateTimeParseException e) {
      return null;
    }
  }

  static JsonNode at(JsonNode node, String... path) {
    JsonNode found = node;
    for (String name : path) {
      found = found.path(name);
    }
    return found;
  }
}
