// SPDX-License-Identifier: Apache-2.0
package drydock.ui.lesson;

import drydock.lesson.Lesson;
import drydock.lesson.Pack;
import drydock.lesson.Progress;
import drydock.lesson.pack.PackReading;
import drydock.messages.Messages;
import drydock.ui.kit.Sentence;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;

/// The lessons of all packs, with their length and how far the learner is.
final class LibraryPane {
  private final LessonModel model;
  private final VBox list = new VBox();
  private final ScrollPane scroll = Nodes.scroll(list);

  LibraryPane(LessonModel model) {
    this.model = model;
    list.getStyleClass().add("lesson-column");
    model.progressProperty().subscribe(_ -> fill());
  }

  Node node() {
    return scroll;
  }

  private void fill() {
    list.getChildren().setAll(Sentence.of(Messages.get("lesson.library.title"), "title"));
    for (PackReading reading : model.packs()) {
      Pack pack = reading.pack();
      if (pack == null) {
        list.getChildren().add(problem(reading));
      } else {
        list.getChildren().add(Sentence.of(pack.title(), "lesson-section"));
        list.getChildren().add(Sentence.muted(pack.summary()));
        pack.lessons().forEach(lesson -> list.getChildren().add(entry(lesson)));
      }
    }
    if (model.packs().isEmpty()) {
      list.getChildren().add(Sentence.muted(Messages.get("lesson.library.empty")));
    }
    String notice = model.noticeProperty().get();
    if (!notice.isEmpty()) {
      list.getChildren().add(Sentence.of(notice, "lesson-notice"));
    }
  }

  private static Node problem(PackReading reading) {
    String first = reading.problems().getFirst().toString();
    return Sentence.of(
        Messages.get("lesson.library.problem", reading.problems().getFirst().file(), first),
        "lesson-notice");
  }

  private Node entry(Lesson lesson) {
    Progress.OfLesson progress = model.progressProperty().get().of(lesson);
    long done =
        lesson.steps().stream()
            .filter(
                s ->
                    progress.steps().getOrDefault(s.id(), Progress.OfStep.NONE).state()
                        == Progress.State.DONE)
            .count();
    boolean all = done == lesson.steps().size();
    String length = Messages.get("lesson.library.minutes", lesson.minutes());
    String state =
        all
            ? Messages.get("lesson.view.done")
            : Messages.get("lesson.library.progress", done, lesson.steps().size());
    FontIcon icon =
        new FontIcon(
            all
                ? "mdi2c-check-circle"
                : done > 0 ? "mdi2c-circle-half-full" : "mdi2b-book-open-page-variant-outline");
    icon.getStyleClass().add(all ? "lesson-icon-met" : "lesson-icon");
    Button button = new Button(lesson.title() + "\n" + length + " · " + state, icon);
    button.setId("lesson-open-" + lesson.id());
    button.setAccessibleText(lesson.title() + ", " + length + ", " + state);
    button.getStyleClass().add("lesson-entry");
    button.setWrapText(true);
    button.setMaxWidth(Double.MAX_VALUE);
    button.setMinHeight(Region.USE_PREF_SIZE);
    button.setOnAction(_ -> model.open(lesson));
    return button;
  }
}
