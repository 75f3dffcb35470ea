// SPDX-License-Identifier: Apache-2.0
package drydock.archive;

import java.io.InterruptedIOException;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What is seen of each path when layers lie on one another. A version of a path is a number: the entries of all layers,
/// counted from the lowest on.
final class Views {
  static final int NOTHING = -1;

  private final Paths paths;
  private final List<@Nullable LayerFiles> layers;
  private final int[] first; // each layer's first version
  private final BitSet parents = new BitSet(); // paths with something in them

  /// @param paths of all of the layers
  /// @param layers null for one whose files are not known: it is passed over
  Views(Paths paths, List<@Nullable LayerFiles> layers) {
    this.paths = paths;
    this.layers = layers;
    first = new int[layers.size() + 1];
    for (int i = 0; i < layers.size(); i++) {
      LayerFiles files = layers.get(i);
      first[i + 1] = first[i] + (files == null ? 0 : files.size());
    }
    for (int node = 1; node < paths.count(); node++) {
      parents.set(paths.parent(node));
    }
  }

  Paths paths() {
    return paths;
  }

  int layers() {
    return layers.size();
  }

  @Nullable LayerFiles layer(int index) {
    return layers.get(index);
  }

  /// Which layer a version is of.
  int layerOf(int version) {
    int at = Arrays.binarySearch(first, version);
    if (at < 0) {
      return -at - 2;
    }
    while (first[at + 1] == version) {
      at++; // layers without entries
    }
    return at;
  }

  /// The layer that a version is of.
  LayerFiles files(int version) {
    LayerFiles files = layers.get(layerOf(version));
    if (files == null) {
      throw new IllegalArgumentException("no such version: " + version);
    }
    return files;
  }

  int entryOf(int version) {
    return version - first[layerOf(version)];
  }

  Entry entry(int version) {
    return files(version).entry(entryOf(version));
  }

  /// The versions of all paths before any layer.
  int[] nothing() {
    int[] seen = new int[paths.count()];
    Arrays.fill(seen, NOTHING);
    return seen;
  }

  /// The versions of all paths that are seen when layers 0 to `layer` lie on one another.
  int[] after(int layer) throws InterruptedIOException {
    int[] seen = nothing();
    for (int i = 0; i <= layer; i++) {
      lay(seen, i);
    }
    return seen;
  }

  /// Lays one more layer on top.
  void lay(int[] seen, int index) throws InterruptedIOException {
    Interrupts.check();
    LayerFiles layer = layers.get(index);
    if (layer == null) {
      return;
    }
    hide(seen, layer);
    for (int i = 0; i < layer.size(); i++) {
      if (!layer.kind(i).marker()) {
        seen[layer.node(i)] = first[index] + i;
      }
    }
  }

  /// What a layer hides of those below, whatever the order of its entries.
  private void hide(int[] seen, LayerFiles layer) {
    BitSet gone = new BitSet();
    BitSet emptied = new BitSet();
    for (int i = 0; i < layer.size(); i++) {
      int node = layer.node(i);
      switch (layer.kind(i)) {
        case WHITEOUT -> gone.set(node);
        case OPAQUE -> emptied.set(node);
        case FOLDER -> {}
        case FILE, SYMLINK, HARD_LINK, CHARACTER_DEVICE, BLOCK_DEVICE, FIFO -> {
          if (parents.get(node)) { // to some layer it is a folder
            emptied.set(node);
          }
        }
      }
    }
    if (gone.isEmpty() && emptied.isEmpty()) {
      return;
    }
    for (int node = 1; node < seen.length; node++) {
      int folder = paths.parent(node);
      if (gone.get(folder) || emptied.get(folder)) {
        gone.set(node);
      }
      if (gone.get(node)) {
        seen[node] = NOTHING;
      }
    }
  }
}
