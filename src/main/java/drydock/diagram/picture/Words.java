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

/// Lines of text one below the other, wrapped to a width, that become one element.
final class Words {
  private static final int MOST_LINES = 3;

  private final List<Element> elements;
  private final Rect area;
  private final String id;
  private final About about;
  private final Role role;
  private final List<Label> labels = new ArrayList<>();
  private final StringBuilder all = new StringBuilder();
  private double height;

  /// @param area whose upper edge and width count
  /// @param about [About#ORNAMENT] to be called what the words say
  Words(List<Element> elements, Rect area, String id, About about, Role role) {
    this.elements = elements;
    this.area = area;
    this.id = id;
    this.about = about;
    this.role = role;
  }

  Words heading(String text) {
    return add(text, TextStyle.HEADING, Ink.STRONG, 1);
  }

  Words strong(String text) {
    return add(text, TextStyle.SMALL_STRONG, Ink.STRONG, MOST_LINES);
  }

  /// In the role's own colour.
  Words telling(String text) {
    return add(text, TextStyle.SMALL_STRONG, Ink.ROLE, MOST_LINES);
  }

  Words small(String text) {
    return add(text, TextStyle.SMALL, Ink.MUTED, MOST_LINES);
  }

  private Words add(String text, TextStyle style, Ink ink, int most) {
    for (String line : style.wrap(text, area.width(), most)) {
      labels.add(Label.start(line, 0, height + style.ascent() + 1, style, ink));
      height += style.lineHeight();
    }
    all.append(all.isEmpty() ? "" : ". ").append(text);
    return this;
  }

  /// Makes the element.
  ///
  /// @return its lower edge
  double end() {
    if (labels.isEmpty()) {
      return area.y();
    }
    About told =
        about.name().isEmpty()
            ? new About(all.toString(), about.sentence(), about.evidence(), about.subject())
            : about;
    elements.add(
        new Element.Text(
            id, new Rect(area.x(), area.y(), area.width(), height + 2), role, labels, told));
    return area.y() + height + 2;
  }
}
