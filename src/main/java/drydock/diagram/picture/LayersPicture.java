// SPDX-License-Identifier: Apache-2.0
package drydock.diagram.picture;

import drydock.archive.Waste;
import drydock.diagram.About;
import drydock.diagram.Element;
import drydock.diagram.Ink;
import drydock.diagram.Label;
import drydock.diagram.Point;
import drydock.diagram.Rect;
import drydock.diagram.Role;
import drydock.diagram.Scene;
import drydock.diagram.TextStyle;
import drydock.engine.EngineInfo;
import drydock.messages.Messages;
import java.util.ArrayList;
import java.util.List;

/// "Where does each file come from?" An image's layers as slabs, the newest on top; on them its containers, each with a
/// layer of its own; beside them who else stands on them. Images that are compared stand on their common slabs.
public final class LayersPicture {
  private static final double LEFT = 12;
  private static final double GAP = LayerSlabs.GAP;
  private static final double SIDE = 150;
  private static final double BETWEEN = 12;
  private static final double COLUMN = 165;
  private static final double HEAD = 22;

  /// Beyond this many rows the lowest are counted, not drawn.
  static final int MOST_ROWS = 150;

  private final LayersFacts facts;
  private final LayerImage image;
  private final List<LayerTree> trees;
  private final boolean compared;
  private final double available;
  private final double slabWidth;
  private final List<Element> elements = new ArrayList<>();
  private final LayerSlabs slabs;
  private final OwnSlabs own;
  private int hidden;
  private double y = 2;

  private LayersPicture(LayersFacts facts, double width) {
    this.facts = facts;
    List<LayerImage> images = LayerImage.all(facts);
    this.image = images.getFirst();
    this.trees = LayerTree.of(images);
    this.compared = images.size() > 1;
    double narrowest = compared ? images.size() * (COLUMN + BETWEEN) - BETWEEN + 2 * LEFT : 380;
    this.available = Math.max(width, Math.max(380, narrowest));
    this.slabWidth =
        compared
            ? available - 2 * LEFT
            : Math.floor(Math.min(available - 2 * LEFT - SIDE - 24, 440));
    this.slabs = new LayerSlabs(elements, largest(images, facts));
    this.own = new OwnSlabs(elements, slabs);
  }

  private static long largest(List<LayerImage> images, LayersFacts facts) {
    long largest = 1;
    for (LayerImage image : images) {
      for (LayerStack.Row row : image.stack().rows()) {
        largest = Math.max(largest, row.instruction().bytes());
      }
    }
    for (LayersFacts.Own each : facts.containers()) {
      if (each.layer() != null) {
        largest = Math.max(largest, each.layer().bytes().orElse(0));
      }
    }
    return largest;
  }

  /// @param width to fill
  public static Scene of(LayersFacts facts, double width) {
    return new LayersPicture(facts, width).draw();
  }

  /// While no image is known.
  public static Scene nothing(double width) {
    return new Scene(
        Messages.get("picture.layers.question"),
        Messages.get("picture.layers.nothing"),
        width,
        0,
        List.of());
  }

  private Scene draw() {
    if (compared) {
      double height = trees.stream().mapToDouble(t -> height(t, widthOf(t))).max().orElse(0);
      double x = LEFT;
      for (LayerTree tree : trees) {
        draw(tree, x, y + height, widthOf(tree));
        x += widthOf(tree) + BETWEEN;
      }
      y += height;
    } else {
      single();
    }
    if (hidden > 0) {
      note("more", Messages.get("picture.layers.more", hidden));
    }
    if (facts.notDrawn() > 0) {
      note("containers", Messages.get("picture.layers.moreContainers", facts.notDrawn()));
    }
    if (image.stack().certain() && !compared) {
      image.sharing().runs().forEach(this::bracket);
    }
    y = new ShareBar(image).draw(elements, y + 14, available);
    List<Waste> waste = facts.waste();
    if (waste != null) {
      Rect area = new Rect(LEFT, y + 14, available - 2 * LEFT, 0);
      y = new WastePanel(image, waste).draw(elements, area);
    }
    if (slabs.places().size() > 1) {
      note("scale", Messages.get("picture.layers.scale"));
    }
    if (facts.store() == EngineInfo.ImageStore.CONTAINERD) {
      note("blocks", Messages.get("picture.layers.blocks"));
    }
    return new Scene(
        Messages.get("picture.layers.question"),
        LayersAnswer.of(facts, image, trees),
        available,
        y + 4,
        elements);
  }

  private void single() {
    LayerTree tree = trees.getFirst();
    if (!facts.containers().isEmpty()) {
      double top = y;
      y = own.draw(facts.containers(), new Rect(LEFT, y, slabWidth, 0));
      bracket(
          "run:own",
          Role.ADDED,
          Messages.get("picture.layers.own.whose", facts.containers().size()),
          top,
          y - GAP - 2);
    }
    y = slabs.draw(image, drawn(tree), new Rect(LEFT, y, slabWidth, 0));
  }

  /// Newest first.
  private List<LayerStack.Row> drawn(LayerTree tree) {
    List<LayerStack.Row> rows = tree.rows().reversed();
    int most = Math.min(MOST_ROWS, rows.size());
    hidden += rows.size() - most;
    return rows.subList(0, most);
  }

  // --- images that are compared

  private double widthOf(LayerTree tree) {
    return widthOf(tree, trees, slabWidth);
  }

  /// Columns are as wide as each other, so that a branch of two images has twice the room.
  private static double widthOf(LayerTree tree, List<LayerTree> beside, double all) {
    int images = beside.stream().mapToInt(LayerTree::images).sum();
    double column = (all + BETWEEN) / images - BETWEEN;
    return tree.images() * (column + BETWEEN) - BETWEEN;
  }

  private double height(LayerTree tree, double width) {
    List<LayerStack.Row> rows = tree.rows().reversed();
    double rowsHeight =
        slabs.height(tree.image(), rows.subList(0, Math.min(MOST_ROWS, rows.size())));
    if (tree.above().isEmpty()) {
      return rowsHeight + own.height(standingOn(tree.image()), width) + HEAD;
    }
    return rowsHeight
        + tree.above().stream()
            .mapToDouble(t -> height(t, widthOf(t, tree.above(), width)))
            .max()
            .orElse(0);
  }

  private void draw(LayerTree tree, double x, double bottom, double width) {
    List<LayerStack.Row> rows = drawn(tree);
    double top = bottom - slabs.height(tree.image(), rows);
    slabs.draw(tree.image(), rows, new Rect(x, top, width, 0));
    if (tree.above().isEmpty()) {
      List<LayersFacts.Own> containers = standingOn(tree.image());
      double above = top - own.height(containers, width);
      own.draw(containers, new Rect(x, above, width, 0));
      head(tree.image(), new Rect(x, above - HEAD, width, HEAD - 2));
    }
    double next = x;
    for (LayerTree branch : tree.above()) {
      double part = widthOf(branch, tree.above(), width);
      draw(branch, next, top, part);
      next += part + BETWEEN;
    }
  }

  private List<LayersFacts.Own> standingOn(LayerImage which) {
    return facts.containers().stream()
        .filter(o -> o.container().imageId().equals(which.summary().id()))
        .toList();
  }

  private void head(LayerImage which, Rect area) {
    String name = TextStyle.HEADING.fit(which.name(), area.width());
    elements.add(
        new Element.Text(
            which.key() + "head",
            area,
            Role.NEUTRAL,
            List.of(Label.start(name, 0, 14, TextStyle.HEADING, Ink.STRONG)),
            new About(which.name() + ", " + Human.bytes(which.bytes()), "", null, null)));
  }

  // --- words beside and below

  /// Ties layers to the words that say whose they are.
  private void bracket(Sharing.Run run) {
    Rect bottom = slabs.places().get("layer:" + run.first());
    Rect top = slabs.places().get("layer:" + run.last());
    if (bottom != null && top != null) {
      bracket("run:" + run.first(), run.role(), run.words(), top.y(), bottom.bottom());
    }
  }

  private void bracket(String id, Role role, String text, double top, double bottom) {
    double x = LEFT + slabWidth + 6;
    elements.add(
        new Element.Link(
            id,
            List.of(
                new Point(x, top + 3),
                new Point(x + 8, top + 3),
                new Point(x + 8, bottom - 3),
                new Point(x, bottom - 3)),
            role,
            false,
            About.ORNAMENT));
    double room = available - x - 16 - 4;
    double middle = (top + bottom) / 2;
    int most = (int) Math.max(1, (bottom - top + GAP) / 16);
    List<String> lines = TextStyle.SMALL_STRONG.wrap(text, room, Math.min(4, most));
    double height = 16 * lines.size();
    elements.add(
        new Element.Text(
            id + ":words",
            new Rect(x + 16, middle - height / 2, room, height),
            role,
            labels(lines, TextStyle.SMALL_STRONG, Ink.ROLE),
            new About(text, "", null, null)));
  }

  private void note(String id, String text) {
    List<String> lines = TextStyle.SMALL.wrap(text, available - 2 * LEFT, 4);
    double height = 16 * lines.size() + 2;
    elements.add(
        new Element.Text(
            "note:" + id,
            new Rect(LEFT, y + 8, available - 2 * LEFT, height),
            Role.NEUTRAL,
            labels(lines, TextStyle.SMALL, Ink.MUTED),
            new About(text, "", null, null)));
    y += height + 8;
  }

  private static List<Label> labels(List<String> lines, TextStyle style, Ink ink) {
    List<Label> labels = new ArrayList<>();
    for (int i = 0; i < lines.size(); i++) {
      labels.add(Label.start(lines.get(i), 0, 12 + 16 * i, style, ink));
    }
    return labels;
  }
}
