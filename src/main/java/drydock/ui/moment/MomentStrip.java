// SPDX-License-Identifier: Apache-2.0
package drydock.ui.moment;

import drydock.messages.Messages;
import drydock.moment.Mark;
import drydock.moment.Timeline.Stop;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import javafx.css.PseudoClass;
import javafx.geometry.NodeOrientation;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Region;

/// The line with a sign for each moment at which something happened, evenly spaced in their order,
/// and a hand at the one that is looked at. Each kind has a shape of its own.
final class MomentStrip extends Region {
  private static final PseudoClass PAST = PseudoClass.getPseudoClass("past");
  private static final double HEIGHT = 26;
  private static final double EDGE = 10;
  private static final double SIGN = 10;

  /// Signs closer than this would cover each other: of those, the most telling one is shown.
  private static final double APART = 9;

  private record Sign(int index, Mark.Kind kind, Region node) {}

  private final MomentsModel model;
  private final Region line = new Region();
  private final Region hand = new Region();
  private final List<Sign> signs = new ArrayList<>();

  MomentStrip(MomentsModel model) {
    this.model = model;
    setId("moment-strip");
    setNodeOrientation(
        NodeOrientation.LEFT_TO_RIGHT); // as time runs in the pictures, and with the keys
    getStyleClass().add("moment-strip");
    line.getStyleClass().add("moment-line");
    hand.getStyleClass().add("moment-hand");
    line.setMouseTransparent(true);
    hand.setMouseTransparent(true);
    setMinHeight(HEIGHT);
    setPrefHeight(HEIGHT);
    setMaxHeight(HEIGHT);
    setFocusTraversable(true);
    setAccessibleRole(AccessibleRole.SLIDER);
    getChildren().setAll(line, hand);
    addEventHandler(MouseEvent.MOUSE_PRESSED, this::pressed);
    addEventHandler(MouseEvent.MOUSE_DRAGGED, e -> model.goTo(indexAt(e.getX())));
    addEventHandler(KeyEvent.KEY_PRESSED, this::key);
    model.stopsProperty().addListener(_ -> draw());
    model.placeProperty().addListener(_ -> moved());
    draw();
  }

  private void pressed(MouseEvent event) {
    requestFocus();
    int index = near(event.getX());
    if (event.isShiftDown()) {
      model.compare(index);
    } else {
      model.goTo(index);
    }
    event.consume();
  }

  private void key(KeyEvent event) {
    switch (event.getCode()) {
      case LEFT -> model.step(-1);
      case RIGHT -> model.step(1);
      case PAGE_UP -> model.goTo(happened(-1));
      case PAGE_DOWN -> model.goTo(happened(1));
      case HOME -> model.goTo(0);
      case END -> model.goToNow();
      case ESCAPE -> {
        if (!model.placeProperty().get().past()) {
          return;
        }
        model.goToNow();
      }
      default -> {
        return;
      }
    }
    event.consume();
  }

  /// The next moment in this direction at which something happened.
  private int happened(int direction) {
    List<Stop> stops = model.stopsProperty().get();
    int index = model.placeProperty().get().index() + direction;
    while (index > 0 && index < stops.size() - 1 && stops.get(index).marks().isEmpty()) {
      index += direction;
    }
    return Math.max(0, index);
  }

  private void draw() {
    List<Stop> stops = model.stopsProperty().get();
    signs.clear();
    for (int i = 0; i < stops.size(); i++) {
      Stop stop = stops.get(i);
      if (!stop.marks().isEmpty()) {
        Mark telling = stop.marks().stream().max(Comparator.comparing(Mark::kind)).orElseThrow();
        signs.add(new Sign(i, telling.kind(), sign(stop, telling.kind())));
      }
    }
    getChildren().setAll(line);
    signs.forEach(sign -> getChildren().add(sign.node()));
    getChildren().add(hand);
    moved();
  }

  private static Region sign(Stop stop, Mark.Kind kind) {
    Region node = new Region();
    node.getStyleClass()
        .addAll("moment-sign", kind.name().toLowerCase(Locale.ROOT).replace('_', '-'));
    String words = MomentTexts.time(stop.at()) + "\n" + words(stop);
    Tooltip.install(node, new Tooltip(words));
    node.setAccessibleText(words);
    return node;
  }

  /// All that happened at a stop, a line each.
  static String words(Stop stop) {
    return stop.marks().stream().map(Mark::words).collect(Collectors.joining("\n"));
  }

  private void moved() {
    MomentsModel.Place place = model.placeProperty().get();
    Stop stop = model.stop();
    hand.setVisible(stop != null);
    pseudoClassStateChanged(PAST, place.past());
    setAccessibleText(
        stop == null
            ? Messages.get("moment.strip.none")
            : Messages.get(
                "moment.strip.at",
                MomentTexts.time(stop.at()),
                stop.marks().isEmpty() ? "" : words(stop).replace("\n", ", ")));
    requestLayout();
  }

  private double x(int index) {
    int last = model.stopsProperty().get().size() - 1;
    double room = Math.max(0, getWidth() - 2 * EDGE);
    return EDGE + (last <= 0 ? room : room * index / last);
  }

  private int indexAt(double x) {
    int last = model.stopsProperty().get().size() - 1;
    double room = Math.max(1, getWidth() - 2 * EDGE);
    return (int) Math.round(Math.clamp((x - EDGE) / room, 0, 1) * Math.max(0, last));
  }

  /// The sign under the pointer, or else the moment.
  private int near(double x) {
    return signs.stream()
        .filter(sign -> sign.node().isVisible() && Math.abs(x(sign.index()) - x) <= SIGN / 2 + 1)
        .min(Comparator.comparingDouble(sign -> Math.abs(x(sign.index()) - x)))
        .map(Sign::index)
        .orElseGet(() -> indexAt(x));
  }

  @Override
  protected void layoutChildren() {
    double middle = HEIGHT / 2;
    line.resizeRelocate(0, middle - 1, getWidth(), 2);
    Sign shown = null;
    for (Sign sign : signs) {
      sign.node().resizeRelocate(x(sign.index()) - SIGN / 2, middle - SIGN / 2, SIGN, SIGN);
      boolean covers = shown != null && x(sign.index()) - x(shown.index()) < APART;
      if (covers && shown != null && sign.kind().compareTo(shown.kind()) >= 0) {
        shown.node().setVisible(false);
        covers = false;
      }
      sign.node().setVisible(!covers);
      shown = covers ? shown : sign;
    }
    int index = model.placeProperty().get().index();
    hand.resizeRelocate(Math.round(x(Math.max(0, index))) - 1.5, 0, 3, HEIGHT);
  }
}
