// SPDX-License-Identifier: Apache-2.0
package drydock.archive;

import java.util.Arrays;

/// Every path of every layer once, as a tree of numbers. A folder's number is lower than those of what lies in it, so
/// that sums and removals need one pass and no recursion, however deep a path is. Only grows.
final class PathTable {
  private static final int LARGEST = Integer.MAX_VALUE - 8;

  private final int most;
  private final int longest;
  private int count = 1;
  private int[] parents = new int[1024];
  private int[] names = new int[1025]; // where each one's name starts; the next one's start ends it
  private byte[] letters = new byte[1 << 14];
  private int[] slots = new int[4096]; // number + 1; 0 is empty
  private byte[] lastFolder = new byte[0];
  private int lastFolderNode = Paths.ROOT;

  PathTable(Bounds bounds) {
    most = bounds.entries();
    longest = bounds.name();
    parents[Paths.ROOT] = Paths.NONE;
  }

  Paths view() {
    return new Paths(parents, names, letters, slots, count);
  }

  /// The number of a path, which may be new.
  int add(byte[] path, int length) throws ArchiveException {
    if (length > longest) {
      throw ArchiveException.tooMuch(OddName.start(path, length));
    }
    int from = length;
    while (from > 0 && path[from - 1] != '/') {
      from--;
    }
    boolean plain =
        from < length && !Paths.here(path, from, length) && !Paths.up(path, from, length);
    return plain
        ? step(folder(path, from, length), path, from, length)
        : walk(path, length, length);
  }

  /// Entries come folder by folder.
  private int folder(byte[] path, int length, int whole) throws ArchiveException {
    if (!Arrays.equals(path, 0, length, lastFolder, 0, lastFolder.length)) {
      lastFolderNode = walk(path, length, whole);
      lastFolder = Arrays.copyOf(path, length);
    }
    return lastFolderNode;
  }

  /// @param whole the length of the path that this is the beginning of, for a sentence
  private int walk(byte[] path, int length, int whole) throws ArchiveException {
    int node = Paths.ROOT;
    for (int from = 0; from < length; ) {
      int to = Paths.end(path, from, length);
      if (Paths.up(path, from, to)) {
        if (node == Paths.ROOT) {
          throw ArchiveException.oddEntry(OddName.start(path, whole));
        }
        node = parents[node];
      } else if (to > from && !Paths.here(path, from, to)) {
        node = step(node, path, from, to);
      }
      from = to + 1;
    }
    return node;
  }

  private int step(int parent, byte[] path, int from, int to) throws ArchiveException {
    int mask = slots.length - 1;
    int slot = Paths.hash(parent, path, from, to) & mask;
    while (slots[slot] != 0) {
      int node = slots[slot] - 1;
      if (parents[node] == parent
          && Arrays.equals(path, from, to, letters, names[node], names[node + 1])) {
        return node;
      }
      slot = (slot + 1) & mask;
    }
    int start = names[count];
    if (count > most || start > LARGEST - (to - from)) {
      throw ArchiveException.tooMuch(OddName.start(path, to));
    }
    grow(start + to - from);
    System.arraycopy(path, from, letters, start, to - from);
    parents[count] = parent;
    names[count + 1] = start + to - from;
    slots[slot] = count + 1;
    count++;
    if (count * 2 > slots.length) {
      rehash();
    }
    return count - 1;
  }

  private void grow(int end) {
    if (count == parents.length) {
      parents = Arrays.copyOf(parents, count * 2);
      names = Arrays.copyOf(names, count * 2 + 1);
    }
    if (end > letters.length) {
      letters = Arrays.copyOf(letters, (int) Math.min(LARGEST, 2L * end));
    }
  }

  private void rehash() {
    int[] larger = new int[slots.length * 2];
    int mask = larger.length - 1;
    for (int node = 1; node < count; node++) {
      int i = Paths.hash(parents[node], letters, names[node], names[node + 1]) & mask;
      while (larger[i] != 0) {
        i = (i + 1) & mask;
      }
      larger[i] = node + 1;
    }
    slots = larger;
  }
}
