// SPDX-License-Identifier: Apache-2.0
package drydock.ui.files;

import drydock.diagram.Palette;
import drydock.diagram.Scene;
import drydock.messages.Messages;
import drydock.ui.kit.Action;
import drydock.ui.kit.Sentence;
import java.util.function.Consumer;
import javafx.beans.binding.Bindings;
import javafx.beans.property.ObjectProperty;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.Tab;
import javafx.scene.control.TabPane;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// Shows a [FilesModel]: the files of a layer, what the selected one holds, and its path through all layers.
public final class FilesView {
  private final FilesModel model;
  private final Label title = new Label();
  private final TabPane tabs = new TabPane();
  private final Tab files = tab("files-tab-files", Messages.get("files.tab.files"));
  private final Tab content = tab("files-tab-content", Messages.get("files.tab.content"));
  private final Tab drill = tab("files-tab-drill", Messages.get("files.tab.drill"));
  private final ContentTab contentTab;
  private final DrillTab drillTab;
  private final VBox root;

  /// @param onClose what the button to close it does
  public FilesView(FilesModel model, Runnable onClose) {
    this.model = model;
    contentTab = new ContentTab(model);
    drillTab = new DrillTab(model);
    files.setContent(new FilesTab(model, this::look).node());
    content.setContent(contentTab.node());
    drill.setContent(drillTab.node());
    tabs.getTabs().setAll(files, content, drill);
    tabs.setTabClosingPolicy(TabPane.TabClosingPolicy.UNAVAILABLE);
    VBox.setVgrow(tabs, Priority.ALWAYS);
    title.getStyleClass().add("files-title");
    title.setMaxWidth(Double.MAX_VALUE);
    HBox.setHgrow(title, Priority.ALWAYS);
    var close =
        new Action(
                "files-close",
                Messages.get("files.close"),
                Messages.get("files.close"),
                "mdi2c-close",
                null,
                onClose)
            .iconButton();
    close.getStyleClass().add("flat");
    HBox head = new HBox(8, title, close);
    head.setAlignment(Pos.CENTER_LEFT);
    head.getStyleClass().add("files-head");
    Label done = Sentence.muted("", Bindings.isNotEmpty(model.doneProperty()));
    done.textProperty().bind(model.doneProperty());
    VBox said = new VBox(2, Sentence.problem(model.problemProperty()), done);
    said.getStyleClass().add("files-said");
    root = new VBox(head, tabs, said);
    root.getStyleClass().add("files-pane");
    root.setMinHeight(80);
    tabs.getSelectionModel().selectedItemProperty().addListener((_, _, _) -> lookAgain());
    model.selectedProperty().addListener((_, _, _) -> lookAgain());
    model.readingProperty().addListener((_, _, _) -> lookAgain());
    model.slabProperty().addListener((_, _, slab) -> show(slab));
    show(model.slabProperty().get());
  }

  public Region node() {
    return root;
  }

  /// The colours that the drilled path is drawn in.
  public ObjectProperty<Palette> paletteProperty() {
    return drillTab.paletteProperty();
  }

  /// @param handler asks where a file of this name shall go, and calls [#extract]
  public void setOnExtract(Consumer<String> handler) {
    contentTab.setOnExtract(handler);
  }

  /// Writes the selected file here.
  public void extract(java.nio.file.Path target) {
    model.extract(target);
  }

  /// @param handler writes the picture of the drilled path into a file
  public void setOnSaveDrill(Consumer<Scene> handler) {
    drillTab.setOnSave(handler);
  }

  private void show(@Nullable Slab slab) {
    String text =
        switch (slab) {
          case null -> "";
          case Slab.Own own -> Messages.get("files.title.own", own.container().name());
          case Slab.Layer layer ->
              Messages.get(
                  "files.title.layer",
                  layer.layer() + 1,
                  layer.image().steps().size(),
                  step(layer));
        };
    if (!text.equals(title.getText())) {
      title.setText(text);
      title.setTooltip(new Tooltip(text));
      tabs.getSelectionModel().select(files);
    }
  }

  private static String step(Slab.Layer layer) {
    return layer.layer() < layer.image().steps().size()
        ? layer.image().steps().get(layer.layer())
        : "";
  }

  /// What the selected file holds.
  private void look() {
    tabs.getSelectionModel().select(content);
    content.getContent().requestFocus();
  }

  private void lookAgain() {
    // a tab learns that it is selected only after who listens here
    Tab now = tabs.getSelectionModel().getSelectedItem();
    if (content.equals(now)) {
      model.preview();
    } else if (drill.equals(now)) {
      model.drill();
    }
  }

  private static Tab tab(String id, String text) {
    Tab tab = new Tab(text);
    tab.setId(id);
    return tab;
  }
}
