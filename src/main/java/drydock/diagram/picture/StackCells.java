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
import drydock.engine.Stats;
import drydock.messages.Messages;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/// The containers: as cards with all that is known of them, or, when there are many, as small cells.
final class StackCells {
  /// Of a card without what its kernel says.
  private static final double CARD_HEIGHT = 114;

  private static final double CELL_HEIGHT = 58;
  private static final double GAP = 7;
  private static final double PAD = 8;
  private static final double STRIP = 11;
  private static final double LINE = 16;

  private final StackFacts facts;
  private final StackFigures figures;
  private final StackKernels kernels;
  private final List<Container> apps;
  private final StackGrid grid;

  StackCells(
      StackFacts facts,
      StackFigures figures,
      StackKernels kernels,
      List<Container> apps,
      double width) {
    this.facts = facts;
    this.figures = figures;
    this.kernels = kernels;
    this.apps = apps;
    this.grid = StackGrid.of(apps.size(), width);
  }

  /// @return where the next thing goes
  double draw(List<Element> elements, double x, double y) {
    if (apps.isEmpty()) {
      return y;
    }
    double height = grid.cards() ? cardHeight() : CELL_HEIGHT;
    for (int i = 0; i < grid.shown(); i++) {
      Rect place = grid.place(i, x, y, height);
      if (grid.cards()) {
        card(elements, apps.get(i), place);
      } else {
        cell(elements, apps.get(i), place);
      }
    }
    if (grid.rest() > 0) {
      rest(elements, "rest", grid.place(grid.shown(), x, y, height), grid.rest());
    }
    return y + grid.height(height) + GAP;
  }

  private double cardHeight() {
    double room = grid.place(0, 0, 0, 0).width() - 2 * PAD;
    return CARD_HEIGHT + kernels.boxHeight(room);
  }

  private void card(List<Element> elements, Container app, Rect place) {
    double room = place.width() - 2 * PAD;
    elements.add(
        new Element.Group(
            "container:" + app.id(),
            place,
            Role.NEUTRAL,
            List.of(
                Label.start(
                    TextStyle.HEADING.fitName(app.name(), room),
                    PAD,
                    PAD + 12,
                    TextStyle.HEADING,
                    Ink.STRONG),
                Label.start(
                    TextStyle.SMALL.fit(app.image(), room),
                    PAD,
                    PAD + 12 + LINE,
                    TextStyle.SMALL,
                    Ink.MUTED)),
            new About(
                name(app), app.image(), inspect(app, "Config.Image = " + app.image()), app.id())));
    double y = place.y() + PAD + 2 * LINE + 2;
    figure(elements, "start:" + app.id(), place.x() + PAD, y, room, startWords(app), start(app));
    y += LINE;
    figure(elements, "memory:" + app.id(), place.x() + PAD, y, room, memoryWords(app), memory(app));
    y += LINE + 4;
    y = kernels.box(elements, app, place.x() + PAD, y, room) + 4;
    own(elements, "files:" + app.id(), new Rect(place.x() + PAD, y, room, 24));
  }

  /// A box with one small line.
  static void own(List<Element> elements, String id, Rect area) {
    String text = Messages.get("picture.stack.files");
    elements.add(
        new Element.Box(
            id,
            area,
            Role.NEUTRAL,
            5,
            0,
            List.of(
                Label.start(
                    TextStyle.SMALL.fit(text, area.width() - 16),
                    8,
                    16,
                    TextStyle.SMALL,
                    Ink.MUTED)),
            About.ORNAMENT));
  }

  private void cell(List<Element> elements, Container app, Rect place) {
    double left = STRIP + 6;
    double room = place.width() - left - 4;
    elements.add(
        new Element.Box(
            "container:" + app.id(),
            place,
            kernels.look(app),
            6,
            STRIP,
            List.of(
                Label.start(
                    TextStyle.SMALL_STRONG.fitName(app.name(), room),
                    left,
                    17,
                    TextStyle.SMALL_STRONG,
                    Ink.STRONG)),
            new About(
                name(app),
                (app.image() + ". " + kernels.remark(app)).strip(),
                inspect(app, "Config.Image = " + app.image()),
                app.id())));
    double x = place.x() + left;
    figure(elements, "start:" + app.id(), x, place.y() + 21, room, shortStart(app), start(app));
    figure(elements, "memory:" + app.id(), x, place.y() + 37, room, shortMemory(app), memory(app));
  }

  static void rest(List<Element> elements, String id, Rect place, int count) {
    String text = Messages.get("picture.stack.rest", count);
    elements.add(
        new Element.Box(
            id,
            place,
            Role.NEUTRAL,
            6,
            0,
            List.of(
                Label.start(
                    TextStyle.SMALL_STRONG.fit(text, place.width() - 16),
                    8,
                    17,
                    TextStyle.SMALL_STRONG,
                    Ink.STRONG)),
            new About(text, "", null, null)));
  }

  private static void figure(
      List<Element> elements,
      String id,
      double x,
      double y,
      double room,
      String text,
      About about) {
    elements.add(
        new Element.Text(
            id,
            new Rect(x, y, room, LINE),
            about.evidence() == null ? Role.UNKNOWN : Role.THIRD,
            List.of(
                Label.start(
                    TextStyle.SMALL_STRONG.fit(text, room),
                    0,
                    12,
                    TextStyle.SMALL_STRONG,
                    Ink.ROLE)),
            about));
  }

  // --- what is said of one

  private static String name(Container app) {
    return Messages.get("picture.stack.container", app.name());
  }

  private static String startWords(Container app) {
    return StackFigures.start(app)
        .map(took -> Messages.get("picture.stack.started", Human.seconds(took)))
        .orElse(Messages.get("picture.stack.startUntold"));
  }

  private static String shortStart(Container app) {
    return StackFigures.start(app).map(Human::seconds).orElse("–");
  }

  private About start(Container app) {
    Optional<Duration> took = StackFigures.start(app);
    Instant created = app.created();
    Instant started = app.state().started();
    return took.isEmpty()
        ? new About(startWords(app), Messages.get("picture.stack.startUntoldWhy"), null, app.id())
        : new About(
            app.name() + ": " + startWords(app),
            Messages.get("picture.stack.startHow"),
            inspect(app, "State.StartedAt = " + started + " · Created = " + created),
            app.id());
  }

  private String memoryWords(Container app) {
    OptionalLong bytes = figures.memory(app);
    return bytes.isPresent()
        ? Messages.get("picture.stack.memory", Human.memory(bytes.getAsLong()))
        : Messages.get("picture.stack.memoryUntold");
  }

  private String shortMemory(Container app) {
    OptionalLong bytes = figures.memory(app);
    return bytes.isPresent() ? Human.memory(bytes.getAsLong()) : "–";
  }

  private About memory(Container app) {
    Stats stats = facts.reading().stats().get(app.id());
    Stats.Memory memory = stats == null ? null : stats.memory();
    return stats == null || memory == null || figures.memory(app).isEmpty()
        ? new About(memoryWords(app), Messages.get("picture.stack.memoryUntoldWhy"), null, app.id())
        : new About(
            app.name() + ": " + memoryWords(app),
            "",
            Asked.stats(app.name(), Asked.memory(stats, memory), stats.at()),
            app.id());
  }

  private Evidence inspect(Container app, String field) {
    return Asked.container(app.name(), field, facts.at());
  }
}
