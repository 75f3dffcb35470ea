// SPDX-License-Identifier: Apache-2.0
package drydock.archive;

import java.time.Instant;
import java.util.AbstractList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.RandomAccess;

/// What one layer's tar says, header by header, in about 60 bytes an entry. Immutable.
public final class LayerFiles {
  static final int NO_ENTRY = -1;

  private final Paths paths;
  private final LayerColumns columns;
  private final int size;
  private final long[] byNode; // path's number, then entry's: the last of equal paths counts
  private final long bytes;

  LayerFiles(Paths paths, LayerColumns columns) {
    this.paths = paths;
    this.columns = columns;
    this.size = columns.size;
    byNode = new long[size];
    int found = 0;
    long sum = 0;
    for (int i = 0; i < size; i++) {
      if (!kind(i).marker()) {
        byNode[found++] = (long) columns.nodes[i] << 32 | i;
      }
      sum += columns.sizes[i];
    }
    this.bytes = sum;
    Arrays.sort(byNode, 0, found);
    Arrays.fill(byNode, found, size, Long.MAX_VALUE);
  }

  /// All entries in the order of the tar, made when asked for; markers, and paths that come twice, among them.
  public List<Entry> entries() {
    return new Entries();
  }

  /// What the layer says last of a path; empty when nothing, or only that it is hidden.
  public Optional<Entry> find(String path) {
    int entry = of(paths.find(path));
    return entry == NO_ENTRY ? Optional.empty() : Optional.of(entry(entry));
  }

  /// The sizes of all files added up.
  public long bytes() {
    return bytes;
  }

  int size() {
    return size;
  }

  Paths paths() {
    return paths;
  }

  int node(int entry) {
    return columns.nodes[entry];
  }

  Kind kind(int entry) {
    return Kind.of(columns.kinds[entry]);
  }

  long size(int entry) {
    return columns.sizes[entry];
  }

  int mode(int entry) {
    return columns.modes[entry];
  }

  long owner(int entry) {
    return Integer.toUnsignedLong(columns.owners[entry]);
  }

  long group(int entry) {
    return Integer.toUnsignedLong(columns.groups[entry]);
  }

  long time(int entry) {
    return columns.times[entry];
  }

  int attributes(int entry) {
    return columns.attributes[entry];
  }

  /// Where its content starts in the unpacked tar; -1 when it is not there in one piece.
  long offset(int entry) {
    return columns.offsets[entry];
  }

  /// As it is written.
  String target(int entry) {
    int from = columns.targets[entry];
    return from < 0 ? "" : columns.target(from);
  }

  /// The last entry of a path that is no marker, or [#NO_ENTRY].
  int of(int node) {
    int at = Arrays.binarySearch(byNode, (long) node << 32 | 0xffff_ffffL);
    int before = -at - 2; // never found itself
    return before >= 0 && byNode[before] >>> 32 == node ? (int) byNode[before] : NO_ENTRY;
  }

  Entry entry(int i) {
    return new Entry(
        paths.path(node(i)),
        kind(i),
        size(i),
        mode(i),
        owner(i),
        group(i),
        Instant.ofEpochSecond(time(i)),
        kind(i) == Kind.HARD_LINK ? Links.absolute(target(i)) : target(i));
  }

  private final class Entries extends AbstractList<Entry> implements RandomAccess {
    @Override
    public Entry get(int index) {
      return entry(Objects.checkIndex(index, size));
    }

    @Override
    public int size() {
      return size;
    }
  }
}
