// SPDX-License-Identifier: Apache-2.0
package drydock.ui.picture;

import static org.assertj.core.api.Assertions.assertThat;

import drydock.diagram.Palette;
import drydock.diagram.picture.Samples;
import drydock.ui.kit.Fx;
import drydock.ui.kit.Theme;
import drydock.ui.render.SceneView;
import java.util.Locale;
import javafx.scene.layout.StackPane;
import org.junit.jupiter.api.Test;

/// Writes every picture in both themes to target/pictures, to be looked at.
class PicturesTest {
  @Test
  void all() {
    for (Theme theme : Theme.values()) {
      Samples.scenes(484)
          .forEach(
              (name, scene) -> {
                if (scene.elements().isEmpty()) {
                  return;
                }
                SceneView view = new SceneView(false);
                var stage =
                    Fx.show(
                        Fx.get(
                            () -> {
                              view.show(scene, theme == Theme.DARK ? Palette.DARK : Palette.LIGHT);
                              return new StackPane(view.node());
                            }),
                        Math.max(500, scene.width() + 16),
                        Math.min(1400, scene.height() + 16),
                        theme);
                assertThat(
                        Fx.picture(
                            stage, "scene-" + name + "-" + theme.name().toLowerCase(Locale.ROOT)))
                    .exists();
                Fx.close(stage);
              });
    }
  }
}
