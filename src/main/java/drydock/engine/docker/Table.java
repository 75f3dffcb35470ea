// SPDX-License-Identifier: Apache-2.0
package drydock.engine.docker;

import drydock.engine.EngineObject;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The objects of one kind as they are now, and as last shown. What did not change is not copied: states that are kept
/// share it.
final class Table<T extends EngineObject> {
  private final Map<String, T> now = new HashMap<>();
  private Map<String, T> shown = Map.of();
  private boolean changed;

  /// Keeps the object that is there when the new one equals it.
  void put(T object) {
    if (!object.equals(now.get(object.id()))) {
      now.put(object.id(), object);
      changed = true;
    }
  }

  void remove(String id) {
    changed |= now.remove(id) != null;
  }

  @Nullable T get(String id) {
    return now.get(id);
  }

  Set<String> ids() {
    return Collections.unmodifiableSet(now.keySet());
  }

  Collection<T> all() {
    return Collections.unmodifiableCollection(now.values());
  }

  /// Immutable; the same one as before when nothing changed.
  Map<String, T> show() {
    if (changed) {
      shown = Map.copyOf(now);
      changed = false;
    }
    return shown;
  }
}
