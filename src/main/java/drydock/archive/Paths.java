// SPDX-License-Identifier: Apache-2.0
package drydock.archive;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/// The paths that a [PathTable] held at one moment. Unchanging, although the table goes on in the same arrays: beyond
/// `count`.
final class Paths {
  static final int ROOT = 0;
  static final int NONE = -1;

  private final int[] parents;
  private final int[] names;
  private final byte[] letters;
  private final int[] slots;
  private final int count;

  Paths(int[] parents, int[] names, byte[] letters, int[] slots, int count) {
    this.parents = parents;
    this.names = names;
    this.letters = letters;
    this.slots = slots;
    this.count = count;
  }

  int count() {
    return count;
  }

  int parent(int node) {
    return parents[node];
  }

  /// The number of a path that is there, or [#NONE].
  int find(String path) {
    byte[] bytes = path.getBytes(StandardCharsets.UTF_8);
    int node = ROOT;
    for (int from = 0; from < bytes.length && node >= 0; ) {
      int to = end(bytes, from, bytes.length);
      if (up(bytes, from, to)) {
        node = parents[node];
      } else if (to > from && !here(bytes, from, to)) {
        node = child(node, bytes, from, to);
      }
      from = to + 1;
    }
    return node;
  }

  /// Absolute; the root is "/".
  String path(int node) {
    if (node == ROOT) {
      return "/";
    }
    int length = 0;
    for (int n = node; n != ROOT; n = parents[n]) {
      length += names[n + 1] - names[n] + 1;
    }
    byte[] path = new byte[length];
    for (int n = node; n != ROOT; n = parents[n]) {
      int size = names[n + 1] - names[n];
      length -= size;
      System.arraycopy(letters, names[n], path, length, size);
      path[--length] = '/';
    }
    return new String(path, StandardCharsets.UTF_8);
  }

  /// The last part of its path; of the root "/".
  String name(int node) {
    return node == ROOT
        ? "/"
        : new String(letters, names[node], names[node + 1] - names[node], StandardCharsets.UTF_8);
  }

  int compareNames(int a, int b) {
    return Arrays.compareUnsigned(letters, names[a], names[a + 1], letters, names[b], names[b + 1]);
  }

  private int child(int parent, byte[] path, int from, int to) {
    int mask = slots.length - 1;
    for (int i = hash(parent, path, from, to) & mask; slots[i] != 0; i = (i + 1) & mask) {
      int node = slots[i] - 1;
      if (node < count
          && parents[node] == parent
          && Arrays.equals(path, from, to, letters, names[node], names[node + 1])) {
        return node;
      }
    }
    return NONE;
  }

  /// Where the part of a path that starts here ends.
  static int end(byte[] path, int from, int length) {
    int to = from;
    while (to < length && path[to] != '/') {
      to++;
    }
    return to;
  }

  static boolean here(byte[] path, int from, int to) {
    return to - from == 1 && path[from] == '.';
  }

  static boolean up(byte[] path, int from, int to) {
    return to - from == 2 && path[from] == '.' && path[from + 1] == '.';
  }

  static int hash(int parent, byte[] bytes, int from, int to) {
    int hash = parent * 0x9E3779B9;
    for (int i = from; i < to; i++) {
      hash = (hash ^ bytes[i]) * 0x01000193;
    }
    hash *= 0x85EBCA6B;
    return hash ^ (hash >>> 15);
  }
}
