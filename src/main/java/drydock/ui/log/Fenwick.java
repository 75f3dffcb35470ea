// SPDX-License-Identifier: Apache-2.0
package drydock.ui.log;

/// Sums over the first entries of a list of counts, in logarithmic time (P. M. Fenwick, 1994).
final class Fenwick {
  private final int[] tree;

  Fenwick(int size) {
    tree = new int[size + 1];
  }

  void add(int index, int delta) {
    for (int i = index + 1; i < tree.length; i += i & -i) {
      tree[i] += delta;
    }
  }

  /// The sum of all before `index`.
  int before(int index) {
    int sum = 0;
    for (int i = index; i > 0; i -= i & -i) {
      sum += tree[i];
    }
    return sum;
  }

  /// The entry that the item numbered `item`, counted over all, belongs to.
  int find(int item) {
    int at = 0;
    int left = item;
    for (int step = Integer.highestOneBit(tree.length); step > 0; step >>= 1) {
      if (at + step < tree.length && tree[at + step] <= left) {
        at += step;
        left -= tree[at];
      }
    }
    return at;
  }
}
