// SPDX-License-Identifier: Apache-2.0
package drydock.diagram.picture;

import drydock.diagram.About;
import drydock.diagram.Element;
import drydock.diagram.Ink;
import drydock.diagram.Label;
import drydock.diagram.Rect;
import drydock.diagram.TextStyle;
import drydock.messages.Messages;
import drydock.observe.Life;
import drydock.observe.Life.Mark;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// The flags of one lane. A flag's left edge is the moment; what would overlap stands in one flag
/// with its count, and words yield to the next flag.
final class LifeFlags {
  private static final double HEIGHT = 17;
  private static final double STRIP = 5;
  private static final double AROUND = STRIP + 8;
  private static final int MOST_TOLD = 6;

  private final Life life;
  private final TimeAxis axis;
  private final LifeWords words;
  private final Rect lane;
  private final double least;

  private record Flag(List<Mark> marks, double x) {
    /// The one that says most.
    Mark main() {
      return marks.stream()
          .min(
              Comparator.comparing(Mark::kind)
                  .thenComparing(m -> m.number() == 0)
                  .thenComparing(Mark::at, Comparator.reverseOrder()))
          .orElseThrow();
    }
  }

  LifeFlags(Life life, TimeAxis axis, LifeWords words, Rect lane, double least) {
    this.life = life;
    this.axis = axis;
    this.words = words;
    this.lane = lane;
    this.least = Math.max(least, 12);
  }

  void draw(List<Element> elements) {
    List<Flag> flags = flags();
    double free = axis.left();
    for (int i = 0; i < flags.size(); i++) {
      Flag flag = flags.get(i);
      boolean last = i == flags.size() - 1;
      double end = last ? lane.right() : flags.get(i + 1).x() - 2;
      // the last one may reach back: what happened last is what people look for
      double begin = last ? free : flag.x();
      free = draw(flag, begin, end, elements) + 2;
    }
  }

  private List<Flag> flags() {
    List<Flag> flags = new ArrayList<>();
    List<Mark> open = new ArrayList<>();
    double left = 0;
    for (Mark mark : life.marks()) {
      if (!axis.shows(mark.at())) {
        continue;
      }
      double x = axis.x(mark.at());
      if (!open.isEmpty() && x - left >= least) {
        flags.add(new Flag(List.copyOf(open), left));
        open.clear();
      }
      if (open.isEmpty()) {
        left = x;
      }
      open.add(mark);
    }
    if (!open.isEmpty()) {
      flags.add(new Flag(List.copyOf(open), left));
    }
    return flags;
  }

  /// @return its right edge
  private double draw(Flag flag, double begin, double end, List<Element> elements) {
    String text =
        choices(flag.marks(), flag.main()).stream()
            .filter(t -> TextStyle.SMALL_STRONG.width(t) + AROUND <= end - begin)
            .findFirst()
            .orElse("");
    double width = text.isEmpty() ? 9 : TextStyle.SMALL_STRONG.width(text) + AROUND;
    double x = Math.max(begin, Math.min(flag.x(), end - width));
    Mark main = flag.main();
    elements.add(
        new Element.Box(
            "mark:"
                + life.id()
                + ":"
                + flag.marks().getFirst().event().timeNanos()
                + ":"
                + main.kind(),
            new Rect(x, lane.y(), width, HEIGHT),
            LifeWords.role(main),
            3,
            text.isEmpty() ? width : STRIP,
            text.isEmpty()
                ? List.of()
                : List.of(Label.start(text, STRIP + 4, 12, TextStyle.SMALL_STRONG, Ink.ROLE)),
            about(flag.marks(), main)));
    return x + width;
  }

  /// From the longest to the shortest.
  private static List<String> choices(List<Mark> marks, Mark main) {
    Map<String, Long> counts = counts(marks);
    List<String> choices = new ArrayList<>();
    if (counts.size() <= 3) {
      choices.add(said(counts, " · "));
    }
    int others = marks.size() - 1;
    if (others > 0) {
      choices.add(LifeWords.word(main) + " +" + others);
      choices.add("×" + marks.size());
    }
    return choices;
  }

  private static Map<String, Long> counts(List<Mark> marks) {
    long restarts = marks.stream().filter(m -> m.kind() == Life.Kind.RESTARTED).count();
    return marks.stream()
        .collect(
            Collectors.groupingBy(
                mark -> LifeWords.shortWord(mark, restarts == 1),
                LinkedHashMap::new,
                Collectors.counting()));
  }

  private static String said(Map<String, Long> counts, String between) {
    return counts.entrySet().stream()
        .map(e -> e.getValue() == 1 ? e.getKey() : e.getKey() + " ×" + e.getValue())
        .collect(Collectors.joining(between));
  }

  private About about(List<Mark> marks, Mark main) {
    String told =
        marks.size() > MOST_TOLD
            ? Messages.get("picture.life.marks", marks.size(), said(counts(marks), ", "))
            : marks.stream().map(words::told).collect(Collectors.joining("; "));
    String name = Messages.get("picture.life.of", life.name(), told);
    String why = LifeWords.sentence(main);
    return new About(
        name,
        why.isEmpty() ? name + "." : name + ". " + why,
        words.evidence(life, main.event()),
        life.id());
  }
}
