// SPDX-License-Identifier: Apache-2.0
package drydock.diagram.picture;

import drydock.archive.CoreDrill;
import drydock.archive.CoreDrill.Said;
import drydock.diagram.About;
import drydock.diagram.Element;
import drydock.diagram.Evidence;
import drydock.diagram.Ink;
import drydock.diagram.Label;
import drydock.diagram.Rect;
import drydock.diagram.Role;
import drydock.diagram.Scene;
import drydock.diagram.TextStyle;
import drydock.engine.PathChange;
import drydock.messages.Messages;
import java.util.ArrayList;
import java.util.List;

/// "Where does this path come from?" A core drilled through all layers: what each says of one path, and which one is seen.
public final class DrillPicture {
  private static final double LEFT = 12;
  private static final double GAP = 4;
  private static final double TALL = 44;
  private static final double THIN = 24;
  private static final double STRIP = 10;
  private static final double WIDEST = 560;

  private final DrillFacts facts;
  private final CoreDrill drill;
  private final double width;
  private final List<Element> elements = new ArrayList<>();
  private double y = 2;

  private DrillPicture(DrillFacts facts, double width) {
    this.facts = facts;
    this.drill = facts.drill();
    this.width = Math.max(width, 280);
  }

  /// @param width to fill
  public static Scene of(DrillFacts facts, double width) {
    return new DrillPicture(facts, width).draw();
  }

  private Scene draw() {
    DrillFacts.Own own = facts.own();
    if (own != null) {
      own(own);
    }
    int silent = 0;
    for (int layer = drill.layers().size() - 1; layer >= 0; layer--) {
      Said said = drill.layers().get(layer);
      if (said instanceof CoreDrill.Nothing) {
        silent++;
      } else {
        silent(layer + 1, silent);
        silent = 0;
        layer(layer, said);
      }
    }
    silent(0, silent);
    if (!drill.leadsTo().equals(drill.path())) {
      String text =
          drill.leadsTo().isEmpty()
              ? Messages.get("picture.drill.circle")
              : Messages.get("picture.drill.link", drill.leadsTo());
      y =
          new Words(
                  elements,
                  new Rect(LEFT, y + 4, width - 2 * LEFT, 0),
                  "link",
                  About.ORNAMENT,
                  Role.NEUTRAL)
              .small(text)
              .end();
    }
    return new Scene(
        Messages.get("picture.drill.question", drill.path()), answer(), width, y + 4, elements);
  }

  private String answer() {
    DrillFacts.Own own = facts.own();
    if (own != null) {
      return own.kind() == PathChange.Kind.DELETED
          ? Messages.get("picture.drill.removedByContainer", own.container())
          : Messages.get("picture.drill.seenInContainer", own.container());
    }
    if (drill.seen() >= 0) {
      return Messages.get("picture.drill.seen", drill.seen() + 1, step(drill.seen()));
    }
    for (int layer = drill.layers().size() - 1; layer >= 0; layer--) {
      if (DrillWords.removes(drill.layers().get(layer))) {
        return Messages.get("picture.drill.gone", layer + 1, step(layer));
      }
    }
    return drill.layers().stream().anyMatch(CoreDrill.Unknown.class::isInstance)
        ? Messages.get("picture.drill.unknown")
        : Messages.get("picture.drill.never");
  }

  private String step(int layer) {
    String step = layer < facts.steps().size() ? facts.steps().get(layer) : "";
    return step.isEmpty() ? Messages.get("picture.layers.nameless", layer + 1) : step;
  }

  private void own(DrillFacts.Own own) {
    String says =
        switch (own.kind()) {
          case ADDED -> Messages.get("picture.drill.own.added");
          case MODIFIED -> Messages.get("picture.drill.own.changed");
          case DELETED -> Messages.get("picture.drill.own.removed");
        };
    boolean gone = own.kind() == PathChange.Kind.DELETED;
    Evidence evidence = Asked.changes(own.container(), "[].Path = " + drill.path(), own.at());
    slab(
        "own",
        Messages.get("picture.drill.own", own.container()),
        says,
        gone ? Role.FAILED : Role.ADDED,
        mark(gone ? Role.FAILED : Role.ADDED),
        evidence);
  }

  /// A word for what the colour says.
  private static String mark(Role role) {
    if (role == Role.ADDED) {
      return Messages.get("picture.drill.seenMark");
    }
    return role == Role.BASE ? Messages.get("picture.drill.coveredMark") : "";
  }

  private void layer(int layer, Said said) {
    boolean seen = facts.own() == null && layer == drill.seen();
    String says = DrillWords.of(said);
    Role role = DrillWords.role(said, seen);
    slab("layer:" + layer, step(layer), says, role, mark(role), saved(layer, says));
  }

  private Evidence saved(int layer, String says) {
    return Asked.save(
        facts.image(), Messages.get("picture.drill.field", layer, drill.path(), says), facts.at());
  }

  private void slab(
      String id, String title, String says, Role role, String mark, Evidence evidence) {
    Rect area = new Rect(LEFT, y, Math.min(width - 2 * LEFT, WIDEST), TALL);
    double left = STRIP + 10;
    double room = area.width() - left - 10;
    double beside = mark.isEmpty() ? room : room - 14 - TextStyle.SMALL_STRONG.width(mark);
    List<Label> labels = new ArrayList<>();
    labels.add(
        Label.start(TextStyle.CODE.fit(title, beside), left, 18, TextStyle.CODE, Ink.STRONG));
    labels.add(Label.start(TextStyle.SMALL.fit(says, room), left, 35, TextStyle.SMALL, Ink.MUTED));
    if (!mark.isEmpty()) {
      labels.add(Label.end(mark, area.width() - 10, 18, TextStyle.SMALL_STRONG, Ink.ROLE));
    }
    String name = title + ": " + says + (mark.isEmpty() ? "" : ", " + mark);
    elements.add(
        new Element.Box(
            id, area, role, 6, STRIP, labels, new About(name, title + ": " + says, evidence, id)));
    y = area.bottom() + GAP;
  }

  /// Layers next to each other that do not touch the path, the lowest of them `first`.
  private void silent(int first, int count) {
    if (count == 0) {
      return;
    }
    String text =
        count == 1
            ? Messages.get("picture.drill.silent", step(first))
            : Messages.get("picture.drill.silentLayers", count);
    Rect area = new Rect(LEFT, y, Math.min(width - 2 * LEFT, WIDEST), THIN);
    elements.add(
        new Element.Box(
            "silent:" + first,
            area,
            Role.WAITING,
            6,
            0,
            List.of(
                Label.start(
                    TextStyle.SMALL.fit(text, area.width() - 30),
                    20,
                    16,
                    TextStyle.SMALL,
                    Ink.MUTED)),
            new About(text, text, saved(first, Messages.get("picture.drill.says.nothing")), null)));
    y = area.bottom() + GAP;
  }
}
