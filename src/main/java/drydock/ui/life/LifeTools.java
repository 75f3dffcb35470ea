// SPDX-License-Identifier: Apache-2.0
package drydock.ui.life;

import drydock.messages.Messages;
import drydock.ui.kit.Action;
import drydock.ui.kit.Sentence;
import java.time.Duration;
import javafx.geometry.NodeOrientation;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Slider;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/// Zoom and scrub: how much time the picture of lives shows, and up to when.
public final class LifeTools {
  private static final double STEP = 0.02;

  private final LifeModel model;
  private final Slider scrub = new Slider(0, 1, 1);
  private final VBox root;
  private boolean following;

  public LifeTools(LifeModel model) {
    this.model = model;
    Button out = button("life-out", Messages.get("life.out"), "mdi2m-minus", () -> model.zoom(-1));
    Button in = button("life-in", Messages.get("life.in"), "mdi2p-plus", () -> model.zoom(1));
    Label span = new Label();
    span.setMinWidth(Label.USE_PREF_SIZE);
    span.textProperty().bind(model.spanProperty().map(LifeTools::words));
    Action now =
        new Action(
            "life-now",
            Messages.get("life.now"),
            Messages.get("life.nowHelp"),
            "mdi2s-skip-forward-outline",
            null,
            model::now);
    now.enabledProperty().bind(model.liveProperty().not());
    Button toNow = now.button();
    toNow.setMinWidth(Button.USE_PREF_SIZE);
    scrub.setId("life-scrub");
    scrub.setBlockIncrement(STEP);
    scrub.setAccessibleText(Messages.get("life.scrub"));
    scrub.setTooltip(new Tooltip(Messages.get("life.scrub")));
    scrub.disableProperty().bind(model.moreProperty().not());
    scrub.valueProperty().addListener((_, _, place) -> go(place.doubleValue()));
    model.positionProperty().addListener((_, _, place) -> follow(place.doubleValue()));
    follow(model.positionProperty().get());
    scrub.setNodeOrientation(NodeOrientation.LEFT_TO_RIGHT); // as time runs in the picture
    HBox.setHgrow(scrub, Priority.ALWAYS);
    HBox row = new HBox(6, out, span, in, scrub, toNow);
    row.setAlignment(Pos.CENTER_LEFT);
    root = new VBox(6, row, Sentence.problem(model.problemProperty()));
  }

  public Node node() {
    return root;
  }

  private void go(double place) {
    if (!following) {
      model.scrub(place);
    }
  }

  private void follow(double place) {
    following = true;
    scrub.setValue(place);
    following = false;
  }

  private static Button button(String id, String text, String icon, Runnable handler) {
    Button button = new Action(id, text, text, icon, null, handler).iconButton();
    button.setMinWidth(Button.USE_PREF_SIZE);
    return button;
  }

  private static String words(Duration span) {
    if (span.toDays() > 0) {
      return Messages.get("life.days", span.toDays());
    }
    if (span.toHours() > 0) {
      return Messages.get("life.hours", span.toHours());
    }
    return span.toMinutes() > 0
        ? Messages.get("life.minutes", span.toMinutes())
        : Messages.get("life.seconds", span.toSeconds());
  }
}
