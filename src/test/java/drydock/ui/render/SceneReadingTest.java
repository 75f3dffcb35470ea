// SPDX-License-Identifier: Apache-2.0
package drydock.ui.render;

import static org.assertj.core.api.Assertions.assertThat;

import drydock.diagram.Element;
import drydock.diagram.Palette;
import drydock.diagram.ReadingOrder;
import drydock.diagram.Scene;
import drydock.diagram.picture.Samples;
import drydock.ui.kit.Fx;
import drydock.ui.kit.Theme;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.TraversalDirection;
import javafx.scene.layout.Pane;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/// Every picture, as it is read with keys and by screen readers.
class SceneReadingTest {
  @TestFactory
  Stream<DynamicTest> tabComesToEveryFactInReadingOrder() {
    return pictures(SceneReadingTest::walk);
  }

  @TestFactory
  Stream<DynamicTest> everyFactHasANameAndARole() {
    return pictures(
        (scene, view) -> {
          for (Element element : facts(scene)) {
            Node node = view.node(element.id()).orElseThrow();
            assertThat(node.getAccessibleText()).as(element.id()).isNotBlank();
            assertThat(node.getAccessibleRole())
                .isIn(AccessibleRole.TEXT, AccessibleRole.BUTTON, AccessibleRole.TOGGLE_BUTTON);
            assertThat(node.getAccessibleHelp()).isEqualTo(element.about().sentence());
          }
        });
  }

  /// The later an element stands in the scene, the further in front it is, whatever the order of reading.
  @TestFactory
  Stream<DynamicTest> whatIsInFrontStaysInFront() {
    return pictures(
        (scene, view) -> {
          double last = 1;
          for (Element element : scene.elements()) {
            double order = view.node(element.id()).orElseThrow().getViewOrder();
            assertThat(order).as(element.id()).isLessThan(last);
            last = order;
          }
        });
  }

  private interface Check {
    void check(Scene scene, SceneView view);
  }

  private static Stream<DynamicTest> pictures(Check check) {
    return Samples.scenes(484).entrySet().stream()
        .filter(e -> !facts(e.getValue()).isEmpty())
        .map(
            e ->
                DynamicTest.dynamicTest(
                    e.getKey(),
                    () -> {
                      SceneView view = Fx.get(() -> new SceneView(false));
                      Fx.run(() -> view.show(e.getValue(), Palette.LIGHT));
                      Stage stage =
                          Fx.show(Fx.get(() -> new StackPane(view.node())), 500, 500, Theme.LIGHT);
                      Fx.run(() -> check.check(e.getValue(), view));
                      Fx.close(stage);
                    }));
  }

  private static List<Element> facts(Scene scene) {
    return new ReadingOrder(scene.elements())
        .all().stream()
            .filter(e -> e.about().evidence() != null || !e.about().sentence().isEmpty())
            .toList();
  }

  private static void walk(Scene scene, SceneView view) {
    Pane pane = (Pane) view.node();
    List<String> expected = facts(scene).stream().map(Element::id).toList();
    List<String> came = new ArrayList<>();
    Set<Node> seen = new HashSet<>();
    Node at = view.node(expected.getFirst()).orElseThrow();
    at.requestFocus();
    while (at != null && seen.add(at)) {
      came.add(at.getId());
      at.requestFocusTraversal(TraversalDirection.NEXT);
      at = pane.getScene().getFocusOwner();
    }
    assertThat(came).isEqualTo(expected);
  }
}
