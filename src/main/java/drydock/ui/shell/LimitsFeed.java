// SPDX-License-Identifier: Apache-2.0
package drydock.ui.shell;

import drydock.diagram.Element;
import drydock.diagram.Point;
import drydock.diagram.Scene;
import drydock.diagram.picture.LimitsFacts;
import drydock.diagram.picture.LimitsPicture;
import drydock.engine.EngineState;
import drydock.ui.limits.LimitsModel;
import drydock.ui.limits.LimitsTools;
import drydock.ui.picture.PictureModel;
import drydock.ui.picture.PicturePane;
import drydock.ui.render.Gestures;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.jspecify.annotations.Nullable;

/// Ties the picture of limits to what measures and changes them: a tank's lid is a handle.
final class LimitsFeed implements PictureFeed, Gestures {
  private static final PictureModel.Kind KIND = PictureModel.Kind.LIMITS;
  private static final String LID = "limit:";

  private final LimitsModel model;
  private final PictureModel pictures;

  LimitsFeed(Services services, PictureModel pictures, PicturePane pane) {
    this.pictures = pictures;
    model = new LimitsModel(services.background(), services.monitor()::engine, services.clock());
    model.factsProperty().addListener((_, _, facts) -> show(facts));
    pictures.selectedProperty(KIND).addListener((_, _, id) -> model.select(id));
    pane.setTools(KIND, new LimitsTools(model).node());
    pane.setGestures(KIND, this);
    show(null);
  }

  @Override
  public void update(@Nullable EngineState state, boolean inView) {
    model.update(state, inView);
  }

  private void show(@Nullable LimitsFacts facts) {
    pictures.show(
        KIND,
        width -> facts == null ? LimitsPicture.nothing(width) : LimitsPicture.of(facts, width));
  }

  @Override
  public boolean canDrag(Element element) {
    return element.id().startsWith(LID) && model.canChange(container(element));
  }

  @Override
  public void drag(Element element, Point to) {
    Scene scene = pictures.sceneProperty().get();
    if (scene != null) {
      scene
          .element("tank:" + container(element))
          .ifPresent(
              tank ->
                  model.wish(
                      container(element), (tank.area().bottom() - to.y()) / tank.area().height()));
    }
  }

  @Override
  public void drop(Element element, Point to, @Nullable Element over) {
    model.grant(container(element));
  }

  @Override
  public boolean key(Element element, KeyEvent event) {
    if (!canDrag(element)) {
      return false;
    }
    KeyCode code = event.getCode();
    boolean more = code == KeyCode.PLUS || code == KeyCode.ADD || code == KeyCode.EQUALS;
    if (!more && code != KeyCode.MINUS && code != KeyCode.SUBTRACT) {
      return false;
    }
    model.step(container(element), more ? 1 : -1);
    return true;
  }

  private static String container(Element element) {
    return element.id().substring(LID.length());
  }

  @Override
  public void close() {
    model.update(null, false);
  }
}
