// SPDX-License-Identifier: Apache-2.0
package drydock.ui.files;

import drydock.archive.Order;
import java.util.ArrayList;
import java.util.List;

/// A tree as the lines that are seen of it.
///
/// @param more whether there are more than can be shown
record Rows(List<Row> lines, boolean more) {
  static final Rows NONE = new Rows(List.of(), false);

  /// Of more nobody finds anything without the filter.
  static final int MOST = 200_000;

  /// A chain of folders can be endless in a made-up archive.
  private static final int DEEPEST = 200;

  Rows {
    lines = List.copyOf(lines);
  }

  static Rows of(FileListing listing, Opened open, Order order) {
    List<Row> lines = new ArrayList<>();
    boolean more = add(listing, listing.top(order), 0, open, order, lines);
    return new Rows(lines, more);
  }

  private static boolean add(
      FileListing listing,
      List<FileItem> items,
      int depth,
      Opened open,
      Order order,
      List<Row> lines) {
    for (FileItem item : items) {
      if (lines.size() >= MOST) {
        return true;
      }
      boolean opened = item.folder() && depth < DEEPEST && open.is(item.path());
      lines.add(new Row(item, depth, opened));
      if (opened && add(listing, listing.in(item, order), depth + 1, open, order, lines)) {
        return true;
      }
    }
    return false;
  }
}
