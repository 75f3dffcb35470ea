// SPDX-License-Identifier: Apache-2.0
package drydock.cli;

import java.util.List;

/// Rows of text in columns.
final class Columns {
  private Columns() {}

  /// One indented line a row; all but the last column padded to the longest of theirs.
  static List<String> aligned(List<List<String>> rows) {
    return rows.stream().map(row -> line(row, rows)).toList();
  }

  private static String line(List<String> row, List<List<String>> rows) {
    StringBuilder line = new StringBuilder();
    for (int i = 0; i < row.size(); i++) {
      int column = i;
      int width = rows.stream().mapToInt(r -> r.get(column).length()).max().orElse(0);
      line.append("  ").append(row.get(i)).repeat(' ', width - row.get(i).length());
    }
    return line.toString().stripTrailing();
  }
}
