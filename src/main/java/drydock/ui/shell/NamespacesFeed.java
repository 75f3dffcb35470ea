// SPDX-License-Identifier: Apache-2.0
package drydock.ui.shell;

import drydock.diagram.picture.NamespacesFacts;
import drydock.diagram.picture.NamespacesPicture;
import drydock.engine.EngineState;
import drydock.ui.namespaces.NamespacesModel;
import drydock.ui.namespaces.NamespacesTools;
import drydock.ui.picture.PictureModel;
import drydock.ui.picture.PicturePane;
import org.jspecify.annotations.Nullable;

/// Ties the picture of namespaces to what reads them.
final class NamespacesFeed implements PictureFeed {
  private static final PictureModel.Kind KIND = PictureModel.Kind.NAMESPACES;

  private final NamespacesModel model;
  private final PictureModel pictures;

  NamespacesFeed(Services services, PictureModel pictures, PicturePane pane) {
    this.pictures = pictures;
    model =
        new NamespacesModel(services.background(), services.monitor()::engine, services.clock());
    model.factsProperty().addListener((_, _, facts) -> show(facts));
    pictures.selectedProperty(KIND).addListener((_, _, id) -> model.select(id));
    pane.setTools(KIND, new NamespacesTools(model).node());
    show(null);
  }

  @Override
  public void update(@Nullable EngineState state, boolean inView) {
    model.update(state, inView);
  }

  private void show(@Nullable NamespacesFacts facts) {
    pictures.show(
        KIND,
        width ->
            facts == null ? NamespacesPicture.nothing(width) : NamespacesPicture.of(facts, width));
  }

  @Override
  public void close() {
    model.update(null, false);
  }
}
