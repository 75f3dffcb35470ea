// SPDX-License-Identifier: Apache-2.0
package drydock.ui.shell;

import drydock.messages.Messages;
import drydock.ui.kit.Action;
import javafx.beans.value.ObservableBooleanValue;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.MenuBar;
import javafx.scene.image.Image;
import javafx.scene.image.ImageView;
import javafx.scene.input.KeyCombination;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;

/// The bar at the top: where one is, the engine in a word, and the three things done most.
final class Header {
  /// Below this width, in pixels, only what cannot be missed is shown.
  private static final double ROOMY = 1100;

  private final HBox bar = new HBox();
  private final Label place = new Label();

  /// @param building build's button is shown while nothing builds, cancel's while something does
  Header(
      Image icon,
      MenuBar menu,
      EngineBadge engine,
      Action theme,
      Action run,
      Action build,
      Action cancel,
      ObservableBooleanValue building) {
    ImageView sign = new ImageView(icon);
    sign.setFitWidth(22);
    sign.setFitHeight(22);
    Label brand = new Label(Messages.get("shell.name"), sign);
    brand.getStyleClass().add("brand");
    brand.setMinWidth(Region.USE_PREF_SIZE);
    menu.setMinWidth(Region.USE_PREF_SIZE);
    place.setId("place");
    place.getStyleClass().add("place");
    place.setMaxWidth(Double.MAX_VALUE);
    HBox.setHgrow(place, Priority.ALWAYS);
    Button buildButton = prominent(build);
    buildButton.getStyleClass().add("accent");
    Button cancelButton = prominent(cancel);
    cancelButton.getStyleClass().add("danger");
    only(cancelButton, building, true);
    only(buildButton, building, false);
    Button runButton = prominent(run);
    engine.node().setMinWidth(120);
    // what the others leave is its room
    place.setMinWidth(0);
    place.setPrefWidth(0);
    bar.widthProperty()
        .subscribe(
            width -> {
              boolean roomy = width.doubleValue() >= ROOMY;
              brand.setContentDisplay(roomy ? ContentDisplay.LEFT : ContentDisplay.GRAPHIC_ONLY);
              place.setVisible(roomy);
              name(runButton, run, roomy);
              name(buildButton, build, roomy);
              name(cancelButton, cancel, roomy);
            });
    bar.getChildren()
        .setAll(
            brand,
            menu,
            place,
            engine.node(),
            theme.iconButton(),
            runButton,
            buildButton,
            cancelButton);
    bar.setAlignment(Pos.CENTER_LEFT);
    bar.getStyleClass().add("header");
  }

  Node node() {
    return bar;
  }

  /// Says where one is: "Containers from zero › Your first Dockerfile".
  void setPlace(String text) {
    place.setText(text);
    place.setAccessibleText(text);
  }

  private static Button prominent(Action action) {
    Button button = action.button();
    button.setMinWidth(Region.USE_PREF_SIZE);
    return button;
  }

  private static void name(Button button, Action action, boolean withShortcut) {
    KeyCombination shortcut = withShortcut ? action.shortcut() : null;
    button.setText(
        shortcut == null ? action.text() : action.text() + "  " + shortcut.getDisplayText());
  }

  private static void only(Button button, ObservableBooleanValue building, boolean when) {
    button.setVisible(building.get() == when);
    building.addListener((_, _, now) -> button.setVisible(now == when));
    button.managedProperty().bind(button.visibleProperty());
  }
}
