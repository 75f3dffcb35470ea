// SPDX-License-Identifier: Apache-2.0
package drydock.ui.render;

import drydock.diagram.Element;
import drydock.diagram.Palette;
import drydock.diagram.Rect;
import javafx.scene.paint.Color;
import javafx.scene.shape.Rectangle;

final class DrawnGroup extends Drawn {
  private final Rectangle frame = new Rectangle();

  DrawnGroup(Element.Group group) {
    super(group);
    frame.setFill(null);
    frame.getStyleClass().add(LINE);
    frame.setStrokeWidth(1.5);
    frame.setArcWidth(20);
    frame.setArcHeight(20);
    frame.setMouseTransparent(true);
    root().getChildren().setAll(frame, texts(), ring());
    Rect area = group.area();
    root().setLayoutX(area.x());
    root().setLayoutY(area.y());
    frame.setWidth(area.width());
    frame.setHeight(area.height());
  }

  @Override
  void draw(Element newer, Palette palette, Glide glide) {
    Element.Group group = (Element.Group) newer;
    Rect area = group.area();
    glide.to(root().layoutXProperty(), area.x());
    glide.to(root().layoutYProperty(), area.y());
    glide.to(frame.widthProperty(), area.width());
    glide.to(frame.heightProperty(), area.height());
    glide.to(frame.strokeProperty(), Color.web(palette.tone(group.role()).stroke()));
    Dashes.set(frame, group.role().dashed());
    labels(group.labels(), group.role(), palette);
    ringAround(area.width(), area.height(), 10);
  }
}
