// SPDX-License-Identifier: Apache-2.0
package drydock.diagram;

/// An upright rectangle in pixels at zoom 1.
public record Rect(double x, double y, double width, double height) {
  /// The smallest rectangle around `points`.
  public static Rect around(Iterable<Point> points) {
    double left = Double.POSITIVE_INFINITY;
    double top = Double.POSITIVE_INFINITY;
    double right = Double.NEGATIVE_INFINITY;
    double bottom = Double.NEGATIVE_INFINITY;
    for (Point p : points) {
      left = Math.min(left, p.x());
      top = Math.min(top, p.y());
      right = Math.max(right, p.x());
      bottom = Math.max(bottom, p.y());
    }
    return new Rect(left, top, right - left, bottom - top);
  }

  public double right() {
    return x + width;
  }

  public double bottom() {
    return y + height;
  }

  public double centerX() {
    return x + width / 2;
  }

  public double centerY() {
    return y + height / 2;
  }

  /// The same rectangle, moved.
  public Rect plus(double dx, double dy) {
    return new Rect(x + dx, y + dy, width, height);
  }

  /// Larger by `d` on every side.
  public Rect grown(double d) {
    return new Rect(x - d, y - d, width + 2 * d, height + 2 * d);
  }

  public boolean contains(Rect other) {
    return other.x >= x && other.y >= y && other.right() <= right() && other.bottom() <= bottom();
  }

  public boolean overlaps(Rect other) {
    return other.x < right() && x < other.right() && other.y < bottom() && y < other.bottom();
  }
}
