// SPDX-License-Identifier: Apache-2.0
package drydock.ui.shell;

import drydock.build.BuildOptions;
import drydock.build.Builds;
import drydock.diagram.picture.BuildFacts;
import drydock.diagram.picture.BuildMoment;
import drydock.dockerfile.BuildPlan;
import drydock.engine.BuildOutcome;
import drydock.engine.BuildState;
import drydock.engine.BuildStep;
import drydock.engine.EngineMonitor;
import drydock.engine.EngineState;
import drydock.engine.ImageSummary;
import drydock.ui.kit.Background;
import drydock.ui.log.LogModel;
import drydock.ui.picture.PictureModel;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import org.jspecify.annotations.Nullable;

/// Builds what lies on the desk, and keeps log, picture and editor at the same step. JavaFX thread
/// only.
final class BuildControl {
  private static final Duration TYPING_PAUSE = Duration.ofMillis(250);

  private final EngineMonitor monitor;
  private final Background background;
  private final Clock clock;
  private final Desk desk;
  private final LogModel log;
  private final PictureModel pictures;
  private final BuildRunner runner;
  private @Nullable Runnable plannedSoon;
  private String builtText = "";
  private @Nullable EngineState engine;
  private boolean sized;
  private boolean revealing;
  private int plans;

  BuildControl(
      EngineMonitor monitor,
      Background background,
      Clock clock,
      Desk desk,
      LogModel log,
      PictureModel pictures) {
    this.monitor = monitor;
    this.background = background;
    this.clock = clock;
    this.desk = desk;
    this.log = log;
    this.pictures = pictures;
    this.runner = new BuildRunner(background, clock, log::accept);
    runner.stateProperty().addListener((_, _, build) -> show(build));
    log.selectedStepProperty().bindBidirectional(pictures.selectedStepProperty());
    log.selectedStepProperty().addListener((_, _, step) -> stepSelected(step));
  }

  /// The last build of what lies on the desk; null before the first.
  ReadOnlyObjectProperty<@Nullable BuildState> stateProperty() {
    return runner.stateProperty();
  }

  ReadOnlyBooleanProperty runningProperty() {
    return runner.runningProperty();
  }

  /// Saves everything, then builds.
  void build() {
    Desk.Open open = desk.current();
    if (open == null || runner.runningProperty().get()) {
      return;
    }
    open.model().saveAll(() -> start(open));
  }

  private void start(Desk.Open open) {
    builtText = desk.dockerfile();
    open.model().setErrors(Desk.DOCKERFILE, Map.of());
    open.model().clearHighlight(Desk.DOCKERFILE);
    log.selectedStepProperty().set(null);
    log.begin(open.tag());
    BuildOptions options = BuildOptions.of(open.folder(), open.tag(), open.ownership());
    runner.start(open.tag(), listener -> new Builds().start(monitor.engine(), options, listener));
  }

  void cancel() {
    runner.cancel();
  }

  /// Another folder was opened: what was built before is not its build.
  void forget() {
    runner.forget();
    log.clear();
    pictures.clear();
    plan();
  }

  /// The text changed: soon the graph shows what would be built now.
  void edited() {
    if (plannedSoon != null) {
      plannedSoon.run();
    }
    plannedSoon = background.after(TYPING_PAUSE, this::plan);
  }

  private void plan() {
    Desk.Open open = desk.current();
    String text = desk.dockerfile();
    if (open == null || runner.runningProperty().get() || text.equals(builtText)) {
      return;
    }
    builtText = "";
    int mine = ++plans;
    background.call(
        () -> BuildPlan.of(text, Map.of()),
        plan -> {
          if (mine == plans && builtText.isEmpty() && open.equals(desk.current())) {
            pictures.showBuild(BuildMoment.of(plan, BuildFacts.of(open.tag())));
          }
        },
        e -> {
          throw new IllegalStateException("a Dockerfile that cannot be planned", e);
        });
  }

  /// The engine tells of its images: the size of the one that came out is shown as soon as it is
  /// among them.
  void imagesChanged(EngineState state) {
    engine = state;
    BuildState build = runner.stateProperty().get();
    if (build != null && !builtText.isEmpty() && !sized && built(build) != null) {
      pictures.showBuild(BuildMoment.of(build, facts(build)));
    }
  }

  private BuildFacts facts(BuildState build) {
    BuildFacts facts = BuildFacts.of(build.tag()).at(clock.instant());
    ImageSummary image = built(build);
    sized = image != null;
    return image == null ? facts : facts.withImage(image.sizeBytes());
  }

  /// The image that came out; null while the build runs, or the engine has not told of it.
  private @Nullable ImageSummary built(BuildState build) {
    return engine != null && build.outcome() instanceof BuildOutcome.Success success
        ? engine.images().get(success.imageId())
        : null;
  }

  private void show(@Nullable BuildState build) {
    Desk.Open open = desk.current();
    if (build == null || open == null) {
      return;
    }
    pictures.showBuild(BuildMoment.of(build, facts(build)));
    open.model().setLineNotes(Desk.DOCKERFILE, StepNotes.notes(build));
    if (build.outcome() instanceof BuildOutcome.Failed failed) {
      open.model().setErrors(Desk.DOCKERFILE, StepNotes.errors(build));
      BuildStep.Lines lines = failed.lines();
      if (lines != null) {
        revealing = true; // the log stays at its end, where the failure is summed up
        open.model().reveal(Desk.DOCKERFILE, lines.first());
        revealing = false;
      }
    }
  }

  // --- one step, three places

  private void stepSelected(@Nullable String key) {
    Desk.Open open = desk.current();
    BuildState build = runner.stateProperty().get();
    if (open == null || build == null || builtText.isEmpty()) {
      return;
    }
    BuildState.Step step = key == null ? null : build.steps().get(key);
    BuildStep.Lines lines = step == null ? null : step.step().lines();
    if (lines == null) {
      open.model().clearHighlight(Desk.DOCKERFILE);
      return;
    }
    open.model().highlightLines(Desk.DOCKERFILE, lines.first(), lines.last());
    int caret = open.model().caretLineProperty().get();
    boolean there =
        Desk.DOCKERFILE.equals(open.model().currentFileProperty().get())
            && lines.first() <= caret
            && caret <= lines.last();
    if (!there) {
      open.model().reveal(Desk.DOCKERFILE, lines.first());
    }
  }

  /// The caret came to a line: its step is selected in log and picture, unless a build is under
  /// way.
  void lineSelected(int line) {
    BuildState build = runner.stateProperty().get();
    if (revealing || build == null || build.running() || builtText.isEmpty()) {
      return;
    }
    StepNotes.stepAt(build, line)
        .filter(key -> !Objects.equals(key, log.selectedStepProperty().get()))
        .ifPresent(log::revealStep);
  }
}
