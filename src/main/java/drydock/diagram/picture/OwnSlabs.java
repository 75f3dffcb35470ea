// SPDX-License-Identifier: Apache-2.0
package drydock.diagram.picture;

import drydock.diagram.About;
import drydock.diagram.Element;
import drydock.diagram.Evidence;
import drydock.diagram.Ink;
import drydock.diagram.Label;
import drydock.diagram.Rect;
import drydock.diagram.Role;
import drydock.diagram.TextStyle;
import drydock.engine.Container;
import drydock.messages.Messages;
import drydock.observe.ContainerLayer;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;

/// The containers of an image, each with the layer that is its own, side by side on top of what they share.
final class OwnSlabs {
  static final String PREFIX = "own:";
  private static final double GAP = 6;
  private static final double NARROWEST = 132;
  private static final double LEAST = 40;
  private static final double STRIP = 10;

  private final List<Element> elements;
  private final LayerSlabs scale;

  OwnSlabs(List<Element> elements, LayerSlabs scale) {
    this.elements = elements;
    this.scale = scale;
  }

  /// With the gap below.
  double height(List<LayersFacts.Own> containers, double width) {
    double height = 0;
    for (List<LayersFacts.Own> line : lines(containers, width)) {
      height += tallest(line) + GAP;
    }
    return height;
  }

  /// @param area whose upper edge and width count
  /// @return the lower edge, with the gap
  double draw(List<LayersFacts.Own> containers, Rect area) {
    double y = area.y();
    int across = across(area.width());
    double width =
        Math.floor((area.width() + GAP) / Math.min(across, Math.max(1, containers.size())) - GAP);
    for (List<LayersFacts.Own> line : lines(containers, area.width())) {
      double bottom = y + tallest(line);
      for (int i = 0; i < line.size(); i++) {
        double height = height(line.get(i));
        slab(line.get(i), new Rect(area.x() + i * (width + GAP), bottom - height, width, height));
      }
      y = bottom + GAP;
    }
    return y;
  }

  private static int across(double width) {
    return (int) Math.max(1, Math.floor((width + GAP) / (NARROWEST + GAP)));
  }

  private static List<List<LayersFacts.Own>> lines(List<LayersFacts.Own> containers, double width) {
    int across = across(width);
    List<List<LayersFacts.Own>> lines = new ArrayList<>();
    for (int i = 0; i < containers.size(); i += across) {
      lines.add(containers.subList(i, Math.min(containers.size(), i + across)));
    }
    return lines;
  }

  private double tallest(List<LayersFacts.Own> line) {
    return line.stream().mapToDouble(this::height).max().orElse(0);
  }

  private double height(LayersFacts.Own own) {
    ContainerLayer layer = own.layer();
    return layer == null || layer.untouched() ? LEAST : scale.grown(LEAST, layer.bytes().orElse(0));
  }

  private void slab(LayersFacts.Own own, Rect area) {
    Container container = own.container();
    Role role = role(own);
    double strip = role == Role.WAITING ? 0 : STRIP;
    double left = strip + 10;
    double room = area.width() - left - 8;
    double middle = area.height() / 2;
    List<Label> labels =
        List.of(
            Label.start(
                TextStyle.CODE.fit(container.name(), room),
                left,
                middle - 4,
                TextStyle.CODE,
                Ink.STRONG),
            Label.start(
                TextStyle.SMALL.fit(figures(own), room),
                left,
                middle + 12,
                TextStyle.SMALL,
                Ink.MUTED));
    String id = PREFIX + container.id();
    elements.add(new Element.Box(id, area, role, 6, strip, labels, about(own, id)));
  }

  private static Role role(LayersFacts.Own own) {
    ContainerLayer layer = own.layer();
    if (layer == null || layer.untouched()) {
      return Role.WAITING;
    }
    return layer.untold().isEmpty() ? Role.ADDED : Role.UNKNOWN;
  }

  /// What stands below the name: "4.1 kB, 3 paths".
  private static String figures(LayersFacts.Own own) {
    ContainerLayer layer = own.layer();
    if (layer == null) {
      return Messages.get("picture.layers.own.asking");
    }
    if (!layer.untold().isEmpty()) {
      return Messages.get("picture.layers.own.untold");
    }
    if (layer.untouched()) {
      return Messages.get("picture.layers.own.nothing");
    }
    int paths = layer.changes().size();
    OptionalLong bytes = layer.bytes();
    return bytes.isPresent()
        ? Messages.get("picture.layers.own.written", Human.bytes(bytes.getAsLong()), paths)
        : Messages.get("picture.layers.own.paths", paths);
  }

  private static About about(LayersFacts.Own own, String id) {
    Container container = own.container();
    ContainerLayer layer = own.layer();
    String name = Messages.get("picture.layers.own.name", container.name(), figures(own));
    if (layer == null) {
      return new About(name, Messages.get("picture.layers.own.asking"), null, id);
    }
    String sentence =
        layer.untold().isEmpty()
            ? Messages.get("picture.layers.own.sentence", container.name())
            : layer.untold();
    return new About(name, sentence, evidence(container.name(), layer), id);
  }

  private static Evidence evidence(String container, ContainerLayer layer) {
    if (layer.bytes().isPresent()) {
      return Asked.size(container, "SizeRw = " + layer.bytes().getAsLong(), layer.at());
    }
    // no changes are no list
    String none = layer.untold().isEmpty() ? "null" : layer.untold();
    String field =
        layer.changes().isEmpty() ? none : "[].Path = " + layer.changes().getFirst().path();
    return Asked.changes(container, field, layer.at());
  }
}
