// SPDX-License-Identifier: Apache-2.0
package drydock.diagram.picture;

import drydock.diagram.About;
import drydock.diagram.Element;
import drydock.diagram.Ink;
import drydock.diagram.Label;
import drydock.diagram.Rect;
import drydock.diagram.Role;
import drydock.diagram.TextStyle;
import drydock.messages.Messages;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// Rows of an image's history one below the other, the newest on top: layers as slabs, and between them what made none.
final class LayerSlabs {
  static final double GAP = 4;
  private static final double SLAB = 30;
  private static final double TALLEST = 110;
  private static final double SETTING = 22;

  private final List<Element> elements;
  private final long largest;
  private final Map<String, Rect> places = new HashMap<>();

  /// @param largest of all that is drawn to one scale, in bytes
  LayerSlabs(List<Element> elements, long largest) {
    this.elements = elements;
    this.largest = Math.max(1, largest);
  }

  /// How tall what weighs `bytes` stands, if what weighs nothing is `least`.
  double grown(double least, long bytes) {
    return least + Math.round((TALLEST - least) * Math.sqrt((double) bytes / largest));
  }

  /// Where a slab was drawn, by its element's id.
  Map<String, Rect> places() {
    return places;
  }

  /// With the gap below the last one.
  double height(LayerImage image, List<LayerStack.Row> newestFirst) {
    double height = 0;
    boolean settings = false;
    for (LayerStack.Row row : newestFirst) {
      boolean slab = image.isSlab(row);
      if (slab) {
        height += grown(SLAB, row.instruction().bytes()) + GAP;
      } else if (!settings) {
        height += SETTING + GAP;
      }
      settings = !slab;
    }
    return height;
  }

  /// @param area whose upper edge and width count
  /// @return the lower edge, with the gap
  double draw(LayerImage image, List<LayerStack.Row> newestFirst, Rect area) {
    double y = area.y();
    List<LayerStack.Row> settings = new ArrayList<>();
    for (LayerStack.Row row : newestFirst) {
      if (image.isSlab(row)) {
        y = settings(image, settings, new Rect(area.x(), y, area.width(), SETTING));
        double height = grown(SLAB, row.instruction().bytes());
        slab(image, row, new Rect(area.x(), y, area.width(), height));
        y += height + GAP;
      } else {
        settings.add(row);
      }
    }
    return settings(image, settings, new Rect(area.x(), y, area.width(), SETTING));
  }

  private void slab(LayerImage image, LayerStack.Row row, Rect area) {
    Role role = image.role(row);
    String size = image.size(row);
    double left = 20;
    double room = area.width() - left - 22 - TextStyle.SMALL.width(size);
    double middle = area.height() / 2 + 4;
    List<Label> labels = new ArrayList<>();
    List<String> lines =
        TextStyle.CODE.wrap(
            row.instruction().text(), room, (int) Math.clamp((area.height() - 12) / 17, 1, 4));
    for (int i = 0; i < lines.size(); i++) {
      double baseline = middle + (i - (lines.size() - 1) / 2.0) * 17;
      labels.add(Label.start(lines.get(i), left, baseline, TextStyle.CODE, Ink.STRONG));
    }
    labels.add(Label.end(size, area.width() - 10, middle, TextStyle.SMALL, Ink.MUTED));
    String id = image.id(row);
    places.put(id, area);
    elements.add(
        new Element.Box(
            id, area, role, 6, role == Role.UNKNOWN ? 12 : 10, labels, image.about(row)));
  }

  /// Rows that made no layer, as one thin line between the slabs.
  ///
  /// @return where what comes next begins
  private double settings(LayerImage image, List<LayerStack.Row> rows, Rect area) {
    if (rows.isEmpty()) {
      return area.y();
    }
    LayerStack.Row newest = rows.getFirst();
    String text =
        rows.size() == 1
            ? newest.instruction().text()
            : rows.reversed().stream()
                .map(r -> r.instruction().word())
                .distinct()
                .collect(Collectors.joining(", "));
    String count = Messages.get("picture.layers.noLayer", rows.size());
    double room = area.width() - 34 - TextStyle.SMALL.width(count);
    String all =
        rows.reversed().stream()
            .map(r -> r.instruction().text())
            .collect(Collectors.joining(" · "));
    elements.add(
        new Element.Box(
            image.key() + "settings:" + newest.history(),
            area,
            Role.WAITING,
            6,
            0,
            List.of(
                Label.start(
                    TextStyle.CODE_SMALL.fit(text, room), 20, 15, TextStyle.CODE_SMALL, Ink.MUTED),
                Label.end(count, area.width() - 10, 15, TextStyle.SMALL, Ink.MUTED)),
            new About(
                all + ", " + count,
                all + ". " + Messages.get("picture.layers.noLayerWhy"),
                image.evidence(newest),
                null)));
    rows.clear();
    return area.bottom() + GAP;
  }
}
