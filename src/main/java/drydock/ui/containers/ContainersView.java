// SPDX-License-Identifier: Apache-2.0
package drydock.ui.containers;

import drydock.engine.Container;
import drydock.messages.Messages;
import drydock.ui.kit.Action;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import javafx.animation.Animation;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.beans.InvalidationListener;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.util.Duration;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;

/// Shows a [ContainersModel]: the image that can be run, then a card a container.
public final class ContainersView {
  /// More cards than this nobody reads, and each costs nodes.
  private static final int MOST_CARDS = 200;

  private final ContainersModel model;
  private final RunForm form;
  private final CheckBox showOthers = new CheckBox(Messages.get("containers.others"));
  private final Label remark = new Label();
  private final VBox cards = new VBox(8);
  private final BorderPane root = new BorderPane();
  private final Map<String, ContainerCard> byId = new HashMap<>();
  private final Timeline ticks =
      new Timeline(
          new KeyFrame(Duration.seconds(10), _ -> byId.values().forEach(ContainerCard::tick)));

  public ContainersView(ContainersModel model) {
    this.model = model;
    form = new RunForm(model);
    showOthers.setId("containers-others");
    remark.setId("containers-remark");
    remark.setWrapText(true);
    remark.getStyleClass().add("muted");
    remark.managedProperty().bind(remark.visibleProperty());

    VBox content = new VBox(10, form.node(), problem(), remark, cards, showOthers);
    content.getStyleClass().add("containers-content");
    ScrollPane scroll = new ScrollPane(content);
    scroll.setFitToWidth(true);
    scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
    root.setCenter(scroll);
    root.getStyleClass().add("containers-pane");

    InvalidationListener changed = _ -> show();
    model.ours().addListener(changed);
    model.others().addListener(changed);
    model.readyProperty().addListener(changed);
    model.imageProperty().addListener(changed);
    showOthers.selectedProperty().addListener(changed);
    model
        .busy()
        .addListener((InvalidationListener) _ -> byId.values().forEach(ContainerCard::updateBusy));
    ticks.setCycleCount(Animation.INDEFINITE);
    root.sceneProperty().subscribe(this::tickWhileShown);
    show();
  }

  public Node node() {
    return root;
  }

  /// What can be done here, for a menu.
  public List<Action> actions() {
    return List.of(form.run);
  }

  private void tickWhileShown(@Nullable Scene scene) {
    if (scene == null) {
      ticks.stop();
    } else {
      ticks.play();
    }
  }

  private Node problem() {
    Label text = new Label();
    text.setId("containers-problem");
    text.setWrapText(true);
    text.setGraphic(new FontIcon("mdi2a-alert-circle"));
    text.textProperty().bind(model.problemProperty());
    HBox.setHgrow(text, Priority.ALWAYS);
    text.setMaxWidth(Double.MAX_VALUE);
    Button close =
        new Action(
                "containers-problem-close",
                Messages.get("containers.problem.close"),
                Messages.get("containers.problem.close.help"),
                "mdi2c-close",
                null,
                model::forgetProblem)
            .iconButton();
    close.getStyleClass().addAll("flat", "small");
    HBox strip = new HBox(8, text, close);
    strip.setAlignment(Pos.TOP_LEFT);
    strip.getStyleClass().add("containers-problem");
    strip.visibleProperty().bind(model.problemProperty().isNotEmpty());
    strip.managedProperty().bind(strip.visibleProperty());
    return strip;
  }

  private void show() {
    List<Container> wanted = new ArrayList<>(model.ours());
    if (showOthers.isSelected()) {
      wanted.addAll(model.others());
    }
    List<Container> shown = wanted.subList(0, Math.min(MOST_CARDS, wanted.size()));
    byId.keySet().retainAll(shown.stream().map(Container::id).toList());
    List<Node> nodes = new ArrayList<>();
    for (Container container : shown) {
      ContainerCard card =
          byId.computeIfAbsent(container.id(), _ -> new ContainerCard(container, model));
      card.update(container);
      nodes.add(card.node());
    }
    arrange(cards.getChildren(), nodes);
    showOthers.setVisible(model.readyProperty().get());
    showOthers.setText(Messages.get("containers.others", model.others().size()));
    remark.setText(remarkText(wanted.size() - shown.size()));
    remark.setVisible(!remark.getText().isEmpty());
  }

  /// Moves only what has to be moved: whatever is put in anew is styled anew, which takes its time with a hundred cards.
  private static void arrange(List<Node> present, List<Node> wanted) {
    present.retainAll(new HashSet<>(wanted));
    for (int i = 0; i < wanted.size(); i++) {
      Node next = wanted.get(i);
      if (i == present.size() || !present.get(i).equals(next)) {
        present.remove(next);
        present.add(i, next);
      }
    }
  }

  private String remarkText(int more) {
    if (!model.readyProperty().get()) {
      return Messages.get("containers.noEngine");
    } else if (more > 0) {
      return Messages.get("containers.more", more);
    } else if (!model.ours().isEmpty()) {
      return "";
    }
    return model.imageProperty().get() == null
        ? Messages.get("containers.empty")
        : Messages.get("containers.emptyButBuilt");
  }
}
