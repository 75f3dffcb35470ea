// SPDX-License-Identifier: Apache-2.0
package drydock.ui.log;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// A group with a header: its title, how it stands, and its progress bars.
final class Section {
  /// An engine may name as many parts as it likes; a log with more bars than this helps nobody.
  private static final int MOST_BARS = 500;

  final Group group;
  private final RowList rows;
  private final long id;
  private final Map<String, Long> bars = new HashMap<>();
  private String title;
  private Timing timing = Timing.WAITING;
  private boolean foldedByHand;

  /// Adds itself to `rows` at `position`.
  Section(RowList rows, int position, String key, long id, String title) {
    this.rows = rows;
    this.id = id;
    this.title = title;
    group = new Group(key);
    rows.addGroup(position, group);
    refresh();
  }

  Timing timing() {
    return timing;
  }

  void setTiming(Timing timing) {
    this.timing = timing;
    refresh();
  }

  void setTitle(String title) {
    this.title = title;
    refresh();
  }

  void put(List<? extends Row> more) {
    boolean first = group.body.isEmpty();
    rows.put(group, more);
    if (first) {
      refresh();
    }
  }

  void progress(long rowId, String item, String status, long current, long total, boolean done) {
    if (bars.size() < MOST_BARS || bars.containsKey(item)) {
      long bar = bars.computeIfAbsent(item, _ -> rowId);
      put(List.of(new Row.Progress(bar, item, status, current, total, done)));
    }
  }

  void empty() {
    rows.empty(group);
    refresh();
  }

  /// Folds or unfolds, unless a person has had a say.
  void foldByItself(boolean folded) {
    if (!foldedByHand) {
      fold(folded);
    }
  }

  void foldByHand(boolean folded) {
    foldedByHand = true;
    fold(folded);
  }

  private void fold(boolean folded) {
    rows.fold(group, folded);
    refresh();
  }

  private void refresh() {
    rows.setHeader(
        group, new Row.Header(id, group.key, title, timing, group.folded, !group.body.isEmpty()));
  }
}
