// SPDX-License-Identifier: Apache-2.0
package drydock.ui.log;

import java.util.function.Consumer;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.jspecify.annotations.Nullable;

/// Searching the log: rows that have the query are counted, the folded ones too, and visited in order, round and round.
final class LogSearch {
  private final RowList rows;
  private final Consumer<Row> reveal;
  private final StringProperty query = new SimpleStringProperty(this, "query", "");
  private final BooleanProperty matchCase = new SimpleBooleanProperty(this, "matchCase");
  private final ReadOnlyIntegerWrapper count = new ReadOnlyIntegerWrapper(this, "count");
  private final ReadOnlyIntegerWrapper ordinal = new ReadOnlyIntegerWrapper(this, "ordinal");
  private @Nullable Row current;

  LogSearch(RowList rows, Consumer<Row> reveal) {
    this.rows = rows;
    this.reveal = reveal;
    query.subscribe(_ -> search());
    matchCase.subscribe(_ -> search());
  }

  StringProperty queryProperty() {
    return query;
  }

  BooleanProperty matchCaseProperty() {
    return matchCase;
  }

  /// How many rows have the query.
  ReadOnlyIntegerProperty countProperty() {
    return count.getReadOnlyProperty();
  }

  /// Which of them is visited, counted from 1; 0 for none.
  ReadOnlyIntegerProperty ordinalProperty() {
    return ordinal.getReadOnlyProperty();
  }

  boolean isCurrent(Row row) {
    return current != null && current.id() == row.id();
  }

  void next() {
    visit(ordinal.get() % Math.max(1, count.get()));
  }

  void previous() {
    visit((ordinal.get() <= 1 ? count.get() : ordinal.get() - 1) - 1);
  }

  /// Counts again after rows have come and gone.
  void recount() {
    count.set(rows.groups().stream().mapToInt(g -> g.matches.size()).sum());
    ordinal.set(place());
  }

  private void search() {
    rows.search(new Finder(query.get() == null ? "" : query.get(), matchCase.get()));
    current = null;
    recount();
    if (count.get() > 0) {
      visit(0);
    }
  }

  private void visit(int index) {
    int left = index;
    for (Group group : rows.groups()) {
      if (left < group.matches.size()) {
        current = group.matches.get(left);
        ordinal.set(index + 1);
        reveal.accept(current);
        return;
      }
      left -= group.matches.size();
    }
  }

  private int place() {
    int before = 0;
    for (Group group : rows.groups()) {
      int at = current == null ? -1 : Group.indexOf(group.matches, current.id());
      if (at >= 0) {
        return before + at + 1;
      }
      before += group.matches.size();
    }
    return 0;
  }
}
