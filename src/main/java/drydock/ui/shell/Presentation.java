// SPDX-License-Identifier: Apache-2.0
package drydock.ui.shell;

import drydock.diagram.Scene;
import drydock.engine.EngineStatus;
import drydock.lesson.Lesson;
import drydock.lesson.Step;
import drydock.messages.Messages;
import drydock.observe.OnlyOurs;
import drydock.ui.kit.Action;
import drydock.ui.lesson.LessonModel;
import drydock.ui.log.LogModel;
import drydock.ui.moment.MomentsModel;
import drydock.ui.picture.PictureModel;
import drydock.ui.presenter.PresenterModel;
import drydock.ui.presenter.PresenterModel.Part;
import drydock.ui.presenter.PresenterView;
import java.util.List;
import java.util.Map;
import javafx.scene.Parent;

/// Shows the window to a room: lends its panes to the projector, stills and thins out what they show, tells the speaker
/// where the lesson stands. JavaFX thread only.
final class Presentation implements PresenterModel.Course {
  /// A change takes so many times as long, for people far away to follow it.
  private static final double SLOWNESS = 4;

  /// What is shown, and what of it can stand still.
  record Shown(
      Panes panes,
      PictureColumn column,
      PictureModel pictures,
      List<LogModel> logs,
      MomentsModel moments) {}

  private final LessonModel lessons;
  private final WindowLook look;
  private final Shown shown;
  private final Runnable changed;
  private final PresenterModel model;
  private final PresenterView view;
  private final NotesWindow notes;
  private final List<Action> actions;
  private EngineStatus status = new EngineStatus.Searching();

  /// @param changed told when pictures and goals have to be looked at again
  Presentation(Services services, WindowLook look, Shown shown, Runnable changed) {
    lessons = services.lessons();
    this.look = look;
    this.shown = shown;
    this.changed = changed;
    model = new PresenterModel(this, services.clock());
    view = new PresenterView(model);
    notes = new NotesWindow(services, look, model);
    actions =
        List.of(
            action("projector", "mdi2p-projector-screen-outline", "F5", model::start),
            action("notes", "mdi2n-note-text-outline", "Shortcut+F6", notes::open));
    model.onProperty().addListener((_, _, on) -> turn(on));
    model.spotlightProperty().addListener((_, _, on) -> shown.column().spotlight(on));
    model.toolsProperty().addListener((_, _, on) -> shown.column().tools(on));
    model.frozenProperty().addListener((_, _, at) -> still(at != null));
    model.onlyOursProperty().addListener(_ -> changed.run());
    model.partsProperty().addListener(_ -> title());
    shown.pictures().sceneProperty().addListener(_ -> title());
    shown.moments().placeProperty().addListener(_ -> mark());
    shown.moments().replayProperty().addListener(_ -> mark());
    lessons.stepProperty().subscribe(_ -> lessonMoved());
    lessons.lessonProperty().addListener(_ -> lessonMoved());
  }

  private static Action action(String id, String icon, String shortcut, Runnable handler) {
    return new Action(id, ActionTexts.name(id), ActionTexts.help(id), icon, shortcut, handler);
  }

  PresenterModel model() {
    return model;
  }

  Parent node() {
    return view.node();
  }

  /// For the menu.
  List<Action> actions() {
    return actions;
  }

  /// Keys pressed in `around` are looked at here first.
  void listen(Parent around) {
    view.listen(around);
  }

  /// Whether goals, like all the rest, stand still.
  boolean frozen() {
    return model.frozenProperty().get() != null;
  }

  /// What the pictures are to show of this.
  EngineStatus pictured(EngineStatus now) {
    status = now;
    mark();
    if (!model.onlyOursProperty().get() || !(now instanceof EngineStatus.Ready ready)) {
      model.hiddenProperty().set("");
      return now;
    }
    OnlyOurs ours = OnlyOurs.of(ready.state());
    model.hiddenProperty().set(Messages.get("presenter.hidden", ours.others()));
    return new EngineStatus.Ready(ours.state(), ours.journal(ready.journal()), ready.attempts());
  }

  void closeNotes() {
    notes.close();
  }

  @Override
  public void step(int by) {
    lessons.goTo(lessons.stepIndex() + by);
  }

  @Override
  public void picture(int by) {
    List<PictureModel.Kind> kinds = shown.pictures().kinds();
    int at = kinds.indexOf(shown.pictures().kindProperty().get());
    shown.pictures().kindProperty().set(kinds.get(Math.floorMod(at + by, kinds.size())));
  }

  @Override
  public void notes() {
    notes.open();
  }

  private void turn(boolean on) {
    look.motion().slownessProperty().set(on ? SLOWNESS : 1);
    shown.column().bare(on);
    if (on) {
      Map<Panes.Pane, javafx.scene.layout.Region> lent = shown.panes().lend();
      view.take(
          Map.of(
              Part.LESSON, lent.get(Panes.Pane.LESSON),
              Part.PICTURE, lent.get(Panes.Pane.PICTURE),
              Part.LOG, lent.get(Panes.Pane.LOG)));
      title();
    } else {
      view.giveBack(shown.panes()::takeBack);
    }
  }

  private void still(boolean frozen) {
    shown.pictures().hold(frozen);
    shown.logs().forEach(log -> log.hold(frozen));
    if (!frozen) {
      changed.run();
    }
  }

  private void title() {
    Scene scene = shown.pictures().sceneProperty().get();
    Step step = lessons.stepProperty().get();
    boolean picture = model.partsProperty().get().contains(Part.PICTURE);
    model
        .titleProperty()
        .set(
            picture && scene != null
                ? scene.question()
                : step == null ? Messages.get("shell.name") : step.title());
  }

  private void mark() {
    model
        .markProperty()
        .set(
            status instanceof EngineStatus.Ready
                ? shown.moments().where()
                : Messages.get("presenter.noEngine"));
  }

  private void lessonMoved() {
    Lesson lesson = lessons.lessonProperty().get();
    Step step = lessons.stepProperty().get();
    title();
    if (lesson == null || step == null || !lesson.steps().contains(step)) {
      model.notes(null);
      return;
    }
    int at = lesson.steps().indexOf(step);
    int count = lesson.steps().size();
    model.notes(
        new PresenterModel.Notes(
            step.title(),
            Messages.get("lesson.view.step", at + 1, count),
            step.notes(),
            at + 1 < count ? lesson.steps().get(at + 1).title() : null));
  }
}
