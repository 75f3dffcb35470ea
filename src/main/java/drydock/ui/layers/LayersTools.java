// SPDX-License-Identifier: Apache-2.0
package drydock.ui.layers;

import drydock.engine.ImageSummary;
import drydock.messages.Messages;
import drydock.ui.kit.Sentence;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.RadioMenuItem;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;

/// Which image the picture of layers shows, and which ones beside it.
public final class LayersTools {
  private static final int MOST = 60;

  private final LayersModel model;
  private final MenuButton image = menu("layers-image", "mdi2l-layers-outline");
  private final MenuButton compare = menu("layers-compare", "mdi2c-compare-horizontal");
  private final VBox root;
  private List<ImageSummary> offered = List.of();

  public LayersTools(LayersModel model) {
    this.model = model;
    image.setTooltip(new Tooltip(Messages.get("layers.image.help")));
    compare.setTooltip(new Tooltip(Messages.get("layers.compare.help")));
    compare.setText(Messages.get("layers.compare"));
    FlowPane row = new FlowPane(8, 6, image, compare);
    row.setAlignment(Pos.CENTER_LEFT);
    root = new VBox(6, row, Sentence.problem(model.problemProperty()));
    model.factsProperty().addListener((_, _, _) -> show());
    show();
  }

  public Node node() {
    return root;
  }

  /// An open menu keeps its entries as long as they are the same.
  private void show() {
    ImageSummary shown = model.shown();
    image.setText(shown == null ? Messages.get("layers.image.none") : model.name(shown));
    List<ImageSummary> images = model.images().stream().limit(MOST).toList();
    if (!images.equals(offered)) {
      offered = images;
      image.getItems().setAll(images.stream().map(this::choice).toList());
      compare.getItems().setAll(images.stream().map(this::beside).toList());
    }
    image.setDisable(images.isEmpty());
    compare.setDisable(images.size() < 2);
    for (int i = 0; i < offered.size(); i++) {
      boolean isShown = shown != null && shown.id().equals(offered.get(i).id());
      ((RadioMenuItem) image.getItems().get(i)).setSelected(isShown);
      CheckMenuItem other = (CheckMenuItem) compare.getItems().get(i);
      other.setSelected(!isShown && model.isCompared(offered.get(i)));
      other.setDisable(isShown);
    }
  }

  private MenuItem choice(ImageSummary each) {
    RadioMenuItem item = new RadioMenuItem(model.name(each));
    item.setMnemonicParsing(false);
    item.setOnAction(
        _ -> {
          model.choose(each);
          show();
        });
    return item;
  }

  private MenuItem beside(ImageSummary each) {
    CheckMenuItem item = new CheckMenuItem(model.name(each));
    item.setMnemonicParsing(false);
    item.setOnAction(
        _ -> {
          model.compare(each, item.isSelected());
          show();
        });
    return item;
  }

  private static MenuButton menu(String id, String icon) {
    MenuButton button = new MenuButton("", new FontIcon(icon));
    button.setId(id);
    button.setMnemonicParsing(false);
    return button;
  }
}
