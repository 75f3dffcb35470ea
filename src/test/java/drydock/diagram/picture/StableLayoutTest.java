// SPDX-License-Identifier: Apache-2.0
package drydock.diagram.picture;

import static org.assertj.core.api.Assertions.assertThat;

import drydock.diagram.Element;
import drydock.diagram.ReadingOrder;
import drydock.diagram.Rect;
import drydock.diagram.Scene;
import drydock.engine.Container;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/// One more container leaves the others where they are, as far as there is room, and always in their order.
class StableLayoutTest {
  private static final int MOST = 14;
  private static final int FEW_PORTS = 4;

  /// What is drawn of a container in its row or card.
  private static final Pattern ROW = Pattern.compile("^(?!process:|note:|why:|mark:|check:).*:id-");

  @TestFactory
  Stream<DynamicTest> theOthersStayInTheirOrder() {
    return each(_ -> StableLayoutTest::sameOrder);
  }

  @TestFactory
  Stream<DynamicTest> theOthersStayWhereTheyAre() {
    return each(
        picture ->
            switch (picture) {
              case "stack" -> StableLayoutTest::cardsStay;
              case "network" -> StableLayoutTest::membersStay;
              default -> StableLayoutTest::rowsStay;
            });
  }

  private interface Check {
    void check(Scene before, Scene after);
  }

  private static Stream<DynamicTest> each(Function<String, Check> checks) {
    return Stream.of(360.0, 484.0, 871.0)
        .flatMap(
            width ->
                pictures(width).entrySet().stream()
                    .map(
                        e ->
                            DynamicTest.dynamicTest(
                                e.getKey() + " at " + width,
                                () ->
                                    IntStream.range(1, MOST)
                                        .forEach(
                                            n ->
                                                checks
                                                    .apply(e.getKey())
                                                    .check(
                                                        e.getValue().apply(n),
                                                        e.getValue().apply(n + 1))))));
  }

  /// Each picture with so many containers, the newest one last.
  private static Map<String, IntFunction<Scene>> pictures(double width) {
    return Map.of(
        "namespaces", n -> NamespacesPicture.of(namespaces(n), width),
        "limits", n -> LimitsPicture.of(limits(n), width),
        "stack", n -> StackPicture.of(Stackings.of(Stackings.NATIVE, Stackings.LINUX, n), width),
        "network", n -> NetworkPicture.of(network(n), width),
        "life", n -> LifePicture.of(life(n), width));
  }

  private static NamespacesFacts namespaces(int n) {
    NamespacesFacts all = Namespacings.busy();
    List<NamespacesFacts.Row> rows = all.rows().subList(0, n);
    return new NamespacesFacts(rows, all.looks(), all.host(), all.selected(), all.at());
  }

  private static LimitsFacts limits(int n) {
    LimitsFacts all = Limitings.busy();
    return new LimitsFacts(
        all.engine(), all.containers().subList(0, n), all.meters(), all.wished(), all.at());
  }

  private static NetworkFacts network(int n) {
    NetworkFacts all = Networkings.busy();
    List<Container> some = all.containers().subList(0, n);
    return new NetworkFacts(
        all.engine(),
        all.ground(),
        all.networks(),
        some,
        all.looks(),
        all.exposed(),
        List.of(),
        Set.of(),
        null,
        null,
        all.at());
  }

  private static LifeFacts life(int n) {
    LifeFacts all = Lifes.busy();
    return new LifeFacts(
        all.lives().subList(0, n),
        all.checks(),
        all.from(),
        all.to(),
        all.now(),
        all.skew(),
        all.dropped(),
        all.inspected(),
        all.zone());
  }

  /// Of each kind of element, which its id begins with.
  private static void sameOrder(Scene before, Scene after) {
    Map<String, List<String>> then = ids(after);
    ids(before)
        .forEach(
            (kind, first) -> {
              List<String> common = new ArrayList<>(first);
              List<String> left = then.getOrDefault(kind, List.of());
              common.retainAll(left);
              assertThat(left.stream().filter(first::contains).toList()).isEqualTo(common);
            });
  }

  private static Map<String, List<String>> ids(Scene scene) {
    return new ReadingOrder(scene.elements())
        .all().stream()
            .map(Element::id)
            .collect(Collectors.groupingBy(id -> id.replaceFirst(":.*", "")));
  }

  /// What lies below the containers may make room for one more; details of which a picture draws only so many may merge.
  private static void rowsStay(Scene before, Scene after) {
    long rows = 0;
    for (Element element : before.elements()) {
      Element now = after.element(element.id()).orElse(null);
      if (now != null && ROW.matcher(element.id()).find()) {
        rows++;
        assertThat(now.area().x()).as(element.id()).isEqualTo(element.area().x());
        assertThat(now.area().y()).as(element.id()).isEqualTo(element.area().y());
      }
    }
    assertThat(rows).isPositive();
  }

  /// Beyond six, cards become cells, once; before and after that each stays where it is.
  private static void cardsStay(Scene before, Scene after) {
    for (Element element : before.elements()) {
      if (element.id().startsWith("container:")) {
        Element now = after.element(element.id()).orElseThrow();
        if (now.area().height() == element.area().height()) {
          assertThat(now.area()).as(element.id()).isEqualTo(element.area());
        } else {
          assertThat(before.elements()).noneMatch(e -> e.id().equals("container:id-app-7"));
        }
      }
    }
  }

  /// A network grows by rows: whoever was in it stays in its row and column. Only the fifth published port takes some of
  /// the width, for all that may follow.
  private static void membersStay(Scene before, Scene after) {
    long ports = before.elements().stream().filter(e -> e.id().startsWith("port:")).count();
    for (Element element : before.elements()) {
      if (element.id().startsWith("end:") && ports != FEW_PORTS) {
        String network = element.id().split(":")[1];
        Rect now = after.element(element.id()).orElseThrow().area();
        assertThat(now.x()).as(element.id()).isEqualTo(element.area().x());
        assertThat(now.y() - top(after, network))
            .as(element.id())
            .isEqualTo(element.area().y() - top(before, network));
      }
    }
  }

  private static double top(Scene scene, String network) {
    return scene.element("net:" + network).orElseThrow().area().y();
  }
}
