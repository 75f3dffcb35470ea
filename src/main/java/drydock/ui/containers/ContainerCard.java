// SPDX-License-Identifier: Apache-2.0
package drydock.ui.containers;

import drydock.engine.Container;
import drydock.messages.Messages;
import drydock.ui.kit.Action;
import java.time.Instant;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;

/// One container; kept while the container is there, so that the keyboard's focus stays where it is.
final class ContainerCard {
  private static final List<String> ROLES = List.of("running", "good", "bad", "quiet");

  private final ContainersModel model;
  private final Label name = new Label();
  private final Label image = new Label();
  private final Label status = new Label();
  private final FontIcon icon = new FontIcon();
  private final FlowPane ports = new FlowPane(8, 2);
  private final VBox card;
  private final Action stop;
  private final Action remove;
  private Container container;

  ContainerCard(Container container, ContainersModel model) {
    this.container = container;
    this.model = model;
    stop =
        new Action(
            "container-stop",
            Messages.get("containers.stop"),
            Messages.get("containers.stop.help"),
            "mdi2s-stop",
            null,
            () -> model.stop(this.container));
    remove =
        new Action(
            "container-remove",
            Messages.get("containers.remove"),
            Messages.get("containers.remove.help"),
            "mdi2d-delete-outline",
            null,
            () -> model.remove(this.container));
    name.getStyleClass().add("container-name");
    image.getStyleClass().addAll("mono", "muted");
    status.getStyleClass().add("container-status");
    status.setGraphic(icon);
    status.setWrapText(true);
    ports.managedProperty().bind(ports.visibleProperty());
    HBox head = new HBox(8, name, image);
    head.setAlignment(Pos.BASELINE_LEFT);
    name.setMinWidth(Region.USE_PREF_SIZE);
    card = new VBox(4, head, status, ports, buttons());
    card.getStyleClass().addAll("pane-card", "container-card");
    show();
  }

  Node node() {
    return card;
  }

  private Node buttons() {
    Region space = new Region();
    HBox.setHgrow(space, Priority.ALWAYS);
    HBox buttons = new HBox(6);
    buttons.setAlignment(Pos.CENTER_LEFT);
    if (container.ours()) {
      Action log =
          new Action(
              "container-log",
              Messages.get("containers.log"),
              Messages.get("containers.log.help"),
              "mdi2t-text-box-outline",
              null,
              () -> model.showLog(this.container));
      buttons.getChildren().addAll(small(log), space, small(stop), small(remove));
    } else {
      Label remark = new Label(Messages.get("containers.notOurs"));
      remark.getStyleClass().add("muted");
      buttons.getChildren().add(remark);
    }
    return buttons;
  }

  private static Button small(Action action) {
    Button button = action.button();
    button.getStyleClass().add("small");
    return button;
  }

  void update(Container now) {
    if (!now.equals(container)) {
      container = now;
      show();
    }
  }

  private void show() {
    Container now = container;
    name.setText(now.name());
    image.setText(now.image());
    image.setTooltip(new Tooltip(CommandWords.join(now.command())));
    ports.getChildren().setAll(now.ports().stream().map(this::port).toList());
    ports.setVisible(!now.ports().isEmpty());
    updateBusy();
    tick();
  }

  /// Says again since when.
  void tick() {
    StatusText text = StatusText.of(container, Instant.now());
    status.setText(text.words());
    icon.setIconLiteral(text.icon());
    status.getStyleClass().removeAll(ROLES);
    status.getStyleClass().add(text.role());
    card.setAccessibleText(
        Messages.get("containers.card", container.name(), container.image(), text.words()));
  }

  void updateBusy() {
    boolean idle = !model.busy().contains(container.id());
    boolean alive =
        switch (container.status()) {
          case RUNNING, PAUSED, RESTARTING -> true;
          case CREATED, REMOVING, EXITED, DEAD, UNKNOWN -> false;
        };
    stop.enabledProperty().set(idle && alive);
    remove.enabledProperty().set(idle && container.status() != Container.Status.REMOVING);
  }

  private Node port(Container.Port port) {
    String address = port.hostIp().contains(":") ? "[" + port.hostIp() + "]" : port.hostIp();
    String text = address + ":" + port.hostPort();
    String help = Messages.get("containers.port.help", port.containerPort());
    if (!port.containerPort().endsWith("/tcp")) {
      Label label = new Label(text + " → " + port.containerPort());
      label.getStyleClass().addAll("mono", "muted");
      return label;
    }
    Hyperlink link = new Hyperlink(text);
    link.getStyleClass().add("mono");
    link.setTooltip(new Tooltip(help));
    link.setAccessibleHelp(help);
    boolean any = port.hostIp().equals("0.0.0.0") || port.hostIp().equals("::");
    String host = any ? "127.0.0.1" : address;
    link.setOnAction(_ -> model.openLink("http://" + host + ":" + port.hostPort() + "/"));
    return link;
  }
}
