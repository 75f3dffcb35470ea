// SPDX-License-Identifier: Apache-2.0
package drydock.diagram.picture;

import drydock.diagram.About;
import drydock.diagram.Element;
import drydock.diagram.Ink;
import drydock.diagram.Label;
import drydock.diagram.Point;
import drydock.diagram.Rect;
import drydock.diagram.Role;
import drydock.diagram.TextStyle;
import drydock.engine.EngineInfo;
import drydock.messages.Messages;
import drydock.observe.Ground;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/// Where the containers' published ports come out: on this computer, behind a virtual machine where
/// there is one, on another machine, or on one of which nobody can tell. A line runs from each to its container.
final class PortPanel {
  private static final double LANE = 5;
  private static final double ROW = 40;
  private static final double GAP = 6;
  private static final double STRIP = 12;
  private static final int FEW_LANES = 4;
  private static final int MOST_LANES = 10;
  private static final int MOST_ROWS = 24;

  private final NetworkFacts facts;
  private final List<PublishedPorts> ports;
  private final List<Element> elements;

  PortPanel(NetworkFacts facts, List<Element> elements) {
    this.facts = facts;
    this.ports = PublishedPorts.of(facts.containers(), facts.exposed());
    this.elements = elements;
  }

  private List<PublishedPorts> open() {
    return ports.stream().filter(p -> p.hostPort() > 0).limit(MOST_ROWS).toList();
  }

  /// Room for the lines at the right: the same for none as for a few, so that one more port moves nothing.
  double gutter() {
    return 6 + (open().size() <= FEW_LANES ? FEW_LANES : MOST_LANES) * LANE;
  }

  /// @param width without the gutter
  /// @param places where the containers are drawn
  /// @return the lower edge
  double draw(double x, double top, double width, Map<String, Rect> places) {
    if (ports.isEmpty()) {
      return words("ports:none", x, top, width)
          .strong(title())
          .small(Messages.get("picture.network.noPorts"))
          .end();
    }
    double y = words("ports", x, top, width).strong(title()).small(meaning()).end() + 6;
    // the line of what is highest runs outermost and ends lowest, so that none crosses another
    List<PublishedPorts> open =
        open().stream()
            .sorted(
                Comparator.comparingDouble((PublishedPorts p) -> -place(p, places).y())
                    .thenComparingDouble(p -> -place(p, places).x()))
            .toList();
    for (int i = 0; i < open.size(); i++) {
      Rect row = new Rect(x, y, width, ROW);
      open(open.get(i), row);
      Rect place = places.get(open.get(i).container().id());
      if (place != null && i < MOST_LANES) {
        line(open.get(i), i, row, place);
      }
      y += ROW + GAP;
    }
    List<PublishedPorts> closed = ports.stream().filter(p -> p.hostPort() == 0).toList();
    for (PublishedPorts port : closed.stream().limit(MOST_ROWS - open.size()).toList()) {
      closed(port, new Rect(x, y, width, ROW));
      y += ROW + GAP;
    }
    int left = ports.size() - Math.min(MOST_ROWS, ports.size());
    return left > 0
        ? words("ports:more", x, y, width)
            .small(Messages.get("picture.network.morePorts", left))
            .end()
        : y;
  }

  private static Rect place(PublishedPorts port, Map<String, Rect> places) {
    return places.getOrDefault(port.container().id(), new Rect(0, 0, 0, 0));
  }

  /// From the port, up at the right, along below the container's row, and into its box.
  private void line(PublishedPorts port, int lane, Rect row, Rect place) {
    double right = row.right() + 6 + lane * LANE;
    double channel = place.bottom() + 4 + 3 * (lane % 3);
    double into = place.right() - 14 - 12 * (lane % 6);
    elements.add(
        new Element.Link(
            "line:" + id(port),
            List.of(
                new Point(row.right(), row.centerY()),
                new Point(right, row.centerY()),
                new Point(right, channel),
                new Point(into, channel),
                new Point(into, place.bottom() + 1)),
            role(port),
            true,
            About.ORNAMENT));
  }

  private void open(PublishedPorts port, Rect row) {
    String way =
        Messages.get("picture.network.way", port.door(), port.container().name(), port.port());
    String who = who(port);
    row(
        id(port),
        row,
        role(port),
        way,
        who,
        new About(
            way,
            who,
            Asked.container(port.container().name(), port.field(), facts.at()),
            port.container().id()));
  }

  private void closed(PublishedPorts port, Rect row) {
    String what = Messages.get("picture.network.exposed", port.container().name(), port.port());
    String why = Messages.get("picture.network.exposedWhy");
    row(
        id(port),
        row,
        Role.WAITING,
        what,
        why,
        new About(
            what,
            why,
            Asked.container(
                port.container().name(),
                "Config.ExposedPorts[\"" + port.port() + "\"] = {} · " + port.field(),
                facts.at()),
            port.container().id()));
  }

  private void row(String id, Rect row, Role role, String first, String second, About about) {
    double left = STRIP + 8;
    double room = row.width() - left - 8;
    List<Label> labels = new ArrayList<>();
    labels.add(
        Label.start(
            TextStyle.CODE_NARROW.fit(first, room), left, 17, TextStyle.CODE_NARROW, Ink.STRONG));
    labels.add(Label.start(TextStyle.SMALL.fit(second, room), left, 33, TextStyle.SMALL, Ink.ROLE));
    elements.add(new Element.Box("port:" + id, row, role, 6, STRIP, labels, about));
  }

  private static String id(PublishedPorts port) {
    return port.container().id() + ":" + port.port() + ":" + port.hostPort();
  }

  private static Role role(PublishedPorts port) {
    return switch (port.reachable()) {
      case THIS_MACHINE -> Role.NEUTRAL;
      case ONE_ADDRESS, EVERYWHERE -> Role.SECOND;
      case NOBODY -> Role.WAITING;
    };
  }

  private static String who(PublishedPorts port) {
    return switch (port.reachable()) {
      case THIS_MACHINE -> Messages.get("picture.network.loopback");
      case ONE_ADDRESS -> Messages.get("picture.network.oneAddress");
      case EVERYWHERE -> Messages.get("picture.network.everywhere");
      case NOBODY -> Messages.get("picture.network.exposedWhy");
    };
  }

  // --- whose ports they are

  private String title() {
    return switch (facts.ground()) {
      case Ground.Direct _ -> Messages.get("picture.network.here");
      case Ground.Hidden _ -> Messages.get("picture.network.hereBehind");
      case Ground.Elsewhere _, Ground.Untold _ ->
          Messages.get("picture.network.elsewhere", facts.engine().name());
    };
  }

  private String meaning() {
    return switch (facts.ground()) {
      case Ground.Direct _ -> Messages.get("picture.network.hereWhy");
      case Ground.Hidden(String product, _) ->
          Messages.get(
              "picture.network.virtualWhy", product, facts.engine().machine().kernelVersion());
      case Ground.Elsewhere(String address) ->
          Messages.get("picture.network.elsewhereWhy", address);
      case Ground.Untold(Ground.Reason reason) -> GroundWords.why(reason);
    };
  }

  private Words words(String id, double x, double y, double width) {
    EngineInfo.Machine machine = facts.engine().machine();
    String field =
        facts.ground() instanceof Ground.Hidden(_, String told)
            ? told
            : "KernelVersion = "
                + machine.kernelVersion()
                + " · OperatingSystem = "
                + machine.operatingSystem();
    About about = new About("", "", Asked.info(field, facts.at()), null);
    return new Words(elements, new Rect(x, y, width, 0), id, about, Role.NEUTRAL);
  }
}
