// SPDX-License-Identifier: Apache-2.0
package drydock.ui.stack;

import drydock.messages.Messages;
import drydock.ui.kit.Action;
import drydock.ui.kit.Sentence;
import javafx.beans.binding.Bindings;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;

/// What can be done in the picture of the stack: start one more app, or many, and remove them again.
public final class StackTools {
  private static final int MANY = 20;

  private final VBox root;

  public StackTools(StackModel model) {
    Action one =
        new Action(
            "stack-one",
            Messages.get("stack.one.text"),
            Messages.get("stack.one.help"),
            "mdi2p-plus",
            null,
            () -> model.start(1));
    Action many =
        new Action(
            "stack-many",
            Messages.get("stack.many.text", MANY),
            Messages.get("stack.many.help", MANY),
            null,
            null,
            () -> model.start(MANY));
    Action remove =
        new Action(
            "stack-remove",
            Messages.get("stack.remove.text"),
            Messages.get("stack.remove.help"),
            "mdi2d-delete-outline",
            null,
            model::removeMine);
    one.enabledProperty().bind(model.ableProperty().and(model.busyProperty().not()));
    many.enabledProperty().bind(model.ableProperty().and(model.busyProperty().not()));
    remove
        .enabledProperty()
        .bind(model.mineProperty().greaterThan(0).and(model.busyProperty().not()));
    Button removal = remove.button();
    removal
        .textProperty()
        .bind(
            Bindings.createStringBinding(
                () -> Messages.get("stack.remove.count", model.mineProperty().get()),
                model.mineProperty()));
    FlowPane row = new FlowPane(8, 6, one.button(), many.button(), removal);
    row.setAlignment(Pos.CENTER_LEFT);
    Label noImage = Sentence.muted(Messages.get("stack.noImage"), model.ableProperty().not());
    Label problem = Sentence.problem(model.problemProperty());
    root = new VBox(6, row, noImage, problem);
  }

  public Node node() {
    return root;
  }
}
