// SPDX-License-Identifier: Apache-2.0
package drydock.diagram.picture;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Images on their common ground: what several have is there once, and what each adds stands on it.
///
/// @param image whose rows these are; the first of those that have them
/// @param rows oldest first
/// @param above what stands on these rows; empty where an image ends
record LayerTree(LayerImage image, List<LayerStack.Row> rows, List<LayerTree> above) {
  LayerTree {
    rows = List.copyOf(rows);
    above = List.copyOf(above);
  }

  /// Trees beside each other; one, when all images have their lowest layer in common.
  static List<LayerTree> of(List<LayerImage> images) {
    return grow(images, 0);
  }

  /// @param depth how many layers are drawn below already
  private static List<LayerTree> grow(List<LayerImage> images, int depth) {
    List<LayerTree> trees = new ArrayList<>();
    Map<String, List<LayerImage>> byNext = new LinkedHashMap<>();
    for (LayerImage image : images) {
      // what makes an image of its own stands alone: one that ends here, one whose rows are not
      // known to be its layers
      boolean alone = image.layers().size() <= depth || !image.stack().certain();
      String next = alone ? image.summary().id() : image.layers().get(depth);
      byNext.computeIfAbsent(next, _ -> new ArrayList<>()).add(image);
    }
    for (List<LayerImage> group : byNext.values()) {
      LayerImage first = group.getFirst();
      if (group.size() == 1) {
        trees.add(new LayerTree(first, rows(first, depth, Integer.MAX_VALUE), List.of()));
      } else {
        int common = common(group);
        trees.add(new LayerTree(first, rows(first, depth, common), grow(group, common)));
      }
    }
    return trees;
  }

  private static int common(List<LayerImage> images) {
    return images.stream()
        .mapToInt(i -> Sharing.depth(images.getFirst().summary(), i.summary()))
        .min()
        .orElse(0);
  }

  /// From after layer `from - 1` up to layer `to - 1`.
  private static List<LayerStack.Row> rows(LayerImage image, int from, int to) {
    List<LayerStack.Row> rows = image.stack().rows();
    return rows.subList(end(rows, from), Math.max(end(rows, from), end(rows, to)));
  }

  private static int end(List<LayerStack.Row> rows, int layers) {
    if (layers == 0) {
      return 0;
    }
    for (int i = 0; i < rows.size(); i++) {
      Integer layer = rows.get(i).layer();
      if (layer != null && layer == layers - 1) {
        return i + 1;
      }
    }
    return rows.size();
  }

  /// How many images end in it.
  int images() {
    return above.isEmpty() ? 1 : above.stream().mapToInt(LayerTree::images).sum();
  }
}
