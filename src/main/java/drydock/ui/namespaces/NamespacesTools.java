// SPDX-License-Identifier: Apache-2.0
package drydock.ui.namespaces;

import drydock.messages.Messages;
import drydock.ui.kit.Action;
import drydock.ui.kit.Sentence;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;

/// What can be done in the picture of namespaces: start a container that shares one, ask for the
/// machine's own.
public final class NamespacesTools {
  private final VBox root;

  public NamespacesTools(NamespacesModel model) {
    MenuButton share =
        new MenuButton(
            Messages.get("namespaces.share.text"), new FontIcon("mdi2s-share-variant-outline"));
    share.setId("namespaces-share");
    share.setTooltip(new Tooltip(Messages.get("namespaces.share.help")));
    Action network =
        join(model, NamespacesModel.Join.NETWORK, Messages.get("namespaces.share.network"));
    Action processes =
        join(model, NamespacesModel.Join.PROCESSES, Messages.get("namespaces.share.processes"));
    Action machine =
        join(
            model,
            NamespacesModel.Join.MACHINE_PROCESSES,
            Messages.get("namespaces.share.machine"));
    network.enabledProperty().bind(model.joinableProperty());
    processes.enabledProperty().bind(model.joinableProperty());
    share.getItems().addAll(network.menuItem(), processes.menuItem(), machine.menuItem());
    share.disableProperty().bind(model.ableProperty().not());
    Action ask =
        new Action(
            "namespaces-ask",
            Messages.get("namespaces.ask.text"),
            Messages.get("namespaces.ask.help"),
            "mdi2m-magnify-scan",
            null,
            model::askHelpers);
    ask.enabledProperty().bind(model.ableProperty());
    Button button = ask.button();
    FlowPane row = new FlowPane(8, 6, share, button);
    row.setAlignment(Pos.CENTER_LEFT);
    Label noImage = Sentence.muted(Messages.get("namespaces.noImage"), model.ableProperty().not());
    Label problem = Sentence.problem(model.problemProperty());
    root = new VBox(6, row, noImage, problem);
  }

  public Node node() {
    return root;
  }

  private static Action join(NamespacesModel model, NamespacesModel.Join join, String text) {
    return new Action(
        "namespaces-share-" + join.name().toLowerCase(java.util.Locale.ROOT),
        text,
        text,
        null,
        null,
        () -> model.start(join));
  }
}
