// SPDX-License-Identifier: Apache-2.0
package drydock.ui.shell;

import drydock.diagram.picture.LayersFacts;
import drydock.diagram.picture.LayersPicture;
import drydock.engine.EngineState;
import drydock.ui.layers.LayersModel;
import drydock.ui.layers.LayersTools;
import drydock.ui.picture.PictureModel;
import drydock.ui.picture.PicturePane;
import org.jspecify.annotations.Nullable;

/// Ties the picture of layers to what reads them.
final class LayersFeed implements PictureFeed {
  private static final PictureModel.Kind KIND = PictureModel.Kind.LAYERS;

  private final LayersModel model;
  private final PictureModel pictures;

  LayersFeed(Services services, PictureModel pictures, PicturePane pane) {
    this.pictures = pictures;
    model = new LayersModel(services.background(), services.monitor()::engine, services.clock());
    model.factsProperty().addListener((_, _, facts) -> show(facts));
    pane.setTools(KIND, new LayersTools(model).node());
    show(null);
  }

  /// The image that a tag names is shown, unless a person chooses another.
  void prefer(String tag) {
    model.prefer(tag);
  }

  @Override
  public void update(@Nullable EngineState state, boolean inView) {
    model.update(state, inView);
  }

  private void show(@Nullable LayersFacts facts) {
    pictures.show(
        KIND,
        width -> facts == null ? LayersPicture.nothing(width) : LayersPicture.of(facts, width));
  }

  @Override
  public void close() {
    model.update(null, false);
  }
}
