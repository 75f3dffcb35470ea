// SPDX-License-Identifier: Apache-2.0
package drydock.ui.network;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import drydock.diagram.Element;
import drydock.diagram.Label;
import drydock.diagram.Scene;
import drydock.diagram.picture.NetworkFacts;
import drydock.diagram.picture.NetworkPicture;
import drydock.engine.ContainerSpec;
import drydock.engine.EngineObject;
import drydock.engine.EngineState;
import drydock.engine.EngineTest;
import drydock.engine.NetworkSpec;
import drydock.engine.Ownership;
import drydock.engine.RawDocker;
import drydock.engine.docker.RealEngine;
import drydock.observe.Reach;
import drydock.observe.ThisComputer;
import drydock.ui.kit.DirectBackground;
import drydock.ui.kit.Fx;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// The model over a real engine: what is drawn is what the engine says, what is asked comes true.
@EngineTest
class NetworkModelTest {
  private final RealEngine real = new RealEngine();
  private final NetworkModel model =
      new NetworkModel(
          new DirectBackground(), () -> real.engine, Clock.systemUTC(), ThisComputer.current());

  @AfterEach
  void clean() {
    real.close();
  }

  @Test
  void whatIsDrawnIsWhatTheEngineSays() {
    String net = network();
    String web = on(net, "web");
    update();
    JsonNode said = RawDocker.get("/networks/" + net).json();
    JsonNode config = said.path("IPAM").path("Config").path(0);
    Scene scene = NetworkPicture.of(facts(), 800);
    assertThat(texts(scene, "net:" + said.path("Id").asText()))
        .contains(
            net, config.path("Subnet").asText() + " · gateway " + config.path("Gateway").asText());
    String address = said.path("Containers").path(web).path("IPv4Address").asText();
    assertThat(texts(scene, "end:" + said.path("Id").asText() + ":" + web))
        .contains(address.replaceFirst("/.*", ""), "also shop");
    JsonNode door =
        RawDocker.get("/containers/" + web + "/json")
            .json()
            .path("NetworkSettings")
            .path("Ports")
            .path("80/tcp")
            .path(0);
    String port = door.path("HostPort").asText();
    assertThat(door.path("HostIp").asText()).isEqualTo("127.0.0.1");
    assertThat(texts(scene, "port:" + web + ":80/tcp:" + port).getFirst())
        .startsWith("127.0.0.1:" + port + " → ");
  }

  @Test
  void whatAnImageExposesIsReadAndOpensNothing() {
    String maker = on(network(), "maker");
    String tag = real.name("exposes");
    RawDocker.post("/commit?container=" + maker + "&repo=" + tag + "&changes=EXPOSE%209000", "{}");
    try {
      String id = real.foreign(tag, "sleep 300", false);
      update();
      assertThat(texts(NetworkPicture.of(facts(), 800), "port:" + id + ":9000/tcp:0").getLast())
          .contains("opens nothing");
    } finally {
      real.close();
      RawDocker.delete("/images/" + tag + "?force=1");
    }
  }

  @Test
  void nobodyIsAskedUntilAPersonWantsItAndConnectingMakesItTrue() {
    String front = network();
    String back = network();
    String web = on(front, "web");
    String db = on(back, "db");
    update();
    assertThat(facts().reaches()).isEmpty();
    model.askAll();
    assertThat(reach(web, db).answer()).isEqualTo(Reach.Answer.SILENT);
    model.connect(web, id(back));
    assertThat(model.problemProperty().get()).isEmpty();
    update();
    assertThat(facts().reaches())
        .as("what was found out before does not hold any more")
        .noneMatch(r -> r.from().equals(web) || r.to().equals(web));
    model.select(web + ">" + db);
    model.askSelected();
    assertThat(reach(web, db).byName()).isTrue();
    assertThat(facts().reaches()).noneMatch(r -> r.from().equals(db));
    model.disconnect(web, id(back));
    update();
    model.select(web);
    model.askSelected();
    assertThat(reach(web, db).answer()).isEqualTo(Reach.Answer.SILENT);
  }

  @Test
  void whatIsNotOursIsNeitherConnectedNorAsked() {
    String net = network();
    String foreign = real.foreign("sleep 300", false);
    String theirs = real.name("theirs");
    RawDocker.post("/networks/create", "{\"Name\":\"" + theirs + "\"}");
    String web = on(net, "web");
    update();
    assertThat(model.canMove(foreign)).isFalse();
    model.connect(foreign, id(net));
    assertThat(model.problemProperty().get()).contains("was not made by Drydock");
    model.connect(web, id(theirs));
    assertThat(model.problemProperty().get())
        .isEqualTo(theirs + " was not made by Drydock, which connects nothing to it.");
    assertThat(RawDocker.get("/networks/" + theirs).json().path("Containers")).isEmpty();
    assertThat(RawDocker.get("/networks/" + net).json().path("Containers").has(foreign)).isFalse();
    model.select(foreign);
    assertThat(model.asker()).isNull();
    model.askSelected();
    model.askAll();
    assertThat(facts().reaches())
        .isNotEmpty()
        .noneMatch(r -> r.from().equals(foreign))
        .anyMatch(r -> r.to().equals(foreign));
  }

  @Test
  void networksAreMadeAndRemovedByTheButtons() {
    update();
    Fx.run(
        () -> {
          Node tools = new NetworkTools(model).node();
          MenuButton create = (MenuButton) tools.lookup("#network-create");
          create.getItems().get(1).fire();
          update();
        });
    String made =
        facts().networks().stream()
            .filter(n -> n.name().startsWith("drydock-net-"))
            .findFirst()
            .orElseThrow()
            .id();
    JsonNode said = RawDocker.get("/networks/" + made).json();
    assertThat(said.path("Internal").asBoolean()).isTrue();
    assertThat(said.path("Labels").path(Ownership.OWNER_LABEL).asText()).isEqualTo(Ownership.OWNER);
    Fx.run(
        () -> {
          Node tools = new NetworkTools(model).node();
          Button remove = (Button) tools.lookup("#network-remove");
          assertThat(remove.isDisabled()).isTrue();
          model.select(made);
          assertThat(remove.isDisabled()).isFalse();
          remove.fire();
        });
    assertThat(RawDocker.get("/networks/" + made).status()).isEqualTo(404);
  }

  @Test
  void theMenusConnectAndDisconnectTheSelectedContainer() {
    String front = network();
    String back = network();
    String web = on(front, "web");
    update();
    Fx.run(
        () -> {
          Node tools = new NetworkTools(model).node();
          MenuButton connect = (MenuButton) tools.lookup("#network-connect");
          MenuButton disconnect = (MenuButton) tools.lookup("#network-disconnect");
          assertThat(connect.isDisabled()).isTrue();
          model.select(web);
          item(connect, back).fire();
          update();
          assertThat(RawDocker.get("/networks/" + back).json().path("Containers").has(web))
              .isTrue();
          assertThat(connect.getItems()).noneMatch(i -> i.getText().endsWith(back));
          item(disconnect, front).fire();
          update();
          assertThat(disconnect.getItems()).hasSize(1);
        });
    assertThat(RawDocker.get("/networks/" + front).json().path("Containers")).isEmpty();
  }

  private static MenuItem item(MenuButton menu, String network) {
    return menu.getItems().stream()
        .filter(i -> i.getText().endsWith(" " + network))
        .findFirst()
        .orElseThrow();
  }

  private String network() {
    String name = real.name("net");
    real.engine.networks().create(NetworkSpec.of(name, RealEngine.TESTS));
    return name;
  }

  private static String id(String network) {
    return RawDocker.get("/networks/" + network).json().path("Id").asText();
  }

  private String on(String network, String word) {
    return real.engine
        .containers()
        .run(
            ContainerSpec.of(RealEngine.IMAGE, RealEngine.TESTS)
                .name(real.name(word))
                .network(network, "shop")
                .publish("80/tcp", 0)
                .command("sleep", "300")
                .build());
  }

  private Reach reach(String from, String to) {
    return facts().reaches().stream()
        .filter(r -> r.from().equals(from) && r.to().equals(to))
        .findFirst()
        .orElseThrow();
  }

  private NetworkFacts facts() {
    return Objects.requireNonNull(model.factsProperty().get());
  }

  private static List<String> texts(Scene scene, String id) {
    return ((Element.Box) scene.element(id).orElseThrow())
        .labels().stream().map(Label::text).toList();
  }

  private void update() {
    model.update(
        new EngineState(
            real.engine.info(),
            Map.of(),
            byId(real.engine.containers().list()),
            byId(real.engine.networks().list()),
            Map.of(),
            Instant.now()),
        true);
  }

  private static <T extends EngineObject> Map<String, T> byId(List<T> all) {
    return all.stream().collect(Collectors.toMap(EngineObject::id, Function.identity()));
  }
}
