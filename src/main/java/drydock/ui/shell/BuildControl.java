// SPDX-License-Identifier: Apache-2.0
package drydock.ui.shell;

import drydock.build.BuildOptions;
import drydock.build.Builds;
import drydock.build.Forecast;
import drydock.build.Predictor;
import drydock.diagram.picture.BuildFacts;
import drydock.diagram.picture.BuildMoment;
import drydock.dockerfile.BuildPlan;
import drydock.dockerfile.cache.Prediction;
import drydock.engine.BuildEvent;
import drydock.engine.BuildOutcome;
import drydock.engine.BuildState;
import drydock.engine.BuildStep;
import drydock.engine.EngineMonitor;
import drydock.engine.EngineState;
import drydock.engine.ImageSummary;
import drydock.engine.StreamListener;
import drydock.engine.Subscription;
import drydock.engine.replay.Replay;
import drydock.files.Reasons;
import drydock.messages.Messages;
import drydock.ui.kit.Background;
import drydock.ui.log.LogModel;
import drydock.ui.picture.PictureModel;
import drydock.ui.shell.Forecasts.Outlook;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import org.jspecify.annotations.Nullable;

/// Builds what lies on the desk, foretells what a build would do, and shows both. JavaFX thread
/// only.
final class BuildControl implements Past.Builds {
  private static final Duration TYPING_PAUSE = Duration.ofMillis(250);

  /// How often the folder is looked at for changes that others make, while the picture is in view.
  private static final Duration LOOK = Duration.ofSeconds(2);

  /// How often the seconds of what runs are drawn anew.
  private static final Duration TICK = Duration.ofMillis(500);

  private final EngineMonitor monitor;
  private final Background background;
  private final Clock clock;
  private final Desk desk;
  private final LogModel log;
  private final PictureModel pictures;
  private final Consumer<String> tell;
  private final BuildRunner runner;

  /// A moment of the past that is looked at instead of the present.
  private @Nullable BuildMoment past;

  private Replay.@Nullable PastBuild logged;
  private final Forecasts forecasts;
  private final StepLinks links;
  private final BooleanProperty classic = new SimpleBooleanProperty(this, "classic");
  private final ReadOnlyBooleanWrapper comparable = new ReadOnlyBooleanWrapper(this, "comparable");
  private Runnable cancelLook = () -> {};
  private @Nullable EngineState engine;
  private boolean sized;

  /// What is known of a build that may follow.
  private Outlook next = Outlook.NONE;

  /// What was known of the build that is shown, when it began.
  private Outlook built = Outlook.NONE;

  private @Nullable Forecast forecast;

  /// What was foretold right after the build: as long as that stays so, the build is what there is
  /// to see.
  private @Nullable Prediction settled;

  private boolean ended;

  /// Whether the folder is as it was built.
  private boolean current;

  /// The last build that ended before the one that is shown.
  private @Nullable BuildState before;

  /// Whether the last edit may not have been saved when the folder was looked at.
  private boolean edited;

  /// @param tell shows a sentence to the person
  BuildControl(
      EngineMonitor monitor,
      Background background,
      Clock clock,
      Predictor predictor,
      Desk desk,
      LogModel log,
      PictureModel pictures,
      Consumer<String> tell) {
    this.monitor = monitor;
    this.background = background;
    this.clock = clock;
    this.desk = desk;
    this.log = log;
    this.pictures = pictures;
    this.tell = tell;
    this.forecasts = new Forecasts(monitor, background, predictor);
    this.links = new StepLinks(desk, log, pictures);
    this.runner = new BuildRunner(background, clock, log::accept);
    runner.stateProperty().addListener((_, _, build) -> changed(build));
    pictures.kindProperty().addListener(_ -> look());
    classic.addListener(_ -> draw());
  }

  /// The last build of what lies on the desk; null before the first.
  ReadOnlyObjectProperty<@Nullable BuildState> stateProperty() {
    return runner.stateProperty();
  }

  ReadOnlyBooleanProperty runningProperty() {
    return runner.runningProperty();
  }

  /// Whether the picture tells, too, what the builder before BuildKit would do.
  BooleanProperty classicProperty() {
    return classic;
  }

  /// Whether it can be told what the builder before BuildKit would do.
  ReadOnlyBooleanProperty comparableProperty() {
    return comparable.getReadOnlyProperty();
  }

  StepLinks links() {
    return links;
  }

  /// Saves everything, then builds.
  void build() {
    Desk.Open open = desk.current();
    if (open != null && !runner.runningProperty().get()) {
      open.model().saveAll(() -> start(open));
    }
  }

  private void start(Desk.Open open) {
    BuildState last = runner.stateProperty().get();
    before = last == null || last.steps().isEmpty() ? before : last;
    String text = desk.dockerfile();
    forecasts.forget();
    cancelLook.run();
    built = next.text().equals(text) ? next : Forecasts.outlook(text, null);
    forecast = null;
    settled = null;
    ended = false;
    current = true;
    open.model().setErrors(Desk.DOCKERFILE, Map.of());
    open.model().clearHighlight(Desk.DOCKERFILE);
    log.selectedStepProperty().set(null);
    log.begin(open.tag());
    BuildOptions options = options(open);
    runner.start(open.tag(), listener -> foretellAndBuild(options, text, listener));
    tick();
  }

  private static BuildOptions options(Desk.Open open) {
    return BuildOptions.of(open.folder(), open.tag(), open.ownership());
  }

  /// Off the JavaFX thread.
  private Subscription foretellAndBuild(
      BuildOptions options, String text, StreamListener<BuildEvent> listener) {
    Forecast foretold = forecasts.forecast(options, null);
    Outlook outlook = Forecasts.outlook(text, foretold);
    background.onFx(
        () -> {
          if (text.equals(built.text())) {
            forecast = foretold;
            built = outlook;
          }
        });
    return new Builds().start(monitor.engine(), options, listener);
  }

  void cancel() {
    runner.cancel();
  }

  /// Cancels what runs, and looks at the folder no more.
  void close() {
    cancel();
    cancelLook.run();
    forecasts.forget();
  }

  /// Another folder was opened: what was built before is not its build.
  void forget() {
    runner.forget();
    log.clear();
    pictures.clear();
    before = null;
    current = false;
    next = Outlook.NONE;
    built = Outlook.NONE;
    look();
  }

  /// A text changed: soon the graph shows what would be built now.
  void edited() {
    edited = true;
    lookIn(TYPING_PAUSE);
  }

  private void lookIn(Duration pause) {
    cancelLook.run();
    cancelLook = background.after(pause, this::look);
  }

  private void look() {
    Desk.Open open = desk.current();
    if (open != null && !runner.runningProperty().get()) {
      cancelLook.run();
      forecasts.look(options(open), desk.dockerfile(), outlook -> seen(open, outlook));
    }
  }

  private void seen(Desk.Open open, Outlook outlook) {
    if (!open.equals(desk.current()) || runner.runningProperty().get()) {
      return;
    }
    boolean same = outlook.equals(next);
    next = outlook;
    if (settled == null) {
      settled = outlook.prediction();
    }
    boolean was = current;
    current =
        runner.stateProperty().get() != null
            && outlook.text().equals(built.text())
            && (outlook.prediction() == null || outlook.prediction().equals(settled));
    if (!same || was != current) {
      note(open);
      draw();
    }
    boolean inView = pictures.kindProperty().get() == PictureModel.Kind.BUILD;
    if (edited || inView) {
      edited = false;
      lookIn(LOOK);
    }
  }

  /// The engine tells of its images: the size of the one that came out is shown as soon as it is among them.
  void imagesChanged(EngineState state) {
    boolean first = engine == null;
    engine = state;
    BuildState build = runner.stateProperty().get();
    if (build != null && current && !sized && image(build) != null) {
      draw();
    } else if (first) {
      look();
    }
  }

  private BuildFacts facts(BuildState build) {
    BuildFacts facts = BuildFacts.of(build.tag()).at(clock.instant());
    ImageSummary image = image(build);
    sized = image != null;
    return image == null ? facts : facts.withImage(image.sizeBytes());
  }

  /// The image that came out; null while the build runs, or the engine has not told of it.
  private @Nullable ImageSummary image(BuildState build) {
    return engine != null && build.outcome() instanceof BuildOutcome.Success success
        ? engine.images().get(success.imageId())
        : null;
  }

  private BuildMoment moment(Desk.Open open) {
    BuildState build = runner.stateProperty().get();
    Outlook outlook = current ? built : next;
    comparable.set(outlook.classic() != null && !outlook.plan().stages().isEmpty());
    BuildFacts facts = build != null && current ? facts(build) : BuildFacts.of(open.tag());
    return BuildMoment.of(outlook.plan(), facts)
        .withState(current ? build : null)
        .withBefore(current ? before : null)
        .withPrediction(outlook.prediction())
        .withClassic(classic.get() ? outlook.classic() : null);
  }

  /// The log follows unless something is being built: that is what people wait for.
  @Override
  public void lookBack(Replay.@Nullable PastBuild build) {
    past =
        build == null
            ? BuildMoment.of(BuildPlan.of("", Map.of()), BuildFacts.of(""))
            : BuildMoment.of(build.state(), BuildFacts.of(build.tag()).at(build.last()));
    draw();
    log(build);
  }

  @Override
  public void lookAtPresent(Replay.@Nullable PastBuild last) {
    past = null;
    if (desk.current() == null) {
      pictures.showBuild(BuildMoment.of(BuildPlan.of("", Map.of()), BuildFacts.of("")));
    }
    draw();
    log(runner.stateProperty().get() == null ? null : last);
    logged = null;
  }

  private void log(Replay.@Nullable PastBuild build) {
    if (runner.runningProperty().get() || Objects.equals(build, logged)) {
      return;
    }
    Replay.PastBuild before = logged;
    logged = build;
    if (build == null) {
      log.clear();
      return;
    }
    int known = 0;
    if (before != null && before.begins(build)) {
      known = before.events().size();
    } else {
      log.begin(build.tag());
    }
    build.events().subList(known, build.events().size()).forEach(log::accept);
  }

  private void draw() {
    if (past != null) {
      pictures.showBuild(past);
      return;
    }
    Desk.Open open = desk.current();
    if (open != null) {
      BuildMoment moment = moment(open);
      pictures.showBuild(moment);
      links.show(moment);
    }
  }

  private void note(Desk.Open open) {
    BuildState build = runner.stateProperty().get();
    Prediction foretold = current ? built.prediction() : next.prediction();
    open.model()
        .setLineNotes(
            Desk.DOCKERFILE,
            build != null && current
                ? StepNotes.notes(build, foretold)
                : StepNotes.foretold(foretold));
  }

  private void tick() {
    if (runner.runningProperty().get()) {
      draw();
      background.after(TICK, this::tick);
    }
  }

  private void changed(@Nullable BuildState build) {
    Desk.Open open = desk.current();
    if (build == null || open == null) {
      return;
    }
    draw();
    note(open);
    if (!build.running() && !ended) {
      ended = true;
      end(open, build);
    }
  }

  private void end(Desk.Open open, BuildState build) {
    if (build.outcome() instanceof BuildOutcome.Failed failed) {
      open.model().setErrors(Desk.DOCKERFILE, StepNotes.errors(build));
      BuildStep.Lines lines = failed.lines();
      if (lines != null) {
        links.reveal(lines.first());
      }
    }
    if (forecast == null) {
      look();
    } else {
      forecasts.record(
          forecast,
          build,
          this::look,
          e -> tell.accept(Messages.get("shell.forecast.notKept", Reasons.of(e))));
    }
  }
}
