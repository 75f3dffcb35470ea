// SPDX-License-Identifier: Apache-2.0
package drydock.ui.lesson;

import drydock.lesson.Lesson;
import drydock.lesson.PackFile;
import drydock.lesson.Progress;
import drydock.lesson.Step;
import drydock.markup.Block;
import drydock.messages.Messages;
import drydock.ui.kit.Action;
import drydock.ui.kit.Sentence;
import drydock.ui.render.MarkupView;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;

/// One step: its words, prediction, goals and hints, and the way on.
final class StepPane {
  private final LessonModel model;
  private final Label position = Sentence.muted("");
  private final Label title = Sentence.of("", "title");
  private final MarkupView text;
  private final MarkupView why;
  private final VBox whyCard;
  private final HintsCard hints;
  private final Label notice = Sentence.of("", "lesson-notice");
  private final ScrollPane scroll;
  private final BorderPane root = new BorderPane();

  StepPane(LessonModel model, LessonActions actions, ResetCard reset, Consumer<String> links) {
    this.model = model;
    text = new MarkupView(links, this::picture);
    why = new MarkupView(links, this::picture);
    whyCard = new VBox(Sentence.of(Messages.get("lesson.view.why"), "lesson-section"), why.node());
    whyCard.getStyleClass().add("lesson-why");
    whyCard.setId("lesson-why");
    hints = new HintsCard(model, links);
    Button hint = actions.hint.button();
    hints.count(hint);
    VBox column =
        new VBox(
            head(actions),
            reset.node(),
            title,
            text.node(),
            new PredictionCard(model, links).node(),
            new GoalsCard(model).node(),
            whyCard,
            hints.node(),
            buttons(hint, actions.check, actions.skip));
    column.getStyleClass().add("lesson-column");
    scroll = Nodes.scroll(column);
    root.setCenter(scroll);
    VBox foot = new VBox(notice, new StepBar(model, actions).node());
    foot.getStyleClass().add("lesson-foot");
    root.setBottom(foot);
    model.noticeProperty().subscribe(_ -> tell());
    model.stepProperty().subscribe(this::show);
    model.progressProperty().subscribe(_ -> showWhy());
    notice.setId("lesson-notice");
  }

  Node node() {
    return root;
  }

  private Node head(LessonActions actions) {
    HBox.setHgrow(position, Priority.ALWAYS);
    position.setMaxWidth(Double.MAX_VALUE);
    HBox head = new HBox(position, flat(actions.reset), flat(actions.lessons));
    head.getStyleClass().add("lesson-head");
    return head;
  }

  private static Button flat(Action action) {
    Button button = action.iconButton();
    button.getStyleClass().add("flat");
    return button;
  }

  private static Node buttons(Button hint, Action check, Action skip) {
    Button skipButton = skip.button();
    skipButton.getStyleClass().add("flat");
    // what cannot help now is not shown
    skipButton.visibleProperty().bind(skip.enabledProperty());
    skipButton.managedProperty().bind(skip.enabledProperty());
    FlowPane row = new FlowPane(hint, check.button(), skipButton);
    row.getStyleClass().add("lesson-buttons");
    return row;
  }

  private void show(@Nullable Step step) {
    Lesson lesson = model.lessonProperty().get();
    if (step == null || lesson == null) {
      return;
    }
    int index = model.stepIndex();
    position.setText(Messages.get("lesson.view.step", index + 1, lesson.steps().size()));
    title.setText(step.title());
    List<Block> words = new ArrayList<>(index == 0 ? lesson.intro() : List.of());
    words.addAll(step.text());
    text.show(words);
    why.show(step.why());
    hints.show(step);
    showWhy();
    scroll.setVvalue(0);
  }

  private void showWhy() {
    Step step = model.stepProperty().get();
    boolean done = model.ofStep().state() == Progress.State.DONE;
    Nodes.show(whyCard, step != null && done && !step.why().isEmpty());
    tell();
  }

  /// What just happened; nothing to tell, and the step is done: that.
  private void tell() {
    String sentence = model.noticeProperty().get();
    boolean done = model.ofStep().state() == Progress.State.DONE;
    if (sentence.isEmpty() && done) {
      FontIcon icon = new FontIcon("mdi2c-check-circle");
      icon.getStyleClass().add("lesson-icon-met");
      notice.setGraphic(icon);
      notice.setText(Messages.get("lesson.view.step.done"));
    } else {
      notice.setGraphic(null);
      notice.setText(sentence);
    }
    Nodes.show(notice, !notice.getText().isEmpty());
  }

  private byte @Nullable [] picture(String path) {
    Lesson lesson = model.lessonProperty().get();
    PackFile file = lesson == null ? null : lesson.pictures().get(path);
    return file == null ? null : file.bytes();
  }
}
