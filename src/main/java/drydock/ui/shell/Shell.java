// SPDX-License-Identifier: Apache-2.0
package drydock.ui.shell;

import drydock.build.Predictor;
import drydock.engine.BuildOutcome;
import drydock.engine.BuildState;
import drydock.engine.EngineState;
import drydock.engine.EngineStatus;
import drydock.engine.Ownership;
import drydock.lesson.Lesson;
import drydock.lesson.Step;
import drydock.lesson.goal.Situation;
import drydock.messages.Messages;
import drydock.messages.Problems;
import drydock.settings.Settings;
import drydock.ui.containers.ContainersModel;
import drydock.ui.containers.ContainersView;
import drydock.ui.kit.SystemWish;
import drydock.ui.lesson.LessonView;
import drydock.ui.log.LogModel;
import drydock.ui.log.LogView;
import drydock.ui.picture.PictureModel;
import drydock.ui.picture.PicturePane;
import drydock.workspace.WorkspaceException;
import java.nio.file.Path;
import java.util.List;
import javafx.scene.Parent;
import javafx.scene.image.Image;
import org.jspecify.annotations.Nullable;

/// The main window's features, wired to each other and to the engine. JavaFX thread only.
public final class Shell implements AutoCloseable {
  private final Services services;
  private final Past past;
  private final EngineWatch engine;
  private final EngineWatch seen; // by the pictures
  private final RecordingFiles recordings;
  private final LogModel log;
  private final ContainerOutput output;
  private final PictureModel pictures;
  private final ContainersModel containers;
  private final Desk desk;
  private final BuildControl builds;
  private final ImageDetails images;
  private final PictureFeeds feeds;
  private final Notices notices = new Notices();
  private final BottomTabs bottom = new BottomTabs();
  private final EngineDesk engineDesk;
  private final Header header;
  private final Panes panes;
  private final ShellActions actions;
  private final Leaving leaving;
  private final WindowLook look;
  private final Presentation presentation;
  private Runnable anotherLanguage = () -> {};
  private EngineStatus pictured = new EngineStatus.Searching();
  private final ShellView view;

  public Shell(Services live, Image icon) {
    past = new Past(live);
    services = live.over(past.engine());
    log = new LogModel(services.background(), Problems::sentence, services.scratch());
    output = new ContainerOutput(services, bottom);
    pictures = new PictureModel(services.background());
    containers = new ContainersModel(services.background(), services.monitor()::engine);
    engine = new EngineWatch(services.monitor(), services.background());
    seen = new EngineWatch(past.seen(), services.background());
    images = new ImageDetails(services.monitor(), services.background(), this::imagesKnown);
    desk =
        new Desk(
            services.background(),
            LessonLinks.of(services.lessons(), services.openLink()),
            new DockerfileChecks.Known(engine::state, images::known, images::inspect),
            services.memory().settings().fontSize(),
            this::edited,
            new LinkedLines(() -> builds().links()),
            size -> services.memory().change(s -> s.withFontSize(size)));
    builds =
        new BuildControl(
            services.monitor(),
            services.background(),
            services.clock(),
            new Predictor(services.scratch(), services.clock()),
            desk,
            log,
            pictures,
            this::problem);
    look = new WindowLook(services.memory(), SystemWish.ofThisSystem());
    PicturePane picturePane = new PicturePane(pictures, look.motion());
    picturePane.setTools(PictureModel.Kind.BUILD, ClassicSwitch.of(builds));
    Saving saving = new Saving(new FileChoice(this)::save, pictures, this::say, this::problem);
    feeds =
        new PictureFeeds(services.over(past.seen()), pictures, picturePane, saving, past.moments());
    LogView logView = new LogView(log, Messages.get("shell.log.empty"));
    ContainersView containersView = new ContainersView(containers);
    LessonView lessonView = new LessonView(services.lessons(), services.openLink());
    bottom.add(BottomTabs.Kind.BUILD_LOG, Messages.get("shell.tab.buildLog"), logView.node());
    bottom.add(BottomTabs.Kind.PROBLEMS, "", desk.problems());
    bottom.add(
        BottomTabs.Kind.CONTAINERS, Messages.get("shell.tab.containers"), containersView.node());
    output.addTab();
    PictureColumn column = new PictureColumn(picturePane, past.moments());
    panes = new Panes(Panes.card(lessonView.node()), desk.node(), bottom.node(), column.node());
    presentation =
        new Presentation(
            services,
            look,
            new Presentation.Shown(
                panes, column, pictures, List.of(log, output.log()), past.moments()),
            this::lookAgain);
    ViewActions viewActions = new ViewActions(look, services.memory(), panes);
    recordings =
        new RecordingFiles(
            past, services.background(), new FileChoice(this), this::say, this::problem);
    actions =
        new ShellActions(
            this,
            services,
            new ShellActions.Features(
                viewActions, desk, logView, picturePane, lessonView, containersView),
            saving);
    leaving = new Leaving(desk, notices, new FileChoice(this)::folder);
    engineDesk = new EngineDesk(services, actions.tryAgain(), actions.aboutEngine(), panes.node());
    header =
        new Header(
            icon,
            actions.menuBar(),
            engineDesk.badge(),
            viewActions.theme(),
            actions.run(),
            actions.build(),
            actions.cancelBuild(),
            builds.runningProperty());
    view =
        new ShellView(
            header.node(),
            engineDesk.banner().node(),
            notices.node(),
            engineDesk.middle(),
            presentation.node());
    presentation.listen(view.node());
    view.zoomProperty().bind(viewActions.zoomProperty());
    wire();
  }

  private void wire() {
    past.show(builds);
    engine.statusProperty().addListener((_, _, status) -> engineChanged(status));
    seen.statusProperty().addListener(_ -> pictured());
    builds.stateProperty().addListener(_ -> built());
    builds.stateProperty().addListener((_, before, now) -> offer(before, now));
    containers.onOpenLink(services.openLink());
    containers.onShowLog(output::show);
    services.lessons().folderProperty().addListener((_, _, folder) -> lessonFolder(folder));
    services.lessons().lessonProperty().addListener((_, _, lesson) -> lessonChanged(lesson));
    services.lessons().stepProperty().addListener((_, _, step) -> stepChanged(step));
    bottom.title(
        BottomTabs.Kind.PROBLEMS,
        desk.problemCountProperty().map(n -> Messages.get("shell.tab.problems", n)));
    engineChanged(engine.statusProperty().get());
    lessonChanged(services.lessons().lessonProperty().get());
    lessonFolder(services.lessons().folderProperty().get());
  }

  public Parent node() {
    return view.node();
  }

  /// Panes as they were last time.
  void restore(Settings settings) {
    panes.restore(settings.collapsed(), settings.dividers().getOrDefault("panes", List.of()));
    actions.deskChanged();
  }

  List<Double> shares() {
    return panes.shares();
  }

  /// Opens the lesson that was open last.
  void begin() {
    String last = services.memory().settings().lesson();
    if (last != null) {
      services.lessons().open(last);
    }
  }

  /// Saves every edit; false when one could not be saved, and a person is asked what to do.
  ///
  /// @param leave closes the window after all
  boolean mayClose(Runnable leave) {
    return leaving.mayClose(leave);
  }

  // --- what actions do

  void build() {
    engineDesk.close();
    bottom.select(BottomTabs.Kind.BUILD_LOG);
    if (engine.state() == null) {
      engineDesk.banner().tellMore();
    }
    builds.build();
  }

  /// Opens the page about the engine, or closes it.
  void aboutEngine() {
    engineDesk.turn();
  }

  /// Runs the image that the desk's tag names.
  void run() {
    Desk.Open open = desk.current();
    if (open != null) {
      engineDesk.close();
      bottom.select(BottomTabs.Kind.CONTAINERS);
      containers.run(open.tag(), open.ownership());
    }
  }

  /// @param chosen told when another language is to be spoken
  void onLanguage(Runnable chosen) {
    anotherLanguage = chosen;
  }

  /// The window is to speak another language.
  void speakAnother() {
    anotherLanguage.run();
  }

  @Nullable Path ownFolder() {
    Desk.Open open = desk.current();
    boolean own = services.lessons().lessonProperty().get() == null;
    return own && open != null ? open.folder() : null;
  }

  void openFolder(Path folder) {
    services.lessons().close();
    openDesk(folder, Desk.tagFor(folder), new Ownership(Desk.name(folder), null, null));
    header.setPlace(folder.toString());
  }

  void problem(String sentence) {
    notices.problem(sentence);
  }

  void say(String sentence) {
    notices.say(sentence);
  }

  RecordingFiles recordings() {
    return recordings;
  }

  BuildControl builds() {
    return builds;
  }

  EngineWatch engine() {
    return engine;
  }

  PictureModel pictures() {
    return pictures;
  }

  LogModel log() {
    return log;
  }

  WindowLook windowLook() {
    return look;
  }

  Presentation presentation() {
    return presentation;
  }

  // --- what follows from what

  private void imagesKnown() {
    desk.checkAgain();
    look();
  }

  private void engineChanged(EngineStatus status) {
    engineDesk.show(status);
    containers.update(engine.state());
    built();
  }

  private void built() {
    remember();
    look();
  }

  private void remember() {
    past.add(engine.statusProperty().get(), builds.stateProperty().get());
  }

  /// The pictures are told of what they show: the engine as it is, or as it was.
  private void pictured() {
    pictured = presentation.pictured(seen.statusProperty().get());
    feeds.update(pictured);
  }

  /// What is shown of the engine became more or less, or moves again.
  private void lookAgain() {
    pictured();
    look();
  }

  /// An image that was just built can be run from the containers' pane.
  private void offer(@Nullable BuildState before, @Nullable BuildState now) {
    boolean ran = before == null || before.running();
    Desk.Open open = desk.current();
    if (ran && now != null && now.outcome() instanceof BuildOutcome.Success && open != null) {
      containers.offer(now.tag(), open.ownership());
    }
  }

  private void lessonFolder(@Nullable Path folder) {
    Lesson lesson = services.lessons().lessonProperty().get();
    if (folder == null) {
      desk.save(); // before the files are moved: the latest edits belong to what is kept
    } else if (lesson != null) {
      Step step = services.lessons().stepProperty().get();
      openDesk(
          folder,
          lesson.image(),
          new Ownership(Desk.name(folder), lesson.id(), step == null ? null : step.id()));
    }
  }

  private void openDesk(Path folder, String tag, Ownership ownership) {
    try {
      desk.open(folder, tag, ownership);
      builds.forget();
      actions.deskChanged();
      look();
    } catch (WorkspaceException e) {
      problem(String.valueOf(e.getMessage()));
    }
  }

  private void lessonChanged(@Nullable Lesson lesson) {
    if (lesson != null) {
      header.setPlace(lesson.title());
      services.memory().change(s -> s.withLesson(lesson.pack() + "/" + lesson.id()));
    } else if (desk.current() == null) {
      header.setPlace("");
    }
  }

  private void stepChanged(@Nullable Step step) {
    if (step == null) {
      return;
    }
    pictures.lookAt(step.picture());
    look();
  }

  private void edited() {
    builds.edited();
    look();
  }

  /// Looks at everything again: cheap, and done on every change.
  private void look() {
    EngineState state = engine.state();
    Desk.Open open = desk.current();
    if (open != null) {
      feeds.prefer(open.tag());
      if (state != null) {
        builds.imagesChanged(state);
        desk.imagesChanged(state);
      }
    }
    Step step = services.lessons().stepProperty().get();
    if (state != null && step != null) {
      step.imagesToInspect().forEach(image -> images.inspect(state, image));
    }
    if (!presentation.frozen()) {
      BuildState build = builds.stateProperty().get();
      services.lessons().update(new Situation(state, build, desk.texts(), images.known()));
    }
  }

  /// Saves every edit, cancels what runs, ends every stream.
  @Override
  public void close() {
    builds.close();
    log.close();
    output.log().close();
    desk.close();
    feeds.close();
    engine.close();
    seen.close();
    past.close();
  }
}
