// SPDX-License-Identifier: Apache-2.0
package drydock.ui.render;

import drydock.diagram.About;
import drydock.diagram.Element;
import drydock.diagram.Label;
import drydock.diagram.Palette;
import drydock.diagram.Role;
import java.util.ArrayList;
import java.util.List;
import javafx.css.PseudoClass;
import javafx.scene.AccessibleRole;
import javafx.scene.Group;
import javafx.scene.paint.Color;
import javafx.scene.shape.Rectangle;
import javafx.scene.text.Text;

/// The nodes of one element, kept as long as its id stays.
abstract sealed class Drawn permits DrawnBox, DrawnLink, DrawnText, DrawnGroup {
  /// Of all lines, which some themes and the projector want thicker.
  static final String LINE = "picture-line";

  private static final double DIM = 0.2;
  private static final PseudoClass SELECTED = PseudoClass.getPseudoClass("selected");
  private static final PseudoClass LINKED = PseudoClass.getPseudoClass("linked");

  private final Group root = new Group();
  private final Group texts = new Group();
  private final Rectangle ring = new Rectangle();
  private Element element;

  Drawn(Element element) {
    this.element = element;
    root.setId(element.id());
    root.getStyleClass().add("picture-element");
    ring.getStyleClass().add("picture-ring");
    ring.setMouseTransparent(true);
    ring.setFill(null);
    texts.setMouseTransparent(true);
  }

  final Group root() {
    return root;
  }

  final Group texts() {
    return texts;
  }

  final Rectangle ring() {
    return ring;
  }

  final Element element() {
    return element;
  }

  /// Whether a person can come to it with pointer or keyboard.
  final boolean isReachable() {
    return element.about().evidence() != null || !element.about().sentence().isEmpty();
  }

  final void select(boolean selected) {
    root.pseudoClassStateChanged(SELECTED, selected);
  }

  /// Marks that something which belongs to it is pointed at elsewhere.
  final void link(boolean linked) {
    root.pseudoClassStateChanged(LINKED, linked);
  }

  /// Steps back behind what stands in the light.
  final void dim(boolean dimmed) {
    root.getChildren().forEach(part -> part.setOpacity(dimmed ? DIM : 1));
  }

  /// Is drawn still, and is nothing any more to pointer, keyboard and screen reader.
  final void retire() {
    root.setId(null);
    root.setMouseTransparent(true);
    root.setFocusTraversable(false);
    root.setAccessibleText(null);
    root.setAccessibleHelp(null);
    select(false);
    link(false);
  }

  /// Shows the element's newer version; it has the same id and kind.
  final void update(Element newer, Palette palette, Glide glide) {
    tell(newer);
    draw(newer, palette, glide);
  }

  /// Whether the element's newer version, of the same id and kind, looks the same.
  final boolean looks(Element newer) {
    return newer.about(About.ORNAMENT).equals(element.about(About.ORNAMENT));
  }

  /// The element's newer version, which looks the same, says this of itself.
  final void tell(Element newer) {
    element = newer;
    About about = newer.about();
    root.setFocusTraversable(isReachable());
    root.setAccessibleRole(about.subject() == null ? AccessibleRole.TEXT : AccessibleRole.BUTTON);
    root.setAccessibleText(about.name());
    root.setAccessibleHelp(about.sentence());
  }

  abstract void draw(Element newer, Palette palette, Glide glide);

  /// Ends what still moves.
  void dispose() {}

  final void labels(List<Label> labels, Role role, Palette palette) {
    List<Text> nodes = new ArrayList<>();
    for (int i = 0; i < labels.size(); i++) {
      Label label = labels.get(i);
      Text node = i < texts.getChildren().size() ? (Text) texts.getChildren().get(i) : new Text();
      node.setText(label.text());
      node.setFont(SceneFonts.of(label.style()));
      node.setFill(Color.web(palette.ink(label.ink(), role)));
      double width = node.getLayoutBounds().getWidth();
      node.setX(
          switch (label.anchor()) {
            case START -> label.x();
            case MIDDLE -> label.x() - width / 2;
            case END -> label.x() - width;
          });
      node.setY(label.baseline());
      nodes.add(node);
    }
    texts.getChildren().setAll(nodes);
  }

  final void ringAround(double width, double height, double radius) {
    ring.setX(-3);
    ring.setY(-3);
    ring.setWidth(width + 6);
    ring.setHeight(height + 6);
    ring.setArcWidth(2 * radius + 6);
    ring.setArcHeight(2 * radius + 6);
  }
}
