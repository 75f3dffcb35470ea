// SPDX-License-Identifier: Apache-2.0
package drydock.ui.render;

import static org.assertj.core.api.Assertions.assertThat;

import drydock.diagram.About;
import drydock.diagram.Element;
import drydock.diagram.Palette;
import drydock.diagram.Point;
import drydock.diagram.Rect;
import drydock.diagram.Role;
import drydock.diagram.Scene;
import drydock.ui.kit.Fx;
import drydock.ui.kit.Theme;
import java.util.ArrayList;
import java.util.List;
import javafx.event.Event;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.StackPane;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class GesturesTest {
  private final List<String> heard = new ArrayList<>();
  private final SceneView view = Fx.get(() -> new SceneView(false));

  private final Gestures gestures =
      new Gestures() {
        @Override
        public boolean canDrag(Element element) {
          return element.id().equals("handle");
        }

        @Override
        public void drag(Element element, Point to) {
          heard.add("drag " + Math.round(to.y()));
        }

        @Override
        public void drop(Element element, Point to, @Nullable Element over) {
          heard.add("drop on " + (over == null ? "nothing" : over.id()));
        }

        @Override
        public boolean key(Element element, KeyEvent event) {
          heard.add("key at " + element.id());
          return event.getCode() == KeyCode.PLUS;
        }
      };

  GesturesTest() {
    Scene scene =
        new Scene("Where?", "There.", 300, 300, List.of(box("handle", 10), box("target", 200)));
    Fx.run(
        () -> {
          view.setGestures(gestures);
          view.show(scene, Palette.LIGHT);
        });
    Fx.show(Fx.get(() -> new StackPane(view.node())), 320, 320, Theme.LIGHT);
  }

  private static Element.Box box(String id, double y) {
    return new Element.Box(
        id,
        new Rect(10, y, 60, 40),
        Role.NEUTRAL,
        4,
        0,
        List.of(),
        new About(id, "It can be moved.", null, id));
  }

  @Test
  void whatCanBeDraggedIsDraggedAndDropped() {
    mouse("handle", MouseEvent.MOUSE_DRAGGED, 40, 150);
    mouse("handle", MouseEvent.MOUSE_RELEASED, 40, 220);
    assertThat(heard).containsExactly("drag 150", "drop on target");
  }

  @Test
  void whatCannotBeDraggedStays() {
    mouse("target", MouseEvent.MOUSE_DRAGGED, 40, 30);
    mouse("target", MouseEvent.MOUSE_RELEASED, 40, 30);
    assertThat(heard).isEmpty();
  }

  @Test
  void keysComeToTheElementBeforeTheWalk() {
    key(KeyCode.PLUS);
    assertThat(focused("handle")).isTrue();
    key(KeyCode.DOWN);
    assertThat(heard).containsExactly("key at handle", "key at handle");
    assertThat(focused("target")).isTrue();
  }

  private boolean focused(String id) {
    return Fx.get(() -> view.node(id).orElseThrow().isFocused());
  }

  private void key(KeyCode code) {
    Fx.run(
        () -> {
          Node handle = view.node("handle").orElseThrow();
          handle.requestFocus();
          Event.fireEvent(
              handle, new KeyEvent(KeyEvent.KEY_PRESSED, "", "", code, false, false, false, false));
        });
  }

  private void mouse(String id, javafx.event.EventType<MouseEvent> type, double x, double y) {
    Fx.run(
        () -> {
          Node node = view.node(id).orElseThrow();
          Point2D at = node.sceneToLocal(view.node().localToScene(x, y));
          Fx.mouse(node, type, at.getX(), at.getY());
        });
  }
}
