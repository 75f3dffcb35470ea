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
import drydock.messages.Messages;
import drydock.observe.Life;
import drydock.observe.Life.Stretch;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/// One container's lane: its name, flags for what happened, below them a bar for how it was.
final class LifeLane {
  static final double HEIGHT = 40;
  static final double GAP = 12;
  private static final double BAR = 18;
  private static final double STRIP = 6;

  /// Of more stretches in one bar the longest does not speak for all.
  private static final int SEVERAL = 3;

  private final Life life;
  private final TimeAxis axis;
  private final LifeWords words;
  private final Rect lane;
  private final double least;
  private final Set<String> ids = new HashSet<>();

  /// Stretches that stand in one bar, since they are short or alone.
  private record Piece(List<Stretch> stretches, double left, double right) {
    Stretch longest(Instant now) {
      return stretches.stream().max(Comparator.comparing(s -> time(s, now))).orElseThrow();
    }

    static Duration time(Stretch stretch, Instant now) {
      Instant to = stretch.to();
      return Duration.between(stretch.from(), to == null ? now : to);
    }
  }

  /// @param least a bar or a flag takes at least so much; what is closer together stands in one
  LifeLane(Life life, TimeAxis axis, LifeWords words, Rect lane, double least) {
    this.life = life;
    this.axis = axis;
    this.words = words;
    this.lane = lane;
    this.least = least;
  }

  void draw(List<Element> elements, double labelWidth) {
    boolean gone = life.removed() != null;
    elements.add(
        new Element.Box(
            "lane:" + life.id(),
            new Rect(lane.x(), lane.y(), labelWidth, HEIGHT),
            gone ? Role.UNUSED : Role.NEUTRAL,
            6,
            0,
            List.of(
                Label.start(
                    TextStyle.HEADING.fitName(life.name(), labelWidth - 14),
                    8,
                    16,
                    TextStyle.HEADING,
                    gone ? Ink.MUTED : Ink.STRONG),
                Label.start(
                    TextStyle.SMALL.fit(life.image(), labelWidth - 14),
                    8,
                    32,
                    TextStyle.SMALL,
                    Ink.MUTED)),
            new About(
                Messages.get(
                    gone ? "picture.life.laneGone" : "picture.life.lane",
                    life.name(),
                    life.image()),
                life.name() + " · " + life.image(),
                words.evidence(life),
                life.id())));
    new LifeFlags(life, axis, words, lane, least).draw(elements);
    List<Piece> pieces = pieces();
    pieces.forEach(piece -> bar(piece, elements));
    atTheEnd(elements);
  }

  private List<Piece> pieces() {
    List<Piece> pieces = new ArrayList<>();
    List<Stretch> open = new ArrayList<>();
    double left = 0;
    for (Stretch stretch : life.stretches()) {
      Instant to = stretch.to();
      if (stretch.from().isAfter(axis.to()) || (to != null && to.isBefore(axis.from()))) {
        continue;
      }
      if (open.isEmpty()) {
        left = axis.x(stretch.from());
      }
      open.add(stretch);
      double right = to == null ? axis.right() : axis.x(to);
      if (right - left >= least) {
        pieces.add(new Piece(List.copyOf(open), left, right));
        open.clear();
      }
    }
    if (!open.isEmpty()) {
      Instant to = open.getLast().to();
      rest(pieces, List.copyOf(open), left, to == null ? axis.right() : axis.x(to));
    }
    return pieces;
  }

  /// What is too short at the end goes with what was before it, or is drawn longer than it was.
  private void rest(List<Piece> pieces, List<Stretch> open, double left, double right) {
    if (pieces.isEmpty()) {
      double begin = Math.min(left, axis.right() - least);
      pieces.add(new Piece(open, begin, Math.max(right, begin + least)));
    } else {
      Piece before = pieces.removeLast();
      List<Stretch> all = new ArrayList<>(before.stretches());
      all.addAll(open);
      pieces.add(new Piece(List.copyOf(all), before.left(), right));
    }
  }

  private void bar(Piece piece, List<Element> elements) {
    Stretch main = piece.longest(words.now());
    double width = piece.right() - piece.left() - 1;
    String text = text(piece, main, width - STRIP - 8);
    elements.add(
        new Element.Box(
            unique("state:" + life.id() + ":" + piece.stretches().getFirst().from()),
            new Rect(piece.left(), lane.bottom() - BAR, width, BAR),
            LifeWords.role(main),
            4,
            text.isEmpty() ? width : STRIP,
            text.isEmpty()
                ? List.of()
                : List.of(Label.start(text, STRIP + 5, 13, TextStyle.SMALL, Ink.ROLE)),
            about(piece, main)));
  }

  private String text(Piece piece, Stretch main, double room) {
    return choices(piece, main).stream()
        .filter(choice -> TextStyle.SMALL.width(choice) <= room)
        .findFirst()
        .orElse("");
  }

  private List<String> choices(Piece piece, Stretch main) {
    int all = piece.stretches().size();
    if (all > SEVERAL) {
      long runs = piece.stretches().stream().filter(s -> s.phase() == Life.Phase.RUNNING).count();
      return List.of(
          runs > 1
              ? Messages.get("picture.life.runs", runs)
              : Messages.get("picture.life.changes", all),
          "×" + (runs > 1 ? runs : all));
    }
    String word = LifeWords.word(main);
    return switch (main.phase()) {
      case EXITED, UNKNOWN -> List.of(word);
      case CREATED, RUNNING, PAUSED, UNHEALTHY, RESTARTING ->
          List.of(word + " " + words.lasted(main), word);
    };
  }

  private About about(Piece piece, Stretch main) {
    Evidence evidence = words.evidence(life, main);
    String told =
        piece.stretches().stream().limit(4).map(words::told).collect(Collectors.joining("; "));
    int more = piece.stretches().size() - 4;
    String all = more > 0 ? Messages.get("picture.life.andMore", told, more) : told;
    String name = Messages.get("picture.life.of", life.name(), all);
    String why = LifeWords.sentence(main);
    return new About(name, why.isEmpty() ? name + "." : name + ". " + why, evidence, life.id());
  }

  /// How it is at the right edge.
  private void atTheEnd(List<Element> elements) {
    Instant removed = life.removed();
    boolean gone = removed != null && !removed.isAfter(axis.to());
    Stretch last = null;
    for (Stretch stretch : life.stretches()) {
      if (!stretch.from().isAfter(axis.to())) {
        last = stretch;
      }
    }
    if (last == null) {
      return;
    }
    String word = gone ? Messages.get("picture.life.removed") : LifeWords.endWord(last);
    Role role = gone ? Role.UNUSED : LifeWords.role(last);
    if (!gone && last.phase() == Life.Phase.EXITED && last.exitCode() != 0) {
      role = Role.FAILED;
    }
    double left = axis.right() + 4;
    double room = lane.right() - left;
    elements.add(
        new Element.Text(
            "now:" + life.id(),
            new Rect(left, lane.bottom() - BAR, room, BAR),
            role,
            List.of(
                Label.start(
                    TextStyle.SMALL_STRONG.fit(word, room),
                    0,
                    13,
                    TextStyle.SMALL_STRONG,
                    Ink.ROLE)),
            new About(
                Messages.get("picture.life.of", life.name(), word),
                "",
                gone ? words.evidence(life) : words.evidence(life, last),
                life.id())));
  }

  private String unique(String id) {
    String free = id;
    while (!ids.add(free)) {
      free += "'";
    }
    return free;
  }
}
