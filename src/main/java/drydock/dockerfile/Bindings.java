// SPDX-License-Identifier: Apache-2.0
package drydock.dockerfile;

import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Variables by name; never changes, and shares what it has in common with the one it was made from. The last binding of a
/// name counts.
final class Bindings {
  static final Bindings NONE = new Bindings(null, null);

  /// After how many steps all are gathered in one map, so that looking up stays short.
  private static final int STRIDE = 64;

  private final @Nullable Bindings parent;
  private final @Nullable Variable variable;
  private final int depth;
  private final @Nullable Map<String, Variable> gathered;

  private Bindings(@Nullable Bindings parent, @Nullable Variable variable) {
    this.parent = parent;
    this.variable = variable;
    this.depth = parent == null ? 0 : parent.depth + 1;
    this.gathered = depth > 0 && depth % STRIDE == 0 ? gather() : null;
  }

  Bindings with(Variable added) {
    return new Bindings(this, added);
  }

  @Nullable Variable find(String name) {
    Bindings at = this;
    while (at != null) {
      if (at.gathered != null) {
        return at.gathered.get(name);
      }
      if (at.variable != null && at.variable.name().equals(name)) {
        return at.variable;
      }
      at = at.parent;
    }
    return null;
  }

  /// In the order in which the names came first.
  Collection<Variable> all() {
    return gather().values();
  }

  private Map<String, Variable> gather() {
    Deque<Variable> later = new ArrayDeque<>();
    Bindings at = this;
    while (at != null && at.gathered == null) {
      if (at.variable != null) {
        later.push(at.variable);
      }
      at = at.parent;
    }
    Map<String, Variable> all =
        at == null || at.gathered == null
            ? new LinkedHashMap<>()
            : new LinkedHashMap<>(at.gathered);
    later.forEach(v -> all.put(v.name(), v));
    return all;
  }
}
