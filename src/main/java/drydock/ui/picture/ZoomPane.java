// SPDX-License-Identifier: Apache-2.0
package drydock.ui.picture;

import javafx.beans.property.DoubleProperty;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyDoubleWrapper;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.geometry.Bounds;
import javafx.geometry.Point2D;
import javafx.scene.Group;
import javafx.scene.Node;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.ScrollEvent;
import javafx.scene.input.ZoomEvent;
import javafx.scene.layout.StackPane;
import javafx.scene.transform.Scale;

/// Scrolls and zooms a picture: Ctrl and wheel, two fingers, + and -, 0 for what fits the width. Drag to pan. What is under
/// the pointer stays there.
final class ZoomPane {
  private static final double LEAST = 0.25;
  private static final double MOST = 4;
  private static final double STEP = 1.2;
  private static final double BAR = 24;

  /// At this width a picture is comfortable at zoom 1; a wider pane enlarges it.
  private static final double COMFORTABLE = 760;

  private static final double MOST_FITTED = 1.75;
  static final double LEAST_FITTED = 0.6;

  private final Node content;
  private final Scale scale = new Scale(1, 1);
  private final DoubleProperty zoom = new SimpleDoubleProperty(this, "zoom", 1);
  private final ReadOnlyDoubleWrapper room = new ReadOnlyDoubleWrapper(this, "room", 484);
  private final ScrollPane scroll;
  private double sceneWidth;
  private double leastFitted = LEAST_FITTED;
  private boolean fitting = true;

  ZoomPane(Node content) {
    this.content = content;
    content.getTransforms().add(scale);
    scale.xProperty().bind(zoom);
    scale.yProperty().bind(zoom);
    StackPane middle = new StackPane(new Group(content));
    middle.getStyleClass().add("picture-middle");
    middle.setAlignment(javafx.geometry.Pos.TOP_CENTER);
    scroll = new ScrollPane(middle);
    scroll.getStyleClass().add("picture-scroll");
    scroll.setFitToWidth(true);
    scroll.setPannable(true);
    scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.AS_NEEDED);
    scroll.widthProperty().addListener((_, _, _) -> fitAgain());
    scroll.addEventFilter(ScrollEvent.SCROLL, this::wheel);
    scroll.addEventFilter(ZoomEvent.ZOOM, this::pinch);
    scroll.addEventHandler(KeyEvent.KEY_PRESSED, this::key);
  }

  ScrollPane node() {
    return scroll;
  }

  DoubleProperty zoomProperty() {
    return zoom;
  }

  /// The width that a picture may take without scrolling, at zoom 1.
  ReadOnlyDoubleProperty roomProperty() {
    return room.getReadOnlyProperty();
  }

  /// What fits the width is never smaller than this.
  void setLeastFitted(double least) {
    leastFitted = least;
    fitAgain();
  }

  /// Tells how wide the picture came out.
  void setSceneWidth(double width) {
    if (width != sceneWidth) {
      sceneWidth = width;
      fitAgain();
    }
  }

  void in() {
    zoomTo(zoom.get() * STEP);
  }

  void out() {
    zoomTo(zoom.get() / STEP);
  }

  void fit() {
    fitting = true;
    fitAgain();
  }

  /// Scrolls as little as it takes to show `node`, a part of the content.
  void reveal(Node node) {
    scroll.applyCss();
    scroll.layout(); // a picture that has just come has no place yet
    Bounds part = content.getLocalToParentTransform().transform(node.getBoundsInParent());
    Bounds all = scroll.getContent().getLayoutBounds();
    Bounds view = scroll.getViewportBounds();
    double hidden = all.getHeight() - view.getHeight();
    if (hidden > 0) {
      double top = scroll.getVvalue() * hidden;
      double margin = 16;
      if (part.getMinY() - margin < top) {
        scroll.setVvalue(Math.clamp((part.getMinY() - margin) / hidden, 0, 1));
      } else if (part.getMaxY() + margin > top + view.getHeight()) {
        scroll.setVvalue(Math.clamp((part.getMaxY() + margin - view.getHeight()) / hidden, 0, 1));
      }
    }
  }

  private void zoomTo(double value) {
    fitting = false;
    double clamped = Math.clamp(value, LEAST, MOST);
    zoom.set(Math.abs(clamped - 1) < 0.05 ? 1 : clamped);
  }

  private void fitAgain() {
    // with room for a scroll bar whether it shows or not: else fitting could make it come and go
    // for ever
    double view = scroll.getWidth() - BAR;
    if (view <= 0) {
      return;
    }
    double comfortable = Math.clamp(view / COMFORTABLE, 1, MOST_FITTED);
    // in steps, so that dragging a divider does not lay out anew for every pixel
    room.set(Math.max(360, Math.floor(view / comfortable / 8) * 8));
    if (fitting) {
      zoom.set(Math.clamp(Math.min(comfortable, view / sceneWidth), leastFitted, MOST_FITTED));
    }
  }

  private void wheel(ScrollEvent event) {
    if (event.isShortcutDown() && event.getDeltaY() != 0) {
      zoomAt(event.getSceneX(), event.getSceneY(), event.getDeltaY() > 0 ? 1.1 : 1 / 1.1);
      event.consume();
    }
  }

  private void pinch(ZoomEvent event) {
    zoomAt(event.getSceneX(), event.getSceneY(), event.getZoomFactor());
    event.consume();
  }

  /// @param sceneX what is there stays there, as far as the edges allow
  private void zoomAt(double sceneX, double sceneY, double factor) {
    Point2D held = content.sceneToLocal(sceneX, sceneY);
    zoomTo(zoom.get() * factor);
    scroll.layout();
    Point2D now = content.localToScene(held);
    Point2D off = scroll.sceneToLocal(now).subtract(scroll.sceneToLocal(sceneX, sceneY));
    Bounds view = scroll.getViewportBounds();
    Bounds whole = scroll.getContent().getLayoutBounds();
    scroll.setHvalue(moved(scroll.getHvalue(), off.getX(), whole.getWidth() - view.getWidth()));
    scroll.setVvalue(moved(scroll.getVvalue(), off.getY(), whole.getHeight() - view.getHeight()));
  }

  /// @param hidden how much of the content is not seen
  private static double moved(double value, double by, double hidden) {
    return hidden <= 0 ? value : Math.clamp(value + by / hidden, 0, 1);
  }

  private void key(KeyEvent event) {
    boolean known =
        switch (event.getCode()) {
          case PLUS, ADD, EQUALS -> {
            in();
            yield true;
          }
          case MINUS, SUBTRACT -> {
            out();
            yield true;
          }
          case DIGIT0, NUMPAD0 -> {
            fit();
            yield true;
          }
          default -> false;
        };
    if (known) {
      event.consume();
    }
  }
}
