// SPDX-License-Identifier: Apache-2.0
package drydock.diagram.picture;

import drydock.diagram.About;
import drydock.diagram.Element;
import drydock.diagram.Ink;
import drydock.diagram.Label;
import drydock.diagram.Rect;
import drydock.diagram.Role;
import drydock.diagram.TextStyle;
import java.util.ArrayList;
import java.util.List;

/// A box that carries what stands on it: a strong line and what is said of it, wrapped to its width.
final class Slab {
  private static final double PAD = 9;
  private static final int MOST_LINES = 3;

  private final List<Label> labels = new ArrayList<>();
  private final double strip;
  private final double width;
  private double height = PAD - 3;

  /// @param strip width of the pattern at its left; 0 for none
  Slab(double width, double strip) {
    this.width = width;
    this.strip = strip;
  }

  Slab strong(String text) {
    return add(text, TextStyle.HEADING, Ink.STRONG);
  }

  Slab small(String text) {
    return add(text, TextStyle.SMALL, Ink.MUTED);
  }

  Slab code(String text) {
    return add(text, TextStyle.CODE_SMALL, Ink.STRONG);
  }

  private Slab add(String text, TextStyle style, Ink ink) {
    double left = strip + PAD;
    for (String line : style.wrap(text, width - left - PAD, MOST_LINES)) {
      labels.add(Label.start(line, left, height + style.ascent() + 1, style, ink));
      height += style.lineHeight();
    }
    return this;
  }

  /// Makes the element.
  ///
  /// @return its lower edge
  double draw(List<Element> elements, String id, double x, double y, Role role, About about) {
    Rect area = new Rect(x, y, width, height + PAD - 4);
    elements.add(new Element.Box(id, area, role, 6, strip, labels, about));
    return area.bottom();
  }

  double height() {
    return height + PAD - 4;
  }
}
