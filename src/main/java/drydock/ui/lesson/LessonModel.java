// SPDX-License-Identifier: Apache-2.0
package drydock.ui.lesson;

import drydock.files.Reasons;
import drydock.lesson.GoalStatus;
import drydock.lesson.Lesson;
import drydock.lesson.LessonWorkspace;
import drydock.lesson.Progress;
import drydock.lesson.ProgressFile;
import drydock.lesson.Step;
import drydock.lesson.StepWatch;
import drydock.lesson.goal.Situation;
import drydock.lesson.pack.PackReading;
import drydock.messages.Messages;
import drydock.ui.kit.Background;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import org.jspecify.annotations.Nullable;

/// Which lesson and step are open, and how their goals stand. JavaFX thread only.
public final class LessonModel {
  /// Between the two looks that turn a goal green.
  private static final Duration SECOND_LOOK = Duration.ofMillis(600);

  private final List<PackReading> packs;
  private final ProgressFile progressFile;
  private final LessonWorkspace workspace;
  private final Background background;

  private final ReadOnlyObjectWrapper<@Nullable Lesson> lesson = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyObjectWrapper<@Nullable Step> step = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyObjectWrapper<@Nullable Path> folder = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyObjectWrapper<List<GoalStatus>> goals =
      new ReadOnlyObjectWrapper<>(List.of());
  private final ReadOnlyObjectWrapper<@Nullable String> answer = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyObjectWrapper<Progress> progress;
  private final ReadOnlyIntegerWrapper hintsShown = new ReadOnlyIntegerWrapper();
  private final ReadOnlyStringWrapper notice = new ReadOnlyStringWrapper("");

  private Situation situation = Situation.NOTHING_KNOWN;
  private @Nullable StepWatch watch;
  private boolean secondLookDue;
  private boolean tellCount;
  private Runnable cancelSecondLook = () -> {};

  public LessonModel(
      List<PackReading> packs,
      ProgressFile progressFile,
      LessonWorkspace workspace,
      Background background) {
    this.packs = List.copyOf(packs);
    this.progressFile = progressFile;
    this.workspace = workspace;
    this.background = background;
    this.progress = new ReadOnlyObjectWrapper<>(progressFile.latest());
    if (progressFile.notice() != null) {
      notice.set(progressFile.notice());
    }
  }

  public List<PackReading> packs() {
    return packs;
  }

  /// The open lesson; null while one is chosen.
  public ReadOnlyObjectProperty<@Nullable Lesson> lessonProperty() {
    return lesson.getReadOnlyProperty();
  }

  /// The open step: its [Step#picture] is the picture to show, its [Step#imagesToInspect] the images to inspect.
  public ReadOnlyObjectProperty<@Nullable Step> stepProperty() {
    return step.getReadOnlyProperty();
  }

  /// The learner's folder, once its files are there.
  public ReadOnlyObjectProperty<@Nullable Path> folderProperty() {
    return folder.getReadOnlyProperty();
  }

  /// How the open step's goals stand, in order.
  public ReadOnlyObjectProperty<List<GoalStatus>> goalsProperty() {
    return goals.getReadOnlyProperty();
  }

  /// The choice that the engine proved right; null before.
  public ReadOnlyObjectProperty<@Nullable String> answerProperty() {
    return answer.getReadOnlyProperty();
  }

  public ReadOnlyObjectProperty<Progress> progressProperty() {
    return progress.getReadOnlyProperty();
  }

  public ReadOnlyIntegerProperty hintsShownProperty() {
    return hintsShown.getReadOnlyProperty();
  }

  /// A sentence about what just happened, possibly empty.
  public ReadOnlyStringProperty noticeProperty() {
    return notice.getReadOnlyProperty();
  }

  /// How far the learner is with the open step.
  public Progress.OfStep ofStep() {
    Lesson l = lesson.get();
    Step s = step.get();
    return l == null || s == null ? Progress.OfStep.NONE : progress.get().of(l, s);
  }

  /// Counted from 0; -1 while no lesson is open.
  public int stepIndex() {
    Lesson l = lesson.get();
    Step s = step.get();
    return l == null || s == null ? -1 : l.steps().indexOf(s);
  }

  /// Looks at the goals in a new situation. Cheap; call it on every change.
  public void update(Situation now) {
    situation = now;
    look();
  }

  /// Opens a lesson at the step that was open last, and makes its folder ready.
  public void open(Lesson next) {
    folder.set(null);
    lesson.set(next);
    String at = progress.get().of(next).at();
    Step start = at == null ? null : next.step(at);
    show(start == null ? next.steps().getFirst() : start);
    background.call(
        () -> workspace.prepare(next),
        path -> {
          if (next.equals(lesson.get())) {
            folder.set(path);
          }
        },
        this::failed);
  }

  /// Opens a lesson by its pack and id, "pack/lesson", if it is there.
  public void open(String path) {
    packs.stream()
        .flatMap(
            reading -> reading.pack() == null ? Stream.of() : reading.pack().lessons().stream())
        .filter(l -> (l.pack() + "/" + l.id()).equals(path))
        .findFirst()
        .ifPresent(this::open);
  }

  public void close() {
    watch = null;
    goals.set(List.of());
    step.set(null);
    folder.set(null);
    lesson.set(null);
    notice.set("");
  }

  /// Opens a step of the open lesson, whether those before it are done or not.
  public void goTo(int index) {
    Lesson l = lesson.get();
    if (l != null && 0 <= index && index < l.steps().size()) {
      show(l.steps().get(index));
    }
  }

  public void previous() {
    goTo(stepIndex() - 1);
  }

  /// On to the next step; from the last one back to the lessons. A step without goals is done by this.
  public void next() {
    Step s = step.get();
    if (s != null && s.goals().isEmpty()) {
      change(p -> p.withState(Progress.State.DONE));
    }
    onward();
  }

  /// On without solving: marked as skipped, unless it was done before.
  public void skip() {
    if (ofStep().state() == Progress.State.OPEN) {
      change(p -> p.withState(Progress.State.SKIPPED));
    }
    onward();
  }

  /// Looks at the goals again at once and says how many are met.
  public void checkNow() {
    StepWatch w = watch;
    if (w == null || goals.get().isEmpty()) {
      return;
    }
    tellCount = true;
    look();
  }

  public void showHint() {
    Step s = step.get();
    if (s != null && hintsShown.get() < s.hints().size()) {
      hintsShown.set(hintsShown.get() + 1);
    }
  }

  /// Settles the prediction; it cannot be changed once the engine has answered.
  public void predict(String choice) {
    if (answer.get() == null) {
      change(p -> p.withPredicted(choice));
    }
  }

  /// Makes the learner's folder as the open step expects it; what was there is moved to a backup.
  public void reset() {
    Lesson l = lesson.get();
    Step s = step.get();
    if (l == null || s == null) {
      return;
    }
    folder.set(null);
    background.call(
        () -> {
          Path backup = workspace.reset(l, s);
          return backup == null
              ? Messages.get("lesson.view.reset.fresh")
              : Messages.get("lesson.view.reset.done", backup.toString());
        },
        sentence -> {
          folder.set(workspace.folder(l));
          notice.set(sentence);
        },
        e -> {
          folder.set(workspace.folder(l));
          failed(e);
        });
  }

  private void onward() {
    Lesson l = lesson.get();
    if (l == null) {
      return;
    }
    if (stepIndex() + 1 < l.steps().size()) {
      goTo(stepIndex() + 1);
    } else {
      close();
    }
  }

  private void show(Step next) {
    Lesson l = lesson.get();
    if (l == null) {
      return;
    }
    notice.set("");
    hintsShown.set(0);
    answer.set(null);
    cancelSecondLook.run();
    secondLookDue = false;
    tellCount = false;
    StepWatch fresh = new StepWatch(next, progress.get().of(l, next).seen());
    watch = fresh;
    fresh.look(situation);
    goals.set(fresh.statuses());
    step.set(next);
    keep(progress.get().at(l, next));
    look();
  }

  private void look() {
    StepWatch w = watch;
    if (w != null) {
      w.look(situation);
      publish(w);
    }
  }

  private void lookAgain() {
    secondLookDue = false;
    StepWatch w = watch;
    if (w != null) {
      w.lookAgain(situation);
      publish(w);
    }
  }

  private void publish(StepWatch w) {
    goals.set(w.statuses());
    answer.set(w.answer());
    if (!ofStep().seen().containsAll(w.seen())) {
      change(p -> p.withSeen(w.seen()));
    }
    if (w.complete() && ofStep().state() != Progress.State.DONE) {
      change(p -> p.withState(Progress.State.DONE));
    }
    if (tellCount) {
      tellCount = w.wantsSecondLook();
      long met = goals.get().stream().filter(g -> g.state() == GoalStatus.State.MET).count();
      notice.set(Messages.get("lesson.view.checked", met, goals.get().size()));
    }
    if (w.wantsSecondLook() && !secondLookDue) {
      secondLookDue = true;
      cancelSecondLook = background.after(SECOND_LOOK, this::lookAgain);
    }
  }

  private void change(UnaryOperator<Progress.OfStep> change) {
    Lesson l = lesson.get();
    Step s = step.get();
    if (l != null && s != null) {
      keep(progress.get().with(l, s, change.apply(ofStep())));
    }
  }

  private void keep(Progress next) {
    if (next.equals(progress.get())) {
      return;
    }
    progress.set(next);
    progressFile.set(next);
    background.<Boolean>call(
        () -> {
          progressFile.save();
          return true;
        },
        _ -> {},
        e -> notice.set(Messages.get("lesson.view.save.failed", Reasons.of(e))));
  }

  private void failed(Exception e) {
    notice.set(Messages.get("lesson.view.failed", String.valueOf(e.getMessage())));
  }
}
