// SPDX-License-Identifier: Apache-2.0
package drydock.diagram.export;

import drydock.diagram.Corners;
import drydock.diagram.Element;
import drydock.diagram.Label;
import drydock.diagram.Palette;
import drydock.diagram.Pattern;
import drydock.diagram.Point;
import drydock.diagram.Rect;
import drydock.diagram.Role;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.awt.geom.RoundRectangle2D;
import java.io.IOException;
import java.util.List;

/// Draws a page on a canvas, as the window shows it.
final class Painter {
  private static final double LINE = 1.5;
  private static final double GROUP_RADIUS = 10;
  private static final float[] UNBROKEN = {};

  private final Palette palette;
  private final Canvas canvas;

  Painter(Palette palette, Canvas canvas) {
    this.palette = palette;
    this.canvas = canvas;
  }

  void paint(Page page) throws IOException {
    canvas.fill(new Rectangle2D.Double(0, 0, page.width(), page.height()), palette.surface());
    labels(page.heading(), Role.NEUTRAL, 0, 0);
    for (Element element : page.scene().elements()) {
      element(element, page.origin());
    }
  }

  private void element(Element element, Point origin) throws IOException {
    Rect area = element.area().plus(origin.x(), origin.y());
    switch (element) {
      case Element.Box box -> box(box, area);
      case Element.Group group -> {
        outline(area, GROUP_RADIUS, group.role());
        labels(group.labels(), group.role(), area.x(), area.y());
      }
      case Element.Text text -> labels(text.lines(), text.role(), area.x(), area.y());
      case Element.Link link -> link(link, origin);
    }
  }

  private void box(Element.Box box, Rect area) throws IOException {
    Palette.Tone tone = palette.tone(box.role());
    RoundRectangle2D body = rounded(area, box.radius());
    canvas.fill(body, tone.fill());
    if (box.strip() > 0 && box.role().pattern() != Pattern.NONE) {
      canvas.fill(Marks.of(box.role().pattern(), body, box.strip()), tone.mark());
    }
    outline(area, box.radius(), box.role());
    labels(box.labels(), box.role(), area.x(), area.y());
  }

  private void outline(Rect area, double radius, Role role) throws IOException {
    canvas.stroke(
        rounded(area, radius),
        palette.tone(role).stroke(),
        LINE,
        role.dashed() ? new float[] {6, 4} : UNBROKEN);
  }

  private void link(Element.Link link, Point origin) throws IOException {
    String colour =
        link.role() == Role.NEUTRAL ? palette.line() : palette.tone(link.role()).stroke();
    Path2D path = new Path2D.Double();
    Point first = link.points().getFirst();
    path.moveTo(origin.x() + first.x(), origin.y() + first.y());
    for (Corners.Move move : Corners.rounded(link.points())) {
      path.lineTo(origin.x() + move.to().x(), origin.y() + move.to().y());
      if (!move.end().equals(move.to())) {
        path.quadTo(
            origin.x() + move.corner().x(),
            origin.y() + move.corner().y(),
            origin.x() + move.end().x(),
            origin.y() + move.end().y());
      }
    }
    canvas.stroke(path, colour, LINE, link.role().dashed() ? new float[] {5, 4} : UNBROKEN);
    if (link.arrow()) {
      canvas.fill(polygon(Corners.head(link.points()), origin), colour);
    }
  }

  private void labels(List<Label> labels, Role role, double x, double y) throws IOException {
    for (Label label : labels) {
      double width = canvas.width(label.text(), label.style());
      double left =
          switch (label.anchor()) {
            case START -> label.x();
            case MIDDLE -> label.x() - width / 2;
            case END -> label.x() - width;
          };
      canvas.text(
          label.text(),
          label.style(),
          x + left,
          y + label.baseline(),
          palette.ink(label.ink(), role));
    }
  }

  private static RoundRectangle2D rounded(Rect area, double radius) {
    return new RoundRectangle2D.Double(
        area.x(), area.y(), area.width(), area.height(), 2 * radius, 2 * radius);
  }

  private static Path2D polygon(List<Point> points, Point origin) {
    Path2D path = new Path2D.Double();
    path.moveTo(origin.x() + points.getFirst().x(), origin.y() + points.getFirst().y());
    for (Point point : points.subList(1, points.size())) {
      path.lineTo(origin.x() + point.x(), origin.y() + point.y());
    }
    path.closePath();
    return path;
  }
}
