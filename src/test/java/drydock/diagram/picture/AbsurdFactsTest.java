// SPDX-License-Identifier: Apache-2.0
package drydock.diagram.picture;

import static org.assertj.core.api.Assertions.assertThat;

import drydock.diagram.Element;
import drydock.diagram.Label;
import drydock.diagram.Point;
import drydock.diagram.Rect;
import drydock.diagram.Scene;
import drydock.diagram.export.TextTwin;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Whatever an engine tells, a picture is drawn: nothing is thrown, nothing lies outside, no text
/// runs over, and what there is too much of is counted.
class AbsurdFactsTest {
  private static final int TRIES = 150;
  private static final int MOST_ELEMENTS = 1_500;

  /// Of a sentence that stands above the picture.
  private static final int LONGEST_ANSWER = 700;

  private static final Map<String, Function<Absurd, Function<Double, Scene>>> PICTURES =
      new LinkedHashMap<>();

  static {
    PICTURES.put("build", a -> with(a.build(), BuildPicture::of));
    PICTURES.put("layers", a -> with(a.layers(), LayersPicture::of));
    PICTURES.put("drill", a -> with(a.drill(), DrillPicture::of));
    PICTURES.put("stack", a -> with(a.stack(), StackPicture::of));
    PICTURES.put("namespaces", a -> with(a.namespaces(), NamespacesPicture::of));
    PICTURES.put("limits", a -> with(a.limits(), LimitsPicture::of));
    PICTURES.put("network", a -> with(a.network(), NetworkPicture::of));
    PICTURES.put("life", a -> with(a.life(), LifePicture::of));
  }

  private interface Picture<F> {
    Scene of(F facts, double width);
  }

  private static <F> Function<Double, Scene> with(F facts, Picture<F> picture) {
    return width -> picture.of(facts, width);
  }

  static Stream<String> pictures() {
    return PICTURES.keySet().stream();
  }

  @ParameterizedTest
  @MethodSource("pictures")
  @Timeout(value = 5, unit = TimeUnit.MINUTES) // against hangs alone
  void isDrawnFromAnything(String picture) {
    for (int seed = 0; seed < TRIES; seed++) {
      Absurd absurd = new Absurd(seed);
      double width = seed % 3 == 0 ? 360 : seed % 3 == 1 ? 484 : 1000;
      try {
        check(Objects.requireNonNull(PICTURES.get(picture)).apply(absurd).apply(width));
      } catch (RuntimeException | Error e) {
        throw new AssertionError(picture + " of seed " + seed, e);
      }
    }
  }

  private static void check(Scene scene) {
    assertThat(scene.question()).endsWith("?");
    assertThat(scene.answer()).isNotBlank().hasSizeLessThan(LONGEST_ANSWER);
    assertThat(scene.elements().size()).isLessThan(MOST_ELEMENTS);
    assertThat(scene.elements().stream().map(Element::id)).doesNotHaveDuplicates();
    Rect all = new Rect(0, 0, scene.width(), scene.height()).grown(0.01);
    assertThat(scene.height()).isFinite();
    for (Element element : scene.elements()) {
      assertThat(all.contains(element.area())).as("%s", brief(element)).isTrue();
      assertThat(element.area().width()).as("%s", brief(element)).isNotNegative();
      assertThat(element.area().height()).as("%s", brief(element)).isNotNegative();
      points(element).forEach(p -> assertThat(p.x() + p.y()).as("%s", brief(element)).isFinite());
      Rect inside = new Rect(0, 0, element.area().width(), element.area().height()).grown(0.5);
      for (Label label : labels(element)) {
        assertThat(inside.contains(label.area())).as("%s of %s", label, brief(element)).isTrue();
        assertThat(label.text())
            .doesNotContainPattern("[\\p{Cc}\u200e\u200f\u202a-\u202e\u2066-\u2069]");
      }
    }
    assertThat(TextTwin.of(scene)).isNotBlank();
  }

  private static String brief(Element element) {
    String text = element.toString();
    return text.substring(0, Math.min(400, text.length()));
  }

  private static List<Point> points(Element element) {
    return element instanceof Element.Link link ? link.points() : new ArrayList<>();
  }

  private static List<Label> labels(Element element) {
    return switch (element) {
      case Element.Box box -> box.labels();
      case Element.Group group -> group.labels();
      case Element.Text text -> text.lines();
      case Element.Link _ -> List.of();
    };
  }
}
