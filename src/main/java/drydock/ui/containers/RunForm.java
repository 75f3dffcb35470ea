// SPDX-License-Identifier: Apache-2.0
package drydock.ui.containers;

import drydock.engine.Image;
import drydock.messages.Messages;
import drydock.ui.kit.Action;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.beans.binding.Bindings;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// Runs the image on offer: with another command, if one is typed, and its ports published.
final class RunForm {
  private final ContainersModel model;
  private final Label title = new Label();
  private final Label ownCommand = new Label();
  private final TextField command = new TextField();
  private final FlowPane ports = new FlowPane(12, 4);
  private final List<CheckBox> boxes = new ArrayList<>();
  private final VBox form;
  final Action run;

  RunForm(ContainersModel model) {
    this.model = model;
    run =
        new Action(
            "container-run",
            Messages.get("containers.run"),
            Messages.get("containers.run.help"),
            "mdi2p-play",
            "Shortcut+Shift+R",
            () -> model.run(command.getText(), chosenPorts()));
    run.enabledProperty()
        .bind(
            Bindings.createBooleanBinding(
                () ->
                    model.readyProperty().get()
                        && model.imageProperty().get() != null
                        && !model.startingProperty().get(),
                model.readyProperty(),
                model.imageProperty(),
                model.startingProperty()));
    title.getStyleClass().add("container-name");
    title.setMinWidth(0);
    command.setId("container-command");
    command.getStyleClass().add("mono");
    command.setPromptText(Messages.get("containers.run.prompt"));
    ownCommand.getStyleClass().add("muted");
    command.setAccessibleText(Messages.get("containers.run.command"));
    command.setOnAction(_ -> run.run());
    HBox.setHgrow(command, Priority.ALWAYS);
    ports.managedProperty().bind(ports.visibleProperty());
    Button button = run.button();
    button.getStyleClass().add("accent");
    button.setMinWidth(Region.USE_PREF_SIZE);
    HBox line = new HBox(8, command, button);
    line.setAlignment(Pos.CENTER_LEFT);
    form = new VBox(8, title, ownCommand, line, ports);
    form.getStyleClass().addAll("pane-card", "container-card");
    form.managedProperty().bind(form.visibleProperty());
    model.imageProperty().subscribe(this::show);
  }

  Node node() {
    return form;
  }

  private void show(@Nullable Image image) {
    form.setVisible(image != null);
    if (image == null) {
      return;
    }
    title.setText(Messages.get("containers.run.title", model.imageName()));
    Image.Config config = image.config();
    String own =
        CommandWords.join(
            Stream.concat(config.entrypoint().stream(), config.cmd().stream()).toList());
    ownCommand.setText(
        own.isEmpty()
            ? Messages.get("containers.run.noCommand")
            : Messages.get("containers.run.ownCommand", own));
    boxes.clear();
    for (String port : config.exposedPorts()) {
      CheckBox box = new CheckBox(Messages.get("containers.run.port", port));
      box.setUserData(port);
      box.setSelected(true);
      boxes.add(box);
    }
    ports.getChildren().setAll(boxes);
    ports.setVisible(!boxes.isEmpty());
  }

  private Set<String> chosenPorts() {
    return boxes.stream()
        .filter(CheckBox::isSelected)
        .map(b -> b.getUserData().toString())
        .collect(Collectors.toSet());
  }
}
