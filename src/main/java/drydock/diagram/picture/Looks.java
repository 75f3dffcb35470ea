// SPDX-License-Identifier: Apache-2.0
package drydock.diagram.picture;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Numbers for things that are told apart by colour, pattern and letter. Each keeps its own as long
/// as it is there, so that one that comes or goes recolours no other.
public final class Looks {
  private Looks() {}

  /// @param before what was given last time
  /// @param ids those that are there now, the oldest first
  /// @return a number for each of them; new ones get the lowest that are free
  public static Map<String, Integer> next(Map<String, Integer> before, Collection<String> ids) {
    Map<String, Integer> next = new HashMap<>();
    List<String> fresh = new ArrayList<>();
    for (String id : ids) {
      Integer known = before.get(id);
      if (known == null) {
        fresh.add(id);
      } else {
        next.put(id, known);
      }
    }
    int free = 0;
    for (String id : fresh) {
      while (next.containsValue(free)) {
        free++;
      }
      next.put(id, free);
    }
    return next;
  }
}
