// SPDX-License-Identifier: Apache-2.0
package drydock.ui.render;

import drydock.diagram.Element;
import drydock.diagram.Palette;
import drydock.diagram.Rect;
import drydock.ui.kit.Motion;
import javafx.scene.paint.Color;
import javafx.scene.shape.Rectangle;
import javafx.scene.shape.StrokeType;
import org.jspecify.annotations.Nullable;

final class DrawnBox extends Drawn {
  private final Rectangle body = new Rectangle();
  private final Rectangle outline = new Rectangle();
  private final Motion motion;
  private final Strip strip;
  private @Nullable Object stripShown;

  DrawnBox(Element.Box box, Motion motion) {
    super(box);
    this.motion = motion;
    strip = new Strip(motion);
    outline.setFill(null);
    outline.getStyleClass().add(LINE);
    outline.setStrokeWidth(1.5);
    outline.setStrokeType(StrokeType.CENTERED);
    outline.setMouseTransparent(true);
    outline.widthProperty().bind(body.widthProperty());
    outline.heightProperty().bind(body.heightProperty());
    root().getChildren().setAll(body, strip.node(), outline, texts(), ring());
    root().setLayoutX(box.area().x());
    root().setLayoutY(box.area().y());
    body.setWidth(box.area().width());
    body.setHeight(box.area().height());
  }

  @Override
  void draw(Element newer, Palette palette, Glide glide) {
    Element.Box box = (Element.Box) newer;
    Palette.Tone tone = palette.tone(box.role());
    Rect area = box.area();
    glide.to(root().layoutXProperty(), area.x());
    glide.to(root().layoutYProperty(), area.y());
    glide.to(body.widthProperty(), area.width());
    glide.to(body.heightProperty(), area.height());
    round(body, box.radius());
    round(outline, box.radius());
    glide.to(body.fillProperty(), Color.web(tone.fill()));
    glide.to(outline.strokeProperty(), Color.web(tone.stroke()));
    Dashes.set(outline, box.role().dashed());
    StripLook look = new StripLook(box.role(), box.strip(), area, palette, motion.moves());
    if (!look.equals(stripShown)) {
      strip.draw(box.role(), box.strip(), area.height(), box.radius(), area.width(), tone);
      stripShown = look;
    }
    labels(box.labels(), box.role(), palette);
    ringAround(area.width(), area.height(), box.radius());
  }

  @Override
  void dispose() {
    strip.stop();
  }

  private static void round(Rectangle rectangle, double radius) {
    rectangle.setArcWidth(2 * radius);
    rectangle.setArcHeight(2 * radius);
  }

  private record StripLook(
      drydock.diagram.Role role, double width, Rect area, Palette palette, boolean moves) {}
}
