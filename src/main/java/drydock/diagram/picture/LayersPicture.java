// SPDX-License-Identifier: Apache-2.0
package drydock.diagram.picture;

import drydock.diagram.About;
import drydock.diagram.Element;
import drydock.diagram.Evidence;
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
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// "Where does each file come from?" An image's layers as slabs, the newest on top; beside them who else stands on them.
public final class LayersPicture {
  private static final double LEFT = 12;
  private static final double GAP = 4;
  private static final double SLAB = 30;
  private static final double TALLEST = 110;
  private static final double SETTING = 22;
  private static final double SIDE = 150;

  /// Beyond this many rows the lowest are counted, not drawn.
  static final int MOST_ROWS = 150;

  private final LayersFacts facts;
  private final LayerStack stack;
  private final Sharing sharing;
  private final double available;
  private final double slabWidth;
  private final long largest;
  private final List<Element> elements = new ArrayList<>();
  private final Map<Integer, Rect> slabs = new HashMap<>();
  private int slabCount;
  private double y = 2;

  private LayersPicture(LayersFacts facts, double width) {
    this.facts = facts;
    this.sharing = Sharing.of(facts.image().summary(), facts.images());
    this.stack =
        LayerStack.of(facts.history(), facts.image().summary().layers().size())
            .named(this::nameless);
    this.available = Math.max(width, 380);
    this.slabWidth = Math.floor(Math.min(available - 2 * LEFT - SIDE - 24, 440));
    this.largest =
        Math.max(1, stack.rows().stream().mapToLong(r -> r.instruction().bytes()).max().orElse(1));
  }

  /// A layer of which the history says nothing is called after the image that it makes up alone, if one does.
  private String nameless(int layer) {
    Sharing.Run run = sharing.of(layer);
    return run.role() == Role.BASE && run.first() == run.last()
        ? run.base()
        : Messages.get("picture.layers.nameless", layer + 1);
  }

  /// @param width to fill
  public static Scene of(LayersFacts facts, double width) {
    return new LayersPicture(facts, width).draw();
  }

  private Scene draw() {
    List<LayerStack.Row> settings = new ArrayList<>();
    List<LayerStack.Row> newestFirst = stack.rows().reversed();
    int drawn = Math.min(MOST_ROWS, newestFirst.size());
    for (LayerStack.Row row : newestFirst.subList(0, drawn)) {
      if (isSlab(row)) {
        settings(settings);
        slab(row);
      } else {
        settings.add(row);
      }
    }
    settings(settings);
    if (drawn < newestFirst.size()) {
      note("more", Messages.get("picture.layers.more", newestFirst.size() - drawn));
    }
    if (stack.certain()) {
      sharing.runs().forEach(this::bracket);
    }
    bar();
    if (slabCount > 1 && largest > 1) {
      note("scale", Messages.get("picture.layers.scale"));
    }
    if (facts.store() == EngineInfo.ImageStore.CONTAINERD) {
      note("blocks", Messages.get("picture.layers.blocks"));
    }
    return new Scene(Messages.get("picture.layers.question"), answer(), available, y + 4, elements);
  }

  private boolean isSlab(LayerStack.Row row) {
    return row.layer() != null || (!stack.certain() && row.instruction().bytes() > 0);
  }

  private String answer() {
    String total = Human.bytes(stack.rows().stream().mapToLong(r -> r.instruction().bytes()).sum());
    if (!stack.certain()) {
      return stack.rows().getFirst().history() < 0
          ? Messages.get("picture.layers.noHistory", facts.name(), stack.layers())
          : Messages.get("picture.layers.uncertain", facts.name(), stack.layers());
    }
    long own =
        sharing.runs().stream().filter(r -> r.role() == Role.ADDED).mapToLong(r -> bytes(r)).sum();
    return Messages.get(
        "picture.layers.answer", facts.name(), stack.layers(), total, Human.bytes(own));
  }

  private long bytes(Sharing.Run run) {
    return stack.rows().stream()
        .filter(r -> r.layer() != null && r.layer() >= run.first() && r.layer() <= run.last())
        .mapToLong(r -> r.instruction().bytes())
        .sum();
  }

  private void slab(LayerStack.Row row) {
    long bytes = row.instruction().bytes();
    double height = SLAB + Math.round((TALLEST - SLAB) * Math.sqrt((double) bytes / largest));
    Rect area = new Rect(LEFT, y, slabWidth, height);
    if (row.layer() != null) {
      slabs.put(row.layer(), area);
    }
    Role role = role(row);
    String size = row.history() < 0 ? Messages.get("picture.layers.noSize") : Human.bytes(bytes);
    double left = 20;
    double room = slabWidth - left - 22 - TextStyle.SMALL.width(size);
    double middle = height / 2 + 4;
    String text = row.instruction().text();
    List<Label> labels = new ArrayList<>();
    List<String> lines =
        TextStyle.CODE.wrap(text, room, (int) Math.clamp((height - 12) / 17, 1, 4));
    for (int i = 0; i < lines.size(); i++) {
      double baseline = middle + (i - (lines.size() - 1) / 2.0) * 17;
      labels.add(Label.start(lines.get(i), left, baseline, TextStyle.CODE, Ink.STRONG));
    }
    labels.add(Label.end(size, slabWidth - 10, middle, TextStyle.SMALL, Ink.MUTED));
    elements.add(
        new Element.Box(
            id(row),
            area,
            role,
            6,
            role == Role.UNKNOWN ? 12 : 10,
            labels,
            about(row, text, size)));
    y += height + GAP;
    slabCount++;
  }

  private Role role(LayerStack.Row row) {
    return stack.certain() && row.layer() != null ? sharing.of(row.layer()).role() : Role.UNKNOWN;
  }

  private String id(LayerStack.Row row) {
    return row.layer() != null ? "layer:" + row.layer() : "history:" + row.history();
  }

  private About about(LayerStack.Row row, String text, String size) {
    if (row.layer() == null) {
      return new About(
          text + ", " + size, Messages.get("picture.layers.uncertainWhy"), evidence(row), null);
    }
    String words = stack.certain() ? sharing.of(row.layer()).words() : "";
    return new About(
        text + ", " + size + (words.isEmpty() ? "" : ", " + words), text, evidence(row), null);
  }

  private Evidence evidence(LayerStack.Row row) {
    if (row.history() < 0 && row.layer() != null) {
      String id = facts.image().summary().layers().get(row.layer());
      return Asked.image(facts.name(), "RootFS.Layers[" + row.layer() + "] = " + id, facts.at());
    }
    return Asked.history(
        facts.name(), "[" + answerIndex(row) + "].Size = " + row.instruction().bytes(), facts.at());
  }

  /// The engine answers newest first.
  private int answerIndex(LayerStack.Row row) {
    return facts.history().size() - 1 - row.history();
  }

  /// Rows that made no layer, as one thin line between the slabs.
  private void settings(List<LayerStack.Row> rows) {
    if (rows.isEmpty()) {
      return;
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
    double room = slabWidth - 34 - TextStyle.SMALL.width(count);
    String all =
        rows.reversed().stream()
            .map(r -> r.instruction().text())
            .collect(Collectors.joining(" · "));
    elements.add(
        new Element.Box(
            "settings:" + newest.history(),
            new Rect(LEFT, y, slabWidth, SETTING),
            Role.WAITING,
            6,
            0,
            List.of(
                Label.start(
                    TextStyle.CODE_SMALL.fit(text, room), 20, 15, TextStyle.CODE_SMALL, Ink.MUTED),
                Label.end(count, slabWidth - 10, 15, TextStyle.SMALL, Ink.MUTED)),
            new About(
                all + ", " + count,
                all + ". " + Messages.get("picture.layers.noLayerWhy"),
                evidence(newest),
                null)));
    y += SETTING + GAP;
    rows.clear();
  }

  /// Ties layers to the words that say whose they are.
  private void bracket(Sharing.Run run) {
    Rect bottom = slabs.get(run.first());
    Rect top = slabs.get(run.last());
    if (bottom == null || top == null) {
      return;
    }
    double x = LEFT + slabWidth + 6;
    String id = "run:" + run.first();
    elements.add(
        new Element.Link(
            id,
            List.of(
                new Point(x, top.y() + 3),
                new Point(x + 8, top.y() + 3),
                new Point(x + 8, bottom.bottom() - 3),
                new Point(x, bottom.bottom() - 3)),
            run.role(),
            false,
            About.ORNAMENT));
    double room = available - x - 16 - 4;
    double middle = (top.y() + bottom.bottom()) / 2;
    int most = (int) Math.max(1, (bottom.bottom() - top.y() + GAP) / 16);
    List<String> lines = TextStyle.SMALL_STRONG.wrap(run.words(), room, Math.min(4, most));
    double height = 16 * lines.size();
    List<Label> labels = new ArrayList<>();
    for (int i = 0; i < lines.size(); i++) {
      labels.add(Label.start(lines.get(i), 0, 12 + 16 * i, TextStyle.SMALL_STRONG, Ink.ROLE));
    }
    elements.add(
        new Element.Text(
            id + ":words",
            new Rect(x + 16, middle - height / 2, room, height),
            run.role(),
            labels,
            new About(run.words(), "", null, null)));
  }

  private void bar() {
    ShareBar bar = new ShareBar(facts.name(), stack, this::role, this::about);
    y = bar.draw(elements, y + 14, available);
  }

  private void note(String id, String text) {
    List<String> lines = TextStyle.SMALL.wrap(text, available - 2 * LEFT, 4);
    List<Label> labels = new ArrayList<>();
    for (int i = 0; i < lines.size(); i++) {
      labels.add(Label.start(lines.get(i), 0, 12 + 16 * i, TextStyle.SMALL, Ink.MUTED));
    }
    double height = 16 * lines.size() + 2;
    elements.add(
        new Element.Text(
            "note:" + id,
            new Rect(LEFT, y + 8, available - 2 * LEFT, height),
            Role.NEUTRAL,
            labels,
            new About(text, "", null, null)));
    y += height + 8;
  }
}
