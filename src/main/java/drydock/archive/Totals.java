// SPDX-License-Identifier: Apache-2.0
package drydock.archive;

/// The [Sums] of every path, a column for each figure.
final class Totals {
  private final int[] files;
  private final int[] added;
  private final int[] changed;
  private final int[] removed;
  private final long[] bytes;
  private final long[] addedBytes;
  private final long[] changedBytes;
  private final long[] removedBytes;

  Totals(int paths) {
    files = new int[paths];
    added = new int[paths];
    changed = new int[paths];
    removed = new int[paths];
    bytes = new long[paths];
    addedBytes = new long[paths];
    changedBytes = new long[paths];
    removedBytes = new long[paths];
  }

  void seen(int node, long size) {
    files[node]++;
    bytes[node] += size;
  }

  void added(int node, long size) {
    seen(node, size);
    added[node]++;
    addedBytes[node] += size;
  }

  void changed(int node, long size) {
    seen(node, size);
    changed[node]++;
    changedBytes[node] += size;
  }

  void removed(int node, long size) {
    removed[node]++;
    removedBytes[node] += size;
  }

  /// Adds what is known of a path to its folder.
  void lift(int node, int folder) {
    files[folder] += files[node];
    added[folder] += added[node];
    changed[folder] += changed[node];
    removed[folder] += removed[node];
    bytes[folder] += bytes[node];
    addedBytes[folder] += addedBytes[node];
    changedBytes[folder] += changedBytes[node];
    removedBytes[folder] += removedBytes[node];
  }

  /// What it counts when the largest come first.
  long weight(int node) {
    return bytes[node] + removedBytes[node];
  }

  Sums of(int node) {
    return new Sums(
        files[node],
        bytes[node],
        added[node],
        addedBytes[node],
        changed[node],
        changedBytes[node],
        removed[node],
        removedBytes[node]);
  }
}
