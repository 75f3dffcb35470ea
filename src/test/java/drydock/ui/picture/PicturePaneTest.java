// SPDX-License-Identifier: Apache-2.0
package drydock.ui.picture;

import static org.assertj.core.api.Assertions.assertThat;

import drydock.diagram.Palette;
import drydock.diagram.export.ExportException;
import drydock.diagram.picture.BuildFacts;
import drydock.diagram.picture.BuildMoment;
import drydock.diagram.picture.Builds;
import drydock.diagram.picture.Images;
import drydock.diagram.picture.LayersFacts;
import drydock.diagram.picture.LayersPicture;
import drydock.diagram.picture.Samples;
import drydock.engine.Endpoint;
import drydock.engine.EngineInfo.ImageStore;
import drydock.evidence.AskAgain;
import drydock.evidence.Terminal;
import drydock.ui.kit.Action;
import drydock.ui.kit.DirectBackground;
import drydock.ui.kit.Fx;
import drydock.ui.kit.Theme;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import javafx.event.Event;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Labeled;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import javafx.scene.input.ZoomEvent;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PicturePaneTest {
  private static final BuildFacts FACTS = BuildFacts.of("kiosk:dev").at(Samples.AT);
  private static final LayersFacts LAYERS = Images.kioskLayers(ImageStore.GRAPH_DRIVER);

  private final PictureModel model = Fx.get(() -> new PictureModel(new DirectBackground()));
  private final PicturePane pane = Fx.get(() -> new PicturePane(model, false));
  private final Stage stage = Fx.show(Fx.get(pane::node), 516, 652, Theme.LIGHT);

  @AfterEach
  void close() {
    Fx.close(stage);
  }

  @Test
  void beforeAnythingItSaysWhatWillCome() {
    assertThat(text(".picture-question")).endsWith("?");
    assertThat(text(".picture-empty")).contains("FROM");
    assertThat(Fx.<Boolean>get(() -> lookup(".picture-empty").isVisible())).isTrue();
    assertThat(tabs()).containsExactly("Build");
    picture("empty");
  }

  @Test
  void aBuildLightsUpAndKeepsItsNodes() {
    Fx.run(() -> model.showBuild(BuildMoment.of(Builds.kiosk(0), FACTS)));
    Node waiting = node("stage-0/4");
    Fx.run(() -> model.showBuild(BuildMoment.of(Builds.kiosk(3), FACTS)));
    picture("running");
    Fx.run(() -> model.showBuild(BuildMoment.of(Builds.kiosk(5), FACTS.withImage(161_000_000))));
    assertThat(node("stage-0/4")).isSameAs(waiting);
    assertThat(Fx.<String>get(waiting::getAccessibleText)).contains("ran · 28.9 s");
    assertThat(text(".picture-answer")).contains("2 steps were reused, 2 ran");
    picture("done");
  }

  @Test
  void pointingAtAStepShowsItsEvidence() {
    Fx.run(() -> model.showBuild(BuildMoment.of(Builds.kiosk(5), FACTS)));
    enter(node("stage-0/3"));
    assertThat(text(".picture-evidence-command")).isEqualTo("docker build -t kiosk:dev .");
    assertThat(text(".picture-evidence-source"))
        .contains("POST /build?version=2", "COPY . .", "cached = false");
    assertThat(text(".picture-evidence-sentence")).contains("files");
    Fx.run(() -> ((Button) lookup("#picture-copy-evidence")).fire());
    assertThat(Fx.<String>get(() -> Clipboard.getSystemClipboard().getString()))
        .isEqualTo("docker build -t kiosk:dev .");
    picture("evidence");
  }

  @Test
  void bothLinesAreCopiedByButtonKeyAndMenu() {
    Fx.run(() -> model.show(PictureModel.Kind.LAYERS, w -> LayersPicture.of(LAYERS, w)));
    Fx.run(() -> model.kindProperty().set(PictureModel.Kind.LAYERS));
    Fx.run(() -> node("layer:0").requestFocus());
    Node button = lookup("#picture-copy-curl");
    assertThat(Fx.<Boolean>get(button::isDisabled)).as("no engine").isTrue();
    assertThat(Fx.<String>get(button::getAccessibleHelp)).contains("No engine answers");
    Fx.run(() -> pane.setAgain(again("unix:///a b.sock")));
    Fx.run(() -> ((Button) button).fire());
    String curl = "curl --unix-socket '/a b.sock' http://localhost/v1.51/images/kiosk:dev/history";
    assertThat(clipboard()).isEqualTo(curl);
    assertThat(text(".picture-evidence-command")).isEqualTo("Copied: " + curl);
    picture("copied");
    press(KeyCode.C);
    assertThat(clipboard())
        .isEqualTo("docker --host 'unix:///a b.sock' history --no-trunc kiosk:dev");
    press(KeyCode.U);
    assertThat(clipboard()).isEqualTo(curl);
    Fx.run(() -> pane.setAgain(again("npipe:////./pipe/docker_engine")));
    assertThat(Fx.<Boolean>get(button::isDisabled)).isTrue();
    assertThat(Fx.<String>get(button::getAccessibleHelp)).contains("named pipe");
    press(KeyCode.U);
    assertThat(clipboard()).as("nothing to copy").isEqualTo(curl);
  }

  private static AskAgain again(String uri) {
    return new AskAgain(
        drydock.engine.Samples.INFO.at(new Endpoint(uri, Endpoint.Origin.SETTING, "chosen")),
        Terminal.SH);
  }

  private static String clipboard() {
    return Fx.get(() -> Clipboard.getSystemClipboard().getString());
  }

  private void press(KeyCode code) {
    Fx.run(
        () ->
            Event.fireEvent(
                node("layer:0"),
                new KeyEvent(KeyEvent.KEY_PRESSED, "", "", code, false, true, false, false)));
  }

  @Test
  void arrowKeysWalkAndEnterSelects() {
    Fx.run(() -> model.showBuild(BuildMoment.of(Builds.kiosk(5), FACTS)));
    Fx.run(() -> node("stage-0/2").requestFocus());
    Fx.key(stage, KeyCode.DOWN);
    assertThat(focused()).isEqualTo("stage-0/3");
    Fx.key(stage, KeyCode.RIGHT);
    assertThat(focused()).isEqualTo("picture/context");
    Fx.key(stage, KeyCode.LEFT);
    Fx.key(stage, KeyCode.UP);
    Fx.key(stage, KeyCode.ENTER);
    assertThat(model.selectedStepProperty().get()).isEqualTo("stage-0/2");
    Fx.key(stage, KeyCode.HOME);
    assertThat(focused()).isEqualTo("stage-0/1");
    assertThat(text(".picture-evidence-source")).contains("FROM python:3.13-slim");
    Fx.key(stage, KeyCode.END);
    assertThat(focused()).startsWith("time:");
  }

  @Test
  void aClickSelectsTheStepAndSelectionScrollsToIt() {
    Fx.run(() -> model.showBuild(BuildMoment.of(Builds.chain(60), FACTS)));
    click(node("stage-0/2"));
    assertThat(model.selectedStepProperty().get()).isEqualTo("stage-0/2");
    Fx.run(() -> model.selectedStepProperty().set("stage-0/50"));
    Node chosen = node("stage-0/50");
    assertThat(chosen.getPseudoClassStates().toString()).contains("selected");
    assertThat(Fx.<Double>get(() -> chosen.localToScene(chosen.getBoundsInLocal()).getMinY()))
        .isBetween(100.0, 560.0);
    picture("long");
  }

  @Test
  void layersGetATabWhenThereAreSome() {
    Fx.run(() -> model.show(PictureModel.Kind.LAYERS, w -> LayersPicture.of(LAYERS, w)));
    assertThat(tabs()).containsExactly("Build", "Layers");
    Fx.run(() -> ((ToggleButton) lookup("#picture-tab-layers")).fire());
    assertThat(text(".picture-question")).isEqualTo("Where does each file come from?");
    enter(node("layer:0"));
    assertThat(text(".picture-evidence-command")).isEqualTo("docker history --no-trunc kiosk:dev");
    assertThat(text(".picture-evidence-source"))
        .contains("GET /images/kiosk:dev/history", "[9].Size = 78600000");
    picture("layers");
  }

  @Test
  void zoomKeepsTheSceneAndFitsAgain() {
    Fx.run(() -> model.showBuild(BuildMoment.of(Builds.stages(), FACTS)));
    double fitted = width(node("base/1"));
    Fx.run(() -> pane.actions().get(1).run());
    assertThat(width(node("base/1"))).isGreaterThan(fitted * 1.1);
    Fx.run(() -> pane.actions().get(2).run());
    assertThat(width(node("base/1"))).isCloseTo(fitted, org.assertj.core.data.Offset.offset(0.5));
    picture("stages");
  }

  @Test
  void wheelFingersAndKeysZoom() {
    Fx.run(() -> model.showBuild(BuildMoment.of(Builds.chain(30), FACTS)));
    Node step = node("stage-0/4");
    double fitted = width(step);
    Point2D spot = Fx.get(() -> step.localToScene(40, 10));
    Fx.run(() -> step.fireEvent(wheel(spot, false)));
    assertThat(width(step)).as("the wheel alone scrolls").isEqualTo(fitted);
    for (int i = 0; i < 4; i++) {
      Fx.run(() -> step.fireEvent(wheel(spot, true)));
    }
    assertThat(width(step)).isGreaterThan(fitted * 1.3);
    double wheeled = width(step);
    Fx.run(() -> step.fireEvent(pinch(spot, 1.3)));
    assertThat(width(step)).isGreaterThan(wheeled * 1.2);
    Point2D now = Fx.get(() -> step.localToScene(40, 10));
    assertThat(now.distance(spot)).as("what is under the fingers stays there").isLessThan(4);
    Fx.run(step::requestFocus);
    Fx.key(stage, KeyCode.DIGIT0);
    double again = width(step);
    assertThat(again).as("with the ring of the focus").isBetween(fitted, fitted + 8);
    Fx.key(stage, KeyCode.PLUS);
    assertThat(width(step)).isGreaterThan(again);
    Fx.key(stage, KeyCode.MINUS);
    Fx.key(stage, KeyCode.MINUS);
    assertThat(width(step)).isLessThan(again);
  }

  private static ScrollEvent wheel(Point2D at, boolean control) {
    return new ScrollEvent(
        ScrollEvent.SCROLL,
        at.getX(),
        at.getY(),
        at.getX(),
        at.getY(),
        false,
        control,
        false,
        false,
        true,
        false,
        0,
        40,
        0,
        40,
        ScrollEvent.HorizontalTextScrollUnits.NONE,
        0,
        ScrollEvent.VerticalTextScrollUnits.NONE,
        0,
        0,
        null);
  }

  private static ZoomEvent pinch(Point2D at, double factor) {
    return new ZoomEvent(
        ZoomEvent.ZOOM,
        at.getX(),
        at.getY(),
        at.getX(),
        at.getY(),
        false,
        false,
        false,
        false,
        true,
        false,
        factor,
        factor,
        null);
  }

  @Test
  void savesThePictureAsItsNameSays(@TempDir Path folder) throws Exception {
    Action save = pane.actions().getFirst();
    AtomicReference<Path> saved = new AtomicReference<>();
    List<Exception> failures = new ArrayList<>();
    Fx.run(
        () ->
            pane.setOnSave(
                () ->
                    model.save(folder.resolve("a.svg"), Palette.LIGHT, saved::set, failures::add)));
    assertThat(save.enabledProperty().get()).as("nothing to save yet").isFalse();
    Fx.run(() -> model.showBuild(BuildMoment.of(Builds.kiosk(5), FACTS)));
    Fx.run(save::run);
    assertThat(Files.readString(saved.get())).startsWith("<svg").contains("RUN pip install");
    for (String ending : List.of("png", "pdf", "txt")) {
      Path file = folder.resolve("a." + ending);
      Fx.run(() -> model.save(file, Palette.DARK, saved::set, failures::add));
      assertThat(saved.get()).isEqualTo(file.toAbsolutePath());
      assertThat(Files.readString(file, StandardCharsets.ISO_8859_1))
          .startsWith(
              switch (ending) {
                case "png" -> "\u0089PNG";
                case "pdf" -> "%PDF";
                default -> "What will this build do";
              });
    }
    assertThat(failures).isEmpty();
    Fx.run(() -> model.save(folder.resolve("a.gif"), Palette.LIGHT, saved::set, failures::add));
    assertThat(failures.removeFirst())
        .isInstanceOf(ExportException.class)
        .hasMessageContaining("a.gif ends otherwise");
    Fx.run(
        () ->
            model.save(
                folder.resolve("no/such/folder.svg"), Palette.LIGHT, saved::set, failures::add));
    assertThat(failures).hasSize(1);
    try (var files = Files.list(folder)) {
      assertThat(files).hasSize(4);
    }
  }

  @Test
  void copiesThePictureInWords() {
    Fx.run(() -> model.showBuild(BuildMoment.of(Builds.kiosk(5), FACTS)));
    Fx.run(() -> pane.actions().getLast().run());
    assertThat(Fx.get(() -> Clipboard.getSystemClipboard().getString()))
        .startsWith("What will this build do")
        .contains("\nWORKDIR /app, reused, line 2\n");
  }

  @Test
  void followsTheThemeAndLargeWindows() {
    Fx.run(() -> model.showBuild(BuildMoment.of(Builds.kiosk(5), FACTS.withImage(161_000_000))));
    Fx.run(() -> Theme.DARK.apply(stage.getScene()));
    assertThat(pane.paletteProperty().get()).isEqualTo(Palette.DARK);
    picture("done-dark");
    Fx.run(() -> model.show(PictureModel.Kind.LAYERS, w -> LayersPicture.of(LAYERS, w)));
    Fx.run(() -> model.kindProperty().set(PictureModel.Kind.LAYERS));
    picture("layers-dark");
    Fx.run(() -> Theme.LIGHT.apply(stage.getScene()));
    for (String name : List.of("layers", "build")) {
      Fx.run(
          () -> model.kindProperty().set(PictureModel.Kind.valueOf(name.toUpperCase(Locale.ROOT))));
      PicturePane large = Fx.get(() -> new PicturePane(model, false));
      Stage wide = Fx.show(Fx.get(large::node), 1500, 1900, Theme.LIGHT);
      Fx.picture(wide, "pane-4k-" + name);
      Fx.close(wide);
    }
  }

  private void picture(String name) {
    assertThat(Fx.picture(stage, "pane-" + name)).exists();
  }

  private Node lookup(String selector) {
    return Objects.requireNonNull(stage.getScene().lookup(selector), selector);
  }

  private String text(String selector) {
    return Fx.get(() -> ((Labeled) lookup(selector)).getText());
  }

  private List<String> tabs() {
    return Fx.get(
        () ->
            stage.getScene().getRoot().lookupAll(".picture-tab").stream()
                .map(t -> ((Labeled) t).getText())
                .toList());
  }

  private Node node(String id) {
    return Fx.get(() -> Objects.requireNonNull(find(stage.getScene().getRoot(), id), id));
  }

  private static @org.jspecify.annotations.Nullable Node find(Parent parent, String id) {
    for (Node child : parent.getChildrenUnmodifiable()) {
      if (id.equals(child.getId())) {
        return child;
      }
      if (child instanceof Parent inner) {
        Node found = find(inner, id);
        if (found != null) {
          return found;
        }
      }
    }
    return null;
  }

  private String focused() {
    return Fx.get(() -> stage.getScene().getFocusOwner().getId());
  }

  private static double width(Node node) {
    return Fx.get(
        () -> {
          node.getScene().getRoot().layout();
          return node.localToScene(node.getBoundsInLocal()).getWidth();
        });
  }

  private static void enter(Node node) {
    Fx.mouse(node, MouseEvent.MOUSE_ENTERED, 5, 5);
  }

  private static void click(Node node) {
    Fx.mouse(node, MouseEvent.MOUSE_CLICKED, 5, 5);
  }
}
