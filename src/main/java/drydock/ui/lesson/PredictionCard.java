// SPDX-License-Identifier: Apache-2.0
package drydock.ui.lesson;

import drydock.lesson.Prediction;
import drydock.lesson.Step;
import drydock.messages.Messages;
import drydock.ui.kit.Sentence;
import drydock.ui.render.MarkupView;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;

/// A question to answer before acting; the engine tells who was right.
final class PredictionCard {
  private final LessonModel model;
  private final MarkupView question;
  private final FlowPane choices = new FlowPane();
  private final Label outcome = Sentence.of("", "lesson-outcome");
  private final VBox card;

  PredictionCard(LessonModel model, Consumer<String> links) {
    this.model = model;
    question = new MarkupView(links, _ -> null);
    choices.getStyleClass().add("lesson-choices");
    card =
        new VBox(
            Sentence.of(Messages.get("lesson.view.predict"), "lesson-section"),
            question.node(),
            choices,
            outcome);
    card.getStyleClass().add("lesson-prediction");
    card.setId("lesson-prediction");
    model.stepProperty().subscribe(this::show);
    model.progressProperty().subscribe(_ -> judge());
    model.answerProperty().subscribe(_ -> judge());
  }

  Node node() {
    return card;
  }

  private void show(@Nullable Step step) {
    Prediction prediction = step == null ? null : step.prediction();
    Nodes.show(card, prediction != null);
    choices.getChildren().clear();
    if (prediction != null) {
      question.show(prediction.question());
      ToggleGroup group = new ToggleGroup();
      prediction.choices().forEach(choice -> choices.getChildren().add(chip(choice, group)));
      judge();
    }
  }

  private ToggleButton chip(Prediction.Choice choice, ToggleGroup group) {
    ToggleButton chip = new ToggleButton(choice.text());
    chip.setId("predict-" + choice.id());
    chip.setUserData(choice.id());
    chip.setToggleGroup(group);
    chip.setWrapText(true);
    chip.setMinHeight(javafx.scene.layout.Region.USE_PREF_SIZE);
    chip.getStyleClass().add("lesson-choice");
    chip.setOnAction(
        _ -> {
          chip.setSelected(true);
          model.predict(choice.id());
        });
    return chip;
  }

  private void judge() {
    Step step = model.stepProperty().get();
    Prediction prediction = step == null ? null : step.prediction();
    if (prediction == null) {
      return;
    }
    String chosen = model.ofStep().predicted();
    String answer = model.answerProperty().get();
    for (Node node : choices.getChildren()) {
      ToggleButton chip = (ToggleButton) node;
      chip.setSelected(chip.getUserData().equals(chosen));
      chip.setDisable(answer != null);
      chip.setGraphic(chip.getUserData().equals(answer) ? new FontIcon("mdi2c-check") : null);
    }
    String sentence = sentence(prediction, chosen, answer);
    outcome.setText(sentence);
    Nodes.show(outcome, !sentence.isEmpty());
  }

  private static String sentence(
      Prediction prediction, @Nullable String chosen, @Nullable String answer) {
    if (answer == null) {
      return chosen == null ? "" : Messages.get("lesson.view.predict.chosen");
    }
    if (chosen == null) {
      return Messages.get("lesson.view.predict.answer", text(prediction, answer));
    }
    return chosen.equals(answer)
        ? Messages.get("lesson.view.predict.right")
        : Messages.get(
            "lesson.view.predict.wrong", text(prediction, chosen), text(prediction, answer));
  }

  private static String text(Prediction prediction, String id) {
    return prediction.choices().stream()
        .filter(c -> c.id().equals(id))
        .findFirst()
        .map(Prediction.Choice::text)
        .orElse(id);
  }
}
