// SPDX-License-Identifier: Apache-2.0
package drydock.ui.log;

import java.util.ArrayList;
import java.util.List;
import javafx.collections.ObservableListBase;
import org.jspecify.annotations.Nullable;

/// The rows that the list view shows: the groups one after the other, without what is folded. A row that is put into a
/// group in the middle costs the logarithm of the number of groups, and listeners hear of exactly what changed, once for
/// all that happens within one [#change].
final class RowList extends ObservableListBase<Row> {
  private final List<Group> groups = new ArrayList<>();
  private Fenwick shown = new Fenwick(0);
  private Finder finder = Finder.NOTHING;
  private int size;
  private int lines;
  private long characters;

  @Override
  public Row get(int index) {
    if (index < 0 || index >= size) {
      throw new IndexOutOfBoundsException("row " + index + " of " + size);
    }
    Group group = groupAt(index);
    return group.shownRow(index - start(group));
  }

  @Override
  public int size() {
    return size;
  }

  @Override
  public int indexOf(@Nullable Object row) {
    return row instanceof Row r ? indexOf(r) : -1;
  }

  @Override
  public int lastIndexOf(@Nullable Object row) {
    return indexOf(row);
  }

  @Override
  public boolean contains(@Nullable Object row) {
    return indexOf(row) >= 0;
  }

  /// Where the row with this one's id is shown; -1 when it is folded away or gone.
  int indexOf(Row row) {
    for (Group group : groups) {
      if (group.header != null && group.header.id() == row.id()) {
        return start(group);
      }
      int at = group.folded ? -1 : group.indexOf(row.id());
      if (at >= 0) {
        return start(group) + group.headerRows() + at;
      }
    }
    return -1;
  }

  /// The group that the row shown at `index` belongs to.
  Group groupAt(int index) {
    return groups.get(shown.find(index));
  }

  /// The group that holds a row, shown or folded away; null when the row is gone.
  @Nullable Group groupOf(Row row) {
    return groups.stream().filter(g -> g.has(row.id())).findFirst().orElse(null);
  }

  int start(Group group) {
    return shown.before(group.position);
  }

  List<Group> groups() {
    return groups;
  }

  /// Rows under headers, and in groups without one.
  int lines() {
    return lines;
  }

  long characters() {
    return characters;
  }

  /// Does several changes; listeners hear of them together.
  void change(Runnable work) {
    beginChange();
    try {
      work.run();
    } finally {
      endChange();
    }
  }

  void addGroup(int position, Group group) {
    groups.add(position, group);
    renumber();
    announceAdded(group);
  }

  void moveGroup(Group group, int position) {
    if (group.position == position) {
      return;
    }
    beginChange();
    announceRemoved(group);
    groups.remove(group.position);
    groups.add(position, group);
    renumber();
    announceAdded(group);
    endChange();
  }

  void empty(Group group) {
    beginChange();
    drop(group, group.body.size());
    endChange();
  }

  @Override
  public void clear() {
    beginChange();
    List<Row> all = List.copyOf(this);
    groups.clear();
    lines = 0;
    characters = 0;
    renumber();
    if (!all.isEmpty()) {
      nextRemove(0, all);
    }
    endChange();
  }

  /// Sets or changes a group's header.
  void setHeader(Group group, Row.Header header) {
    Row.Header old = group.header;
    if (header.equals(old)) {
      return;
    }
    beginChange();
    group.header = header;
    group.match(finder, header);
    if (old == null) {
      resize(group, 1);
      nextAdd(start(group), start(group) + 1);
    } else {
      nextSet(start(group), old);
    }
    endChange();
  }

  /// Appends rows with new ids; a row whose id is there takes that row's place; one whose id has gone is forgotten.
  void put(Group group, List<? extends Row> rows) {
    beginChange();
    int first = group.body.size();
    for (Row row : rows) {
      if (group.body.isEmpty() || row.id() > group.body.getLast().id()) {
        group.body.add(row);
        count(1, row.text().length());
        group.match(finder, row);
      } else if (group.indexOf(row.id()) >= 0) {
        first = appended(group, first);
        replace(group, group.indexOf(row.id()), row);
      }
    }
    appended(group, first);
    endChange();
  }

  private int appended(Group group, int first) {
    int added = group.body.size() - first;
    if (added > 0 && !group.folded) {
      resize(group, added);
      int from = start(group) + group.headerRows() + first;
      nextAdd(from, from + added);
    }
    return group.body.size();
  }

  private void replace(Group group, int at, Row row) {
    Row old = group.body.set(at, row);
    if (row.equals(old)) {
      return;
    }
    count(0, row.text().length() - old.text().length());
    group.match(finder, row);
    if (!group.folded) {
      nextSet(start(group) + group.headerRows() + at, old);
    }
  }

  void fold(Group group, boolean folded) {
    if (group.folded == folded) {
      return;
    }
    int from = start(group) + group.headerRows();
    int rows = group.body.size();
    group.folded = folded;
    if (rows == 0) {
      return;
    }
    beginChange();
    resize(group, folded ? -rows : rows);
    if (folded) {
      nextRemove(from, List.copyOf(group.body));
    } else {
      nextAdd(from, from + rows);
    }
    endChange();
  }

  /// Forgets the oldest rows, some more than needed so that it is seldom done, until at most so many lines and characters
  /// are left; how many it forgot.
  int dropOldest(int maxLines, long maxCharacters) {
    int before = lines;
    while (lines > maxLines || characters > maxCharacters) {
      long oldest =
          groups.stream()
              .filter(g -> !g.body.isEmpty() && droppable(g))
              .mapToLong(g -> g.body.getFirst().id())
              .min()
              .orElse(Long.MAX_VALUE);
      if (oldest == Long.MAX_VALUE) {
        break;
      }
      long keepFrom = oldest + Math.max(1, lines / 50);
      for (Group group : groups) {
        if (droppable(group)) {
          int at = group.indexOf(keepFrom);
          drop(group, at < 0 ? -at - 1 : at);
        }
      }
    }
    return before - lines;
  }

  /// Notes and verdicts are few, and stay.
  private static boolean droppable(Group group) {
    return group.header != null || group.key.equals(Transcript.OUTPUT);
  }

  private void drop(Group group, int count) {
    if (count == 0) {
      return;
    }
    List<Row> gone = group.body.subList(0, count);
    List<Row> removed = List.copyOf(gone);
    gone.clear();
    count(-count, -removed.stream().mapToLong(r -> r.text().length()).sum());
    long last = removed.getLast().id();
    group.matches.removeIf(r -> r.id() <= last && !r.equals(group.header));
    if (!group.folded) {
      resize(group, -count);
      nextRemove(start(group) + group.headerRows(), removed);
    }
  }

  /// Searches all rows, the folded ones too, and from now on every new one.
  void search(Finder wanted) {
    finder = wanted;
    groups.forEach(g -> g.search(wanted));
  }

  Finder finder() {
    return finder;
  }

  private void announceAdded(Group group) {
    if (group.shown() > 0) {
      beginChange();
      nextAdd(start(group), start(group) + group.shown());
      endChange();
    }
  }

  private void announceRemoved(Group group) {
    List<Row> rows = new ArrayList<>();
    for (int i = 0; i < group.shown(); i++) {
      rows.add(group.shownRow(i));
    }
    nextRemove(start(group), rows);
  }

  private void count(int moreLines, long moreCharacters) {
    lines += moreLines;
    characters += moreCharacters;
  }

  private void resize(Group group, int delta) {
    shown.add(group.position, delta);
    size += delta;
  }

  private void renumber() {
    shown = new Fenwick(groups.size());
    size = 0;
    for (int i = 0; i < groups.size(); i++) {
      Group group = groups.get(i);
      group.position = i;
      resize(group, group.shown());
    }
  }
}
