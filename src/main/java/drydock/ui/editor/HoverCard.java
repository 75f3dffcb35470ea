// SPDX-License-Identifier: Apache-2.0
package drydock.ui.editor;

import java.util.ArrayList;
import java.util.List;
import javafx.beans.InvalidationListener;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.event.EventHandler;
import javafx.geometry.Bounds;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import org.jspecify.annotations.Nullable;

/// A card beside a place of the text, above everything else in the window and never beyond its
/// edge. The keyboard gets in when it is asked to, walks with Tab, and comes back to the text with
/// Escape.
final class HoverCard {
  private static final double WIDTH = 440;

  private final Region text;
  private final StackPane node = new StackPane();
  private final Floating floating;
  private final ScrollPane scroll = new ScrollPane();
  private final EventHandler<MouseEvent> elsewhere = e -> outside(e.getScreenX(), e.getScreenY());
  private final EventHandler<ScrollEvent> scrolled = e -> outside(e.getScreenX(), e.getScreenY());
  private final InvalidationListener resized = _ -> hide();
  private @Nullable Scene scene;

  /// @param text what the card belongs to, and where the keyboard goes when it closes
  HoverCard(Region text) {
    this.text = text;
    this.floating = new Floating(text, node);
    scroll.setFitToWidth(true);
    scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
    scroll.getStyleClass().add("card-scroll");
    scroll.setFocusTraversable(false);
    node.setId("editor-card");
    node.getStyleClass().add("editor-card");
    node.setFocusTraversable(true);
    node.setAccessibleRole(AccessibleRole.TEXT);
    node.getChildren().setAll(scroll);
    node.addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
  }

  boolean isShowing() {
    return floating.isShowing();
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
    hide();
    scroll.setContent(CardBody.of(contents, this::hide));
    scroll.setVvalue(0);
    node.setAccessibleText(CardBody.spoken(contents));
    if (!contents.isEmpty() && floating.show(place, WIDTH, this::height)) {
      scene = node.getScene();
      scene.addEventFilter(MouseEvent.MOUSE_PRESSED, elsewhere);
      scene.addEventFilter(ScrollEvent.SCROLL, scrolled);
      scene.widthProperty().addListener(resized);
      scene.heightProperty().addListener(resized);
    }
  }

  /// Takes the keyboard into the card.
  void focus() {
    node.requestFocus();
  }

  /// Closes the card; the keyboard, if it was in it, goes back to the text.
  void hide() {
    if (scene != null) {
      scene.removeEventFilter(MouseEvent.MOUSE_PRESSED, elsewhere);
      scene.removeEventFilter(ScrollEvent.SCROLL, scrolled);
      scene.widthProperty().removeListener(resized);
      scene.heightProperty().removeListener(resized);
      scene = null;
    }
    boolean back = isFocused();
    floating.hide();
    if (back) {
      text.requestFocus();
    }
  }

  /// Takes the card out of the window: the text leaves it, too.
  void remove() {
    hide();
    floating.remove();
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

  private double height(double width) {
    node.resize(width, 1);
    node.layout(); // the scroll pane gets its skin, and labels know how they wrap
    double frame = node.snappedTopInset() + node.snappedBottomInset();
    double inner = width - node.snappedLeftInset() - node.snappedRightInset();
    return frame + ((Region) scroll.getContent()).prefHeight(inner);
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
