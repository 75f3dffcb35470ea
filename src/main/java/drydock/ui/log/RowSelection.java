// SPDX-License-Identifier: Apache-2.0
package drydock.ui.log;

import java.util.ArrayList;
import java.util.List;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/// The selected rows, from where selecting began to where it was led. Kept as rows, not as places, so that rows that come
/// or go elsewhere do not matter.
final class RowSelection {
  private final RowList rows;
  private final ReadOnlyObjectWrapper<@Nullable Row> lead =
      new ReadOnlyObjectWrapper<>(this, "lead");
  private @Nullable Row anchor;

  RowSelection(RowList rows) {
    this.rows = rows;
  }

  /// The row that keys move from; null when none was chosen yet.
  ReadOnlyObjectProperty<@Nullable Row> leadProperty() {
    return lead.getReadOnlyProperty();
  }

  /// Where the lead is; -1 for nowhere.
  int leadIndex() {
    Row row = lead.get();
    return row == null ? -1 : rows.indexOf(row);
  }

  /// @param extend whether all from the anchor to there is selected
  void select(int index, boolean extend) {
    if (rows.isEmpty()) {
      return;
    }
    Row row = rows.get(Math.clamp(index, 0, rows.size() - 1));
    if (!extend || anchor == null) {
      anchor = row;
    }
    lead.set(row);
  }

  void selectAll() {
    if (!rows.isEmpty()) {
      anchor = rows.getFirst();
      lead.set(rows.getLast());
    }
  }

  /// From first to last, both included; `(0, -1)` for none.
  Range range() {
    int to = leadIndex();
    int from = anchor == null ? -1 : rows.indexOf(anchor);
    if (to < 0) {
      return new Range(0, -1);
    }
    return from < 0 ? new Range(to, to) : new Range(Math.min(from, to), Math.max(from, to));
  }

  List<Row> selected() {
    Range range = range();
    List<Row> selected = new ArrayList<>();
    for (int i = range.first(); i <= range.last(); i++) {
      selected.add(rows.get(i));
    }
    return selected;
  }

  record Range(int first, int last) {
    boolean has(int index) {
      return first <= index && index <= last;
    }
  }
}
