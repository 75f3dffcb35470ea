// SPDX-License-Identifier: Apache-2.0
package drydock.ui.shell;

import drydock.diagram.picture.StackFacts;
import drydock.diagram.picture.StackPicture;
import drydock.engine.EngineState;
import drydock.observe.ThisComputer;
import drydock.ui.picture.PictureModel;
import drydock.ui.picture.PicturePane;
import drydock.ui.stack.StackModel;
import drydock.ui.stack.StackTools;
import org.jspecify.annotations.Nullable;

/// Ties the picture of the stack to what reads it.
final class StackFeed implements PictureFeed {
  private static final PictureModel.Kind KIND = PictureModel.Kind.STACK;

  private final StackModel model;
  private final PictureModel pictures;

  StackFeed(Services services, PictureModel pictures, PicturePane pane) {
    this.pictures = pictures;
    model =
        new StackModel(
            services.background(),
            services.monitor()::engine,
            services.clock(),
            ThisComputer.current());
    model.factsProperty().addListener((_, _, facts) -> show(facts));
    pane.setTools(KIND, new StackTools(model).node());
    show(null);
  }

  @Override
  public void update(@Nullable EngineState state, boolean inView) {
    model.update(state, inView);
  }

  private void show(@Nullable StackFacts facts) {
    pictures.show(
        KIND, width -> facts == null ? StackPicture.nothing(width) : StackPicture.of(facts, width));
  }

  @Override
  public void close() {
    model.update(null, false);
  }
}
