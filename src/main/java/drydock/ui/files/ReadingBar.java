// SPDX-License-Identifier: Apache-2.0
package drydock.ui.files;

import drydock.diagram.picture.Human;
import drydock.messages.Messages;
import drydock.ui.kit.Action;
import drydock.ui.kit.Sentence;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.VBox;

/// Offers to read an image's files, says what that costs, and how far it is. There only until they were read.
final class ReadingBar {
  private final FilesModel model;
  private final Label words = Sentence.muted("");
  private final ProgressBar progress = new ProgressBar();
  private final Button read;
  private final Button cancel;
  private final ScrollPane root;

  ReadingBar(FilesModel model, String id) {
    this.model = model;
    read =
        new Action(
                id + "-read",
                Messages.get("files.read"),
                Messages.get("files.read.help"),
                "mdi2d-download-outline",
                null,
                model::read)
            .button();
    cancel =
        new Action(
                id + "-cancel",
                Messages.get("files.cancel"),
                Messages.get("files.cancel.help"),
                "mdi2c-close",
                null,
                model::cancelReading)
            .button();
    progress.setMaxWidth(Double.MAX_VALUE);
    VBox content = new VBox(8, words, progress, read, cancel);
    content.getStyleClass().add("files-reading");
    root = new ScrollPane(content);
    root.setFitToWidth(true);
    root.getStyleClass().add("picture-scroll");
    model.readingProperty().addListener((_, _, _) -> show());
    model.slabProperty().addListener((_, _, _) -> show());
    show();
  }

  Node node() {
    return root;
  }

  private void show() {
    Slab slab = model.slabProperty().get();
    if (slab == null) {
      return;
    }
    long all = slab.image().bytes();
    switch (model.readingProperty().get()) {
      case ImageReading.Unread _ ->
          say(Messages.get("files.cost", slab.image().name(), Human.bytes(all)), false);
      case ImageReading.Running running -> {
        // the archive's own headers come on top, and the containerd store sends packed layers
        progress.setProgress(
            running.bytes() == 0 || all == 0
                ? ProgressBar.INDETERMINATE_PROGRESS
                : Math.min(0.99, (double) running.bytes() / all));
        say(
            running.bytes() == 0
                ? Messages.get("files.preparing")
                : Messages.get("files.running", Human.bytes(running.bytes())),
            true);
      }
      case ImageReading.Failed failed ->
          say(Messages.get("files.notRead", slab.image().name(), failed.sentence()), false);
      case ImageReading.Ready _ -> {
        say(Messages.get("files.content.reading"), false);
        show(read, false);
      }
    }
  }

  private void say(String text, boolean running) {
    words.setText(text);
    show(progress, running);
    show(cancel, running);
    show(read, !running);
  }

  private static void show(Node node, boolean shown) {
    node.setVisible(shown);
    node.setManaged(shown);
  }
}
