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
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.LongSupplier;
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
public final class LogModel {
  /// The oldest lines go when there are more, or more characters, than this.
  static final int MOST_LINES = 500_000;

  private static final long MOST_CHARACTERS = 150_000_000;

  private final Background background;
  private final Function<EngineProblem, String> problems;
  private final LongSupplier clock;
  private final RowList rows = new RowList();
  private final Transcript transcript;
  private final Intake intake;
  private final LogSearch search;
  private final int mostLines;
  private final ReadOnlyBooleanWrapper running = new ReadOnlyBooleanWrapper(this, "running");
  private final ReadOnlyIntegerWrapper lines = new ReadOnlyIntegerWrapper(this, "lines");
  private final ReadOnlyBooleanWrapper hasRows = new ReadOnlyBooleanWrapper(this, "hasRows");
  private final ReadOnlyStringWrapper status = new ReadOnlyStringWrapper(this, "status", "");
  private final ObjectProperty<@Nullable String> selectedStep =
      new SimpleObjectProperty<>(this, "selectedStep");
  private Consumer<Row> revealed = _ -> {};
  private long dropped;
  private Subscription followed = () -> {};
  private int follows;

  /// @param problems makes a sentence of what can go wrong with an engine
  public LogModel(Background background, Function<EngineProblem, String> problems) {
    this(background, problems, System::nanoTime, MOST_LINES);
  }

  LogModel(
      Background background,
      Function<EngineProblem, String> problems,
      LongSupplier clock,
      int mostLines) {
    this.background = background;
    this.problems = problems;
    this.clock = clock;
    this.mostLines = mostLines;
    transcript = new Transcript(rows, problems);
    search = new LogSearch(rows, this::reveal);
    intake = new Intake(background.batched(this::take), clock);
  }

  /// Whether a build runs, or a container's output is followed.
  public ReadOnlyBooleanProperty runningProperty() {
    return running.getReadOnlyProperty();
  }

  /// How many lines are kept, without the steps' headers.
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

  /// A build begins; what was logged before goes. Any thread.
  ///
  /// @param tag what the image will be called, possibly empty
  public void begin(String tag) {
    intake.beginBuild(tag);
  }

  /// The next event of the build. Any thread.
  public void accept(BuildEvent event) {
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
    dropped = 0;
    settle();
  }

  /// Folds or unfolds all steps.
  public void foldAll(boolean folded) {
    rows.change(() -> List.copyOf(rows.groups()).forEach(g -> fold(g, folded)));
  }

  /// Writes the whole log, without colours, in the background; [#statusProperty] tells how that went.
  public void save(Path file) {
    List<Row> all = new ArrayList<>();
    for (Group group : rows.groups()) {
      if (group.header != null) {
        all.add(group.header);
      }
      all.addAll(group.body);
    }
    background.call(
        () -> LogFile.write(file, all),
        saved -> status.set(Messages.get("log.saved", saved.toString())),
        failure -> status.set(Messages.get("log.notSaved", file.toString(), Reasons.of(failure))));
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
    rows.change(
        () -> {
          for (Arrival arrival : batch) {
            if (arrival instanceof Arrival.BuildBegan || arrival instanceof Arrival.OutputBegan) {
              dropped = 0;
            }
            transcript.apply(arrival);
          }
          int gone = rows.dropOldest(mostLines, MOST_CHARACTERS);
          if (gone > 0) {
            dropped += gone;
            transcript.dropped(dropped);
          }
        });
    settle();
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
