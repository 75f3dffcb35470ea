// SPDX-License-Identifier: Apache-2.0
package drydock.ui.network;

import drydock.engine.Container;
import drydock.engine.Network;
import drydock.messages.Messages;
import drydock.ui.kit.Action;
import drydock.ui.kit.Sentence;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Function;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;

/// What can be done in the picture of networks: ask, connect, disconnect, make and remove networks.
public final class NetworkTools {
  private final NetworkModel model;
  private final Label whose = Sentence.muted("");
  private final MenuButton connect = menu("network-connect", Messages.get("network.connect"));
  private final MenuButton disconnect =
      menu("network-disconnect", Messages.get("network.disconnect"));
  private final Action askOne;
  private final Action remove;
  private final VBox root;

  public NetworkTools(NetworkModel model) {
    this.model = model;
    Action ask =
        new Action(
            "network-ask",
            Messages.get("network.ask.text"),
            Messages.get("network.ask.help"),
            "mdi2m-magnify-scan",
            null,
            model::askAll);
    askOne =
        new Action(
            "network-ask-one",
            Messages.get("network.askOne.text"),
            Messages.get("network.askOne.help"),
            null,
            null,
            model::askSelected);
    remove =
        new Action(
            "network-remove",
            Messages.get("network.remove.text"),
            Messages.get("network.remove.help"),
            null,
            null,
            model::remove);
    connect.setTooltip(new Tooltip(Messages.get("network.connect.help")));
    disconnect.setTooltip(new Tooltip(Messages.get("network.disconnect.help")));
    MenuButton create = menu("network-create", Messages.get("network.create"));
    create.setGraphic(new FontIcon("mdi2p-plus"));
    create.setTooltip(new Tooltip(Messages.get("network.create.help")));
    create
        .getItems()
        .setAll(
            create("network-create-plain", Messages.get("network.create.plain"), false),
            create("network-create-internal", Messages.get("network.create.internal"), true));
    FlowPane row =
        new FlowPane(
            8, 6, ask.button(), askOne.button(), connect, disconnect, create, remove.button());
    row.setAlignment(Pos.CENTER_LEFT);
    Label problem = Sentence.problem(model.problemProperty());
    root = new VBox(6, row, whose, problem);
    model.factsProperty().addListener((_, _, _) -> show());
    show();
  }

  public Node node() {
    return root;
  }

  private void show() {
    Container container = model.selectedContainer();
    Network network = model.selectedNetwork();
    Container asker = model.asker();
    whose.setText(
        container != null
            ? container.ours()
                ? Messages.get("network.selected", container.name())
                : Messages.get("network.notOursContainer", container.name())
            : network != null
                ? Messages.get("network.selected", network.name())
                : asker != null
                    ? Messages.get("network.asker", asker.name())
                    : Messages.get("network.none"));
    fill(
        connect,
        "network.connect.to",
        container,
        model::connectable,
        (one, other) -> model.connect(one.id(), other.id()));
    fill(
        disconnect,
        "network.disconnect.from",
        container,
        model::disconnectable,
        (one, other) -> model.disconnect(one.id(), other.id()));
    askOne.enabledProperty().set(model.asker() != null);
    remove.enabledProperty().set(model.canRemove());
  }

  /// An open menu keeps its entries as long as they are the same.
  private void fill(
      MenuButton menu,
      String key,
      @Nullable Container container,
      Function<Container, List<Network>> choices,
      BiConsumer<Container, Network> action) {
    boolean able = container != null && model.canMove(container.id());
    List<MenuItem> items =
        !able || container == null
            ? List.of()
            : choices.apply(container).stream()
                .map(network -> item(key, container, network, action))
                .toList();
    menu.setDisable(items.isEmpty());
    if (!texts(items).equals(texts(menu.getItems()))) {
      menu.getItems().setAll(items);
    }
  }

  private static List<String> texts(List<MenuItem> items) {
    return items.stream().map(MenuItem::getText).toList();
  }

  private static MenuItem item(
      String key, Container container, Network network, BiConsumer<Container, Network> action) {
    MenuItem item = new MenuItem(Messages.get(key, container.name(), network.name()));
    item.setMnemonicParsing(false);
    item.setOnAction(_ -> action.accept(container, network));
    return item;
  }

  private MenuItem create(String id, String text, boolean internal) {
    return new Action(id, text, text, null, null, () -> model.create(internal)).menuItem();
  }

  private static MenuButton menu(String id, String text) {
    MenuButton button = new MenuButton(text);
    button.setId(id);
    return button;
  }
}
