// SPDX-License-Identifier: Apache-2.0
package drydock.ui.picture;

import static org.assertj.core.api.Assertions.assertThat;

import drydock.diagram.Scene;
import drydock.ui.kit.DirectBackground;
import drydock.ui.kit.Fx;
import drydock.ui.kit.Theme;
import java.util.List;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class PictureTabsTest {
  private final PictureModel model = Fx.get(() -> new PictureModel(new DirectBackground()));
  private final PicturePane pane = Fx.get(() -> new PicturePane(model, false));
  private final Stage stage = Fx.show(Fx.get(pane::node), 512, 600, Theme.LIGHT);

  @AfterEach
  void close() {
    Fx.close(stage);
  }

  @Test
  void noneMovesWhenOneIsChosen() {
    Fx.run(
        () -> {
          for (PictureModel.Kind kind : PictureModel.Kind.values()) {
            model.show(kind, width -> new Scene("?", "", width, 10, List.of()));
          }
        });
    List<Bounds> before = places(PictureModel.Kind.BUILD);
    assertThat(before).hasSize(PictureModel.Kind.values().length);
    for (PictureModel.Kind kind : PictureModel.Kind.values()) {
      assertThat(places(kind)).as("%s is chosen", kind).isEqualTo(before);
    }
  }

  private List<Bounds> places(PictureModel.Kind chosen) {
    Fx.run(() -> model.kindProperty().set(chosen));
    Fx.picture(stage, "tabs-" + chosen);
    return Fx.get(
        () ->
            stage.getScene().getRoot().lookupAll(".picture-tab").stream()
                .map(Node::getBoundsInParent)
                .toList());
  }
}
