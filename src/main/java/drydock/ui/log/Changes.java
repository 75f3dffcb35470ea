// SPDX-License-Identifier: Apache-2.0
package drydock.ui.log;

import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// What has changed in a group since listeners last heard: which rows were replaced and, as all that is beyond
/// [#known], which were appended.
final class Changes {
  private final Group group;
  private final int known;
  private final SortedMap<Integer, Row> oldRows = new TreeMap<>();
  private Row.@Nullable Header oldHeader;

  Changes(Group group) {
    this.group = group;
    known = group.body.size();
  }

  Group group() {
    return group;
  }

  int known() {
    return known;
  }

  Row.@Nullable Header oldHeader() {
    return oldHeader;
  }

  /// By place in the body.
  SortedMap<Integer, Row> oldRows() {
    return oldRows;
  }

  void header(Row.Header old) {
    if (oldHeader == null) {
      oldHeader = old;
    }
  }

  void replaced(int at, Row old) {
    if (at < known) {
      oldRows.putIfAbsent(at, old);
    }
  }
}
