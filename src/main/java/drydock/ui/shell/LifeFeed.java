// SPDX-License-Identifier: Apache-2.0
package drydock.ui.shell;

import drydock.diagram.Element;
import drydock.diagram.picture.LifeFacts;
import drydock.diagram.picture.LifePicture;
import drydock.engine.EngineState;
import drydock.engine.Journal;
import drydock.moment.Timeline.Stop;
import drydock.ui.life.LifeModel;
import drydock.ui.life.LifeTools;
import drydock.ui.moment.MomentsModel;
import drydock.ui.picture.PictureModel;
import drydock.ui.picture.PicturePane;
import drydock.ui.render.Gestures;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.ScrollEvent;
import org.jspecify.annotations.Nullable;

/// Ties the picture of lives to what the engine told happened, and its right edge to the moment that
/// the whole window looks at. Plus and minus or Alt with the wheel zoom, page up and page down or
/// the wheel sideways go back and forward.
final class LifeFeed implements PictureFeed, Gestures {
  private static final PictureModel.Kind KIND = PictureModel.Kind.LIFE;

  /// Of the time that is shown.
  private static final double A_LITTLE = 0.1;

  private final LifeModel model;
  private final PictureModel pictures;
  private final MomentsModel moments;
  private final Clock clock;
  private @Nullable Journal journal;

  LifeFeed(Services services, PictureModel pictures, PicturePane pane, MomentsModel moments) {
    this.pictures = pictures;
    this.moments = moments;
    this.clock = services.clock();
    model =
        new LifeModel(
            services.background(),
            services.monitor()::engine,
            services.clock(),
            ZoneId.systemDefault());
    model.factsProperty().addListener((_, _, facts) -> show(facts));
    pane.setTools(KIND, new LifeTools(model).node());
    pane.setGestures(KIND, this);
    model.setOnMoment(this::goTo);
    moments.positionProperty().addListener(_ -> looked());
    moments.replayProperty().addListener(_ -> looked());
    show(null);
  }

  private void goTo(@Nullable Instant moment) {
    if (moment == null) {
      moments.goToNow();
    } else {
      moments.goTo(moment);
    }
  }

  private void looked() {
    Instant at = moments.positionProperty().get();
    boolean played = moments.replayProperty().get() != null;
    List<Stop> stops = moments.stopsProperty().get();
    Instant end = played && !stops.isEmpty() ? stops.getLast().at() : clock.instant();
    model.lookAt(at, at == null ? null : end);
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
  public boolean wheel(ScrollEvent event) {
    if (event.isAltDown() && event.getDeltaY() != 0) {
      model.zoom(event.getDeltaY() > 0 ? 1 : -1);
      return true;
    }
    if (Math.abs(event.getDeltaX()) > Math.abs(event.getDeltaY())) {
      model.move(event.getDeltaX() > 0 ? -A_LITTLE : A_LITTLE);
      return true;
    }
    return false;
  }

  @Override
  public void close() {
    model.update(null, null, false);
  }
}
