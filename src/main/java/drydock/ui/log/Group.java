// SPDX-License-Identifier: Apache-2.0
package drydock.ui.log;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A header and the rows under it, ascending by id. Changed by [RowList] only, which tells what changed.
final class Group {
  /// The step's key, or a name of ours.
  final String key;

  Row.@Nullable Header header;
  final List<Row> body = new ArrayList<>();
  boolean folded;

  /// Its place among the groups.
  int position;

  /// Rows that the search finds, ascending by id, the header first.
  final List<Row> matches = new ArrayList<>();

  Group(String key) {
    this.key = key;
  }

  int headerRows() {
    return header == null ? 0 : 1;
  }

  int shown() {
    return headerRows() + (folded ? 0 : body.size());
  }

  Row shownRow(int index) {
    return header == null ? body.get(index) : index == 0 ? header : body.get(index - 1);
  }

  List<Row> shownRows() {
    List<Row> rows = new ArrayList<>();
    if (header != null) {
      rows.add(header);
    }
    if (!folded) {
      rows.addAll(body);
    }
    return rows;
  }

  boolean has(long id) {
    return (header != null && header.id() == id) || indexOf(id) >= 0;
  }

  /// Where the row with this id stands in the body; negative as for [java.util.Collections#binarySearch].
  int indexOf(long id) {
    return indexOf(body, id);
  }

  static int indexOf(List<Row> rows, long id) {
    int low = 0;
    int high = rows.size() - 1;
    while (low <= high) {
      int middle = (low + high) >>> 1;
      long there = rows.get(middle).id();
      if (there == id) {
        return middle;
      } else if (there < id) {
        low = middle + 1;
      } else {
        high = middle - 1;
      }
    }
    return -low - 1;
  }

  void search(Finder finder) {
    matches.clear();
    if (!finder.query().isEmpty()) {
      if (header != null && finder.matches(header)) {
        matches.add(header);
      }
      body.stream().filter(finder::matches).forEach(matches::add);
    }
  }

  /// Takes a new or changed row into the matches, or out of them.
  void match(Finder finder, Row row) {
    if (finder.query().isEmpty()) {
      return;
    }
    int at = indexOf(matches, row.id());
    boolean found = finder.matches(row);
    if (at >= 0 && found) {
      matches.set(at, row);
    } else if (at >= 0) {
      matches.remove(at);
    } else if (found) {
      matches.add(-at - 1, row);
    }
  }
}
