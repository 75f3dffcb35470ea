// SPDX-License-Identifier: Apache-2.0
package drydock.archive;

import java.time.Instant;
import java.util.AbstractList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.RandomAccess;
import java.util.Set;

/// The files that are seen after a layer, and what that layer does to those below it. Nodes are made when they are asked
/// for; what is kept is about 40 bytes a path. Immutable.
public final class FileTree {
  private static final int FOLDER_MODE = 0755;

  private final Comparison comparison;
  private final int[] starts; // of each node's children in `children`
  private final int[] children;

  FileTree(Comparison comparison, Filter filter) {
    this.comparison = comparison;
    int count = comparison.count();
    boolean[] shown = new Wanted(comparison, filter).shown();
    starts = new int[count + 1];
    for (int node = 1; node < count; node++) {
      if (shown[node]) {
        starts[comparison.parent(node) + 1]++;
      }
    }
    for (int node = 0; node < count; node++) {
      starts[node + 1] += starts[node];
    }
    children = new int[starts[count]];
    int[] next = Arrays.copyOf(starts, count);
    for (int node = 1; node < count; node++) {
      if (shown[node]) {
        children[next[comparison.parent(node)]++] = node;
      }
    }
  }

  /// The layer that it is seen after.
  public int layer() {
    return comparison.layer();
  }

  /// The layers up to this one whose files are not known, so that the tree is not whole.
  public List<Integer> unknown() {
    return comparison.unknown();
  }

  public FileNode root() {
    return node(Paths.ROOT);
  }

  /// How many nodes there are besides the root.
  public int size() {
    return children.length;
  }

  /// The same files, with only what is wanted; figures of folders stay whole.
  public FileTree only(Filter filter) {
    return new FileTree(comparison, filter);
  }

  /// What lies directly in a folder. The list makes its nodes anew each time.
  public List<FileNode> children(FileNode folder, Order order) {
    Integer[] sorted = new Integer[starts[folder.id() + 1] - starts[folder.id()]];
    for (int i = 0; i < sorted.length; i++) {
      sorted[i] = children[starts[folder.id()] + i];
    }
    Arrays.sort(sorted, comparison.order(order));
    return new Nodes(sorted);
  }

  /// The node of a path, if it is in the tree.
  public Optional<FileNode> find(String path) {
    int node = comparison.find(path);
    return node == Paths.ROOT || (node > 0 && contains(node))
        ? Optional.of(node(node))
        : Optional.empty();
  }

  private boolean contains(int node) {
    int parent = comparison.parent(node);
    for (int i = starts[parent]; i < starts[parent + 1]; i++) {
      if (children[i] == node) {
        return true;
      }
    }
    return false;
  }

  private FileNode node(int id) {
    int version = comparison.version(id);
    Change change = comparison.change(id);
    Set<Aspect> aspects =
        change == Change.CHANGED || change == Change.OPAQUE
            ? comparison.aspects(id)
            : EnumSet.noneOf(Aspect.class);
    return new FileNode(
        id,
        comparison.name(id),
        version == Views.NOTHING ? implied(id) : comparison.entry(version),
        version == Views.NOTHING ? -1 : comparison.layerOf(version),
        change,
        aspects,
        comparison.sums(id),
        starts[id + 1] - starts[id]);
  }

  private Entry implied(int id) {
    return new Entry(comparison.path(id), Kind.FOLDER, 0, FOLDER_MODE, 0, 0, Instant.EPOCH, "");
  }

  private final class Nodes extends AbstractList<FileNode> implements RandomAccess {
    private final Integer[] ids;

    Nodes(Integer[] ids) {
      this.ids = ids;
    }

    @Override
    public FileNode get(int index) {
      return node(ids[Objects.checkIndex(index, ids.length)]);
    }

    @Override
    public int size() {
      return ids.length;
    }
  }
}
