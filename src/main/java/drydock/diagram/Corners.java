// SPDX-License-Identifier: Apache-2.0
package drydock.diagram;

import java.util.ArrayList;
import java.util.List;

/// The path of a link: straight runs and rounded corners. Both renderers draw these moves.
public final class Corners {
  private static final double RADIUS = 6;
  private static final double HEAD = 4.5;

  private Corners() {}

  /// A run to `to`, then, unless `corner` equals `to`, a quadratic curve about `corner` to `end`.
  public record Move(Point to, Point corner, Point end) {}

  /// The moves of a line through `points`, beginning at the first.
  public static List<Move> rounded(List<Point> points) {
    List<Move> moves = new ArrayList<>();
    for (int i = 1; i < points.size() - 1; i++) {
      Point corner = points.get(i);
      double room =
          Math.min(distance(points.get(i - 1), corner), distance(corner, points.get(i + 1))) / 2;
      double radius = Math.min(RADIUS, room);
      moves.add(
          new Move(
              toward(corner, points.get(i - 1), radius),
              corner,
              toward(corner, points.get(i + 1), radius)));
    }
    Point last = points.getLast();
    moves.add(new Move(last, last, last));
    return moves;
  }

  /// The three points of an arrow head at the end of a line through `points`.
  public static List<Point> head(List<Point> points) {
    Point tip = points.getLast();
    Point back = toward(tip, points.get(points.size() - 2), HEAD * 1.5);
    double dx = (tip.x() - back.x()) / 1.5 * 0.75;
    double dy = (tip.y() - back.y()) / 1.5 * 0.75;
    return List.of(
        tip, new Point(back.x() - dy, back.y() + dx), new Point(back.x() + dy, back.y() - dx));
  }

  private static Point toward(Point from, Point to, double by) {
    double distance = distance(from, to);
    if (distance == 0) {
      return from;
    }
    double part = by / distance;
    return new Point(from.x() + (to.x() - from.x()) * part, from.y() + (to.y() - from.y()) * part);
  }

  private static double distance(Point a, Point b) {
    return Math.hypot(a.x() - b.x(), a.y() - b.y());
  }
}
