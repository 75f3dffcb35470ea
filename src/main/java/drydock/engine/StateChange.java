// SPDX-License-Identifier: Apache-2.0
package drydock.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/// What differs between two states of an engine: what came, what changed, what is gone.
public sealed interface StateChange {
  EngineObject object();

  record Born(EngineObject object) implements StateChange {}

  /// @param object as it is now; of the same kind as `before`
  record Changed(EngineObject before, EngineObject object) implements StateChange {}

  /// @param object as it was last seen
  record Gone(EngineObject object) implements StateChange {}

  /// All that differs: images, networks, volumes, then containers, and among each first what is gone, then what changed,
  /// then what came, by id. What a state shares with the one before it costs nothing to compare.
  static List<StateChange> between(EngineState before, EngineState after) {
    List<StateChange> changes = new ArrayList<>();
    compare(before.images(), after.images(), changes);
    compare(before.networks(), after.networks(), changes);
    compare(before.volumes(), after.volumes(), changes);
    compare(before.containers(), after.containers(), changes);
    return changes;
  }

  private static void compare(
      Map<String, ? extends EngineObject> before,
      Map<String, ? extends EngineObject> after,
      List<StateChange> changes) {
    if (before.equals(after)) {
      return;
    }
    List<StateChange> changed = new ArrayList<>();
    List<StateChange> born = new ArrayList<>();
    TreeSet<String> ids = new TreeSet<>(before.keySet());
    ids.addAll(after.keySet());
    for (String id : ids) {
      EngineObject was = before.get(id);
      EngineObject is = after.get(id);
      if (was == null && is != null) {
        born.add(new Born(is));
      } else if (is == null && was != null) {
        changes.add(new Gone(was));
      } else if (was != null && is != null && !was.equals(is)) {
        changed.add(new Changed(was, is));
      }
    }
    changes.addAll(changed);
    changes.addAll(born);
  }
}
