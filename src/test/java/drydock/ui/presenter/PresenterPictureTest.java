// SPDX-License-Identifier: Apache-2.0
package drydock.ui.presenter;

import static org.assertj.core.api.Assertions.assertThat;

import drydock.diagram.picture.Samples;
import drydock.ui.kit.DirectBackground;
import drydock.ui.kit.Fx;
import drydock.ui.kit.Theme;
import drydock.ui.picture.PictureModel;
import drydock.ui.picture.PicturePane;
import drydock.ui.presenter.PresenterModel.Part;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.layout.Region;
import javafx.scene.text.Text;
import javafx.stage.Stage;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Every picture as a room sees it, for the eyes, and as large as it has to be.
class PresenterPictureTest {
  private static final Map<PictureModel.Kind, String> PICTURES =
      Map.of(
          PictureModel.Kind.BUILD, "build-predicted-done",
          PictureModel.Kind.LAYERS, "layers",
          PictureModel.Kind.STACK, "stack",
          PictureModel.Kind.NAMESPACES, "namespaces",
          PictureModel.Kind.LIMITS, "limits",
          PictureModel.Kind.NETWORK, "network-asked",
          PictureModel.Kind.LIFE, "life");

  private static final Clock CLOCK =
      Clock.fixed(Instant.parse("2026-03-02T12:03:05Z"), ZoneOffset.UTC);

  private record Room(PresenterModel model, PictureModel pictures, PicturePane pane, Stage stage) {
    void shoot(String name) {
      Fx.picture(stage, name);
    }
  }

  private static Room room(PictureModel.Kind kind, double width, double height, Theme theme) {
    return Fx.get(
        () -> {
          PictureModel pictures = new PictureModel(new DirectBackground());
          PicturePane pane = new PicturePane(pictures, false);
          PresenterModel model = new PresenterModel(NOWHERE, CLOCK);
          PresenterView view = new PresenterView(model);
          PICTURES.forEach(
              (each, name) ->
                  pictures.show(each, w -> Objects.requireNonNull(Samples.scenes(w).get(name))));
          pictures.kindProperty().set(kind);
          model
              .titleProperty()
              .bind(pictures.sceneProperty().map(scene -> scene == null ? "" : scene.question()));
          model.notes(new PresenterModel.Notes("A step", "Step 2 of 5", List.of(), null));
          model.start();
          pane.setBare(true);
          view.take(Map.of(Part.PICTURE, (Region) pane.node()));
          Scene scene = new Scene(view.node(), width, height);
          theme.apply(scene);
          Stage stage = new Stage();
          stage.setScene(scene);
          stage.setX(0);
          stage.setY(0);
          stage.show();
          for (int i = 0;
              i < 3;
              i++) { // the picture is drawn for the room that it turned out to have
            view.node().applyCss();
            view.node().layout();
          }
          return new Room(model, pictures, pane, stage);
        });
  }

  private static final PresenterModel.Course NOWHERE =
      new PresenterModel.Course() {
        @Override
        public void step(int by) {}

        @Override
        public void picture(int by) {}

        @Override
        public void notes() {}
      };

  @ParameterizedTest
  @EnumSource(PictureModel.Kind.class)
  void theSmallestLettersAreOf24PixelsOn1080Lines(PictureModel.Kind kind) {
    Room room = room(kind, 1920, 1080, Theme.LIGHT);
    room.shoot("room-1080-" + kind.name().toLowerCase(Locale.ROOT));
    Fx.run(
        () -> {
          for (Node node : room.pane().node().lookupAll("Text")) {
            if (node instanceof Text text && seen(text) && !text.getText().isEmpty()) {
              double scale = text.getLocalToSceneTransform().getMyy();
              assertThat(text.getFont().getSize() * scale)
                  .as(text.getText())
                  .isGreaterThanOrEqualTo(24 - 0.01);
            }
          }
        });
    Fx.close(room.stage());
  }

  private static boolean seen(Node node) {
    for (Node n = node; n != null; n = n.getParent()) {
      if (!n.isVisible()) {
        return false;
      }
    }
    return true;
  }

  @ParameterizedTest
  @EnumSource(PictureModel.Kind.class)
  void nothingIsCutOffAtTheSides(PictureModel.Kind kind) {
    for (Theme theme : Theme.values()) {
      Room room = room(kind, 1280, 720, theme);
      Fx.run(() -> room.model().turnFreeze());
      Fx.run(() -> room.model().hiddenProperty().set("12 other containers hidden"));
      String name =
          kind.name().toLowerCase(Locale.ROOT) + "-" + theme.name().toLowerCase(Locale.ROOT);
      room.shoot("room-720-" + name);
      Fx.run(
          () -> {
            Bounds scene = bounds(room.pane().node().lookup(".picture-scene"));
            assertThat(scene.getMinX()).isGreaterThanOrEqualTo(0);
            assertThat(scene.getMaxX()).isLessThanOrEqualTo(1280);
            room.model().turnSpotlight();
            room.pane().setSpotlight(true);
          });
      room.shoot("room-720-light-" + name);
      Fx.run(
          () ->
              assertThat(bounds(room.pane().node().lookup(".picture-evidence")).getMaxY())
                  .as("the sentence stands at the foot")
                  .isLessThanOrEqualTo(720.5));
      Fx.close(room.stage());
    }
  }

  private static Bounds bounds(Node node) {
    return node.localToScene(node.getLayoutBounds());
  }
}
