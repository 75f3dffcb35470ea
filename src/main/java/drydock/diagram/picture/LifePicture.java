// SPDX-License-Identifier: Apache-2.0
package drydock.diagram.picture;

import drydock.diagram.About;
import drydock.diagram.Element;
import drydock.diagram.Ink;
import drydock.diagram.Label;
import drydock.diagram.Point;
import drydock.diagram.Rect;
import drydock.diagram.Role;
import drydock.diagram.Scene;
import drydock.diagram.TextStyle;
import drydock.messages.Messages;
import drydock.observe.Life;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/// "What happened to it, and when?" A lane for each container: bars for how it was, flags above
/// them for what happened; the present at the right.
public final class LifePicture {
  private static final double LEFT = 12;
  private static final double TOP = 28;
  private static final double NOW = 72;
  private static final int MOST = 30;

  /// Bars and flags together; in a busy picture each stands for more.
  private static final double MOST_PARTS = 240;

  private static final double MOST_CHECKS = 100;

  private final LifeFacts facts;
  private final double available;
  private final TimeAxis axis;
  private final double labels;
  private final List<Element> elements = new ArrayList<>();

  private LifePicture(LifeFacts facts, double width) {
    this.facts = facts;
    this.available = Math.max(width, 360);
    this.labels = Math.floor(Math.clamp(available * 0.25, 84, 190));
    this.axis = new TimeAxis(facts.from(), facts.to(), LEFT + labels + 8, available - LEFT - NOW);
  }

  /// @param width to fill
  public static Scene of(LifeFacts facts, double width) {
    return new LifePicture(facts, width).draw();
  }

  /// What stands there while there is no engine.
  public static Scene nothing(double width) {
    return new Scene(
        Messages.get("picture.life.question"),
        Messages.get("picture.life.noEngine"),
        width,
        0,
        List.of());
  }

  private Scene draw() {
    List<Life> there =
        facts.lives().stream()
            .filter(l -> !l.begun().isAfter(facts.to()))
            .filter(l -> !goneBefore(l, facts.from()))
            .toList();
    if (there.isEmpty()) {
      return new Scene(
          Messages.get("picture.life.question"),
          Messages.get("picture.life.empty"),
          available,
          0,
          List.of());
    }
    List<Life> drawn = chosen(there);
    axis();
    double least = Math.max(9, (axis.right() - axis.left()) * drawn.size() / MOST_PARTS);
    double tight = Math.max(6, (axis.right() - axis.left()) * checked(drawn) / MOST_CHECKS);
    LifeWords words = new LifeWords(facts);
    double y = TOP;
    for (Life life : drawn) {
      Rect lane = new Rect(LEFT, y, available - 2 * LEFT, LifeLane.HEIGHT);
      new LifeLane(life, axis, words, lane, least).draw(elements, labels);
      new LifeChecks(life, axis, facts, tight).draw(elements, lane.bottom() + 1);
      y += LifeLane.HEIGHT + LifeLane.GAP;
    }
    for (String note : notes(there.size() - drawn.size(), drawn)) {
      Words line =
          new Words(
              elements,
              new Rect(LEFT, y, available - 2 * LEFT, 0),
              "note:" + note,
              About.ORNAMENT,
              Role.NEUTRAL);
      y = line.small(note).end() + 2;
    }
    return new Scene(
        Messages.get("picture.life.question"), words.answer(there), available, y + 2, elements);
  }

  private long checked(List<Life> drawn) {
    return drawn.stream().filter(l -> facts.checks().containsKey(l.id())).count();
  }

  private static boolean goneBefore(Life life, Instant moment) {
    Instant removed = life.removed();
    return removed != null && removed.isBefore(moment);
  }

  /// Those that are there and of which something happened last, in their order.
  private static List<Life> chosen(List<Life> all) {
    Set<Life> chosen =
        new LinkedHashSet<>(
            all.stream()
                .sorted(
                    Comparator.comparing((Life l) -> l.removed() != null)
                        .thenComparing(LifePicture::latest, Comparator.reverseOrder()))
                .limit(MOST)
                .toList());
    return all.stream().filter(chosen::contains).toList();
  }

  private static Instant latest(Life life) {
    Instant change = life.stretches().isEmpty() ? life.begun() : life.stretches().getLast().from();
    return life.marks().isEmpty() || life.marks().getLast().at().isBefore(change)
        ? change
        : life.marks().getLast().at();
  }

  private void axis() {
    String end =
        facts.live() ? Messages.get("picture.life.now") : LifeWords.time(facts.to(), facts.zone());
    double width = TextStyle.SMALL_STRONG.width(end);
    Rect edge = new Rect(axis.right() - width / 2 - 2, 0, width + 4, 17);
    for (TimeAxis.Tick tick : axis.ticks(facts.zone(), 62)) {
      double half = TextStyle.SMALL.width(tick.text()) / 2;
      Rect area = new Rect(tick.x() - half - 1, 0, 2 * half + 2, 17);
      if (area.right() + 4 < edge.x()) {
        elements.add(
            new Element.Text(
                "tick:" + tick.text(),
                area,
                Role.NEUTRAL,
                List.of(Label.middle(tick.text(), half + 1, 12, TextStyle.SMALL, Ink.MUTED)),
                About.ORNAMENT));
        elements.add(mark("tick-mark:" + tick.text(), tick.x(), Role.WAITING));
      }
    }
    elements.add(
        new Element.Text(
            "tick:end",
            edge,
            Role.NEUTRAL,
            List.of(Label.middle(end, width / 2 + 2, 12, TextStyle.SMALL_STRONG, Ink.STRONG)),
            new About(end, "", null, null)));
    elements.add(mark("tick-mark:end", axis.right(), Role.NEUTRAL));
  }

  private static Element mark(String id, double x, Role role) {
    return new Element.Link(
        id, List.of(new Point(x, 18), new Point(x, 22)), role, false, About.ORNAMENT);
  }

  private List<String> notes(int left, List<Life> drawn) {
    Set<String> notes = new LinkedHashSet<>();
    if (left > 0) {
      notes.add(Messages.get("picture.life.more", left));
    }
    for (Life life : drawn) {
      for (Life.Stretch stretch : life.stretches()) {
        Instant end = stretch.to();
        boolean inView =
            !stretch.from().isAfter(facts.to()) && (end == null || end.isAfter(facts.from()));
        if (inView && stretch.source() instanceof Life.Untold untold) {
          notes.add(Messages.get("picture.life.hatched", LifeWords.why(untold.reason())));
        }
      }
    }
    if (facts.dropped() > 0) {
      notes.add(Messages.get("picture.life.dropped", facts.dropped()));
    }
    return List.copyOf(notes);
  }
}
