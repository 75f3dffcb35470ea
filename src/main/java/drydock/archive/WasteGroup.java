// SPDX-License-Identifier: Apache-2.0
package drydock.archive;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// Collects the files of one case of waste.
final class WasteGroup {
  private static final int SHOWN = 10;

  private record Sized(int node, long size) {}

  private final Paths paths;
  private final int lower;
  private final int upper;
  private final List<Sized> largest = new ArrayList<>();
  private int folder = Paths.NONE;
  private int files;
  private long bytes;

  WasteGroup(Paths paths, int lower, int upper) {
    this.paths = paths;
    this.lower = lower;
    this.upper = upper;
  }

  void add(int node, long size) {
    files++;
    bytes += size;
    folder = folder == Paths.NONE ? paths.parent(node) : common(folder, node);
    largest.add(new Sized(node, size));
    if (largest.size() > 2 * SHOWN) {
      cut();
    }
  }

  /// The folder that the files so far lie in, unless it is known better.
  Waste.Files files(int knownFolder) {
    cut();
    return new Waste.Files(
        lower,
        upper,
        paths.path(knownFolder == Paths.NONE ? folder : knownFolder),
        files,
        largest.stream().map(s -> paths.path(s.node())).toList(),
        bytes);
  }

  int largest() {
    cut();
    return largest.getFirst().node();
  }

  private void cut() {
    largest.sort(Comparator.comparingLong(Sized::size).reversed().thenComparingInt(Sized::node));
    if (largest.size() > SHOWN) {
      largest.subList(SHOWN, largest.size()).clear();
    }
  }

  /// A folder's number is lower than those of what lies in it.
  private int common(int a, int b) {
    int x = a;
    int y = b;
    while (x != y) {
      if (x > y) {
        x = paths.parent(x);
      } else {
        y = paths.parent(y);
      }
    }
    return x;
  }
}
