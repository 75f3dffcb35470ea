// SPDX-License-Identifier: Apache-2.0
package drydock.ui.moment;

import drydock.messages.Messages;
import drydock.moment.Difference;
import drydock.moment.Timeline.Stop;
import java.util.Locale;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;

/// The strip of moments, what happened at the one that is looked at, and, while that is not the
/// present, where one is and the way back.
public final class MomentsView {
  private final MomentsModel model;
  private final Label words = new Label();
  private final Label where = new Label();
  private final Button play;
  private final Button now;
  private final Button compare;
  private final Button live;
  private final HBox banner;
  private final Label title = new Label();
  private final VBox differences = new VBox();
  private final VBox comparison;
  private final VBox root;

  public MomentsView(MomentsModel model) {
    this.model = model;
    Label name = new Label(Messages.get("moment.title"));
    name.getStyleClass().add("moment-title");
    name.setMinWidth(Label.USE_PREF_SIZE);
    words.setId("moment-words");
    words.getStyleClass().add("moment-words");
    words.setWrapText(true);
    words.setMinHeight(Label.USE_PREF_SIZE);
    words.setMaxWidth(Double.MAX_VALUE);
    words.setMinWidth(0);
    HBox.setHgrow(words, Priority.ALWAYS);
    HBox head = new HBox(name, words);
    head.getStyleClass().add("moment-head");
    head.setAlignment(Pos.BASELINE_LEFT);

    where.setId("moment-where");
    where.getStyleClass().add("moment-where");
    where.setWrapText(true);
    where.setMinHeight(Label.USE_PREF_SIZE);
    where.setMaxWidth(Double.MAX_VALUE);
    where.setMinWidth(0);
    HBox.setHgrow(where, Priority.ALWAYS);
    play = button("moment-play", "", "mdi2p-play", () -> model.play(!playing()));
    compare =
        button(
            "moment-compare",
            Messages.get("moment.compare"),
            "mdi2c-compare-horizontal",
            model::compareWithLast);
    compare.setTooltip(new Tooltip(Messages.get("moment.compare.help")));
    now = button("moment-now", Messages.get("moment.backToNow"), "mdi2s-skip-next", model::goToNow);
    live =
        button(
            "moment-live", Messages.get("moment.backToLive"), "mdi2a-access-point", model::goLive);
    banner = new HBox(where, play, compare, now, live);
    banner.setId("moment-banner");
    banner.getStyleClass().add("moment-banner");
    banner.setAlignment(Pos.CENTER_LEFT);

    title.setId("moment-comparison");
    title.getStyleClass().add("moment-comparison-title");
    title.setWrapText(true);
    title.setMaxWidth(Double.MAX_VALUE);
    HBox.setHgrow(title, Priority.ALWAYS);
    Button close = button("moment-compare-close", "", "mdi2c-close", model::endComparison);
    close.setAccessibleText(Messages.get("moment.compare.close"));
    close.setTooltip(new Tooltip(Messages.get("moment.compare.close")));
    close.getStyleClass().addAll("icon-button", "flat");
    ScrollPane scroll = new ScrollPane(differences);
    scroll.setFitToWidth(true);
    scroll.getStyleClass().add("moment-differences");
    comparison = new VBox(new HBox(title, close), scroll);
    comparison.getStyleClass().add("moment-comparison");

    root = new VBox(banner, head, new MomentStrip(model), comparison);
    root.setId("moments");
    root.getStyleClass().addAll("pane-card", "moments");
    for (Node node : new Node[] {banner, comparison, play, now, live, compare}) {
      node.managedProperty().bind(node.visibleProperty());
    }
    model.placeProperty().subscribe(_ -> show());
    model.stopsProperty().subscribe(_ -> show());
    model.replayProperty().subscribe(_ -> show());
    model.playingProperty().subscribe(_ -> show());
    model.comparisonProperty().subscribe(_ -> compare());
  }

  public Node node() {
    return root;
  }

  private boolean playing() {
    return model.playingProperty().get();
  }

  private static Button button(String id, String text, String icon, Runnable handler) {
    Button button = new Button(text, new FontIcon(icon));
    button.setId(id);
    button.setMinWidth(Button.USE_PREF_SIZE);
    button.setOnAction(_ -> handler.run());
    return button;
  }

  private void show() {
    Stop stop = model.stop();
    String replay = model.replayProperty().get();
    boolean past = model.placeProperty().get().past() && stop != null;
    boolean last = model.placeProperty().get().index() == model.stopsProperty().get().size() - 1;
    root.setVisible(stop != null);
    root.setManaged(stop != null);
    banner.setVisible(past);
    play.setVisible(replay != null);
    live.setVisible(replay != null);
    now.setVisible(replay == null);
    compare.setVisible(!last);
    String text = playing() ? Messages.get("moment.pause") : Messages.get("moment.play");
    play.setGraphic(new FontIcon(playing() ? "mdi2p-pause" : "mdi2p-play"));
    play.setAccessibleText(text);
    play.setTooltip(new Tooltip(text));
    if (stop != null) {
      String time = MomentTexts.time(stop.at());
      where.setText(
          replay == null
              ? Messages.get("moment.where", time)
              : Messages.get("moment.where.replay", replay, time));
      words.setText(happened(stop));
    }
  }

  /// The stop's own words; at the present, when nothing happened just now, what happened last.
  private String happened(Stop stop) {
    Stop telling = stop;
    if (stop.marks().isEmpty()) {
      telling =
          model.stopsProperty().get().subList(0, model.placeProperty().get().index() + 1).stream()
              .filter(s -> !s.marks().isEmpty())
              .reduce((_, later) -> later)
              .orElse(stop);
    }
    return telling.marks().isEmpty()
        ? Messages.get("moment.nothing")
        : MomentTexts.time(telling.at()) + "  " + MomentStrip.words(telling).replace("\n", ", ");
  }

  private void compare() {
    MomentsModel.Comparison compared = model.comparisonProperty().get();
    comparison.setVisible(compared != null);
    differences.getChildren().clear();
    if (compared == null) {
      return;
    }
    title.setText(MomentTexts.title(compared));
    for (Difference difference : compared.differences()) {
      Label line = new Label(MomentTexts.sign(difference.kind()) + "  " + difference.words());
      line.setWrapText(true);
      line.getStyleClass()
          .addAll("moment-difference", difference.kind().name().toLowerCase(Locale.ROOT));
      differences.getChildren().add(line);
    }
  }
}
