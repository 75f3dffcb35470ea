// SPDX-License-Identifier: Apache-2.0
package drydock.ui.shell;

import drydock.diagram.Element;
import drydock.diagram.picture.LifeFacts;
import drydock.diagram.picture.LifePicture;
import drydock.engine.EngineState;
import drydock.engine.Journal;
import drydock.ui.life.LifeModel;
import drydock.ui.life.LifeTools;
import drydock.ui.picture.PictureModel;
import drydock.ui.picture.PicturePane;
import drydock.ui.render.Gestures;
import java.time.ZoneId;
import javafx.scene.input.KeyEvent;
import org.jspecify.annotations.Nullable;

/// Ties the picture of lives to what the engine told happened. Plus and minus zoom, page up and
/// page down go back and forward.
final class LifeFeed implements PictureFeed, Gestures {
  private static final PictureModel.Kind KIND = PictureModel.Kind.LIFE;

  private final LifeModel model;
  private final PictureModel pictures;
  private @Nullable Journal journal;

  LifeFeed(Services services, PictureModel pictures, PicturePane pane) {
    this.pictures = pictures;
    model =
        new LifeModel(
            services.background(),
            services.monitor()::engine,
            services.clock(),
            ZoneId.systemDefault());
    model.factsProperty().addListener((_, _, facts) -> show(facts));
    pane.setTools(KIND, new LifeTools(model).node());
    pane.setGestures(KIND, this);
    show(null);
  }

  @Override
  public void happened(@Nullable Journal now) {
    journal = now;
  }

  @Override
  public void update(@Nullable EngineState state, boolean inView) {
    model.update(state, journal, inView);
  }

  private void show(@Nullable LifeFacts facts) {
    pictures.show(
        KIND, width -> facts == null ? LifePicture.nothing(width) : LifePicture.of(facts, width));
  }

  @Override
  public boolean key(Element element, KeyEvent event) {
    switch (event.getCode()) {
      case PLUS, ADD, EQUALS -> model.zoom(1);
      case MINUS, SUBTRACT -> model.zoom(-1);
      case PAGE_UP -> model.step(-1);
      case PAGE_DOWN -> model.step(1);
      default -> {
        return false;
      }
    }
    return true;
  }

  @Override
  public void close() {
    model.update(null, null, false);
  }
}
