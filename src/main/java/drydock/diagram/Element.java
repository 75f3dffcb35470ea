// SPDX-License-Identifier: Apache-2.0
package drydock.diagram;

import java.util.Comparator;
import java.util.List;

/// A part of a picture. Its id stays the same from scene to scene as long as it stands for the same thing: renderers move
/// and recolour what they have instead of drawing anew.
public sealed interface Element {
  /// From top to bottom, then from left to right.
  Comparator<Element> READING_ORDER =
      Comparator.<Element>comparingDouble(e -> e.area().y()).thenComparingDouble(e -> e.area().x());

  String id();

  Rect area();

  Role role();

  About about();

  /// The same, about which other things are said.
  Element about(About other);

  /// A thing. Its role's pattern fills a strip at the left edge.
  ///
  /// @param radius of the corners
  /// @param strip width of the strip; 0 for none
  record Box(
      String id, Rect area, Role role, double radius, double strip, List<Label> labels, About about)
      implements Element {
    public Box {
      labels = List.copyOf(labels);
    }

    @Override
    public Box about(About other) {
      return new Box(id, area, role, radius, strip, labels, other);
    }
  }

  /// A line through `points`, its corners rounded.
  ///
  /// @param arrow whether its end has a head
  record Link(String id, List<Point> points, Role role, boolean arrow, About about)
      implements Element {
    public Link {
      points = List.copyOf(points);
      if (points.size() < 2) {
        throw new IllegalArgumentException("a link needs two points: " + id);
      }
    }

    @Override
    public Rect area() {
      return Rect.around(points);
    }

    @Override
    public Link about(About other) {
      return new Link(id, points, role, arrow, other);
    }
  }

  /// Text that belongs to no box.
  record Text(String id, Rect area, Role role, List<Label> lines, About about) implements Element {
    public Text {
      lines = List.copyOf(lines);
    }

    @Override
    public Text about(About other) {
      return new Text(id, area, role, lines, other);
    }
  }

  /// A frame behind things that belong together, or the outline of a goal around them.
  ///
  /// @param labels its title
  record Group(String id, Rect area, Role role, List<Label> labels, About about)
      implements Element {
    public Group {
      labels = List.copyOf(labels);
    }

    @Override
    public Group about(About other) {
      return new Group(id, area, role, labels, other);
    }
  }
}
