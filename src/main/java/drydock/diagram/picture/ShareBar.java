// SPDX-License-Identifier: Apache-2.0
package drydock.diagram.picture;

import drydock.diagram.Element;
import drydock.diagram.Ink;
import drydock.diagram.Label;
import drydock.diagram.Rect;
import drydock.diagram.TextStyle;
import drydock.messages.Messages;
import java.util.List;

/// "Where the bytes are": a bar with a part for each layer, lowest first, exactly to scale.
final class ShareBar {
  private static final double LEFT = 12;
  private static final double HEIGHT = 22;
  private static final double GAP = 2;
  private static final double SMALLEST = 3;

  private final LayerImage image;
  private final List<LayerStack.Row> rows;

  ShareBar(LayerImage image) {
    this.image = image;
    this.rows = image.stack().rows().stream().filter(r -> r.instruction().bytes() > 0).toList();
  }

  double draw(List<Element> elements, double y, double width) {
    long total = rows.stream().mapToLong(r -> r.instruction().bytes()).sum();
    if (rows.size() < 2) {
      return y - 8;
    }
    double room = width - 2 * LEFT;
    String title = Messages.get("picture.layers.bytes");
    String sum = Messages.get("picture.layers.sum", image.name(), Human.bytes(total));
    elements.add(Caption.of("bytes", new Rect(LEFT, y, room, 18), title, sum));
    double x = LEFT;
    double pixels = (room + GAP) / total;
    for (LayerStack.Row row : rows) {
      double w = row.instruction().bytes() * pixels - GAP;
      if (w >= SMALLEST) {
        elements.add(part(row, new Rect(x, y + 24, w, HEIGHT)));
      }
      x += row.instruction().bytes() * pixels;
    }
    return y + 24 + HEIGHT;
  }

  private Element part(LayerStack.Row row, Rect area) {
    String size = Human.bytes(row.instruction().bytes());
    String full = row.instruction().text() + "  " + size;
    double room = area.width() - 12;
    String text = "";
    if (TextStyle.SMALL_STRONG.width(full) <= room) {
      text = full;
    } else if (TextStyle.SMALL_STRONG.width(size) <= room) {
      text = size;
    }
    return new Element.Box(
        "bytes:" + row.history(),
        area,
        image.role(row),
        3,
        text.isEmpty() ? area.width() : 0,
        text.isEmpty()
            ? List.of()
            : List.of(Label.middle(text, area.width() / 2, 15, TextStyle.SMALL_STRONG, Ink.ROLE)),
        image.about(row));
  }
}
