// SPDX-License-Identifier: Apache-2.0
package drydock.ui.lesson;

import drydock.lesson.Step;
import drydock.messages.Messages;
import drydock.ui.kit.Sentence;
import drydock.ui.render.MarkupView;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// The hints taken so far, one below the other.
final class HintsCard {
  private final LessonModel model;
  private final Consumer<String> links;
  private final VBox box = new VBox();
  private @Nullable Button button;

  HintsCard(LessonModel model, Consumer<String> links) {
    this.model = model;
    this.links = links;
    box.getStyleClass().add("lesson-hints");
    model.hintsShownProperty().subscribe(this::refresh);
  }

  Node node() {
    return box;
  }

  /// Keeps the counter in the words of the button that shows hints.
  void count(Button hintButton) {
    button = hintButton;
    refresh();
  }

  void show(Step step) {
    box.getChildren().clear();
    refresh();
  }

  private void refresh() {
    Step step = model.stepProperty().get();
    int shown = model.hintsShownProperty().get();
    if (step == null) {
      return;
    }
    if (shown < box.getChildren().size()) {
      box.getChildren().clear();
    }
    for (int i = box.getChildren().size(); i < shown; i++) {
      MarkupView words = new MarkupView(links, _ -> null);
      words.show(step.hints().get(i).text());
      VBox card =
          new VBox(
              Sentence.of(Messages.get("lesson.view.hint.title", i + 1), "lesson-section"),
              words.node());
      card.getStyleClass().add("lesson-hint");
      card.setId("hint-" + (i + 1));
      box.getChildren().add(card);
    }
    Nodes.show(box, shown > 0);
    if (button != null) {
      int all = step.hints().size();
      Nodes.show(button, all > 0);
      String text =
          shown < all
              ? Messages.get("lesson.view.hint.next", shown + 1, all)
              : Messages.get("lesson.view.hint.all", all);
      button.setText(text);
      button.setAccessibleText(text);
    }
  }
}
