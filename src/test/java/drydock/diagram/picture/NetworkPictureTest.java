// SPDX-License-Identifier: Apache-2.0
package drydock.diagram.picture;

import static org.assertj.core.api.Assertions.assertThat;

import drydock.diagram.Element;
import drydock.diagram.Evidence;
import drydock.diagram.Label;
import drydock.diagram.Point;
import drydock.diagram.Rect;
import drydock.diagram.Role;
import drydock.diagram.Scene;
import drydock.engine.Container;
import drydock.engine.EngineState;
import drydock.observe.Reach;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class NetworkPictureTest {
  private final Scene small = NetworkPicture.of(Networkings.small(), 484);
  private final Scene asked = NetworkPicture.of(Networkings.asked(), 484);

  @Test
  void aFrameHoldsItsNetworksContainersWithTheirAddresses() {
    Rect front = element(small, "frame:net-front").area();
    assertThat(front.contains(element(small, "end:net-front:id-web").area())).isTrue();
    assertThat(front.contains(element(small, "end:net-front:id-api").area())).isTrue();
    assertThat(small.element("end:net-front:id-db")).isEmpty();
    assertThat(texts(small, "end:net-front:id-web"))
        .containsExactly("web", "172.18.0.2", "also www, shop");
    assertThat(texts(small, "end:net-back:id-api"))
        .containsExactly("api", "172.19.0.2", "also backend");
    assertThat(evidence(small, "end:net-back:id-api").field())
        .isEqualTo("NetworkSettings.Networks[\"back\"].IPAddress = 172.19.0.2");
  }

  @Test
  void aHeadSaysWhatTheNetworkIs() {
    assertThat(texts(small, "net:net-back"))
        .containsExactly(
            "back",
            "bridge, internal",
            "172.19.0.0/16 · gateway 172.19.0.1",
            "They find each other by name. Internal: no way out, no published port.");
    assertThat(texts(small, "net:net-bridge").getLast()).contains("by address alone");
    assertThat(texts(small, "net:net-host").getLast()).contains("machine's own");
    assertThat(evidence(small, "net:net-front").field())
        .isEqualTo(
            "IPAM.Config[].Subnet = 172.18.0.0/16 · IPAM.Config[].Gateway = 172.18.0.1 · Internal ="
                + " false");
  }

  @Test
  void whoJoinedAnothersNetworkHasItsAddressAndSaysSo() {
    assertThat(texts(small, "end:net-back:id-debug"))
        .containsExactly("debug", "172.19.0.3", "uses the network of db");
  }

  @Test
  void whoDoesNotRunHasNoAddress() {
    assertThat(texts(small, "end:net-front:id-old")).contains("does not run: no address");
    assertThat(element(small, "end:net-front:id-old").role()).isEqualTo(Role.WAITING);
  }

  @Test
  void aPublishedPortLeadsToItsContainerAndSaysWhoMayComeIn() {
    assertThat(texts(small, "port:id-web:80/tcp:8080"))
        .containsExactly("127.0.0.1:8080 → web 80/tcp", "for programs on that computer alone");
    assertThat(texts(small, "port:id-web:443/tcp:8443"))
        .containsExactly(
            "0.0.0.0:8443, [::]:8443 → web 443/tcp",
            "for everybody who reaches that computer over any network");
    Element.Link line = (Element.Link) element(small, "line:id-web:80/tcp:8080");
    Point end = line.points().getLast();
    assertThat(
            element(small, "end:net-front:id-web")
                .area()
                .grown(2)
                .overlaps(new Rect(end.x(), end.y(), 0.1, 0.1)))
        .isTrue();
  }

  @Test
  void whatIsOnlyExposedOpensNothing() {
    assertThat(texts(small, "port:id-api:9000/tcp:0"))
        .containsExactly("api 9000/tcp", "only exposed: opens nothing, it is a note of the image");
    assertThat(small.element("line:id-api:9000/tcp:0")).isEmpty();
  }

  @Test
  void nothingIsTrueThatNobodyTried() {
    assertThat(cells(small)).isNotEmpty().allMatch(c -> c.role() == Role.UNKNOWN);
    assertThat(small.answer()).contains("Nobody was asked yet");
    assertThat(element(small, "cell:id-web>id-api").about().sentence()).contains("not asked yet");
    assertThat(element(small, "cell:id-lone>id-web").about().sentence()).contains("did not make");
  }

  @Test
  void theTableSaysWhatWasFoundOut() {
    assertThat(texts(asked, "cell:id-web>id-api")).containsExactly("name");
    assertThat(element(asked, "cell:id-web>id-api").about().sentence())
        .isEqualTo(
            "api answered web at 172.18.0.3. The name api is known there and stands for"
                + " 172.18.0.3.");
    assertThat(texts(asked, "cell:id-api>id-web")).containsExactly("addr.");
    assertThat(texts(asked, "cell:id-web>id-db")).containsExactly("no");
    assertThat(texts(asked, "cell:id-web>id-agent")).containsExactly("?");
    assertThat(texts(asked, "cell:id-lone>id-web")).containsExactly("…");
    assertThat(element(asked, "cell:id-api>id-db").about().sentence())
        .contains("stands for something else there: 203.0.113.9");
    assertThat(element(asked, "cell:id-db>id-web").about().sentence()).contains("no ping");
    assertThat(evidence(asked, "cell:id-web>id-db").command())
        .isEqualTo("docker exec web ping -c 1 -w 1 172.19.0.3");
    assertThat(asked.answer())
        .isEqualTo(
            "5 pairs were asked: one reaches the other by its name, 2 by the address alone, 2 not"
                + " at all.");
  }

  @Test
  void theVirtualMachineStandsAroundTheNetworks() {
    Rect machine = element(asked, "vm").area();
    assertThat(element(asked, "vm").about().name()).contains("Docker Desktop", "6.10.14-linuxkit");
    assertThat(machine.contains(element(asked, "frame:net-back").area())).isTrue();
    assertThat(machine.overlaps(element(asked, "port:id-web:80/tcp:8080").area())).isFalse();
    assertThat(small.element("vm")).isEmpty();
  }

  @Test
  void whoseThePortsAreIsSaidWithWhatTellsIt() {
    assertThat(ports(small, "ports"))
        .isEqualTo(
            "Ports of this computer. The engine runs here: what it opens is open on this"
                + " computer.");
    assertThat(ports(asked, "ports"))
        .startsWith("Ports of this computer, through its virtual machine.")
        .contains("the virtual machine of Docker Desktop (Linux 6.10.14-linuxkit)");
    assertThat(evidence(asked, "ports").field()).isEqualTo("OperatingSystem = Docker Desktop");
    assertThat(evidence(asked, "vm").field()).isEqualTo("OperatingSystem = Docker Desktop");
    assertThat(ports(NetworkPicture.of(Networkings.crowded(), 484), "ports:none"))
        .startsWith("Ports of the engine's machine, dock");
  }

  @Test
  void whatNobodyCanTellOfTheMachineIsNotGuessed() {
    Scene scene = NetworkPicture.of(Networkings.degraded(), 484);
    assertThat(scene.element("vm")).isEmpty();
    assertThat(ports(scene, "ports"))
        .startsWith("Ports of the engine's machine, dock. A virtual machine here, or another")
        .contains("its engine names no product");
  }

  @Test
  void aMomentIsToldOfTheMachineThatItsEngineNames() {
    EngineState state =
        new EngineState(
            Networkings.asked().engine(), Map.of(), Map.of(), Map.of(), Map.of(), Instant.EPOCH);
    assertThat(NetworkFacts.of(state, Stackings.MAC, Map.of()).ground())
        .isEqualTo(Networkings.asked().ground());
  }

  @Test
  void aSelectedNetworkShowsAllOfItsContainersAndHasThemInTheTable() {
    NetworkFacts facts = Networkings.crowded();
    Scene all = NetworkPicture.of(facts, 484);
    assertThat(all.element("remark:net-net7").orElseThrow().about().name())
        .isEqualTo("6 more are connected; select the network to see them.");
    Scene seven = NetworkPicture.of(selected(facts, "net-net7"), 484);
    assertThat(seven.element("end:net-net7:id-c7-9")).isPresent();
    assertThat(seven.element("from:id-c7-9")).isPresent();
    assertThat(all.element("from:id-c7-9")).isEmpty();
  }

  @Test
  void whoIsSelectedOrOursIsAskedFirst() {
    NetworkFacts facts = Networkings.busy();
    List<Container> rows = NetworkPicture.rows(facts);
    assertThat(rows).hasSize(ReachTable.MOST).allMatch(Container::ours);
    assertThat(NetworkPicture.rows(selected(facts, "id-a-rather-long-container-name-29")))
        .extracting(Container::id)
        .contains("id-a-rather-long-container-name-29");
  }

  @Test
  void anEndThatIsNoContainerIsShownWithItsAddress() {
    Scene scene = NetworkPicture.of(Networkings.degraded(), 484);
    assertThat(texts(scene, "end:net-odd:lb")).containsExactly("lb", "10.0.0.5");
    assertThat(texts(scene, "net:net-odd")).anyMatch(t -> t.contains("may not talk"));
    assertThat(texts(scene, "end:net-bridge:id-created")).contains("does not run: no address");
  }

  @Test
  void whatIsHeldHangsAtThePointerInsideThePicture() {
    NetworkFacts facts = Networkings.small();
    for (Point pointer : List.of(new Point(200, 100), new Point(-50, 9_999), new Point(999, -9))) {
      Scene scene = NetworkPicture.of(held(facts, pointer), 484);
      Rect all = new Rect(0, 0, scene.width(), scene.height());
      assertThat(all.contains(element(scene, "held").area())).isTrue();
      assertThat(texts(scene, "held")).containsExactly("web");
      assertThat(scene.element("held:target")).isEmpty();
    }
  }

  @Test
  void aNetworkThatWouldTakeWhatIsHeldIsOutlined() {
    NetworkFacts facts = Networkings.small();
    assertThat(target(facts, "net:net-bridge")).isPresent();
    assertThat(target(facts, "net:net-front")).as("it is in there").isEmpty();
    assertThat(target(facts, "net:net-host")).as("nothing is connected to it").isEmpty();
  }

  @Test
  void portsThatWereAskedAreInTheAnswer() {
    List<Reach> reaches =
        Networkings.asked().reaches().stream()
            .map(
                r ->
                    new Reach(
                        r.from(),
                        r.to(),
                        r.answer(),
                        r.address(),
                        r.naming(),
                        r.named(),
                        r.answer() == Reach.Answer.ANSWERED
                            ? List.of(new Reach.Port(80, false), new Reach.Port(6379, true))
                            : List.of(),
                        r.at()))
            .toList();
    NetworkFacts facts = Networkings.asked();
    Scene scene =
        NetworkPicture.of(
            new NetworkFacts(
                facts.engine(),
                facts.ground(),
                facts.networks(),
                facts.containers(),
                facts.looks(),
                facts.exposed(),
                reaches,
                Set.of(),
                null,
                null,
                facts.at()),
            484);
    assertThat(element(scene, "cell:id-api>id-web").about().sentence())
        .endsWith("It answers on 6379, not on 80.");
    assertThat(evidence(scene, "cell:id-api>id-web").command())
        .matches("docker exec api sh -c 'timeout 2 nc -w 1 \\S+ 6379 </dev/null; .*'");
  }

  private Optional<Element> target(NetworkFacts facts, String over) {
    Rect area = element(small, over).area();
    Point pointer = new Point(area.centerX(), area.centerY());
    return NetworkPicture.of(held(facts, pointer), 484).element("held:target");
  }

  private static NetworkFacts selected(NetworkFacts facts, String id) {
    return with(facts, id, null);
  }

  private static NetworkFacts held(NetworkFacts facts, Point to) {
    return with(facts, null, new NetworkFacts.Dragged("id-web", to));
  }

  private static NetworkFacts with(
      NetworkFacts facts, @Nullable String selected, NetworkFacts.@Nullable Held held) {
    return new NetworkFacts(
        facts.engine(),
        facts.ground(),
        facts.networks(),
        facts.containers(),
        facts.looks(),
        facts.exposed(),
        facts.reaches(),
        Set.of(),
        selected,
        held,
        facts.at());
  }

  private static String ports(Scene scene, String id) {
    return element(scene, id).about().name();
  }

  private static List<Element> cells(Scene scene) {
    return scene.elements().stream().filter(e -> e.id().startsWith("cell:")).toList();
  }

  private static Element element(Scene scene, String id) {
    return scene.element(id).orElseThrow(() -> new AssertionError(id));
  }

  private static Evidence evidence(Scene scene, String id) {
    return Objects.requireNonNull(element(scene, id).about().evidence());
  }

  private static List<String> texts(Scene scene, String id) {
    return ((Element.Box) element(scene, id)).labels().stream().map(Label::text).toList();
  }
}
