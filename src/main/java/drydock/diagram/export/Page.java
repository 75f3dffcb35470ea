// SPDX-License-Identifier: Apache-2.0
package drydock.diagram.export;

import drydock.diagram.Ink;
import drydock.diagram.Label;
import drydock.diagram.Point;
import drydock.diagram.Scene;
import drydock.diagram.TextStyle;
import java.util.ArrayList;
import java.util.List;

/// A scene on its sheet: the question and the answer above it, a margin around.
///
/// @param heading the lines above the scene, from the sheet's corner
/// @param origin where the scene's own corner lies
record Page(double width, double height, List<Label> heading, Point origin, Scene scene) {
  private static final double MARGIN = 16;
  private static final double NARROWEST = 320;

  static Page of(Scene scene) {
    double inner = Math.max(scene.width(), NARROWEST);
    List<Label> heading = new ArrayList<>();
    double y = MARGIN;
    for (String line : TextStyle.TITLE.wrap(scene.question(), inner, 3)) {
      heading.add(Label.start(line, MARGIN, y + 16, TextStyle.TITLE, Ink.STRONG));
      y += TextStyle.TITLE.lineHeight();
    }
    for (String line : TextStyle.BODY.wrap(scene.answer(), inner, 4)) {
      heading.add(Label.start(line, MARGIN, y + 12, TextStyle.BODY, Ink.MUTED));
      y += TextStyle.BODY.lineHeight();
    }
    Point origin = new Point(MARGIN, y + MARGIN);
    return new Page(
        inner + 2 * MARGIN, origin.y() + scene.height() + MARGIN, heading, origin, scene);
  }
}
