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
import drydock.observe.Reach;
import drydock.observe.ReachReader;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Who reached whom: a row for each container that asks, a column for each that is asked. Only what
/// was asked has an answer; the rest is hatched and says why.
final class ReachTable {
  /// How many containers there is room for in a row.
  static final int MOST = 12;

  private static final double CELL_HEIGHT = 28;
  private static final double GAP = 4;
  private static final double LEAST_CELL = 18;
  private static final double WORDS_FROM = 46;

  private final NetworkFacts facts;
  private final List<Element> elements;
  private final List<Container> rows;
  private final Map<String, Reach> reaches = new HashMap<>();
  private final Set<String> reasons = new LinkedHashSet<>();
  private double labels;
  private double cell;

  /// @param rows the running containers that are drawn
  ReachTable(NetworkFacts facts, List<Container> rows, List<Element> elements) {
    this.facts = facts;
    this.rows = rows;
    this.elements = elements;
    facts.reaches().forEach(r -> reaches.put(pair(r.from(), r.to()), r));
  }

  static String pair(String from, String to) {
    return from + ">" + to;
  }

  /// @param left how many more run and are not drawn
  /// @return the lower edge
  double draw(double x, double top, double width, int left) {
    double y =
        words("reach", x, top, width)
                .strong(Messages.get("picture.network.table"))
                .small(Messages.get("picture.network.legend"))
                .end()
            + 6;
    labels = Math.floor(Math.clamp(width * 0.28, 96, 200));
    double each = (width - labels) / rows.size() - GAP;
    cell = Math.floor(Math.clamp(each, LEAST_CELL, 84));
    for (int i = 0; i < rows.size(); i++) {
      column(i, x, y);
    }
    y += 22;
    for (int i = 0; i < rows.size(); i++) {
      row(i, x, y);
      y += CELL_HEIGHT + GAP;
    }
    int n = 0;
    for (String reason : reasons) {
      y = words("reach:why:" + n++, x, y + 2, width).small(reason).end();
    }
    return left > 0
        ? words("reach:more", x, y + 2, width)
            .small(Messages.get("picture.network.moreRows", left))
            .end()
        : y;
  }

  private double column(int i) {
    return labels + GAP + i * (cell + GAP);
  }

  private void column(int i, double x, double y) {
    Container container = rows.get(i);
    boolean wide = cell >= WORDS_FROM;
    String number = Integer.toString(i + 1);
    String text =
        wide ? TextStyle.SMALL_STRONG.fitName(number + " " + container.name(), cell) : number;
    elements.add(
        new Element.Text(
            "to:" + container.id(),
            new Rect(x + column(i), y, cell, 18),
            Role.NEUTRAL,
            List.of(Label.middle(text, cell / 2, 13, TextStyle.SMALL_STRONG, Ink.MUTED)),
            new About(
                Messages.get("picture.network.column", container.name()),
                "",
                null,
                container.id())));
  }

  private void row(int i, double x, double y) {
    Container from = rows.get(i);
    String text = (i + 1) + " " + from.name();
    elements.add(
        new Element.Text(
            "from:" + from.id(),
            new Rect(x, y, labels, CELL_HEIGHT),
            Role.NEUTRAL,
            List.of(
                Label.start(
                    TextStyle.HEADING.fitName(text, labels), 0, 18, TextStyle.HEADING, Ink.STRONG)),
            new About(Messages.get("picture.network.row", from.name()), "", null, from.id())));
    for (int column = 0; column < rows.size(); column++) {
      if (column != i) {
        cell(from, rows.get(column), new Rect(x + column(column), y, cell, CELL_HEIGHT));
      }
    }
  }

  private void cell(Container from, Container to, Rect area) {
    Reach reach = reaches.get(pair(from.id(), to.id()));
    Shown shown = shown(from, to, reach);
    if (shown.role() == Role.UNKNOWN && !facts.asking().contains(from.id())) {
      reasons.add(shown.reason());
    }
    double strip = shown.role() == Role.NEUTRAL ? 0 : cell >= WORDS_FROM ? 9 : 5;
    double room = area.width() - strip - 4;
    String word = cell >= WORDS_FROM ? shown.word() : shown.letter();
    elements.add(
        new Element.Box(
            "cell:" + pair(from.id(), to.id()),
            area,
            shown.role(),
            5,
            strip,
            List.of(
                Label.middle(
                    TextStyle.SMALL_STRONG.fit(word, room),
                    strip + 1 + (area.width() - strip) / 2,
                    18,
                    TextStyle.SMALL_STRONG,
                    shown.role() == Role.NEUTRAL ? Ink.MUTED : Ink.ROLE)),
            new About(
                Messages.get("picture.network.cell", from.name(), to.name(), shown.word()),
                shown.sentence(),
                evidence(from, reach),
                pair(from.id(), to.id()))));
  }

  /// @param reason why it is not known, without the names of the two
  private record Shown(Role role, String word, String letter, String sentence, String reason) {
    static Shown unknown(String reason) {
      return new Shown(Role.UNKNOWN, "?", "?", reason, reason);
    }
  }

  private Shown shown(Container from, Container to, @Nullable Reach reach) {
    if (facts.asking().contains(from.id())) {
      return new Shown(
          Role.UNKNOWN, "…", "…", Messages.get("picture.network.asking", from.name()), "");
    }
    if (reach == null) {
      return Shown.unknown(
          from.ours()
              ? Messages.get("picture.network.notAsked")
              : Messages.get("picture.network.notOursAsk"));
    }
    String name = naming(to, reach);
    return switch (reach.answer()) {
      case ANSWERED -> {
        String word =
            Messages.get(reach.byName() ? "picture.network.byName" : "picture.network.byAddress");
        yield new Shown(
            reach.byName() ? Role.THIRD : Role.FIRST,
            word,
            word.substring(0, 1),
            Messages.get("picture.network.answered", from.name(), to.name(), reach.address(), name)
                + ports(reach),
            "");
      }
      case SILENT ->
          new Shown(
              Role.NEUTRAL,
              Messages.get("picture.network.no"),
              "–",
              Messages.get("picture.network.silent", from.name(), to.name(), reach.address(), name),
              "");
      case NO_ADDRESS -> Shown.unknown(Messages.get("picture.network.whyNoAddress"));
      case NO_SHELL -> Shown.unknown(Messages.get("picture.network.whyNoShell"));
      case NO_PING -> Shown.unknown(Messages.get("picture.network.whyNoPing"));
      case TOO_LATE -> Shown.unknown(Messages.get("picture.network.whyTooLate"));
      case ENDED -> Shown.unknown(Messages.get("picture.network.whyEnded"));
    };
  }

  private static String ports(Reach reach) {
    if (reach.ports().isEmpty()) {
      return "";
    }
    String open = reach.open().stream().map(String::valueOf).collect(Collectors.joining(", "));
    String closed =
        reach.ports().stream()
            .filter(port -> !port.open())
            .map(port -> String.valueOf(port.number()))
            .collect(Collectors.joining(", "));
    return " "
        + (closed.isEmpty()
            ? Messages.get("picture.network.portsOpen", open)
            : open.isEmpty()
                ? Messages.get("picture.network.portsClosed", closed)
                : Messages.get("picture.network.portsMixed", open, closed));
  }

  private static String naming(Container to, Reach reach) {
    return switch (reach.naming()) {
      case KNOWN -> Messages.get("picture.network.nameKnown", to.name(), reach.named());
      case ANOTHER -> Messages.get("picture.network.nameAnother", to.name(), reach.named());
      case UNKNOWN -> Messages.get("picture.network.nameUnknown", to.name());
      case NOT_ASKED -> Messages.get("picture.network.nameNotAsked", to.name());
    };
  }

  private static @Nullable Evidence evidence(Container from, @Nullable Reach reach) {
    if (reach == null || !reach.told()) {
      return null;
    }
    if (!reach.open().isEmpty()) {
      int port = reach.open().getFirst();
      return Asked.exec(
          from.name(), ReachReader.portCommand(reach.address(), port), "ExitCode = 0", reach.at());
    }
    return Asked.exec(
        from.name(),
        ReachReader.command(reach.address()),
        reach.answer() == Reach.Answer.ANSWERED ? "ExitCode = 0" : "ExitCode = 1",
        reach.at());
  }

  private Words words(String id, double x, double y, double width) {
    return new Words(elements, new Rect(x, y, width, 0), id, About.ORNAMENT, Role.NEUTRAL);
  }
}
