// SPDX-License-Identifier: Apache-2.0
package drydock.ui.render;

import drydock.diagram.Element;
import drydock.diagram.Palette;

final class DrawnText extends Drawn {
  DrawnText(Element.Text text) {
    super(text);
    root().getChildren().setAll(texts(), ring());
    root().setLayoutX(text.area().x());
    root().setLayoutY(text.area().y());
  }

  @Override
  void draw(Element newer, Palette palette, Glide glide) {
    Element.Text text = (Element.Text) newer;
    glide.to(root().layoutXProperty(), text.area().x());
    glide.to(root().layoutYProperty(), text.area().y());
    labels(text.lines(), text.role(), palette);
    ringAround(text.area().width(), text.area().height(), 3);
  }
}
