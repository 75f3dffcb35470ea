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
import drydock.engine.Network;
import drydock.messages.Messages;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/// One network: a head that says what it is, and a box for each end of it.
final class NetworkFrame {
  private static final double PAD = 10;
  private static final double STRIP = 12;
  private static final double CELL = 148;
  private static final double GAP = 8;

  /// Room below a row of boxes, in which lines run to published ports.
  static final double CHANNEL = 16;

  private static final String NO_TALK = "com.docker.network.bridge.enable_icc";

  private final NetworkFacts facts;
  private final Network network;
  private final List<NetworkMembers.Member> members;
  private final List<Element> elements;
  private final Map<String, Rect> places;
  private final Role role;

  /// @param places where each container is drawn first; filled
  NetworkFrame(
      NetworkFacts facts,
      Network network,
      List<NetworkMembers.Member> members,
      List<Element> elements,
      Map<String, Rect> places) {
    this.facts = facts;
    this.network = network;
    this.members = members;
    this.elements = elements;
    this.places = places;
    this.role = Role.series(facts.looks().getOrDefault(network.id(), 0));
  }

  /// @param most how many ends are drawn
  /// @return the lower edge
  double draw(double x, double top, double width, int most) {
    if (members.isEmpty()) {
      return head(x, top, width);
    }
    int behind = elements.size();
    double y = head(x + PAD, top + PAD, width - 2 * PAD) + GAP;
    List<NetworkMembers.Member> drawn = members.stream().limit(most).toList();
    double room = width - 2 * PAD;
    int columns = (int) Math.max(1, Math.floor((room + GAP) / (CELL + GAP)));
    double each = Math.floor((room - (columns - 1) * GAP) / columns);
    double height = drawn.stream().anyMatch(m -> !third(m).isEmpty()) ? 58 : 42;
    for (int i = 0; i < drawn.size(); i++) {
      int column = i % columns;
      Rect place = new Rect(x + PAD + column * (each + GAP), y, each, height);
      end(drawn.get(i), place);
      if (column == columns - 1 || i == drawn.size() - 1) {
        y += height + CHANNEL;
      }
    }
    if (members.size() > drawn.size()) {
      y = remark(x + PAD, y, room, drawn.size()) + PAD;
    } else {
      y -= CHANNEL - PAD - 4;
    }
    elements.add(
        behind,
        new Element.Group(
            "frame:" + network.id(),
            new Rect(x, top, width, y - top),
            role,
            List.of(),
            About.ORNAMENT));
    return y;
  }

  // --- head

  private double head(double x, double y, double width) {
    double room = width - STRIP - 16;
    double left = STRIP + 8;
    List<Label> labels = new ArrayList<>();
    String driver = TextStyle.SMALL.fit(driver(), room * 0.45);
    double beside = room - TextStyle.SMALL.width(driver) - 10;
    String name = TextStyle.HEADING.fitName(network.name(), beside);
    labels.add(Label.start(name, left, 19, TextStyle.HEADING, Ink.STRONG));
    labels.add(Label.end(driver, width - 8, 19, TextStyle.SMALL, Ink.MUTED));
    double base = 19;
    for (Network.Subnet subnet : network.subnets().stream().limit(2).toList()) {
      base += 17;
      String text = TextStyle.CODE_SMALL.fit(subnet(subnet), room);
      labels.add(Label.start(text, left, base, TextStyle.CODE_SMALL, Ink.MUTED));
    }
    for (String line : TextStyle.SMALL_STRONG.wrap(inWords(), room, 3)) {
      base += 17;
      labels.add(Label.start(line, left, base, TextStyle.SMALL_STRONG, Ink.ROLE));
    }
    Rect area = new Rect(x, y, width, base + 9);
    String sentence =
        kind()
            + " "
            + Messages.get(
                NetworkPicture.takes(network)
                    ? "picture.network.dropHere"
                    : "picture.network.notOursNetwork");
    elements.add(
        new Element.Box(
            "net:" + network.id(),
            area,
            role,
            6,
            STRIP,
            labels,
            new About(
                Messages.get("picture.network.network", network.name(), driver(), members.size()),
                sentence,
                evidence(),
                network.id())));
    return area.bottom();
  }

  private String driver() {
    String word = network.driver().equals("null") ? "none" : network.driver();
    return network.internal() ? Messages.get("picture.network.internalDriver", word) : word;
  }

  private static String subnet(Network.Subnet subnet) {
    return subnet.gateway().isEmpty()
        ? subnet.subnet()
        : Messages.get("picture.network.subnet", subnet.subnet(), subnet.gateway());
  }

  private String inWords() {
    return members.isEmpty() ? kind() + " " + Messages.get("picture.network.nobody") : kind();
  }

  private String kind() {
    if (network.driver().equals("host")) {
      return Messages.get("picture.network.host");
    }
    if (network.driver().equals("null")) {
      return Messages.get("picture.network.none");
    }
    String names =
        network.name().equals(facts.engine().podman() ? "podman" : "bridge")
            ? Messages.get("picture.network.noNames")
            : Messages.get("picture.network.names");
    String text = network.internal() ? Messages.get("picture.network.internal", names) : names;
    return "false".equals(network.options().get(NO_TALK))
        ? text + " " + Messages.get("picture.network.noTalk")
        : text;
  }

  private Evidence evidence() {
    String fields =
        network.subnets().stream()
            .map(
                s ->
                    "IPAM.Config[].Subnet = "
                        + s.subnet()
                        + (s.gateway().isEmpty()
                            ? ""
                            : " · IPAM.Config[].Gateway = " + s.gateway()))
            .collect(Collectors.joining(" · "));
    return Asked.network(
        network.name(),
        (fields.isEmpty() ? "Driver = " + network.driver() : fields)
            + " · Internal = "
            + network.internal(),
        facts.at());
  }

  // --- ends

  private void end(NetworkMembers.Member member, Rect place) {
    double room = place.width() - 16;
    boolean runs = !member.address().isEmpty() || machine(member);
    List<Label> labels = new ArrayList<>();
    Ink ink = runs ? Ink.STRONG : Ink.MUTED;
    labels.add(
        Label.start(TextStyle.HEADING.fitName(member.name(), room), 8, 17, TextStyle.HEADING, ink));
    boolean figures = !member.address().isEmpty();
    TextStyle style = figures ? TextStyle.CODE_SMALL : TextStyle.SMALL;
    labels.add(Label.start(style.fit(second(member), room), 8, 33, style, Ink.MUTED));
    String third = third(member);
    if (!third.isEmpty()) {
      labels.add(Label.start(TextStyle.SMALL.fit(third, room), 8, 49, TextStyle.SMALL, Ink.MUTED));
    }
    elements.add(
        new Element.Box(
            "end:" + network.id() + ":" + member.id(),
            place,
            runs ? role : Role.WAITING,
            5,
            0,
            labels,
            new About(
                asked(member)
                    .orElseGet(
                        () ->
                            Messages.get(
                                "picture.network.end",
                                member.name(),
                                network.name(),
                                second(member))),
                sentence(member),
                evidence(member),
                member.id())));
    places.putIfAbsent(member.id(), place);
  }

  /// While a network is chosen for it by keys, that is what it says: so it is spoken.
  private Optional<String> asked(NetworkMembers.Member member) {
    Container container = member.container();
    return facts.held() instanceof NetworkFacts.Chosen chosen
            && chosen.container().equals(member.id())
            && container != null
        ? facts.networks().stream()
            .filter(n -> n.id().equals(chosen.network()))
            .findFirst()
            .map(n -> question(chosen, container, n))
        : Optional.empty();
  }

  static String question(NetworkFacts.Chosen chosen, Container container, Network network) {
    return Messages.get(
        chosen.connects() ? "picture.network.chooseTo" : "picture.network.chooseFrom",
        container.name(),
        network.name(),
        chosen.number(),
        chosen.of());
  }

  private boolean machine(NetworkMembers.Member member) {
    Container container = member.container();
    return network.subnets().isEmpty() && container != null && container.running();
  }

  private String second(NetworkMembers.Member member) {
    if (!member.address().isEmpty()) {
      return member.address();
    }
    if (!machine(member)) {
      return Messages.get("picture.network.noAddress");
    }
    return network.driver().equals("host")
        ? Messages.get("picture.network.machines")
        : Messages.get("picture.network.alone");
  }

  private static String third(NetworkMembers.Member member) {
    Container owner = member.owner();
    if (owner != null) {
      return Messages.get("picture.network.joined", owner.name());
    }
    return member.names().isEmpty()
        ? ""
        : Messages.get("picture.network.also", String.join(", ", member.names()));
  }

  private static String sentence(NetworkMembers.Member member) {
    Container container = member.container();
    List<String> parts = new ArrayList<>();
    parts.add(third(member));
    parts.add(member.address6());
    parts.add(
        container == null
            ? Messages.get("picture.network.noContainer")
            : container.ours()
                ? Messages.get("picture.network.dragHelp")
                : Messages.get("picture.network.notOurs"));
    return parts.stream().filter(p -> !p.isEmpty()).collect(Collectors.joining(". "));
  }

  private Evidence evidence(NetworkMembers.Member member) {
    if (member.container() == null) {
      return Asked.network(
          network.name(),
          "Containers[\"" + member.id() + "\"].IPv4Address = " + member.address(),
          facts.at());
    }
    Container owner = member.owner();
    return Asked.container(
        member.name(),
        owner != null
            ? "HostConfig.NetworkMode = " + member.container().modes().network()
            : "NetworkSettings.Networks[\""
                + network.name()
                + "\"].IPAddress = "
                + member.address(),
        facts.at());
  }

  private double remark(double x, double y, double room, int drawn) {
    String text = Messages.get("picture.network.more", members.size() - drawn);
    return new Words(
            elements,
            new Rect(x, y, room, 0),
            "remark:" + network.id(),
            new About("", "", evidence(), network.id()),
            Role.NEUTRAL)
        .small(text)
        .end();
  }
}
