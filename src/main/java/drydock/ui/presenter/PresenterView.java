// SPDX-License-Identifier: Apache-2.0
package drydock.ui.presenter;

import drydock.diagram.TextStyle;
import drydock.messages.Messages;
import drydock.ui.kit.Scaled;
import drydock.ui.presenter.PresenterModel.Part;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// One or two parts of the window, as large as a room needs them, under a slim bar.
public final class PresenterView {
  /// On a screen of 1080 lines the smallest letters are of 24 pixels; on others in proportion.
  private static final double LINES = 1080 * TextStyle.SMALL.size() / 24;

  /// Less can a part not be laid out in.
  private static final double LEAST_WIDTH = 640;

  private static final PseudoClass SPOTLIGHT = PseudoClass.getPseudoClass("spotlight");

  private final PresenterModel model;
  private final HBox stage = new HBox();
  private final Pane dark = new Pane();
  private final Scaled scaled;
  private final StackPane root;
  private Map<Part, Region> parts = Map.of();
  private @Nullable Node before;

  public PresenterView(PresenterModel model) {
    this.model = model;
    VBox.setVgrow(stage, Priority.ALWAYS);
    stage.getStyleClass().add("presenter-stage");
    stage.setMinHeight(0); // parts scroll
    VBox content = new VBox(new PresenterBar(model).node(), stage);
    content.getStyleClass().add("presenter");
    scaled = new Scaled(content, PresenterView::factor);
    dark.setId("presenter-dark");
    dark.getStyleClass().add("presenter-dark");
    dark.setAccessibleText(Messages.get("presenter.dark"));
    dark.visibleProperty().bind(model.blackProperty());
    dark.addEventHandler(MouseEvent.MOUSE_PRESSED, _ -> model.turnBlack());
    root = new StackPane(scaled.node(), dark);
    root.setId("presenter");
    root.getStyleClass().add("shell");
    root.setFocusTraversable(true);
    root.visibleProperty().bind(model.onProperty());
    model.spotlightProperty().subscribe(on -> content.pseudoClassStateChanged(SPOTLIGHT, on));
    model.partsProperty().subscribe(_ -> arrange());
  }

  public Parent node() {
    return root;
  }

  /// How many times as large as usual everything is shown.
  static double factor(double width, double height) {
    return Math.max(1, Math.min(height / LINES, width / LEAST_WIDTH));
  }

  /// Whatever is pressed has to come by here first.
  ///
  /// @param around a node that all others are in
  public void listen(Node around) {
    PresenterKeys keys = new PresenterKeys(model);
    around.addEventFilter(KeyEvent.KEY_PRESSED, keys::pressed);
  }

  /// Takes the parts in and shows those that are to be seen.
  public void take(Map<Part, Region> all) {
    Scene scene = root.getScene();
    before = scene == null ? null : scene.getFocusOwner();
    parts = Map.copyOf(all);
    arrange();
    root.requestFocus();
  }

  /// Lets go of them.
  ///
  /// @param home puts them where they came from; then the keyboard is where it was before
  public void giveBack(Runnable home) {
    parts = Map.of();
    stage.getChildren().clear();
    home.run();
    if (before != null) {
      before.requestFocus();
    }
  }

  private void arrange() {
    Scene scene = root.getScene();
    Node focused = scene == null ? null : scene.getFocusOwner();
    List<Region> shown =
        model.partsProperty().get().stream().map(parts::get).filter(Objects::nonNull).toList();
    if (shown.equals(stage.getChildren())) {
      return;
    }
    for (Region part : shown) {
      part.setPrefWidth(0);
      HBox.setHgrow(part, Priority.ALWAYS);
    }
    stage.getChildren().setAll(shown);
    if (focused != null && focused.getScene() == null) {
      root.requestFocus();
    }
  }
}
