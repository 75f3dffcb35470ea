// SPDX-License-Identifier: Apache-2.0
package drydock.archive;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/// The entries of a layer as they are read, a column for each field.
final class LayerColumns {
  private static final byte[] WHITEOUT = ".wh.".getBytes(StandardCharsets.US_ASCII);
  private static final byte[] SPECIAL = ".wh..wh.".getBytes(StandardCharsets.US_ASCII);
  private static final byte[] OPAQUE = ".wh..wh..opq".getBytes(StandardCharsets.US_ASCII);
  private static final long EARLIEST = -62_135_596_800L; // year 1
  private static final long LATEST = 253_402_300_799L; // year 9999

  private final PathTable paths;
  private final Bounds bounds;
  private final int most;
  private byte[] pool = new byte[256];
  private int pooled;

  int size;
  int[] nodes = new int[256];
  byte[] kinds = new byte[256];
  short[] modes = new short[256];
  int[] owners = new int[256];
  int[] groups = new int[256];
  long[] sizes = new long[256];
  long[] times = new long[256];
  long[] offsets = new long[256];
  int[] targets = new int[256];
  int[] attributes = new int[256];

  /// @param most so many entries may be left
  LayerColumns(PathTable paths, Bounds bounds, int most) {
    this.paths = paths;
    this.bounds = bounds;
    this.most = most;
  }

  /// Reads a tar to its end.
  LayerColumns read(TarReader tar) throws IOException {
    while (tar.next()) {
      if (size >= most) {
        throw ArchiveException.tooMuch(OddName.start(tar.name, tar.name.length));
      }
      add(tar);
    }
    resize(size);
    pool = Arrays.copyOf(pool, pooled);
    return this;
  }

  String target(int from) {
    int to = from;
    while (pool[to] != 0) {
      to++;
    }
    return new String(pool, from, to - from, StandardCharsets.UTF_8);
  }

  private void add(TarReader tar) throws IOException {
    byte[] name = tar.name;
    int end = end(name);
    int last = lastPart(name);
    if (!starts(name, last, WHITEOUT)) {
      put(tar, tar.kind, paths.add(name, name.length));
    } else if (!starts(name, last, SPECIAL)) {
      int hidden = last + WHITEOUT.length;
      if (hidden == end || Paths.here(name, hidden, end) || Paths.up(name, hidden, end)) {
        throw ArchiveException.oddEntry(OddName.start(name, name.length));
      }
      byte[] path = Arrays.copyOf(name, end - WHITEOUT.length);
      System.arraycopy(name, hidden, path, last, end - hidden);
      put(tar, Kind.WHITEOUT, paths.add(path, path.length));
    } else if (end - last == OPAQUE.length && starts(name, last, OPAQUE)) {
      put(tar, Kind.OPAQUE, paths.add(name, last));
    } // other special names are notes of a storage driver to itself
  }

  private void put(TarReader tar, Kind kind, int node) throws ArchiveException {
    if (size == nodes.length) {
      resize(size * 2);
    }
    boolean marker = kind.marker();
    nodes[size] = node;
    kinds[size] = (byte) kind.code();
    modes[size] = (short) tar.mode;
    owners[size] = (int) tar.owner;
    groups[size] = (int) tar.group;
    sizes[size] = marker ? 0 : tar.size;
    times[size] = Math.clamp(tar.time, EARLIEST, LATEST);
    offsets[size] = tar.size == tar.stored ? tar.offset() : -1;
    targets[size] = kind == Kind.SYMLINK || kind == Kind.HARD_LINK ? keep(tar) : -1;
    attributes[size] = tar.attributes;
    size++;
  }

  private int keep(TarReader tar) throws ArchiveException {
    byte[] link = tar.link;
    if (link.length > bounds.name()) {
      throw ArchiveException.tooMuch(OddName.start(tar.name, tar.name.length));
    }
    int from = pooled;
    int end = Math.addExact(from, link.length + 1);
    if (end > pool.length) {
      pool = Arrays.copyOf(pool, (int) Math.min(Integer.MAX_VALUE - 8L, 2L * end));
    }
    System.arraycopy(link, 0, pool, from, link.length);
    pool[end - 1] = 0;
    pooled = end;
    return from;
  }

  private void resize(int length) {
    nodes = Arrays.copyOf(nodes, length);
    kinds = Arrays.copyOf(kinds, length);
    modes = Arrays.copyOf(modes, length);
    owners = Arrays.copyOf(owners, length);
    groups = Arrays.copyOf(groups, length);
    sizes = Arrays.copyOf(sizes, length);
    times = Arrays.copyOf(times, length);
    offsets = Arrays.copyOf(offsets, length);
    targets = Arrays.copyOf(targets, length);
    attributes = Arrays.copyOf(attributes, length);
  }

  private static int end(byte[] name) {
    int end = name.length;
    while (end > 0 && name[end - 1] == '/') {
      end--;
    }
    return end;
  }

  private static int lastPart(byte[] name) {
    int at = end(name);
    while (at > 0 && name[at - 1] != '/') {
      at--;
    }
    return at;
  }

  private static boolean starts(byte[] name, int from, byte[] with) {
    return name.length - from >= with.length
        && Arrays.equals(name, from, from + with.length, with, 0, with.length);
  }
}
