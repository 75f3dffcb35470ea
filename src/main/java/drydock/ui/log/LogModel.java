// SPDX-License-Identifier: Apache-2.0
package drydock.ui.log;

import drydock.engine.BuildEvent;
import drydock.engine.EngineException;
import drydock.engine.EngineProblem;
import drydock.engine.Output;
import drydock.engine.StreamListener;
import drydock.engine.Subscription;
import drydock.files.Reasons;
import drydock.messages.Messages;
import drydock.ui.kit.Background;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleObjectProperty;
import org.jspecify.annotations.Nullable;

/// A log: of builds, one after the other, or of a container's output. Events may come from any thread; all else belongs
/// to the JavaFX thread.
public final class LogModel implements AutoCloseable {
  /// What is held in memory at most. The oldest lines go to the disk when there are more lines, or more characters.
  ///
  /// @param waiting what may wait for the JavaFX thread and the disk, in characters and 50 for each line
  record Bounds(int lines, long characters, long waiting) {
    static final Bounds USUAL = new Bounds(500_000, 64_000_000, 2_000_000);
  }

  /// In characters, and so many for each line.
  private static final long MOST_HELD = 16_000_000;

  private static final int LINE = 50;

  private static final Duration LONGEST_WAIT = Duration.ofSeconds(1);

  private final Background background;
  private final Function<EngineProblem, String> problems;
  private final LongSupplier clock;
  private final RowList rows = new RowList();
  private final Transcript transcript;
  private final Intake intake;
  private final LogSearch search;
  private final Bounds bounds;
  private final Gate gate;
  private final Overflow overflow;
  private final ReadOnlyBooleanWrapper running = new ReadOnlyBooleanWrapper(this, "running");
  private final ReadOnlyIntegerWrapper lines = new ReadOnlyIntegerWrapper(this, "lines");
  private final ReadOnlyBooleanWrapper hasRows = new ReadOnlyBooleanWrapper(this, "hasRows");
  private final ReadOnlyStringWrapper status = new ReadOnlyStringWrapper(this, "status", "");
  private final ObjectProperty<@Nullable String> selectedStep =
      new SimpleObjectProperty<>(this, "selectedStep");
  private final ObjectProperty<@Nullable String> pointedStep =
      new SimpleObjectProperty<>(this, "pointedStep");
  private Consumer<Row> revealed = _ -> {};
  private Subscription followed = () -> {};
  private int follows;
  private boolean dropping;
  private boolean holding;

  /// What came while the rows are kept as they are.
  private final List<Arrival> held = new ArrayList<>();

  private long heldWeight;

  /// @param problems makes a sentence of what can go wrong with an engine
  /// @param scratch a folder on a disk for lines that are too many for the memory; made when it is needed
  public LogModel(Background background, Function<EngineProblem, String> problems, Path scratch) {
    this(
        background,
        problems,
        System::nanoTime,
        Bounds.USUAL,
        () -> new Spill(scratch, Spill.Room.USUAL));
  }

  LogModel(
      Background background,
      Function<EngineProblem, String> problems,
      LongSupplier clock,
      Bounds bounds,
      Supplier<Spill> spills) {
    this.background = background;
    this.problems = problems;
    this.clock = clock;
    this.bounds = bounds;
    gate = new Gate(bounds.waiting(), LONGEST_WAIT);
    overflow = new Overflow(background, gate, spills, this::retell);
    transcript = new Transcript(rows, problems);
    search = new LogSearch(rows, this::reveal);
    intake = new Intake(background.batched(this::take), clock, gate);
  }

  /// Whether a build runs, or a container's output is followed.
  public ReadOnlyBooleanProperty runningProperty() {
    return running.getReadOnlyProperty();
  }

  /// How many lines are shown, without the steps' headers.
  public ReadOnlyIntegerProperty linesProperty() {
    return lines.getReadOnlyProperty();
  }

  ReadOnlyBooleanProperty hasRowsProperty() {
    return hasRows.getReadOnlyProperty();
  }

  /// A sentence about the last command: where the log was saved, or why not. Empty at first.
  public ReadOnlyStringProperty statusProperty() {
    return status.getReadOnlyProperty();
  }

  /// Key of the step that is selected, here or elsewhere; null for none. Setting it marks the step's rows.
  public ObjectProperty<@Nullable String> selectedStepProperty() {
    return selectedStep;
  }

  /// Key of the step that is pointed at, here or elsewhere; null for none. Setting it marks the
  /// step's rows lightly.
  public ObjectProperty<@Nullable String> pointedStepProperty() {
    return pointedStep;
  }

  /// A build begins; what was logged before goes. Any thread.
  ///
  /// @param tag what the image will be called, possibly empty
  public void begin(String tag) {
    intake.beginBuild(tag);
  }

  /// The next event of the build. Any thread; returns when there is room for it, and after a second at the latest.
  public void accept(BuildEvent event) {
    gate.pass();
    intake.event(event);
  }

  /// Shows a container's output instead of what is there, and stops following what was followed before.
  ///
  /// @param open starts the stream, such as `l -> engine.logs(id, true, l)`; called off the JavaFX thread
  public void follow(Function<StreamListener<Output>, Subscription> open) {
    stop();
    int mine = ++follows;
    int number = intake.beginOutput();
    background.call(
        () -> open.apply(new OutputListener(number)),
        subscription -> {
          if (mine == follows) {
            followed = subscription;
          } else {
            subscription.close();
          }
        },
        failure -> intake.endOutput(number, sentence(failure), false));
  }

  /// Stops following a container's output; what came stays.
  public void stop() {
    follows++;
    followed.close();
    followed = () -> {};
  }

  /// Marks a step and brings it into view.
  public void revealStep(String key) {
    selectedStep.set(key);
    Section section = transcript.sectionOfStep(key);
    if (section != null && section.group.header != null) {
      reveal(section.group.header);
    }
  }

  /// Forgets all lines; of a build that runs the steps stay.
  public void clear() {
    rows.change(transcript::clear);
    overflow.renew();
    settle();
  }

  /// Folds or unfolds all steps.
  public void foldAll(boolean folded) {
    rows.change(() -> List.copyOf(rows.groups()).forEach(g -> fold(g, folded)));
  }

  /// Writes the whole log, without colours, with the lines that are not shown any more, in the background;
  /// [#statusProperty] tells how that went.
  public void save(Path file) {
    overflow.save(
        file,
        LogFile.parts(rows.groups()),
        saved -> status.set(Messages.get("log.saved", saved.toString())),
        failure -> status.set(Messages.get("log.notSaved", file.toString(), Reasons.of(failure))));
  }

  /// Keeps the rows as they are, whatever comes, as long as there is room for what waits; afterwards they catch up.
  public void hold(boolean still) {
    holding = still;
    if (!still) {
      List<Arrival> due = List.copyOf(held);
      held.clear();
      heldWeight = 0;
      if (!due.isEmpty()) {
        add(due);
      }
    }
  }

  /// Stops following, and gives back the room on the disk.
  @Override
  public void close() {
    stop();
    overflow.close();
  }

  Gate gate() {
    return gate;
  }

  RowList rows() {
    return rows;
  }

  LogSearch search() {
    return search;
  }

  long now() {
    return clock.getAsLong();
  }

  /// The view's way to show a row when the model wants it seen.
  void onReveal(Consumer<Row> how) {
    revealed = how;
  }

  /// The step that the row shown at `index` is about.
  @Nullable String stepAt(int index) {
    return transcript.stepOf(rows.get(index), rows.groupAt(index));
  }

  /// Folds what the row shown at `index` belongs to.
  void fold(int index, boolean folded) {
    rows.change(() -> fold(rows.groupAt(index), folded));
  }

  private void fold(Group group, boolean folded) {
    Section section = transcript.section(group);
    if (section != null) {
      section.foldByHand(folded);
    }
  }

  private void reveal(Row row) {
    Group group = rows.groupOf(row);
    if (group != null && group.folded && !row.equals(group.header)) {
      rows.change(() -> fold(group, false));
    }
    revealed.accept(row);
  }

  private void take(List<Arrival> batch) {
    for (Arrival arrival : batch) {
      if (arrival instanceof Arrival.Lines some) {
        gate.remove(some.weight());
        heldWeight += holding ? some.weight() : 0;
      }
    }
    if (!holding) {
      add(batch);
      return;
    }
    held.addAll(batch);
    if (heldWeight > MOST_HELD || held.size() > MOST_HELD / LINE) {
      hold(false);
    }
  }

  private void add(List<Arrival> batch) {
    rows.change(
        () -> {
          for (Arrival arrival : batch) {
            take(arrival);
          }
          dropping = true;
          boolean dropped = rows.dropOldest(bounds.lines(), bounds.characters(), overflow::take);
          dropping = false;
          if (dropped) {
            sayDropped();
          }
        });
    settle();
  }

  private void take(Arrival arrival) {
    transcript.apply(arrival);
    switch (arrival) {
      case Arrival.BuildBegan _, Arrival.OutputBegan _ -> overflow.renew();
      case Arrival.Lines _, Arrival.Happened _, Arrival.OutputEnded _ -> {}
    }
  }

  private void sayDropped() {
    Row.Note note = overflow.note();
    if (note != null) {
      transcript.dropped(note);
    }
  }

  private void retell() {
    if (!dropping) { // else it is said when all have gone
      rows.change(this::sayDropped);
      settle();
    }
  }

  private void settle() {
    running.set(transcript.running());
    lines.set(rows.lines());
    hasRows.set(!rows.isEmpty());
    search.recount();
  }

  private String sentence(Exception failure) {
    if (failure instanceof EngineException e) {
      return problems.apply(e.problem());
    }
    return failure instanceof IOException io ? Reasons.of(io) : failure.toString();
  }

  private final class OutputListener implements StreamListener<Output> {
    private final int number;

    OutputListener(int number) {
      this.number = number;
    }

    @Override
    public void onNext(Output item) {
      gate.pass();
      intake.output(number, item);
    }

    @Override
    public void onEnd(@Nullable EngineException failure) {
      if (failure == null) {
        intake.endOutput(number, Messages.get("log.output.ended"), true);
      } else {
        intake.endOutput(number, sentence(failure), false);
      }
    }
  }
}
