// SPDX-License-Identifier: Apache-2.0
package drydock.diagram.picture;

import drydock.diagram.About;
import drydock.diagram.Element;
import drydock.diagram.Ink;
import drydock.diagram.Label;
import drydock.diagram.Rect;
import drydock.diagram.Role;
import drydock.diagram.TextStyle;
import drydock.engine.Container;
import drydock.messages.Messages;
import java.util.List;

/// The same apps as virtual machines: drawn, not run, with published figures. Each has a kernel of its
/// own, and each kernel its own look.
final class StackAsMachines {
  private static final double CARD_HEIGHT = 168;
  private static final double CELL_HEIGHT = 64;
  private static final double GAP = 7;
  private static final double PAD = 8;
  private static final double LINE = 16;
  private static final int OTHER_LOOKS = 4;

  private final List<Container> apps;
  private final String start = Human.seconds(StackFigures.VM_START);
  private final String memory = Human.memory(StackFigures.VM_MEMORY);

  StackAsMachines(List<Container> apps) {
    this.apps = apps;
  }

  /// @return the lower edge
  double head(List<Element> elements, double x, double y, double width) {
    double end =
        words(elements, "as-vms", x, y, width, Role.NEUTRAL)
            .heading(Messages.get("picture.stack.asVms", apps.size()))
            .end();
    if (apps.isEmpty()) {
      return end;
    }
    return words(elements, "vm-total", x, end, width, Role.SIXTH)
        .telling(
            Messages.get(
                "picture.stack.vmTotal",
                apps.size(),
                Human.seconds(StackFigures.VM_START.multipliedBy(apps.size())),
                Human.memory(StackFigures.VM_MEMORY * apps.size())))
        .end();
  }

  /// @return the lower edge
  double tower(List<Element> elements, double x, double y, double width) {
    StackGrid grid = StackGrid.of(apps.size(), width);
    double height = grid.cards() ? CARD_HEIGHT : CELL_HEIGHT;
    for (int i = 0; i < grid.shown(); i++) {
      Rect place = grid.place(i, x, y, height);
      if (grid.cards()) {
        card(elements, i, place);
      } else {
        cell(elements, i, place);
      }
    }
    if (grid.rest() > 0) {
      StackCells.rest(elements, "vm-rest", grid.place(grid.shown(), x, y, height), grid.rest());
    }
    double end = apps.isEmpty() ? y : y + grid.height(height) + GAP;
    String hypervisor = Messages.get("picture.stack.hypervisor");
    String what = Messages.get("picture.stack.hypervisorWhat");
    end =
        new Slab(width, 0)
            .strong(hypervisor)
            .small(what)
            .draw(
                elements,
                "hypervisor",
                x,
                end,
                Role.WAITING,
                new About(hypervisor, what, null, null));
    String hardware = Messages.get("picture.stack.vmHardware");
    return new Slab(width, 0)
        .strong(hardware)
        .draw(
            elements,
            "vm-hardware",
            x,
            end + GAP,
            Role.WAITING,
            new About(hardware, "", null, null));
  }

  private void card(List<Element> elements, int n, Rect place) {
    Container app = apps.get(n);
    double room = place.width() - 2 * PAD;
    frame(elements, app, place, TextStyle.HEADING, PAD + 12);
    double x = place.x() + PAD;
    double y = place.y() + PAD + LINE + 2;
    figure(elements, "vm-start:" + app.id(), x, y, room, "picture.stack.typicalStart", start);
    y += LINE;
    figure(elements, "vm-memory:" + app.id(), x, y, room, "picture.stack.typicalMemory", memory);
    y += LINE + 4;
    StackCells.own(elements, "vm-files:" + app.id(), new Rect(x, y, room, 24));
    y += 28;
    part(
        elements,
        "vm-system:" + app.id(),
        new Rect(x, y, room, 24),
        Role.NEUTRAL,
        0,
        Messages.get("picture.stack.guestSystem"));
    y += 28;
    Rect area = new Rect(x, y, room, 40);
    elements.add(
        new Element.Box(
            "vm-kernel:" + app.id(),
            area,
            look(n),
            5,
            12,
            List.of(
                line(Messages.get("picture.stack.guestKernel"), 15, room - 26, Ink.STRONG),
                line(Messages.get("picture.stack.guestKernelOwn"), 31, room - 26, Ink.MUTED)),
            new About(
                Messages.get("picture.stack.guestKernelOf", app.name()), "", null, app.id())));
  }

  private void cell(List<Element> elements, int n, Rect place) {
    Container app = apps.get(n);
    frame(elements, app, place, TextStyle.SMALL_STRONG, 15);
    double room = place.width() - 10;
    part(
        elements,
        "vm-system:" + app.id(),
        new Rect(place.x() + 5, place.y() + 20, room, 18),
        Role.NEUTRAL,
        0,
        Messages.get("picture.stack.cellSystem"));
    part(
        elements,
        "vm-kernel:" + app.id(),
        new Rect(place.x() + 5, place.y() + 40, room, 18),
        look(n),
        8,
        Messages.get("picture.stack.cellKernel"));
  }

  private static void frame(
      List<Element> elements, Container app, Rect place, TextStyle style, double baseline) {
    elements.add(
        new Element.Group(
            "vm:" + app.id(),
            place,
            Role.WAITING,
            List.of(
                Label.start(
                    style.fitName(app.name(), place.width() - 2 * PAD),
                    PAD,
                    baseline,
                    style,
                    Ink.STRONG)),
            new About(
                Messages.get("picture.stack.asVm", app.name()),
                Messages.get("picture.stack.drawn"),
                null,
                app.id())));
  }

  /// Never the look of the one kernel at the other side.
  private static Role look(int n) {
    return Role.series(1 + n % OTHER_LOOKS);
  }

  private static void part(
      List<Element> elements, String id, Rect area, Role role, double strip, String text) {
    double baseline = area.height() / 2 + 4;
    double left = strip + 7;
    elements.add(
        new Element.Box(
            id,
            area,
            role,
            5,
            strip,
            List.of(
                Label.start(
                    TextStyle.SMALL.fit(text, area.width() - left - 3),
                    left,
                    baseline,
                    TextStyle.SMALL,
                    Ink.MUTED)),
            About.ORNAMENT));
  }

  private static Label line(String text, double baseline, double room, Ink ink) {
    return Label.start(TextStyle.SMALL.fit(text, room), 19, baseline, TextStyle.SMALL, ink);
  }

  private static void figure(
      List<Element> elements,
      String id,
      double x,
      double y,
      double room,
      String key,
      String value) {
    String text = Messages.get(key, value);
    elements.add(
        new Element.Text(
            id,
            new Rect(x, y, room, LINE),
            Role.SIXTH,
            List.of(
                Label.start(
                    TextStyle.SMALL_STRONG.fit(text, room),
                    0,
                    12,
                    TextStyle.SMALL_STRONG,
                    Ink.ROLE)),
            new About(text, Messages.get("picture.stack.drawn"), null, null)));
  }

  /// Where the figures come from.
  double notes(List<Element> elements, double x, double y, double width) {
    double end =
        words(elements, "source-start", x, y, width, Role.NEUTRAL)
            .small(Messages.get("picture.stack.sourceStart", start))
            .end();
    end =
        words(elements, "source-memory", x, end, width, Role.NEUTRAL)
            .small(Messages.get("picture.stack.sourceMemory", memory))
            .end();
    return words(elements, "source-small", x, end, width, Role.NEUTRAL)
        .small(Messages.get("picture.stack.sourceSmall"))
        .end();
  }

  private static Words words(
      List<Element> elements, String id, double x, double y, double width, Role role) {
    return new Words(elements, new Rect(x, y, width, 0), id, About.ORNAMENT, role);
  }
}
