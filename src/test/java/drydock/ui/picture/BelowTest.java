// SPDX-License-Identifier: Apache-2.0
package drydock.ui.picture;

import static org.assertj.core.api.Assertions.assertThat;

import drydock.diagram.picture.Images;
import drydock.diagram.picture.LayersFacts;
import drydock.diagram.picture.LayersPicture;
import drydock.engine.EngineInfo.ImageStore;
import drydock.ui.kit.DirectBackground;
import drydock.ui.kit.Fx;
import drydock.ui.kit.Theme;
import java.util.Objects;
import javafx.scene.Node;
import javafx.scene.layout.Region;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class BelowTest {
  private static final LayersFacts LAYERS = Images.kioskLayers(ImageStore.GRAPH_DRIVER);

  private final PictureModel model = Fx.get(() -> new PictureModel(new DirectBackground()));
  private final PicturePane pane = Fx.get(() -> new PicturePane(model, false));
  private final Stage stage = Fx.show(Fx.get(pane::node), 516, 652, Theme.LIGHT);

  @AfterEach
  void close() {
    Fx.close(stage);
  }

  @Test
  void whatIsChosenStaysInViewWhenSomethingOpensBelow() {
    Fx.run(
        () -> {
          model.kindProperty().set(PictureModel.Kind.LAYERS);
          model.show(PictureModel.Kind.LAYERS, width -> LayersPicture.of(LAYERS, width));
        });
    Node chosen =
        Fx.get(
            () ->
                stage.getScene().getRoot().lookupAll("*").stream()
                    .filter(n -> "layer:0".equals(n.getId())) // the lowest one
                    .findFirst()
                    .orElseThrow());
    Fx.run(
        () -> {
          chosen.requestFocus();
          pane.setBelow(PictureModel.Kind.LAYERS, new Region());
        });
    Fx.picture(stage, "picture-below");
    double middle = Fx.get(() -> chosen.localToScene(chosen.getLayoutBounds()).getCenterY());
    Node view = Objects.requireNonNull(stage.getScene().lookup(".picture-scroll"));
    assertThat(
            Fx.<Boolean>get(() -> view.localToScene(view.getLayoutBounds()).contains(50, middle)))
        .isTrue();
  }
}
