// SPDX-License-Identifier: Apache-2.0
package drydock.diagram.picture;

import drydock.diagram.Rect;

/// Where apps stand beside each other: a few as cards, many as small cells, the rest as one cell with
/// its number. The columns depend on the width alone, so that one more app moves none.
///
/// @param shown how many stand for themselves
/// @param rest how many the last cell stands for; 0 when there is no such cell
record StackGrid(double width, boolean cards, int shown, int rest) {
  private static final int MOST_CARDS = 6;
  private static final int MOST_CELLS = 24;
  private static final double CARD = 132;
  private static final double CELL = 88;
  private static final double GAP = 8;

  static StackGrid of(int apps, double width) {
    int shown = apps <= MOST_CELLS ? apps : MOST_CELLS - 1;
    return new StackGrid(width, apps <= MOST_CARDS, shown, apps - shown);
  }

  private int columns() {
    return Math.max(1, (int) ((width + GAP) / ((cards ? CARD : CELL) + GAP)));
  }

  private int cells() {
    return shown + (rest > 0 ? 1 : 0);
  }

  /// Its height when each cell is `cell` high.
  double height(double cell) {
    int rows = (cells() + columns() - 1) / columns();
    return rows == 0 ? 0 : rows * (cell + GAP) - GAP;
  }

  /// The `n`-th place, counted from 0, of a grid whose corner is at `x`, `y`.
  Rect place(int n, double x, double y, double cell) {
    double each = Math.floor((width - (columns() - 1) * GAP) / columns());
    int column = n % columns();
    int row = n / columns();
    return new Rect(x + column * (each + GAP), y + row * (cell + GAP), each, cell);
  }
}
