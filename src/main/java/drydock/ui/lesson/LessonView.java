// SPDX-License-Identifier: Apache-2.0
package drydock.ui.lesson;

import drydock.lesson.Lesson;
import drydock.lesson.pack.PackReading;
import drydock.ui.kit.Action;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.layout.StackPane;

/// The lesson pane: the open step, or the lessons to choose from.
public final class LessonView {
  private static final double NARROWEST = 260;
  private static final double USUAL = 290;

  private final LessonModel model;
  private final StackPane root = new StackPane();
  private final LibraryPane library;
  private final StepPane steps;
  private final LessonActions actions;

  /// @param browser opens an `https:` address
  public LessonView(LessonModel model, Consumer<String> browser) {
    this.model = model;
    ResetCard reset = new ResetCard(model);
    actions = new LessonActions(model, reset::ask);
    library = new LibraryPane(model);
    steps = new StepPane(model, actions, reset, target -> follow(target, browser));
    root.getStyleClass().add("lesson-pane");
    root.setMinWidth(NARROWEST);
    root.setPrefWidth(USUAL);
    model
        .lessonProperty()
        .subscribe(open -> root.getChildren().setAll(open == null ? library.node() : steps.node()));
  }

  public Node node() {
    return root;
  }

  /// What the menu offers of this pane.
  public List<Action> actions() {
    return actions.all();
  }

  /// A link to a lesson opens it when one of the packs has it; the id may be followed by `#step`.
  private void follow(String target, Consumer<String> browser) {
    if (!target.startsWith("lesson:")) {
      browser.accept(target);
      return;
    }
    String id = target.substring("lesson:".length()).split("#", 2)[0];
    model.packs().stream()
        .map(PackReading::pack)
        .filter(Objects::nonNull)
        .flatMap(pack -> pack.lessons().stream())
        .filter((Lesson lesson) -> lesson.id().equals(id))
        .findFirst()
        .ifPresent(model::open);
  }
}
