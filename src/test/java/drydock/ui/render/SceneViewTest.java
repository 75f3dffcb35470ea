// SPDX-License-Identifier: Apache-2.0
package drydock.ui.render;

import static org.assertj.core.api.Assertions.assertThat;

import drydock.diagram.Element;
import drydock.diagram.Palette;
import drydock.diagram.Role;
import drydock.diagram.Scene;
import drydock.diagram.picture.BuildFacts;
import drydock.diagram.picture.BuildPicture;
import drydock.diagram.picture.Builds;
import drydock.diagram.picture.Samples;
import drydock.ui.kit.Fx;
import drydock.ui.kit.Motion;
import drydock.ui.kit.Theme;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.layout.StackPane;
import javafx.scene.paint.Color;
import javafx.scene.shape.Rectangle;
import javafx.scene.text.Text;
import javafx.stage.Stage;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class SceneViewTest {
  private static final BuildFacts FACTS = BuildFacts.of("kiosk:dev").at(Samples.AT);

  /// Writes every picture to target/pictures, to be looked at.
  @TestFactory
  Stream<DynamicTest> everyElementBecomesANodeWithItsTextInside() {
    return Samples.scenes(484).entrySet().stream()
        .filter(e -> !e.getValue().elements().isEmpty())
        .map(e -> DynamicTest.dynamicTest(e.getKey(), () -> drawn(e)));
  }

  private static void drawn(Map.Entry<String, Scene> entry) {
    Scene scene = entry.getValue();
    SceneView view = new SceneView(false);
    for (Palette palette : Palette.values()) {
      Theme theme = palette == Palette.DARK ? Theme.DARK : Theme.LIGHT;
      Fx.run(() -> view.show(scene, palette));
      Stage stage =
          Fx.show(
              Fx.get(() -> new StackPane(view.node())),
              Math.max(500, scene.width() + 16),
              Math.min(900, scene.height() + 16),
              theme);
      for (Element element : scene.elements()) {
        Node node = view.node(element.id()).orElseThrow();
        assertThat(node.getId()).isEqualTo(element.id());
        assertThat(node.getAccessibleText()).isEqualTo(element.about().name());
        Fx.run(() -> textInside(node, element));
      }
      Fx.picture(stage, "scene-" + entry.getKey() + "-" + palette.name().toLowerCase(Locale.ROOT));
      Fx.close(stage);
    }
  }

  private static void textInside(Node node, Element element) {
    for (Node part : ((Parent) node).getChildrenUnmodifiable()) {
      if (part instanceof javafx.scene.Group texts && !texts.getChildren().isEmpty()) {
        for (Node text : texts.getChildren()) {
          if (text instanceof Text drawn) {
            Bounds bounds = drawn.getBoundsInParent();
            assertThat(bounds.getMinX()).as(drawn.getText()).isGreaterThanOrEqualTo(-1);
            assertThat(bounds.getMaxX())
                .as(drawn.getText())
                .isLessThanOrEqualTo(element.area().width() + 1);
          }
        }
      }
    }
  }

  @Test
  void theNextSceneRecoloursTheNodesThatAreThere() {
    SceneView view = new SceneView(false);
    Fx.run(() -> view.show(picture(0), Palette.LIGHT));
    Node before = node(view, "stage-0/4");
    assertThat(fill(before)).isEqualTo(Color.web(Palette.LIGHT.tone(Role.WAITING).fill()));
    Fx.run(() -> view.show(picture(5), Palette.LIGHT));
    assertThat(node(view, "stage-0/4")).isSameAs(before);
    assertThat(fill(before)).isEqualTo(Color.web(Palette.LIGHT.tone(Role.DONE).fill()));
    assertThat(view.node("time:stage-0/4")).as("what is new is made").isPresent();
    Fx.run(() -> view.show(picture(0), Palette.DARK));
    assertThat(view.node("time:stage-0/4")).as("what is gone is removed").isEmpty();
    assertThat(fill(before)).isEqualTo(Color.web(Palette.DARK.tone(Role.WAITING).fill()));
  }

  @Test
  void motionEndsWhereStillnessBegins() {
    SceneView view = new SceneView(true);
    Stage stage =
        Fx.show(
            Fx.get(
                () -> {
                  view.show(picture(0), Palette.LIGHT);
                  return new StackPane(view.node());
                }),
            500,
            500,
            Theme.LIGHT);
    Fx.run(() -> view.show(picture(3), Palette.LIGHT));
    // a second change in the middle of the first
    Fx.run(() -> view.show(picture(5), Palette.LIGHT));
    Color done = Color.web(Palette.LIGHT.tone(Role.DONE).fill());
    Fx.await("the last colour", 5, () -> done.equals(fill(node(view, "stage-0/4"))));
    Fx.await("the last place", 5, () -> node(view, "picture/result").getOpacity() == 1);
    Fx.run(view::clear);
    assertThat(view.node("stage-0/4")).isEmpty();
    Fx.close(stage);
  }

  /// Elements of all pictures, in a narrow room and in a wide one.
  @TestFactory
  Stream<DynamicTest> whatStaysKeepsItsNode() {
    return Samples.scenes(400).entrySet().stream()
        .map(e -> DynamicTest.dynamicTest(e.getKey(), () -> Fx.run(() -> stays(e))));
  }

  private static void stays(Map.Entry<String, Scene> narrow) {
    SceneView view = new SceneView(true);
    view.show(narrow.getValue(), Palette.LIGHT);
    Map<String, Node> before = new HashMap<>();
    narrow.getValue().elements().forEach(e -> before.put(e.id(), node(view, e.id())));
    Scene wide = Objects.requireNonNull(Samples.scenes(900).get(narrow.getKey()));
    view.show(wide, Palette.LIGHT);
    for (Element element : wide.elements()) {
      Element was = narrow.getValue().element(element.id()).orElse(null);
      if (was != null && was.getClass() == element.getClass()) {
        assertThat(node(view, element.id())).isSameAs(before.get(element.id()));
      }
    }
    view.clear();
  }

  @Test
  void whatLeavesFadesAndIsNothingMeanwhile() {
    SceneView view = new SceneView(true);
    Stage stage = shown(view, picture(5));
    Node time = node(view, "time:stage-0/4");
    Fx.await("it has come", 5, () -> time.getOpacity() == 1);
    Fx.run(
        () -> {
          view.show(picture(0), Palette.LIGHT);
          assertThat(view.node("time:stage-0/4")).isEmpty();
          assertThat(time.getParent()).as("on its way").isSameAs(view.node());
          assertThat(time.getId()).isNull();
          assertThat(time.isFocusTraversable()).isFalse();
          assertThat(time.isMouseTransparent()).isTrue();
          assertThat(time.getAccessibleText()).isNull();
        });
    Fx.await("it is gone", 5, () -> time.getParent() == null);
    assertThat(Fx.<Double>get(time::getOpacity)).isLessThan(0.1);
    Fx.close(stage);
  }

  @Test
  void whatComesBackWhileItLeavesIsThereAtOnce() {
    SceneView view = new SceneView(true);
    Stage stage = shown(view, picture(5));
    Fx.run(
        () -> {
          view.show(picture(0), Palette.LIGHT);
          view.show(picture(5), Palette.LIGHT);
          assertThat(view.node().lookupAll("#time:stage-0/4")).hasSizeLessThan(2);
          assertThat(((Parent) view.node()).getChildrenUnmodifiable())
              .hasSize(picture(5).elements().size());
        });
    Fx.close(stage);
  }

  @Test
  void whoWantsCalmSeesNothingMove() {
    Motion motion = new Motion();
    SceneView view = new SceneView(motion);
    Stage stage = shown(view, picture(0));
    Fx.run(
        () -> {
          view.show(picture(3), Palette.LIGHT);
          motion.calmProperty().set(true);
          Color cached = Color.web(Palette.LIGHT.tone(Role.CACHED).fill());
          assertThat(fill(node(view, "stage-0/2"))).as("at once where it goes").isEqualTo(cached);
          view.show(picture(5), Palette.LIGHT);
          assertThat(fill(node(view, "stage-0/4")))
              .isEqualTo(Color.web(Palette.LIGHT.tone(Role.DONE).fill()));
          assertThat(node(view, "time:stage-0/4").getOpacity()).isEqualTo(1);
          view.show(picture(0), Palette.LIGHT);
          assertThat(((Parent) view.node()).getChildrenUnmodifiable())
              .as("nothing lingers")
              .hasSize(picture(0).elements().size());
        });
    Fx.close(stage);
  }

  private static Stage shown(SceneView view, Scene scene) {
    Fx.run(() -> view.show(scene, Palette.LIGHT));
    return Fx.show(Fx.get(() -> new StackPane(view.node())), 500, 500, Theme.LIGHT);
  }

  private static Scene picture(int settled) {
    return BuildPicture.of(Builds.kiosk(settled), FACTS, 484);
  }

  private static Node node(SceneView view, String id) {
    return view.node(id).orElseThrow();
  }

  private static Object fill(Node box) {
    return ((Parent) box)
        .getChildrenUnmodifiable().stream()
            .filter(Rectangle.class::isInstance)
            .map(n -> Objects.requireNonNull(((Rectangle) n).getFill()))
            .findFirst()
            .orElseThrow();
  }
}
