// SPDX-License-Identifier: Apache-2.0
package drydock.engine.docker;

import com.fasterxml.jackson.databind.JsonNode;
import drydock.engine.ProcessTable;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// Reads `GET /containers/{id}/top`.
final class TopJson {
  private TopJson() {}

  static ProcessTable read(JsonNode node) {
    List<String> titles =
        Json.strings(node, "Titles").stream().map(t -> t.toUpperCase(Locale.ROOT)).toList();
    List<List<String>> rows = new ArrayList<>();
    for (JsonNode row : node.path("Processes")) {
      rows.add(fit(Json.strings(row), titles.size()));
    }
    return new ProcessTable(titles, rows);
  }

  /// One cell a title. The last column is the command with its arguments, the only one that may have blanks in it.
  private static List<String> fit(List<String> cells, int columns) {
    if (columns == 0 || cells.size() == columns) {
      return columns == 0 ? List.of() : cells;
    }
    List<String> fitted = new ArrayList<>(cells.subList(0, Math.min(cells.size(), columns - 1)));
    if (cells.size() > columns) {
      fitted.add(String.join(" ", cells.subList(columns - 1, cells.size())));
    }
    while (fitted.size() < columns) {
      fitted.add("");
    }
    return fitted;
  }
}
