// SPDX-License-Identifier: Apache-2.0
package drydock.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import drydock.engine.EngineStatus;
import drydock.engine.Samples;
import drydock.ui.kit.Action;
import drydock.ui.kit.Fx;
import drydock.ui.kit.Theme;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// The window's small parts, each alone.
class PartsTest {
  private final AtomicInteger told = new AtomicInteger();

  // --- notices

  private static List<String> sentences(Notices notices) {
    return ((VBox) notices.node())
        .getChildren().stream().map(row -> String.valueOf(row.getUserData())).toList();
  }

  @Test
  void theSameNoticeStandsOnceAndThreeAtMost() {
    Fx.run(
        () -> {
          Notices notices = new Notices();
          assertThat(notices.node().isVisible()).isFalse();
          notices.problem("one");
          notices.say("two");
          notices.problem("one");
          assertThat(sentences(notices)).containsExactly("two", "one");
          notices.say("three");
          notices.say("four");
          assertThat(sentences(notices)).containsExactly("one", "three", "four");
        });
  }

  @Test
  void aNoticeCanBeClosedAndDoneSomethingAbout() {
    Fx.run(
        () -> {
          Notices notices = new Notices();
          Action remedy =
              new Action("remedy", "Mend", "Mends it.", null, null, told::incrementAndGet);
          notices.problem("broken", remedy);
          Parent row = (Parent) ((VBox) notices.node()).getChildren().getFirst();
          List<Button> buttons =
              row.getChildrenUnmodifiable().stream()
                  .filter(Button.class::isInstance)
                  .map(Button.class::cast)
                  .toList();
          assertThat(buttons).hasSize(2);
          buttons.getFirst().fire();
          assertThat(told).hasValue(1);
          assertThat(buttons.getLast().getAccessibleText()).isNotEmpty();
          buttons.getLast().fire();
          assertThat(notices.node().isVisible()).isFalse();
          assertThat(notices.node().isManaged()).as("takes no room").isFalse();
        });
  }

  // --- the engine

  @Test
  void theBadgeNamesTheEngineOrItsAbsence() {
    Fx.run(
        () -> {
          EngineBadge badge = new EngineBadge(told::incrementAndGet);
          assertThat(badge.node().getText()).startsWith("Looking for");
          badge.show(new EngineStatus.Unavailable(FakeMonitor.ATTEMPTS));
          assertThat(badge.node().getText()).isEqualTo("No Docker engine");
          assertThat(badge.node().getPseudoClassStates().toString()).contains("missing");
          badge.show(Samples.ready(new FakeDocker().state()));
          assertThat(badge.node().getText()).isEqualTo("Docker 28.5 · BuildKit · overlay2");
          assertThat(badge.node().getAccessibleText()).isEqualTo(badge.node().getText());
          assertThat(badge.node().getPseudoClassStates().toString())
              .contains("ready")
              .doesNotContain("missing");
          badge.node().fire();
          assertThat(told).hasValue(1);
        });
  }

  private EngineBanner banner(Consumer<EngineAdvice> onDismiss) {
    Action retry = new Action("retry", "Again", "Tries.", null, null, told::incrementAndGet);
    Action about = new Action("about", "About", "Tells.", null, null, () -> told.set(100));
    return new EngineBanner(retry, about, onDismiss);
  }

  private static EngineAdvice advice(EngineStatus status) {
    return EngineAdvice.of(status, null).orElseThrow();
  }

  @Test
  void theBannerListsWhatWasTriedWithRemedies() {
    Fx.run(
        () -> {
          EngineBanner banner = banner(_ -> {});
          Parent box = (Parent) banner.node();
          assertThat(box.isVisible()).as("while it is being looked for").isFalse();
          banner.show(advice(new EngineStatus.Unavailable(FakeMonitor.ATTEMPTS)));
          assertThat(box.isVisible()).isTrue();
          Parent tried = (Parent) box.getChildrenUnmodifiable().getLast();
          assertThat(tried.isVisible()).isFalse();
          banner.tellMore();
          assertThat(tried.isVisible()).isTrue();
          List<Node> labels = List.copyOf(tried.getChildrenUnmodifiable());
          List<String> words = labels.stream().map(n -> ((Label) n).getText()).toList();
          assertThat(words).hasSize(3 * FakeMonitor.ATTEMPTS.size()).doesNotContain("");
          assertThat(words.getFirst()).contains("unix:///var/run/docker.sock");
          assertThat(words).contains("permission denied", "not found", "no answer in time");
          banner.show(advice(new EngineStatus.Unavailable(FakeMonitor.ATTEMPTS)));
          assertThat(tried.getChildrenUnmodifiable())
              .as("the next search finds the same: nothing blinks")
              .isEqualTo(labels);
          banner.show(advice(new EngineStatus.Unavailable(FakeMonitor.ATTEMPTS.subList(0, 1))));
          assertThat(tried.getChildrenUnmodifiable()).hasSize(3);
          ((Button) box.lookup("#engine-choose")).fire();
          assertThat(told).as("the page is opened").hasValue(100);
          banner.show(advice(Samples.ready(new FakeDocker().state())));
          assertThat(box.isVisible()).isFalse();
          assertThat(box.isManaged()).isFalse();
        });
  }

  @Test
  void aHintIsClosedOnceAndForAll() {
    Fx.run(
        () -> {
          List<EngineAdvice> closed = new ArrayList<>();
          EngineBanner banner = banner(closed::add);
          EngineAdvice hint = new EngineAdvice.Instead("Another one is used.");
          banner.show(hint);
          assertThat(banner.node().isVisible()).isTrue();
          assertThat(banner.node().lookup("#engine-tried").isVisible()).isFalse();
          ((Button) banner.node().lookup("#engine-dismiss")).fire();
          assertThat(banner.node().isVisible()).isFalse();
          assertThat(closed).containsExactly(hint);
          banner.show(new EngineAdvice.Nothing());
          banner.show(new EngineAdvice.Instead("Another one is used."));
          assertThat(banner.node().isVisible()).as("it was read").isFalse();
          banner.show(new EngineAdvice.Instead("Yet another one is used."));
          assertThat(banner.node().isVisible()).isTrue();
          banner.show(advice(new EngineStatus.Unavailable(FakeMonitor.ATTEMPTS)));
          assertThat(banner.node().lookup("#engine-dismiss").isVisible())
              .as("that there is no engine cannot be waved away")
              .isFalse();
        });
  }

  // --- panes

  private static Panes panes() {
    return new Panes(new VBox(), new VBox(), new VBox(), new VBox());
  }

  private static Stage shown(Panes panes, double width, double height) {
    Stage stage = Fx.show((Parent) panes.node(), width, height, Theme.LIGHT);
    Fx.run(() -> layout(panes));
    return stage;
  }

  private static void layout(Panes panes) {
    Parent node = (Parent) panes.node();
    node.applyCss();
    for (int i = 0; i < 3; i++) {
      node.requestLayout();
      node.layout();
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {880, 1280, 3840})
  void noPaneIsSmallerThanItMayBe(int width) {
    Panes panes = Fx.get(PartsTest::panes);
    Stage stage = shown(panes, width, width * 9.0 / 16);
    for (Region pane : panes.all()) {
      assertThat(pane.getWidth()).isGreaterThanOrEqualTo(pane.getMinWidth());
      assertThat(pane.getHeight()).isGreaterThanOrEqualTo(pane.getMinHeight());
    }
    Fx.close(stage);
  }

  @ParameterizedTest
  @ValueSource(ints = {1280, 3840})
  void foldingAndUnfoldingKeepsTheShares(int width) {
    Panes panes = Fx.get(PartsTest::panes);
    Stage stage = shown(panes, width, 720);
    Fx.run(
        () -> {
          panes.setShares(List.of(0.25, 0.65, 0.5));
          layout(panes);
          List<Double> before = panes.shares();
          for (Panes.Pane pane : Panes.Pane.values()) {
            panes.setFolded(pane, true);
            layout(panes);
            assertThat(panes.isFolded(pane)).isTrue();
            assertThat(panes.all().get(1).getScene()).as("the editor stays").isNotNull();
            panes.setFolded(pane, false);
            layout(panes);
          }
          List<Double> after = panes.shares();
          for (int i = 0; i < 3; i++) {
            assertThat(after.get(i)).isCloseTo(before.get(i), within(0.02));
          }
        });
    Fx.close(stage);
  }

  @Test
  void sharesThatMakeNoSenseAreIgnored() {
    Fx.run(
        () -> {
          Panes panes = panes();
          List<Double> before = panes.shares();
          panes.setShares(List.of(0.2, 0.5));
          panes.setShares(List.of(0.0, 0.5, 0.5));
          panes.setShares(List.of(Double.NaN, 0.5, 0.5));
          assertThat(panes.shares()).isEqualTo(before);
        });
  }

  // --- the desk

  @ParameterizedTest
  @CsvSource({
    "My Shop, my-shop:dev",
    "__kiosk__, kiosk:dev",
    "Büro 2, b-ro-2:dev",
    "日本, workspace:dev",
    "a.b, a-b:dev"
  })
  void aFolderGivesItsImageAName(String folder, String tag) {
    assertThat(Desk.tagFor(Path.of("/home/kim").resolve(folder))).isEqualTo(tag);
  }

  @Test
  void labelsBearTheNameNotThePath() {
    assertThat(Desk.name(Path.of("/home/kim/shop"))).isEqualTo("shop");
    assertThat(Desk.name(Path.of("/"))).isEmpty();
  }
}
