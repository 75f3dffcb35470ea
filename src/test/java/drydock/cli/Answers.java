// SPDX-License-Identifier: Apache-2.0
package drydock.cli;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// Holds the field of an evidence against an answer of an engine.
public final class Answers {
  private static final Pattern PART =
      Pattern.compile(
          "\\[\"(?<key>[^\"]*)\"]|\\[(?<index>\\d+)]|\\[(?<column>[A-Z]*)]|(?<name>\\w+)");

  private Answers() {}

  /// Whether one of the JSON documents in `answer` has each "path = value" of `field`.
  public static boolean say(String answer, String field) {
    ObjectMapper json = new ObjectMapper();
    try (JsonParser parser = json.createParser(answer)) {
      JsonNode document = json.readTree(parser);
      while (document != null) {
        JsonNode one = document;
        if (Stream.of(field.split(" · ")).allMatch(each -> says(one, each))) {
          return true;
        }
        document = json.readTree(parser);
      }
      return false;
    } catch (IOException e) {
      throw new AssertionError(answer, e);
    }
  }

  private static boolean says(JsonNode document, String field) {
    String[] sides = field.split(" = ?", 2);
    return at(document, sides[0]).stream().anyMatch(node -> equal(sides[0], node, sides[1]));
  }

  private static boolean equal(String path, JsonNode node, String value) {
    if (path.startsWith("cpu_stats") || path.startsWith("memory_stats")) {
      // what was measured goes on
      double is = node.asDouble();
      double was = Double.parseDouble(value);
      return node.isNumber() && is >= was / 2 - 4e6 && is <= was * 2 + 4e8;
    }
    if (node.isMissingNode() || node.isNull()) {
      return value.equals("null") || value.isEmpty();
    }
    if (path.endsWith("At") || path.equals("Created") || path.endsWith(".End")) {
      return Instant.parse(node.asText()).equals(Instant.parse(value));
    }
    return node.isValueNode() ? node.asText().equals(value) : node.toString().equals(value);
  }

  private static List<JsonNode> at(JsonNode document, String path) {
    List<JsonNode> nodes = List.of(document);
    Matcher part = PART.matcher(path);
    JsonNode titles = document.path("Titles");
    while (part.find()) {
      List<JsonNode> next = new ArrayList<>();
      for (JsonNode node : nodes) {
        if (part.group("key") != null) {
          next.add(node.path(part.group("key")));
        } else if (part.group("index") != null) {
          next.add(node.path(Integer.parseInt(part.group("index"))));
        } else if (part.group("name") != null) {
          next.add(node.path(part.group("name")));
        } else {
          int column = column(titles, part.group("column"));
          node.forEach(row -> next.add(column < 0 ? row : row.path(column)));
        }
      }
      nodes = next;
    }
    return nodes.isEmpty() ? List.of(MissingNode.getInstance()) : nodes;
  }

  private static int column(JsonNode titles, String name) {
    for (int i = 0; i < titles.size(); i++) {
      if (titles.path(i).asText().equals(name)) {
        return i;
      }
    }
    return -1;
  }
}
