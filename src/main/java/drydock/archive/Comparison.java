// SPDX-License-Identifier: Apache-2.0
package drydock.archive;

import java.io.InterruptedIOException;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/// What a layer does to each path, beside what lies below it, added up folder by folder.
final class Comparison {
  private static final Change[] CHANGES = {
    Change.NONE, Change.ADDED, Change.CHANGED, Change.REMOVED, Change.OPAQUE
  };
  private static final byte NONE = 0;
  private static final byte ADDED = 1;
  private static final byte CHANGED = 2;
  private static final byte REMOVED = 3;
  private static final byte OPAQUE = 4;

  private final Views views;
  private final Paths paths;
  private final int layer;
  private final int[] before;
  private final int[] after;
  private final byte[] changes;
  private final BitSet there = new BitSet(); // seen now, or removed by this layer
  private final Totals totals;

  Comparison(Views views, int layer) throws InterruptedIOException {
    this.views = views;
    this.paths = views.paths();
    this.layer = layer;
    before = views.after(layer - 1);
    after = before.clone();
    views.lay(after, layer);
    changes = new byte[after.length];
    totals = new Totals(after.length);
    compare();
    markOpaque();
    addUp();
  }

  int count() {
    return after.length;
  }

  int layer() {
    return layer;
  }

  List<Integer> unknown() {
    List<Integer> unknown = new ArrayList<>();
    for (int i = 0; i <= layer; i++) {
      if (views.layer(i) == null) {
        unknown.add(i);
      }
    }
    return unknown;
  }

  boolean there(int node) {
    return node == Paths.ROOT || there.get(node);
  }

  int parent(int node) {
    return paths.parent(node);
  }

  int find(String path) {
    return paths.find(path);
  }

  String path(int node) {
    return paths.path(node);
  }

  String name(int node) {
    return paths.name(node);
  }

  Change change(int node) {
    return CHANGES[changes[node]];
  }

  /// As it is seen; of what was removed, as it was.
  int version(int node) {
    return after[node] != Views.NOTHING ? after[node] : before[node];
  }

  Entry entry(int version) {
    return views.entry(version);
  }

  int layerOf(int version) {
    return views.layerOf(version);
  }

  Set<Aspect> aspects(int node) {
    return before[node] == Views.NOTHING || after[node] == Views.NOTHING
        ? EnumSet.noneOf(Aspect.class)
        : differences(before[node], after[node]);
  }

  Sums sums(int node) {
    return totals.of(node);
  }

  Comparator<Integer> order(Order order) {
    Comparator<Integer> byName = paths::compareNames;
    return switch (order) {
      case NAME -> byName;
      case SIZE -> Comparator.<Integer>comparingLong(n -> -totals.weight(n)).thenComparing(byName);
    };
  }

  private void compare() {
    for (int node = 0; node < after.length; node++) {
      int was = before[node];
      int is = after[node];
      if (was == is) {
        changes[node] = NONE;
      } else if (was == Views.NOTHING) {
        changes[node] = ADDED;
      } else if (is == Views.NOTHING) {
        changes[node] = REMOVED;
      } else {
        boolean untouched = folder(is) && differences(was, is).isEmpty();
        changes[node] = untouched ? NONE : CHANGED; // a file is written anew, with whatever content
      }
      if (was != Views.NOTHING || is != Views.NOTHING) {
        there.set(node);
      }
    }
  }

  /// A folder's time changes with what lies in it, and says nothing of the folder.
  private EnumSet<Aspect> differences(int was, int is) {
    EnumSet<Aspect> aspects = Differences.between(views, was, is);
    if (folder(is)) {
      aspects.remove(Aspect.TIME);
    }
    return aspects;
  }

  private boolean folder(int version) {
    return version != Views.NOTHING
        && views.files(version).kind(views.entryOf(version)) == Kind.FOLDER;
  }

  private void markOpaque() {
    LayerFiles files = views.layer(layer);
    for (int i = 0; files != null && i < files.size(); i++) {
      int node = files.node(i);
      if (files.kind(i) == Kind.OPAQUE && folder(before[node]) && folder(after[node])) {
        changes[node] = OPAQUE;
      }
    }
  }

  /// From the deepest up: whatever lies in a folder has a higher number than the folder.
  private void addUp() {
    BitSet newHere = new BitSet();
    BitSet oldHere = new BitSet();
    for (int node = after.length - 1; node > 0; node--) {
      boolean implied = before[node] == Views.NOTHING && after[node] == Views.NOTHING;
      if (implied && there.get(node)) {
        changes[node] = oldHere.get(node) ? (newHere.get(node) ? NONE : REMOVED) : ADDED;
      } else if (!implied) {
        count(node);
      }
      if (there.get(node)) {
        int folder = paths.parent(node);
        there.set(folder);
        totals.lift(node, folder);
        if (changes[node] != ADDED) {
          oldHere.set(folder);
        }
        if (changes[node] != REMOVED) {
          newHere.set(folder);
        }
      }
    }
  }

  private void count(int node) {
    int version = version(node);
    LayerFiles files = views.files(version);
    int entry = views.entryOf(version);
    if (files.kind(entry) == Kind.FOLDER) {
      return;
    }
    long size = files.size(entry);
    switch (change(node)) {
      case NONE, OPAQUE -> totals.seen(node, size);
      case ADDED -> totals.added(node, size);
      case CHANGED -> totals.changed(node, size);
      case REMOVED -> totals.removed(node, size);
    }
  }
}
