// SPDX-License-Identifier: Apache-2.0
package drydock.archive;

import java.io.InterruptedIOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Lays layer on layer, and notes every file that stops being seen.
final class Losses {
  private static final int MOST_CANDIDATES = 4;

  private final Views views;
  private final Paths paths;
  private final Map<Integer, Map<Integer, List<Integer>>> links = new HashMap<>(); // by layer
  private final List<Lost> found = new ArrayList<>();

  Losses(Views views) {
    this.views = views;
    this.paths = views.paths();
  }

  List<Lost> find() throws InterruptedIOException {
    int[] before = views.nothing();
    for (int i = 0; i < views.layers(); i++) {
      int[] after = before.clone();
      views.lay(after, i);
      if (i > 0 && views.layer(i) != null) {
        compare(before, after, i);
      }
      before = after;
    }
    return found;
  }

  private void compare(int[] before, int[] after, int upper) {
    Map<Long, List<Integer>> added = null;
    for (int node = 0; node < after.length; node++) {
      if (before[node] == after[node] || before[node] == Views.NOTHING) {
        continue;
      }
      long size = bytes(before[node]);
      if (size == 0 || otherwiseSeen(node, before[node], after)) {
        continue;
      }
      List<Integer> candidates = List.of();
      if (after[node] == Views.NOTHING) {
        added = added == null ? added(before, after) : added;
        candidates = candidates(before[node], added.getOrDefault(size, List.of()));
      }
      found.add(
          new Lost(node, before[node], after[node], upper, top(node, before, after), candidates));
    }
  }

  /// Of a file's own content; a hard link has none.
  private long bytes(int version) {
    LayerFiles files = views.files(version);
    int entry = views.entryOf(version);
    return files.kind(entry) == Kind.FILE ? files.size(entry) : 0;
  }

  /// Under another name of the same file.
  private boolean otherwiseSeen(int node, int version, int[] after) {
    int first = version - views.entryOf(version);
    LayerFiles files = views.files(version);
    return links
        .computeIfAbsent(views.layerOf(version), this::links)
        .getOrDefault(node, List.of())
        .stream()
        .anyMatch(link -> after[files.node(link)] == first + link);
  }

  /// The entries of a layer that are one more name of a file, by the file's path.
  private Map<Integer, List<Integer>> links(int layer) {
    Map<Integer, List<Integer>> found = new HashMap<>();
    LayerFiles files = views.layer(layer);
    for (int i = 0; files != null && i < files.size(); i++) {
      if (files.kind(i) == Kind.HARD_LINK) {
        int target = paths.find(files.target(i));
        found.computeIfAbsent(target, _ -> new ArrayList<>()).add(i);
      }
    }
    return found;
  }

  private int top(int node, int[] before, int[] after) {
    int top = node;
    for (int at = node; at != Paths.ROOT; at = paths.parent(at)) {
      if (after[at] != Views.NOTHING || before[at] == Views.NOTHING) {
        break;
      }
      top = at;
    }
    return top;
  }

  /// The files that a layer added, by size.
  private Map<Long, List<Integer>> added(int[] before, int[] after) {
    Map<Long, List<Integer>> added = new HashMap<>();
    for (int node = 0; node < after.length; node++) {
      if (before[node] == Views.NOTHING && after[node] != Views.NOTHING) {
        long size = bytes(after[node]);
        if (size > 0) {
          added.computeIfAbsent(size, _ -> new ArrayList<>()).add(after[node]);
        }
      }
    }
    return added;
  }

  private List<Integer> candidates(int version, List<Integer> sameSize) {
    return sameSize.stream()
        .sorted(Comparator.comparingInt(v -> unlike(version, v)))
        .limit(MOST_CANDIDATES)
        .toList();
  }

  /// The lower, the likelier it is that one file became the other.
  private int unlike(int a, int b) {
    LayerFiles x = views.files(a);
    LayerFiles y = views.files(b);
    int i = views.entryOf(a);
    int j = views.entryOf(b);
    return (paths.compareNames(x.node(i), y.node(j)) == 0 ? 0 : 2)
        + (x.time(i) == y.time(j) ? 0 : 1);
  }
}
