// SPDX-License-Identifier: Apache-2.0
package drydock.diagram.picture;

import drydock.diagram.About;
import drydock.diagram.Element;
import drydock.diagram.Ink;
import drydock.diagram.Label;
import drydock.diagram.Rect;
import drydock.diagram.Role;
import drydock.diagram.Scene;
import drydock.diagram.TextStyle;
import drydock.engine.Container;
import drydock.engine.Network;
import drydock.messages.Messages;
import drydock.observe.Ground;
import drydock.observe.Reach;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// "Who can talk to whom?" A frame for each network with the containers in it, their published
/// ports down to the machine, and a table of who reached whom when asked.
public final class NetworkPicture {
  private static final double LEFT = 12;
  private static final double GAP = 12;

  /// Id of what is on its way to a network.
  public static final String HELD = "held";

  private static final double HELD_WIDTH = 140;
  private static final int MOST_NETWORKS = 60;
  private static final int MOST_ENDS = 240;
  private static final int LEAST_ENDS = 4;
  private static final int MOST_SELECTED = 120;

  private final NetworkFacts facts;
  private final double available;
  private final NetworkMembers members;
  private final List<Element> elements = new ArrayList<>();
  private final Map<String, Rect> places = new HashMap<>();

  private NetworkPicture(NetworkFacts facts, double width) {
    this.facts = facts;
    this.available = Math.max(width, 400);
    this.members = new NetworkMembers(facts);
  }

  /// @param width to fill
  public static Scene of(NetworkFacts facts, double width) {
    return new NetworkPicture(facts, width).draw();
  }

  /// What stands there while no engine answers.
  public static Scene nothing(double width) {
    return new Scene(
        Messages.get("picture.network.question"),
        Messages.get("picture.network.empty"),
        width,
        0,
        List.of());
  }

  /// The containers that have a row in the table, out of those that run: what is selected first,
  /// then those that can be asked.
  public static List<Container> rows(NetworkFacts facts) {
    String selected = facts.selected();
    NetworkMembers members = new NetworkMembers(facts);
    List<String> chosen =
        facts.networks().stream()
            .filter(n -> n.id().equals(selected))
            .flatMap(n -> members.of(n).stream())
            .map(NetworkMembers.Member::id)
            .toList();
    List<Container> picked =
        facts.containers().stream()
            .filter(Container::running)
            .sorted(
                Comparator.comparing((Container c) -> !c.id().equals(selected))
                    .thenComparing(c -> !chosen.contains(c.id()))
                    .thenComparing(c -> !c.ours()))
            .limit(ReachTable.MOST)
            .toList();
    return facts.containers().stream().filter(picked::contains).toList();
  }

  private Scene draw() {
    if (facts.networks().isEmpty()) {
      return nothing(available);
    }
    PortPanel ports = new PortPanel(facts, elements);
    double width = available - 2 * LEFT - ports.gutter();
    double y = machine(frames(width) + 2);
    y = ports.draw(LEFT, y, width, places) + GAP;
    List<Container> rows = rows(facts);
    if (rows.size() > 1) {
      int running = (int) facts.containers().stream().filter(Container::running).count();
      y =
          new ReachTable(facts, rows, elements)
              .draw(LEFT, y, available - 2 * LEFT, running - rows.size());
    }
    held(y);
    return new Scene(
        Messages.get("picture.network.question"), answer(), available, y + 6, elements);
  }

  /// Around the networks, where they lie in a virtual machine.
  private double machine(double y) {
    if (!(facts.ground() instanceof Ground.Hidden(String product, String field))) {
      return y;
    }
    String name =
        Messages.get("picture.network.vm", product, facts.engine().machine().kernelVersion());
    elements.addFirst(
        new Element.Group(
            "vm",
            new Rect(3, 1, available - 6, y + 12),
            Role.WAITING,
            List.of(
                Label.start(
                    TextStyle.SMALL_STRONG.fit(name, available - 80),
                    LEFT - 3,
                    y + 3,
                    TextStyle.SMALL_STRONG,
                    Ink.MUTED)),
            new About(name, "", Asked.info(field, facts.at()), null)));
    return y + 12 + GAP;
  }

  private double frames(double width) {
    List<Network> drawn = facts.networks().stream().limit(MOST_NETWORKS).toList();
    int most = Math.max(LEAST_ENDS, MOST_ENDS / drawn.size());
    double y = 10;
    for (Network network : drawn) {
      int shown = network.id().equals(facts.selected()) ? MOST_SELECTED : most;
      y =
          new NetworkFrame(facts, network, members.of(network), elements, places)
                  .draw(LEFT, y, width, shown)
              + GAP;
    }
    int left = facts.networks().size() - drawn.size();
    return left > 0
        ? new Words(
                    elements,
                    new Rect(LEFT, y, width, 0),
                    "networks:more",
                    About.ORNAMENT,
                    Role.NEUTRAL)
                .small(Messages.get("picture.network.moreNetworks", left))
                .end()
            + GAP
        : y;
  }

  /// What is being dragged hangs at the pointer; around the network that it would come to is an
  /// outline.
  private void held(double height) {
    NetworkFacts.Held held = facts.held();
    Container container = held == null ? null : members.containers().get(held.container());
    if (container == null) {
      return;
    }
    switch (held) {
      case null -> {}
      case NetworkFacts.Dragged dragged -> dragged(dragged, container, height);
      case NetworkFacts.Chosen chosen -> chosen(chosen, container);
    }
  }

  /// Around the chosen network is an outline, and at its edge stands what Enter does.
  private void chosen(NetworkFacts.Chosen chosen, Container container) {
    facts.networks().stream()
        .filter(network -> network.id().equals(chosen.network()))
        .findFirst()
        .ifPresent(
            network ->
                frame(network)
                    .ifPresent(
                        area -> {
                          outline(area);
                          label(area, NetworkFrame.question(chosen, container, network));
                        }));
  }

  private void label(Rect frame, String text) {
    double room = frame.width() - 24;
    String words = TextStyle.SMALL_STRONG.fit(text, room - 16);
    double width = TextStyle.SMALL_STRONG.width(words) + 16;
    elements.add(
        new Element.Box(
            HELD,
            new Rect(frame.right() - 12 - width, frame.bottom() - 12, width, 24),
            Role.GOAL,
            6,
            0,
            List.of(Label.start(words, 8, 16, TextStyle.SMALL_STRONG, Ink.ROLE)),
            About.ORNAMENT));
  }

  private void outline(Rect area) {
    elements.add(
        new Element.Group("held:target", area.grown(3), Role.GOAL, List.of(), About.ORNAMENT));
  }

  private void dragged(NetworkFacts.Dragged held, Container container, double height) {
    facts.networks().stream()
        .filter(NetworkPicture::takes)
        .filter(
            network -> members.of(network).stream().noneMatch(m -> m.id().equals(container.id())))
        .flatMap(network -> frame(network).stream())
        .filter(area -> area.overlaps(new Rect(held.to().x(), held.to().y(), 0.1, 0.1)))
        .forEach(this::outline);
    double x = Math.clamp(held.to().x() - HELD_WIDTH / 2, 0, available - HELD_WIDTH);
    double y = Math.clamp(held.to().y() - 15, 0, Math.max(0, height - 30));
    String name = TextStyle.HEADING.fitName(container.name(), HELD_WIDTH - 16);
    elements.add(
        new Element.Box(
            HELD,
            new Rect(x, y, HELD_WIDTH, 30),
            Role.GOAL,
            6,
            0,
            List.of(Label.start(name, 8, 20, TextStyle.HEADING, Ink.ROLE)),
            About.ORNAMENT));
  }

  /// Whether containers can be connected to it: a network of ours, or Docker's own bridge.
  public static boolean takes(Network network) {
    return network.ours() || network.name().equals("bridge");
  }

  private Optional<Rect> frame(Network network) {
    return elements.stream()
        .filter(e -> e.id().equals("frame:" + network.id()) || e.id().equals("net:" + network.id()))
        .map(Element::area)
        .findFirst();
  }

  private String answer() {
    long running = facts.containers().stream().filter(Container::running).count();
    long used = facts.networks().stream().filter(n -> !members.of(n).isEmpty()).count();
    List<Reach> told = facts.reaches().stream().filter(Reach::told).toList();
    if (told.isEmpty()) {
      return Messages.get("picture.network.answer", running, used);
    }
    long names = told.stream().filter(Reach::byName).count();
    long silent = told.stream().filter(r -> r.answer() == Reach.Answer.SILENT).count();
    return Messages.get(
        "picture.network.asked", told.size(), names, told.size() - names - silent, silent);
  }
}
