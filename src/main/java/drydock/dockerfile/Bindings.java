// SPDX-License-Identifier: Apache-2.0
package drydock.dockerfile;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// Variables by name; the last binding of a name counts. What one sees never changes, though all
/// that grew out of each other share one history: each knows up to where it is its own. So a file
/// of n bindings takes n places, not n².
final class Bindings {
  static final Bindings NONE = new Bindings(new History(null), 0);

  /// One binding after the other; grows at its end only.
  private static final class History {
    private final @Nullable Bindings begin;
    private final List<Variable> all = new ArrayList<>();
    private final Map<String, NavigableMap<Integer, Variable>> byName = new HashMap<>();

    /// @param begin what was bound before; null for nothing
    History(@Nullable Bindings begin) {
      this.begin = begin;
    }

    void add(Variable variable) {
      byName.computeIfAbsent(variable.name(), _ -> new TreeMap<>()).put(all.size(), variable);
      all.add(variable);
    }

    @Nullable Variable last(String name, int size) {
      NavigableMap<Integer, Variable> places = byName.get(name);
      Map.Entry<Integer, Variable> found = places == null ? null : places.lowerEntry(size);
      return found == null ? null : found.getValue();
    }
  }

  private final History history;
  private final int size;

  private Bindings(History history, int size) {
    this.history = history;
    this.size = size;
  }

  Bindings with(Variable added) {
    boolean newest = this != NONE && size == history.all.size();
    History next = newest ? history : new History(this);
    next.add(added);
    return new Bindings(next, next.all.size());
  }

  @Nullable Variable find(String name) {
    for (Bindings at = this; at != null; at = at.history.begin) {
      Variable found = at.history.last(name, at.size);
      if (found != null) {
        return found;
      }
    }
    return null;
  }

  /// In the order in which the names came first.
  Collection<Variable> all() {
    Deque<Bindings> parts = new ArrayDeque<>();
    for (Bindings at = this; at != null; at = at.history.begin) {
      parts.push(at);
    }
    Map<String, Variable> all = new LinkedHashMap<>();
    for (Bindings part : parts) {
      part.history.all.subList(0, part.size).forEach(v -> all.put(v.name(), v));
    }
    return all.values();
  }
}
