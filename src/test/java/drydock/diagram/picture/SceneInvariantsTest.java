// SPDX-License-Identifier: Apache-2.0
package drydock.diagram.picture;

import static org.assertj.core.api.Assertions.assertThat;

import drydock.diagram.Element;
import drydock.diagram.Label;
import drydock.diagram.Point;
import drydock.diagram.Rect;
import drydock.diagram.Scene;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/// What holds for every picture, however odd what it is drawn from.
class SceneInvariantsTest {
  @TestFactory
  Stream<DynamicTest> pictures() {
    return Stream.of(360.0, 484.0, 1000.0)
        .flatMap(
            width ->
                Samples.scenes(width).entrySet().stream()
                    .map(
                        e -> DynamicTest.dynamicTest(e.getKey() + " at " + width, () -> check(e))));
  }

  private static void check(Map.Entry<String, Scene> entry) {
    Scene scene = entry.getValue();
    assertThat(scene.question()).endsWith("?");
    assertThat(scene.answer()).isNotBlank();
    assertThat(scene.elements().size()).isLessThan(700);
    assertThat(scene.elements().stream().map(Element::id)).doesNotHaveDuplicates();
    Rect all = new Rect(0, 0, scene.width(), scene.height()).grown(0.01);
    List<Rect> texts = new ArrayList<>();
    for (Element element : scene.elements()) {
      assertThat(all.contains(element.area())).as("%s in %s", element, all).isTrue();
      for (Label label : labels(element)) {
        Rect inside = new Rect(0, 0, element.area().width(), element.area().height());
        assertThat(inside.grown(0.5).contains(label.area())).as("%s in %s", label, inside).isTrue();
        texts.add(label.area().plus(element.area().x(), element.area().y()));
      }
      if (element.about().evidence() != null) {
        assertThat(element.about().name()).as(element.id()).isNotBlank();
      }
    }
    noneOverlap(texts);
    List<Element.Box> boxes =
        scene.elements().stream()
            .filter(Element.Box.class::isInstance)
            .map(Element.Box.class::cast)
            .toList();
    noneOverlap(boxes.stream().map(Element.Box::area).toList());
    for (Element.Box box : boxes) {
      for (Label label : box.labels()) {
        assertThat(label.left()).as("text on a pattern: %s", box).isGreaterThan(box.strip());
      }
    }
    scene.elements().stream()
        .filter(Element.Link.class::isInstance)
        .map(Element.Link.class::cast)
        .filter(link -> !link.id().equals("listened")) // stands behind the lanes
        .forEach(link -> avoids(link, boxes, scene));
  }

  private static List<Label> labels(Element element) {
    return switch (element) {
      case Element.Box box -> box.labels();
      case Element.Group group -> group.labels();
      case Element.Text text -> text.lines();
      case Element.Link _ -> List.of();
    };
  }

  /// A line runs beside boxes and frames' titles, never through them.
  private static void avoids(Element.Link link, List<Element.Box> boxes, Scene scene) {
    List<Rect> kept = new ArrayList<>(boxes.stream().map(b -> b.area().grown(-0.5)).toList());
    for (Element element : scene.elements()) {
      if (element instanceof Element.Group group) {
        group.labels().forEach(l -> kept.add(l.area().plus(group.area().x(), group.area().y())));
      }
    }
    for (int i = 1; i < link.points().size(); i++) {
      Point a = link.points().get(i - 1);
      Point b = link.points().get(i);
      Rect run = Rect.around(List.of(a, b)).grown(0.1);
      assertThat(a.x() == b.x() || a.y() == b.y()).as("level or upright: %s", link).isTrue();
      assertThat(kept.stream().filter(run::overlaps)).as("%s", link).isEmpty();
    }
  }

  private static void noneOverlap(List<Rect> areas) {
    for (int i = 0; i < areas.size(); i++) {
      for (int j = i + 1; j < areas.size(); j++) {
        assertThat(areas.get(i).grown(-0.2).overlaps(areas.get(j)))
            .as("%s and %s", areas.get(i), areas.get(j))
            .isFalse();
      }
    }
  }
}
