// SPDX-License-Identifier: Apache-2.0
package drydock.ui.shell;

import drydock.diagram.picture.BuildMoment;
import drydock.dockerfile.BuildGraph;
import drydock.dockerfile.BuildPlan;
import drydock.engine.BuildState;
import drydock.engine.BuildStep;
import drydock.ui.editor.EditorModel;
import drydock.ui.log.LogModel;
import drydock.ui.picture.PictureModel;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// One step, three places: its lines in the editor, its box in the picture, its rows in the log.
/// What is selected in one is selected in all, and what is pointed at in one is marked in all.
/// JavaFX thread only.
final class StepLinks {
  private final Desk desk;
  private final LogModel log;
  private final PictureModel pictures;
  private final Map<String, List<BuildStep.Lines>> linesOf = new HashMap<>();
  private @Nullable BuildMoment moment;
  private boolean held;

  StepLinks(Desk desk, LogModel log, PictureModel pictures) {
    this.desk = desk;
    this.log = log;
    this.pictures = pictures;
    log.selectedStepProperty().bindBidirectional(pictures.selectedStepProperty());
    log.pointedStepProperty().bindBidirectional(pictures.pointedStepProperty());
    log.selectedStepProperty().addListener((_, _, step) -> selected(step));
    log.pointedStepProperty().addListener((_, _, step) -> pointed(step));
  }

  /// What steps and lines there are now.
  void show(BuildMoment now) {
    BuildMoment before = moment;
    moment = now;
    boolean samePlan =
        before != null
            && before.plan().equals(now.plan())
            && Objects.equals(before.target(), now.target());
    if (!samePlan) {
      linesOf.clear();
      BuildGraph graph = now.plan().graph(now.target());
      for (BuildPlan.Stage stage : now.plan().stages()) {
        for (BuildPlan.Step step : stage.steps()) {
          String node = graph.nodeOf().getOrDefault(step.key(), step.key());
          linesOf
              .computeIfAbsent(node, _ -> new ArrayList<>())
              .add(new BuildStep.Lines(step.firstLine(), step.lastLine()));
        }
      }
    }
  }

  /// Shows a line without selecting what it says.
  void reveal(int line) {
    Desk.Open open = desk.current();
    if (open != null) {
      held = true; // the log stays at its end, where a failure is summed up
      open.model().reveal(Desk.DOCKERFILE, line);
      held = false;
    }
  }

  private List<BuildStep.Lines> lines(@Nullable String key) {
    BuildMoment now = moment;
    if (key == null || now == null) {
      return List.of();
    }
    List<BuildStep.Lines> planned = linesOf.getOrDefault(key, List.of());
    BuildState state = now.state();
    BuildState.Step step = state == null ? null : state.steps().get(key);
    BuildStep.Lines told = step == null ? null : step.step().lines();
    return planned.isEmpty() && told != null ? List.of(told) : planned;
  }

  private void selected(@Nullable String key) {
    Desk.Open open = desk.current();
    if (open == null) {
      return;
    }
    List<BuildStep.Lines> lines = lines(key);
    if (lines.isEmpty()) {
      open.model().clearHighlight(Desk.DOCKERFILE);
      return;
    }
    EditorModel editor = open.model();
    boolean inFront = Desk.DOCKERFILE.equals(editor.currentFileProperty().get());
    int caret = inFront ? editor.caretLineProperty().get() : 0;
    BuildStep.Lines here =
        lines.stream().filter(l -> has(l, caret)).findFirst().orElse(lines.getFirst());
    editor.highlightLines(Desk.DOCKERFILE, here.first(), here.last());
    if (!has(here, caret)) {
      editor.reveal(Desk.DOCKERFILE, here.first());
    }
  }

  private void pointed(@Nullable String key) {
    Desk.Open open = desk.current();
    List<BuildStep.Lines> lines = lines(key);
    if (open != null && lines.isEmpty()) {
      open.model().clearPointed(Desk.DOCKERFILE);
    } else if (open != null) {
      open.model().pointAtLines(Desk.DOCKERFILE, lines.getFirst().first(), lines.getFirst().last());
    }
  }

  private static boolean has(BuildStep.Lines lines, int line) {
    return lines.first() <= line && line <= lines.last();
  }

  /// The caret came to a line: its step is selected in log and picture, unless a build is under
  /// way.
  void lineSelected(int line) {
    BuildMoment now = moment;
    BuildState state = now == null ? null : now.state();
    String key = stepAt(line);
    if (!held
        && key != null
        && (state == null || !state.running())
        && !key.equals(log.selectedStepProperty().get())) {
      log.revealStep(key);
    }
  }

  /// The mouse came to a line of the Dockerfile, or left it (0).
  void linePointed(int line) {
    pictures.pointedStepProperty().set(stepAt(line));
  }

  private @Nullable String stepAt(int line) {
    for (Map.Entry<String, List<BuildStep.Lines>> entry : linesOf.entrySet()) {
      if (entry.getValue().stream().anyMatch(l -> has(l, line))) {
        return entry.getKey();
      }
    }
    BuildState state = moment == null ? null : moment.state();
    return state == null ? null : StepNotes.stepAt(state, line).orElse(null);
  }
}
