// SPDX-License-Identifier: Apache-2.0
package drydock.engine;

import java.util.List;

/// What `ps` printed: `GET /containers/{id}/top`.
///
/// @param titles the columns' heads, in upper case: "PID", "CMD"
/// @param rows one cell a title
public record ProcessTable(List<String> titles, List<List<String>> rows) {
  public ProcessTable {
    titles = List.copyOf(titles);
    rows = rows.stream().map(List::copyOf).toList();
  }
}
