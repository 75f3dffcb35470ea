// SPDX-License-Identifier: Apache-2.0
package drydock.ui.limits;

import drydock.engine.Container;
import drydock.engine.Limits;
import drydock.messages.Messages;
import drydock.ui.kit.Pages;
import drydock.ui.kit.Sentence;
import java.util.List;
import java.util.function.Function;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// The limits of the selected container, to choose from.
public final class LimitsTools {
  private static final long MEGABYTE = 1 << 20;

  private final LimitsModel model;
  private final Label whose = Sentence.muted("");
  private final List<MenuButton> choices;
  private final VBox root;

  public LimitsTools(LimitsModel model) {
    this.model = model;
    choices =
        List.of(
            choice(
                "limits-memory",
                Messages.get("limits.memory"),
                List.of(16, 32, 64, 128, 256, 512),
                n -> Messages.get("limits.megabytes", n),
                n -> Limits.memory(n.longValue() * MEGABYTE)),
            choice(
                "limits-cpus",
                Messages.get("limits.cpus"),
                List.of(0.1, 0.25, 0.5, 1, 2),
                String::valueOf,
                n -> new Limits(0, 0, Math.round(n.doubleValue() * 1e9), 0, 0)),
            choice(
                "limits-pids",
                Messages.get("limits.pids"),
                List.of(5, 10, 20, 50, 100),
                String::valueOf,
                n -> new Limits(0, 0, 0, 0, n.longValue())));
    FlowPane row = new FlowPane(8, 6, whose);
    row.getChildren().addAll(choices);
    row.setAlignment(Pos.CENTER_LEFT);
    Label problem = Sentence.problem(model.problemProperty());
    Node pages =
        new Pages("limits-pages", model.pageProperty(), model.totalProperty(), LimitsModel.MOST)
            .node();
    root = new VBox(6, row, pages, problem);
    model.selectedProperty().addListener((_, _, container) -> show(container));
    show(model.selectedProperty().get());
  }

  public Node node() {
    return root;
  }

  private void show(@Nullable Container container) {
    whose.setText(
        container == null
            ? Messages.get("limits.none")
            : Messages.get("limits.of", container.name()));
    for (MenuButton choice : choices) {
      choice.setVisible(container != null);
      choice.setManaged(container != null);
    }
  }

  private MenuButton choice(
      String id,
      String text,
      List<Number> values,
      Function<Number, String> words,
      Function<Number, Limits> limits) {
    MenuButton button = new MenuButton(text);
    button.setId(id);
    for (Number value : values) {
      MenuItem item = new MenuItem(words.apply(value));
      item.setOnAction(
          _ -> {
            Container container = model.selectedProperty().get();
            if (container != null) {
              model.change(container.id(), limits.apply(value));
            }
          });
      button.getItems().add(item);
    }
    return button;
  }
}
