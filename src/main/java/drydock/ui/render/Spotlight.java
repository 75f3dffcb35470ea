// SPDX-License-Identifier: Apache-2.0
package drydock.ui.render;

import drydock.diagram.Element;
import drydock.diagram.Point;
import drydock.diagram.Rect;
import java.util.Collection;
import org.jspecify.annotations.Nullable;

/// One element in the light, with what lies in it, what stands for the same thing and the lines that lead to it; all else
/// steps back.
final class Spotlight {
  private static final double REACH = 3;

  private @Nullable Element lit;

  /// @param element null puts it out
  void turn(@Nullable Element element) {
    lit = element;
  }

  @Nullable Element element() {
    return lit;
  }

  /// Falls on another element, if it is on.
  void follow(Drawn next, Collection<Drawn> all) {
    if (lit != null && next.isReachable()) {
      lit = next.element();
      fall(all);
    }
  }

  void fall(Collection<Drawn> all) {
    Element old = lit;
    if (old != null) {
      // as it is drawn now; once it has left, all stand in the light until another one is chosen
      Element now =
          all.stream()
              .map(Drawn::element)
              .filter(e -> e.id().equals(old.id()))
              .findFirst()
              .orElse(null);
      all.forEach(d -> d.dim(now != null && !belongs(d.element(), now)));
    } else {
      all.forEach(d -> d.dim(false));
    }
  }

  private static boolean belongs(Element element, Element to) {
    Rect light = to.area().grown(REACH);
    if (element.id().equals(to.id()) || light.contains(element.area())) {
      return true;
    }
    String subject = to.about().subject();
    if (subject != null && subject.equals(element.about().subject())) {
      return true;
    }
    return element instanceof Element.Link link
        && (at(light, link.points().getFirst()) || at(light, link.points().getLast()));
  }

  private static boolean at(Rect light, Point point) {
    return light.contains(new Rect(point.x(), point.y(), 0, 0));
  }
}
