// SPDX-License-Identifier: Apache-2.0
package drydock.ui.lesson;

import drydock.messages.Messages;
import drydock.ui.kit.Sentence;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;

/// Asks, in place, whether the files shall be reset.
final class ResetCard {
  private final VBox card;
  private final Button keep = new Button(Messages.get("lesson.view.reset.no"));

  ResetCard(LessonModel model) {
    Button yes = new Button(Messages.get("lesson.view.reset.yes"));
    yes.setId("lesson-reset-yes");
    yes.setOnAction(
        _ -> {
          close();
          model.reset();
        });
    keep.setId("lesson-reset-no");
    keep.setCancelButton(true);
    keep.setOnAction(_ -> close());
    FlowPane buttons = new FlowPane(yes, keep);
    buttons.getStyleClass().add("lesson-buttons");
    card =
        new VBox(Sentence.of(Messages.get("lesson.view.reset.question"), "lesson-text"), buttons);
    card.getStyleClass().add("lesson-reset");
    card.setId("lesson-reset-card");
    close();
    model.stepProperty().subscribe(this::close);
  }

  Node node() {
    return card;
  }

  void ask() {
    Nodes.show(card, true);
    keep.requestFocus();
  }

  private void close() {
    Nodes.show(card, false);
  }
}
