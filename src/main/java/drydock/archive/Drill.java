// SPDX-License-Identifier: Apache-2.0
package drydock.archive;

import drydock.archive.CoreDrill.Said;
import java.io.InterruptedIOException;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/// Asks each layer for one path.
final class Drill {
  private final Views views;
  private final Paths paths;
  private final int node;

  Drill(Views views, String path) {
    this.views = views;
    this.paths = views.paths();
    node = paths.find(path);
  }

  CoreDrill of(String path) throws InterruptedIOException {
    List<Said> said = new ArrayList<>();
    int seen = Views.NOTHING;
    int[] all = views.nothing();
    for (int i = 0; i < views.layers(); i++) {
      int below = seen;
      views.lay(all, i);
      seen = node == Paths.NONE ? Views.NOTHING : all[node];
      said.add(said(i, below, seen));
    }
    String absolute = Links.absolute(path);
    return new CoreDrill(
        absolute,
        said,
        seen == Views.NOTHING ? -1 : views.layerOf(seen),
        new Links(views, all).follow(absolute));
  }

  private Said said(int index, int below, int seen) {
    LayerFiles layer = views.layer(index);
    if (layer == null) {
      return new CoreDrill.Unknown();
    }
    if (seen == below) {
      return new CoreDrill.Nothing();
    }
    if (below == Views.NOTHING) {
      return new CoreDrill.Added(views.entry(seen));
    }
    return seen == Views.NOTHING
        ? gone(layer)
        : new CoreDrill.Changed(views.entry(seen), Differences.between(views, below, seen));
  }

  /// Which of the layer's entries took it away: the one nearest to the path, which is the one of the highest number.
  private Said gone(LayerFiles layer) {
    BitSet above = new BitSet();
    for (int at = node; at != Paths.NONE; at = paths.parent(at)) {
      above.set(at);
    }
    Said said = new CoreDrill.Nothing();
    int nearest = Paths.NONE;
    for (int i = 0; i < layer.size(); i++) {
      int at = layer.node(i);
      if (at > nearest && above.get(at) && takes(layer.kind(i), at)) {
        nearest = at;
        said = said(layer, i, at);
      }
    }
    return said;
  }

  private boolean takes(Kind kind, int at) {
    return kind != Kind.FOLDER && (kind != Kind.OPAQUE || at != node);
  }

  private Said said(LayerFiles layer, int entry, int at) {
    return switch (layer.kind(entry)) {
      case WHITEOUT ->
          at == node ? new CoreDrill.Removed() : new CoreDrill.RemovedWith(paths.path(at));
      case OPAQUE -> new CoreDrill.Hidden(paths.path(at));
      case FOLDER, FILE, SYMLINK, HARD_LINK, CHARACTER_DEVICE, BLOCK_DEVICE, FIFO ->
          new CoreDrill.Displaced(layer.entry(entry));
    };
  }
}
