// SPDX-License-Identifier: Apache-2.0
package drydock.ui.lesson;

import drydock.lesson.GoalStatus;
import drydock.messages.Messages;
import drydock.ui.kit.Sentence;
import java.util.List;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;

/// The goals of the step, each with its mark, its sentence, and what is there or missing.
final class GoalsCard {
  private final VBox rows = new VBox();
  private final VBox card =
      new VBox(Sentence.of(Messages.get("lesson.view.goals"), "lesson-section"), rows);

  GoalsCard(LessonModel model) {
    card.getStyleClass().add("lesson-goals");
    card.setId("lesson-goals");
    rows.getStyleClass().add("lesson-goal-rows");
    model.goalsProperty().subscribe(this::show);
  }

  Node node() {
    return card;
  }

  private void show(List<GoalStatus> goals) {
    rows.getChildren().setAll(goals.stream().map(GoalsCard::row).toList());
    Nodes.show(card, !goals.isEmpty());
  }

  private static Node row(GoalStatus goal) {
    boolean met = goal.state() == GoalStatus.State.MET;
    FontIcon icon = new FontIcon(icon(goal.state()));
    icon.getStyleClass().add(met ? "lesson-icon-met" : "lesson-icon-open");
    String sentence = goal.goal().sentence();
    Label title = Sentence.of(sentence, met ? "lesson-goal-met" : "lesson-goal-open");
    Label detail = Sentence.of(goal.sentence(), "lesson-goal-detail");
    // a sentence that only says the title again is left out
    Nodes.show(detail, !goal.sentence().equals(sentence + "."));
    VBox words = new VBox(title, detail);
    words.setMinWidth(0);
    HBox.setHgrow(words, Priority.ALWAYS);
    HBox row = new HBox(icon, words);
    row.getStyleClass().add("lesson-row");
    row.setId("goal-" + goal.goal().id());
    row.setAccessibleRole(AccessibleRole.TEXT);
    row.setAccessibleText(
        Messages.get("lesson.view.goal.spoken", sentence, state(goal.state()), goal.sentence()));
    return row;
  }

  private static String icon(GoalStatus.State state) {
    return switch (state) {
      case MET -> "mdi2c-check-circle";
      case OPEN -> "mdi2c-circle-outline";
      case LATER -> "mdi2d-dots-horizontal-circle-outline";
      case UNKNOWN -> "mdi2h-help-circle-outline";
    };
  }

  private static String state(GoalStatus.State state) {
    return switch (state) {
      case MET -> Messages.get("lesson.view.goal.met");
      case OPEN -> Messages.get("lesson.view.goal.open");
      case LATER -> Messages.get("lesson.view.goal.later");
      case UNKNOWN -> Messages.get("lesson.view.goal.unknown");
    };
  }
}
