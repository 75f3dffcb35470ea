// SPDX-License-Identifier: Apache-2.0
package drydock.diagram.picture;

import drydock.diagram.About;
import drydock.diagram.Element;
import drydock.diagram.Ink;
import drydock.diagram.Label;
import drydock.diagram.Rect;
import drydock.diagram.Role;
import drydock.diagram.TextStyle;
import java.util.List;

/// The line above a part of a picture: its title, and at the right end its sum.
final class Caption {
  private Caption() {}

  static Element of(String id, Rect area, String title, String sum) {
    double room = area.width() - TextStyle.HEADING.width(title) - 12;
    return new Element.Text(
        id,
        area,
        Role.NEUTRAL,
        List.of(
            Label.start(title, 0, 13, TextStyle.HEADING, Ink.MUTED),
            Label.end(
                TextStyle.SMALL.fit(sum, room), area.width(), 13, TextStyle.SMALL, Ink.MUTED)),
        new About(title + ", " + sum, "", null, null));
  }
}
