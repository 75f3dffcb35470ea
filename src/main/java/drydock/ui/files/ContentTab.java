// SPDX-License-Identifier: Apache-2.0
package drydock.ui.files;

import drydock.messages.Messages;
import drydock.ui.kit.Action;
import drydock.ui.kit.Sentence;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// What the selected file holds, if it is text, and a way to take it out.
final class ContentTab {
  private final FilesModel model;
  private final Label path = new Label();
  private final TextArea text = new TextArea();
  private final Label remark = Sentence.muted("");
  private final Action extract;
  private final VBox root;
  private Consumer<String> onExtract = _ -> {};

  ContentTab(FilesModel model) {
    this.model = model;
    extract =
        new Action(
            "files-extract",
            Messages.get("files.extract"),
            Messages.get("files.extract.help"),
            "mdi2c-content-save-outline",
            null,
            this::extract);
    path.setId("files-path");
    path.getStyleClass().add("files-path");
    path.setMaxWidth(Double.MAX_VALUE);
    HBox.setHgrow(path, Priority.ALWAYS);
    HBox head = new HBox(8, path, extract.button());
    head.setAlignment(Pos.CENTER_LEFT);
    text.setId("files-text");
    text.setEditable(false);
    text.getStyleClass().add("files-text");
    VBox.setVgrow(text, Priority.ALWAYS);
    remark.setId("files-content-remark");
    root = new VBox(6, head, remark, text);
    root.getStyleClass().add("files-tab");
    model.selectedProperty().addListener((_, _, _) -> show());
    model.contentProperty().addListener((_, _, _) -> show());
    show();
  }

  Node node() {
    return root;
  }

  void setOnExtract(Consumer<String> handler) {
    onExtract = handler;
  }

  private void extract() {
    FileItem item = model.selectedProperty().get();
    if (item != null) {
      onExtract.accept(SafeName.of(item.name()));
    }
  }

  private void show() {
    FileItem item = model.selectedProperty().get();
    path.setText(item == null ? "" : item.path());
    path.setTooltip(item == null ? null : new Tooltip(item.path()));
    extract.enabledProperty().set(model.canExtract());
    Content content = model.contentProperty().get();
    switch (content) {
      case null ->
          say(
              item == null
                  ? Messages.get("files.content.choose")
                  : Messages.get("files.content.reading"),
              null);
      case Content.Text found ->
          say(found.more() ? Messages.get("files.content.more") : "", found.text());
      case Content.Other other -> say(other.sentence(), null);
    }
  }

  private void say(String words, @Nullable String found) {
    remark.setText(words);
    remark.setVisible(!words.isEmpty());
    remark.setManaged(!words.isEmpty());
    text.setText(found == null ? "" : found);
    text.setVisible(found != null);
    text.setManaged(found != null);
  }
}
