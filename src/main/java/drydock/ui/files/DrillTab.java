// SPDX-License-Identifier: Apache-2.0
package drydock.ui.files;

import drydock.diagram.Palette;
import drydock.diagram.Scene;
import drydock.diagram.export.TextTwin;
import drydock.diagram.picture.DrillFacts;
import drydock.diagram.picture.DrillPicture;
import drydock.messages.Messages;
import drydock.ui.kit.Action;
import drydock.ui.kit.Motion;
import drydock.ui.kit.Sentence;
import drydock.ui.render.SceneView;
import java.util.function.Consumer;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.geometry.Pos;
import javafx.scene.Group;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// The selected path, drilled through all layers.
final class DrillTab {
  private static final double BAR = 44;

  private final FilesModel model;
  private final SceneView view = new SceneView(Motion.none());
  private final ScrollPane scroll;
  private final Label question = Sentence.of("", "files-path");
  private final Label answer = Sentence.muted("");
  private final Action save;
  private final Action copy;
  private final FlowPane buttons;
  private final Node reading;
  private final Label choose = Sentence.muted("");
  private final ObjectProperty<Palette> palette =
      new SimpleObjectProperty<>(this, "palette", Palette.LIGHT);
  private final VBox root = new VBox(6);
  private Consumer<Scene> onSave = _ -> {};
  private @Nullable Scene scene;

  DrillTab(FilesModel model) {
    this.model = model;
    scroll = new ScrollPane(new Group(view.node()));
    scroll.getStyleClass().add("picture-scroll");
    VBox.setVgrow(scroll, Priority.ALWAYS);
    question.setId("files-drill-question");
    answer.setId("files-drill-answer");
    save =
        new Action(
            "files-drill-save",
            Messages.get("files.drill.save"),
            Messages.get("files.drill.save.help"),
            "mdi2c-content-save-outline",
            null,
            this::save);
    copy =
        new Action(
            "files-drill-copy",
            Messages.get("files.drill.copy"),
            Messages.get("files.drill.copy.help"),
            "mdi2c-content-copy",
            null,
            this::copy);
    buttons = new FlowPane(8, 6, save.button(), copy.button());
    buttons.setAlignment(Pos.CENTER_LEFT);
    reading = new ReadingBar(model, "files-drill").node();
    root.getStyleClass().add("files-tab");
    root.widthProperty().addListener((_, _, _) -> show());
    model.selectedProperty().addListener((_, _, _) -> show());
    model.drillProperty().addListener((_, _, _) -> show());
    model.readingProperty().addListener((_, _, _) -> show());
    palette.addListener((_, _, _) -> show());
    show();
  }

  Node node() {
    return root;
  }

  ObjectProperty<Palette> paletteProperty() {
    return palette;
  }

  void setOnSave(Consumer<Scene> handler) {
    onSave = handler;
  }

  private void show() {
    DrillFacts facts = model.drillProperty().get();
    if (facts != null) {
      Scene drawn =
          DrillPicture.of(facts, Math.max(280, Math.floor((root.getWidth() - BAR) / 8) * 8));
      scene = drawn;
      question.setText(drawn.question());
      answer.setText(drawn.answer());
      view.show(drawn, palette.get());
      view.node().setAccessibleText(drawn.question() + " " + drawn.answer());
      put(question, answer, buttons, scroll);
      return;
    }
    scene = null;
    if (model.readingProperty().get() instanceof ImageReading.Ready) {
      choose.setText(
          model.selectedProperty().get() == null
              ? Messages.get("files.drill.choose")
              : Messages.get("files.content.reading"));
      put(choose);
    } else {
      put(reading);
    }
  }

  private void put(Node... nodes) {
    if (!root.getChildren().equals(java.util.List.of(nodes))) {
      root.getChildren().setAll(nodes);
    }
  }

  private void save() {
    if (scene != null) {
      onSave.accept(scene);
    }
  }

  private void copy() {
    if (scene != null) {
      ClipboardContent content = new ClipboardContent();
      content.putString(TextTwin.of(scene));
      Clipboard.getSystemClipboard().setContent(content);
    }
  }
}
