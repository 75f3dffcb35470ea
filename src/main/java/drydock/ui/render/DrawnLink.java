// SPDX-License-Identifier: Apache-2.0
package drydock.ui.render;

import drydock.diagram.Corners;
import drydock.diagram.Element;
import drydock.diagram.Palette;
import drydock.diagram.Point;
import drydock.diagram.Role;
import java.util.List;
import javafx.scene.paint.Color;
import javafx.scene.shape.LineTo;
import javafx.scene.shape.MoveTo;
import javafx.scene.shape.Path;
import javafx.scene.shape.Polygon;
import javafx.scene.shape.QuadCurveTo;

final class DrawnLink extends Drawn {
  private final Path path = new Path();
  private final Polygon head = new Polygon();

  DrawnLink(Element.Link link) {
    super(link);
    path.getStyleClass().add(LINE);
    path.setStrokeWidth(1.5);
    root().setMouseTransparent(true);
    root().getChildren().setAll(path, head);
  }

  @Override
  void draw(Element newer, Palette palette, Glide glide) {
    Element.Link link = (Element.Link) newer;
    Color colour =
        Color.web(
            link.role() == Role.NEUTRAL ? palette.line() : palette.tone(link.role()).stroke());
    glide.to(path.strokeProperty(), colour);
    glide.to(head.fillProperty(), colour);
    Dashes.set(path, link.role().dashed());
    trace(link.points());
    head.getPoints().clear();
    if (link.arrow()) {
      for (Point p : Corners.head(link.points())) {
        head.getPoints().addAll(p.x(), p.y());
      }
    }
  }

  private void trace(List<Point> points) {
    Point first = points.getFirst();
    path.getElements().setAll(new MoveTo(first.x(), first.y()));
    for (Corners.Move move : Corners.rounded(points)) {
      path.getElements().add(new LineTo(move.to().x(), move.to().y()));
      if (!move.end().equals(move.to())) {
        path.getElements()
            .add(
                new QuadCurveTo(
                    move.corner().x(), move.corner().y(), move.end().x(), move.end().y()));
      }
    }
  }
}
