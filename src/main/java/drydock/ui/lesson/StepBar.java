// SPDX-License-Identifier: Apache-2.0
package drydock.ui.lesson;

import drydock.lesson.Lesson;
import drydock.lesson.Progress;
import drydock.lesson.Step;
import drydock.messages.Messages;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.FlowPane;
import org.kordamp.ikonli.javafx.FontIcon;

/// The foot of the pane: one mark a step, and the way back and on.
final class StepBar {
  private final LessonModel model;
  private final FlowPane dots = new FlowPane();
  private final Button next;
  private final BorderPane bar = new BorderPane();

  StepBar(LessonModel model, LessonActions actions) {
    this.model = model;
    Button previous = actions.previous.iconButton();
    previous.getStyleClass().add("flat");
    next = actions.next.button();
    next.setMinWidth(javafx.scene.layout.Region.USE_PREF_SIZE);
    dots.setAlignment(Pos.CENTER);
    dots.getStyleClass().add("lesson-dots");
    bar.getStyleClass().add("lesson-bar");
    bar.setLeft(previous);
    bar.setCenter(dots);
    bar.setRight(next);
    model.stepProperty().subscribe(_ -> fill());
    model.progressProperty().subscribe(_ -> fill());
  }

  Node node() {
    return bar;
  }

  private void fill() {
    Lesson lesson = model.lessonProperty().get();
    if (lesson == null || model.stepIndex() < 0) {
      return;
    }
    // filling anew must not take the focus away
    int focused = -1;
    for (int i = 0; i < dots.getChildren().size(); i++) {
      focused = dots.getChildren().get(i).isFocused() ? i : focused;
    }
    dots.getChildren().clear();
    for (int i = 0; i < lesson.steps().size(); i++) {
      dots.getChildren().add(dot(lesson, i));
    }
    if (0 <= focused && focused < dots.getChildren().size()) {
      dots.getChildren().get(focused).requestFocus();
    }
    boolean last = model.stepIndex() == lesson.steps().size() - 1;
    String text = Messages.get(last ? "lesson.view.finish" : "lesson.view.next");
    next.setText(text);
    next.setAccessibleText(text);
    boolean done = model.ofStep().state() == Progress.State.DONE;
    next.getStyleClass().remove("accent");
    if (done) {
      next.getStyleClass().add("accent");
    }
  }

  private Button dot(Lesson lesson, int index) {
    Step step = lesson.steps().get(index);
    boolean here = index == model.stepIndex();
    Progress.State state = model.progressProperty().get().of(lesson, step).state();
    FontIcon icon = new FontIcon(icon(state, here));
    icon.getStyleClass().add(styleClass(state, here));
    Button dot = new Button();
    dot.setGraphic(icon);
    dot.setId("step-" + (index + 1));
    dot.getStyleClass().addAll("flat", "lesson-dot");
    String words =
        Messages.get(
            "lesson.view.dot", index + 1, lesson.steps().size(), step.title(), words(state, here));
    dot.setAccessibleText(words);
    dot.setTooltip(new Tooltip(words));
    dot.setOnAction(_ -> model.goTo(index));
    return dot;
  }

  private static String icon(Progress.State state, boolean here) {
    return switch (state) {
      case DONE -> here ? "mdi2c-check-circle" : "mdi2c-check-circle-outline";
      case SKIPPED -> here ? "mdi2s-skip-next-circle" : "mdi2s-skip-next-circle-outline";
      case OPEN -> here ? "mdi2c-circle" : "mdi2c-circle-outline";
    };
  }

  private static String styleClass(Progress.State state, boolean here) {
    return switch (state) {
      case DONE -> "lesson-icon-met";
      case SKIPPED, OPEN -> here ? "lesson-icon-open" : "lesson-icon";
    };
  }

  private static String words(Progress.State state, boolean here) {
    String word =
        switch (state) {
          case DONE -> Messages.get("lesson.view.done");
          case SKIPPED -> Messages.get("lesson.view.skipped");
          case OPEN -> Messages.get("lesson.view.open");
        };
    return here ? word + ". " + Messages.get("lesson.view.current") : word;
  }
}
