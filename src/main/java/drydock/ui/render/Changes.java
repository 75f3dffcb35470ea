// SPDX-License-Identifier: Apache-2.0
package drydock.ui.render;

import drydock.diagram.Element;
import drydock.diagram.Scene;
import java.util.List;

/// How much of a scene stands elsewhere than in the one before.
///
/// @param any whether there is anything that came, went, moved or changed its place in the order
/// @param few whether it is so little that eyes can follow it, and the computer too
record Changes(boolean any, boolean few) {
  private static final int MOST = 150;

  static Changes between(Scene before, Scene now) {
    List<Element> old = before.elements();
    List<Element> next = now.elements();
    int moved = Math.abs(old.size() - next.size());
    for (int i = 0; i < Math.min(old.size(), next.size()); i++) {
      Element one = old.get(i);
      Element other = next.get(i);
      if (!one.id().equals(other.id()) || !one.area().equals(other.area())) {
        moved++;
      }
    }
    return new Changes(moved > 0, moved <= MOST || next.size() <= MOST);
  }
}
