// SPDX-License-Identifier: Apache-2.0
package drydock.ui.log;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import javafx.collections.ObservableListBase;
import org.jspecify.annotations.Nullable;

/// The rows that the list view shows: the groups one after the other, without what is folded. A row that is put into a
/// group in the middle costs the logarithm of the number of groups, and listeners hear of exactly what changed.
final class RowList extends ObservableListBase<Row> {
  private final List<Group> groups = new ArrayList<>();
  private final Map<Group, Changes> pending = new HashMap<>();
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

  /// Does several changes; listeners hear of rows that came or changed when all is done.
  void change(Runnable work) {
    try {
      work.run();
    } finally {
      publish();
    }
  }

  void addGroup(int position, Group group) {
    publish();
    groups.add(position, group);
    renumber();
    announceAdded(group);
  }

  void moveGroup(Group group, int position) {
    if (group.position == position) {
      return;
    }
    publish();
    beginChange();
    nextRemove(start(group), group.shownRows());
    groups.remove(group.position);
    groups.add(position, group);
    renumber();
    announceAdded(group);
    endChange();
  }

  void empty(Group group) {
    drop(group, group.body.size());
  }

  @Override
  public void clear() {
    publish();
    List<Row> all = List.copyOf(this);
    groups.clear();
    lines = 0;
    characters = 0;
    renumber();
    if (!all.isEmpty()) {
      beginChange();
      nextRemove(0, all);
      endChange();
    }
  }

  /// Sets or changes a group's header.
  void setHeader(Group group, Row.Header header) {
    Row.Header old = group.header;
    if (header.equals(old)) {
      return;
    }
    if (old == null) {
      publish();
    } else {
      changes(group).header(old);
    }
    group.header = header;
    group.match(finder, header);
    if (old == null) {
      resize(group, 1);
      beginChange();
      nextAdd(start(group), start(group) + 1);
      endChange();
    }
  }

  /// Appends rows with new ids; a row whose id is there takes that row's place; one whose id has gone is forgotten.
  void put(Group group, List<? extends Row> rows) {
    Changes changes = changes(group);
    for (Row row : rows) {
      if (group.body.isEmpty() || row.id() > group.body.getLast().id()) {
        group.body.add(row);
        if (!group.folded) {
          resize(group, 1);
        }
        count(1, row.text().length());
        group.match(finder, row);
      } else {
        int at = group.indexOf(row.id());
        if (at >= 0) {
          Row old = group.body.set(at, row);
          changes.replaced(at, old);
          count(0, row.text().length() - old.text().length());
          group.match(finder, row);
        }
      }
    }
  }

  void fold(Group group, boolean folded) {
    if (group.folded == folded) {
      return;
    }
    publish();
    int from = start(group) + group.headerRows();
    int rows = group.body.size();
    group.folded = folded;
    if (rows == 0) {
      return;
    }
    resize(group, folded ? -rows : rows);
    beginChange();
    if (folded) {
      nextRemove(from, List.copyOf(group.body));
    } else {
      nextAdd(from, from + rows);
    }
    endChange();
  }

  private Changes changes(Group group) {
    return pending.computeIfAbsent(group, Changes::new);
  }

  /// Tells listeners what is pending, from top to bottom. That order matters: `ObservableListBase` (JavaFX 26) gets places
  /// wrong when a row that was just added is set, or when changes come out of order.
  private void publish() {
    if (pending.isEmpty()) {
      return;
    }
    List<Changes> all = new ArrayList<>(pending.values());
    pending.clear();
    all.sort(Comparator.comparingInt(c -> c.group().position));
    beginChange();
    for (Changes changes : all) {
      Group group = changes.group();
      int start = start(group);
      if (changes.oldHeader() != null) {
        nextSet(start, changes.oldHeader());
      }
      if (!group.folded) {
        int body = start + group.headerRows();
        changes.oldRows().forEach((at, old) -> nextSet(body + at, old));
        if (changes.known() < group.body.size()) {
          nextAdd(body + changes.known(), body + group.body.size());
        }
      }
    }
    endChange();
  }

  /// Forgets the oldest rows, some more than needed so that it is seldom done, until at most so many lines and characters
  /// are left.
  ///
  /// @param gone told of each group's rows that go
  /// @return whether any went
  boolean dropOldest(int maxLines, long maxCharacters, BiConsumer<Group, List<Row>> gone) {
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
          List<Row> rows = drop(group, at < 0 ? -at - 1 : at);
          if (!rows.isEmpty()) {
            gone.accept(group, rows);
          }
        }
      }
    }
    return lines < before;
  }

  /// Notes and verdicts are few, and stay.
  private static boolean droppable(Group group) {
    return group.header != null || group.key.equals(Transcript.OUTPUT);
  }

  private List<Row> drop(Group group, int count) {
    if (count == 0) {
      return List.of();
    }
    publish();
    List<Row> gone = group.body.subList(0, count);
    List<Row> removed = List.copyOf(gone);
    gone.clear();
    count(-count, -removed.stream().mapToLong(r -> r.text().length()).sum());
    long last = removed.getLast().id();
    group.matches.removeIf(r -> r.id() <= last && !r.equals(group.header));
    if (!group.folded) {
      resize(group, -count);
      beginChange();
      nextRemove(start(group) + group.headerRows(), removed);
      endChange();
    }
    return removed;
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
