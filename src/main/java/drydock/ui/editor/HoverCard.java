// SPDX-License-Identifier: Apache-2.0
package drydock.ui.editor;

import java.util.ArrayList;
import java.util.List;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.event.EventHandler;
import javafx.geometry.Bounds;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import org.jspecify.annotations.Nullable;

/// A card beside a place of the text, above everything else in the window and never beyond its
/// edge. The keyboard gets in when it is asked to, walks with Tab, and comes back to the text with
/// Escape.
final class HoverCard {
  private static final double WIDTH = 440;
  private static final double GAP = 3;
  private static final double EDGE = 8;

  private final Region text;
  private final StackPane node = new StackPane();
  private final ScrollPane scroll = new ScrollPane();
  private final EventHandler<MouseEvent> elsewhere = e -> outside(e.getScreenX(), e.getScreenY());
  private final EventHandler<ScrollEvent> scrolled = e -> outside(e.getScreenX(), e.getScreenY());

  /// @param text what the card belongs to, and where the keyboard goes when it closes
  HoverCard(Region text) {
    this.text = text;
    scroll.setFitToWidth(true);
    scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
    scroll.getStyleClass().add("card-scroll");
    scroll.setFocusTraversable(false);
    node.setManaged(false);
    node.setVisible(false);
    node.setId("editor-card");
    node.getStyleClass().add("editor-card");
    node.setFocusTraversable(true);
    node.setAccessibleRole(AccessibleRole.TEXT);
    node.getChildren().setAll(scroll);
    node.addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
  }

  boolean isShowing() {
    return node.isVisible();
  }

  /// Whether the keyboard is in the card.
  boolean isFocused() {
    return isShowing() && node.isFocusWithin();
  }

  /// Whether the keyboard is in the card, to be listened to.
  ReadOnlyBooleanProperty focusWithin() {
    return node.focusWithinProperty();
  }

  /// Shows a card instead of the one that was shown.
  ///
  /// @param place on the screen; the card stands below it, or above where there is no room
  void show(List<CardContent> contents, Bounds place) {
    Pane host = host();
    if (contents.isEmpty() || host == null) {
      hide();
      return;
    }
    scroll.setContent(CardBody.of(contents, this::hide));
    scroll.setVvalue(0);
    node.setAccessibleText(CardBody.spoken(contents));
    if (!host.getChildren().contains(node)) {
      remove();
      host.getChildren().add(node);
    }
    node.toFront();
    node.setVisible(true);
    node.getScene().addEventFilter(MouseEvent.MOUSE_PRESSED, elsewhere);
    node.getScene().addEventFilter(ScrollEvent.SCROLL, scrolled);
    place(host, host.screenToLocal(place));
  }

  /// Takes the keyboard into the card.
  void focus() {
    node.requestFocus();
  }

  /// Closes the card; the keyboard, if it was in it, goes back to the text.
  void hide() {
    if (node.isVisible()) {
      boolean back = isFocused();
      node.setVisible(false);
      node.getScene().removeEventFilter(MouseEvent.MOUSE_PRESSED, elsewhere);
      node.getScene().removeEventFilter(ScrollEvent.SCROLL, scrolled);
      if (back) {
        text.requestFocus();
      }
    }
  }

  /// Takes the card out of the window: the text leaves it, too.
  void remove() {
    hide();
    if (node.getParent() instanceof Pane host) {
      host.getChildren().remove(node);
    }
  }

  private void outside(double screenX, double screenY) {
    if (!contains(screenX, screenY)) {
      hide();
    }
  }

  /// Whether a point of the screen is on the card.
  boolean contains(double screenX, double screenY) {
    return isShowing() && node.contains(node.screenToLocal(screenX, screenY));
  }

  Node node() {
    return node;
  }

  /// The outermost pane that is shown at the text's own size.
  private @Nullable Pane host() {
    Pane host = null;
    for (Parent p = text.getParent(); p != null; p = p.getParent()) {
      if (p instanceof Pane pane) {
        host = pane;
        if (!pane.getTransforms().isEmpty()) {
          break;
        }
      }
    }
    return host;
  }

  private void place(Pane host, Bounds place) {
    node.applyCss();
    double width = Math.min(WIDTH, host.getWidth() - 2 * EDGE);
    double below = host.getHeight() - EDGE - place.getMaxY() - GAP;
    double above = place.getMinY() - GAP - EDGE;
    node.resize(width, 1);
    node.layout(); // labels know their height once their width is known
    double frame = node.snappedTopInset() + node.snappedBottomInset();
    double inner = width - node.snappedLeftInset() - node.snappedRightInset();
    double wanted = frame + ((Region) scroll.getContent()).prefHeight(inner);
    double height = Math.min(wanted, Math.max(below, above));
    double x = Math.clamp(place.getMinX(), EDGE, Math.max(EDGE, host.getWidth() - EDGE - width));
    double y =
        wanted <= below || below >= above ? place.getMaxY() + GAP : place.getMinY() - GAP - height;
    node.resizeRelocate(Math.rint(x), Math.rint(y), width, Math.ceil(height));
  }

  private void pressed(KeyEvent event) {
    List<Node> stops = new ArrayList<>(List.of(node));
    node.lookupAll("*").stream().filter(n -> n instanceof ButtonBase).forEach(stops::add);
    int at = stops.indexOf(node.getScene().getFocusOwner());
    switch (event.getCode()) {
      case ESCAPE -> hide();
      case TAB, DOWN, UP -> {
        boolean back = event.isShiftDown() || event.getCode() == KeyCode.UP;
        stops.get(Math.floorMod(at + (back ? -1 : 1), stops.size())).requestFocus();
      }
      case ENTER -> {
        if (event.isAltDown() || event.isShortcutDown()) {
          return;
        }
        if (at > 0 && stops.get(at) instanceof ButtonBase button) {
          button.fire();
        }
      }
      default -> {
        return;
      }
    }
    event.consume();
  }
}
