// SPDX-License-Identifier: Apache-2.0
package drydock.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import drydock.engine.ContainerSpec;
import drydock.engine.EngineObject;
import drydock.engine.EngineState;
import drydock.engine.EngineTest;
import drydock.engine.NetworkSpec;
import drydock.engine.RawDocker;
import drydock.engine.docker.RealEngine;
import drydock.observe.ThisComputer;
import drydock.ui.kit.Background;
import drydock.ui.kit.DirectBackground;
import drydock.ui.kit.Fx;
import drydock.ui.kit.Theme;
import drydock.ui.network.NetworkModel;
import drydock.ui.picture.PictureModel;
import drydock.ui.picture.PicturePane;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import javafx.event.Event;
import javafx.event.EventType;
import javafx.geometry.Bounds;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// The picture of networks in its pane, over a real engine: boxes are dragged and keys pressed.
@EngineTest
class NetworkFeedTest {
  private final RealEngine real = new RealEngine();
  private final Background background = new DirectBackground();
  private final PictureModel pictures = Fx.get(() -> new PictureModel(background));
  private final PicturePane pane = Fx.get(() -> new PicturePane(pictures, false));
  private final NetworkFeed feed =
      Fx.get(
          () ->
              new NetworkFeed(
                  new NetworkModel(
                      background, () -> real.engine, Clock.systemUTC(), ThisComputer.current()),
                  pictures,
                  pane));
  private Stage stage = Fx.show(pane.node(), 620, 960, Theme.LIGHT);

  @AfterEach
  void clean() {
    Fx.run(feed::close);
    Fx.close(stage);
    real.close();
  }

  @Test
  void aBoxThatIsDroppedOnANetworkIsConnectedAndOffAllNetworksDisconnected() {
    String front = network("front");
    String back = network("back");
    String web = on(front);
    show();
    String end = "end:" + id(front) + ":" + web;
    drag(end, middle("net:" + id(back)));
    assertThat(connected(back, web)).isTrue();
    assertThat(connected(front, web)).as("it stays where it was").isTrue();
    show();
    assertThat(Fx.get(() -> node("held"))).as("nothing hangs at the pointer").isNull();
    Point2D below = middle("ports:none");
    drag("end:" + id(back) + ":" + web, below);
    assertThat(connected(back, web)).isFalse();
    assertThat(connected(front, web)).isTrue();
  }

  @Test
  void aBoxThatIsPutBackOnItsOwnNetworkStays() {
    String front = network("front");
    String web = on(front);
    show();
    drag("end:" + id(front) + ":" + web, middle("net:" + id(front)));
    assertThat(connected(front, web)).isTrue();
  }

  @Test
  void whatIsDroppedOnANetworkOfSomebodyElseIsNotConnected() {
    String front = network("front");
    String theirs = real.name("theirs");
    RawDocker.post("/networks/create", "{\"Name\":\"" + theirs + "\"}");
    String web = on(front);
    show();
    drag("end:" + id(front) + ":" + web, middle("net:" + id(theirs)));
    assertThat(connected(theirs, web)).isFalse();
    assertThat(Fx.get(() -> pane.node().lookupAll(".danger")))
        .anyMatch(n -> ((Label) n).getText().contains(theirs));
  }

  @Test
  void deleteTakesTheFocusedBoxOffItsNetwork() {
    String front = network("front");
    String web = on(front);
    show();
    Fx.run(
        () -> {
          Node end = there("end:" + id(front) + ":" + web);
          end.requestFocus();
          Event.fireEvent(
              end,
              new KeyEvent(
                  KeyEvent.KEY_PRESSED, "", "", KeyCode.DELETE, false, false, false, false));
        });
    assertThat(connected(front, web)).isFalse();
  }

  @Test
  void keysChooseTheNetworkToConnectToAndToDisconnectFrom() {
    String front = network("front");
    String back = network("back");
    String web = on(front);
    show();
    String end = "end:" + id(front) + ":" + web;
    keys(end, KeyCode.C);
    String first = spoken(end);
    assertThat(first)
        .startsWith("Connect ")
        .contains("Enter does it, arrow keys choose another network (1 of ");
    keys(end, KeyCode.RIGHT);
    assertThat(spoken(end)).contains("(2 of ").isNotEqualTo(first);
    keys(end, KeyCode.ESCAPE);
    assertThat(spoken(end)).doesNotContain("Enter does it");
    assertThat(Fx.get(() -> node("held"))).as("nothing is chosen").isNull();
    keys(end, KeyCode.C);
    while (!spoken(end).contains(" to " + back + "?")) {
      keys(end, KeyCode.DOWN);
    }
    assertThat(Fx.picture(stage, "network-choosing")).exists();
    keys(end, KeyCode.ENTER);
    assertThat(connected(back, web)).isTrue();
    assertThat(connected(front, web)).isTrue();
    show();
    keys("end:" + id(back) + ":" + web, KeyCode.D);
    assertThat(spoken(end)).as("where it is looked at").contains(" from " + back + "? Enter");
    keys("end:" + id(back) + ":" + web, KeyCode.LEFT, KeyCode.RIGHT, KeyCode.SPACE);
    assertThat(connected(back, web)).isFalse();
    assertThat(connected(front, web)).isTrue();
  }

  private String spoken(String id) {
    return Fx.get(() -> there(id).getAccessibleText());
  }

  private void keys(String id, KeyCode... codes) {
    for (KeyCode code : codes) {
      Fx.run(
          () -> {
            there(id).requestFocus();
            Event.fireEvent(
                there(id),
                new KeyEvent(KeyEvent.KEY_PRESSED, "", "", code, false, false, false, false));
          });
    }
  }

  @ParameterizedTest
  @EnumSource(Theme.class)
  void looksLikeThis(Theme theme) {
    Fx.close(stage);
    stage = Fx.show(pane.node(), 620, 960, theme);
    String front = network("front");
    String back = network("back");
    String web = on(front);
    on(back);
    on(back);
    show();
    Fx.run(() -> ((Button) pane.node().lookup("#network-ask")).fire());
    Fx.run(() -> pictures.selectedProperty(PictureModel.Kind.NETWORK).set(web));
    show();
    String end = "end:" + id(front) + ":" + web;
    mouse(end, MouseEvent.MOUSE_DRAGGED, middle("net:" + id(back)));
    Fx.picture(stage, "network-" + theme.name().toLowerCase(Locale.ROOT));
    assertThat(Fx.get(() -> node("held"))).isNotNull();
  }

  private void drag(String id, Point2D to) {
    mouse(id, MouseEvent.MOUSE_DRAGGED, to);
    assertThat(Fx.get(() -> node("held"))).as("it hangs at the pointer").isNotNull();
    mouse(id, MouseEvent.MOUSE_RELEASED, to);
  }

  private void mouse(String id, EventType<MouseEvent> type, Point2D at) {
    Fx.run(
        () -> {
          Node node = there(id);
          Point2D local = node.sceneToLocal(at);
          Fx.mouse(node, type, local.getX(), local.getY());
        });
  }

  private Point2D middle(String id) {
    Bounds bounds =
        Fx.get(
            () -> {
              pane.node().applyCss();
              pane.node().layout();
              Node node = there(id);
              return node.localToScene(node.getBoundsInLocal());
            });
    return new Point2D(bounds.getCenterX(), bounds.getCenterY());
  }

  private Node there(String id) {
    return Objects.requireNonNull(node(id), id);
  }

  private @Nullable Node node(String id) {
    return pane.node().lookupAll("*").stream()
        .filter(n -> id.equals(n.getId()))
        .findFirst()
        .orElse(null);
  }

  private void show() {
    EngineState state =
        new EngineState(
            real.engine.info(),
            Map.of(),
            byId(real.engine.containers().list()),
            byId(real.engine.networks().list()),
            Map.of(),
            Instant.now());
    Fx.run(
        () -> {
          pictures.kindProperty().set(PictureModel.Kind.NETWORK);
          feed.update(state, true);
        });
  }

  private static <T extends EngineObject> Map<String, T> byId(List<T> all) {
    return all.stream().collect(Collectors.toMap(EngineObject::id, Function.identity()));
  }

  private String network(String word) {
    String name = real.name(word);
    real.engine.networks().create(NetworkSpec.of(name, RealEngine.TESTS));
    return name;
  }

  private String on(String network) {
    return real.engine
        .containers()
        .run(
            ContainerSpec.of(RealEngine.IMAGE, RealEngine.TESTS)
                .name(real.name("box"))
                .network(network)
                .command("sleep", "300")
                .build());
  }

  private static String id(String network) {
    return RawDocker.get("/networks/" + network).json().path("Id").asText();
  }

  private static boolean connected(String network, String container) {
    return RawDocker.get("/networks/" + network).json().path("Containers").has(container);
  }
}
