// SPDX-License-Identifier: Apache-2.0
package drydock.ui.log;

import drydock.engine.BuildEvent;
import drydock.engine.BuildOutcome;
import drydock.engine.BuildStep;
import drydock.engine.EngineProblem;
import drydock.engine.PullProgress;
import drydock.messages.Messages;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Folds what arrives into groups of rows. From top to bottom: what was dropped, pulls, preparation, notes that came before
/// the first step, steps by Dockerfile line, later notes, the verdict. JavaFX thread.
final class Transcript {
  /// Key of the group without a header that a container's output goes to.
  static final String OUTPUT = "output";

  /// Key of the note about lines that went.
  static final String DROPPED = "dropped";

  private static final int MOST_NOTES = 1000;
  private static final String VERDICT = "verdict";
  private static final Set<String> PULLED = Set.of("Pull complete", "Already exists");

  private final RowList rows;
  private final Function<EngineProblem, String> problems;
  private final Map<String, Section> pulls = new LinkedHashMap<>();
  private final Map<String, Group> plain = new LinkedHashMap<>();
  private final List<Row.Note> unplaced = new ArrayList<>();
  private StepSections steps;
  private @Nullable Preparation preparation;
  private int notes;
  private int earlyNotes;
  private String tag = "";
  private long began;
  private boolean running;

  Transcript(RowList rows, Function<EngineProblem, String> problems) {
    this.rows = rows;
    this.problems = problems;
    steps = new StepSections(rows);
  }

  /// Whether a build runs, or a container's output is open.
  boolean running() {
    return running;
  }

  /// Forgets all; of a build that runs the steps stay.
  void clear() {
    if (running) {
      rows.groups().forEach(this::empty);
    } else {
      reset();
    }
  }

  private void empty(Group group) {
    Section section = section(group);
    if (section == null) {
      rows.empty(group);
    } else {
      section.empty();
    }
  }

  private void reset() {
    rows.clear();
    pulls.clear();
    plain.clear();
    unplaced.clear();
    steps = new StepSections(rows);
    preparation = null;
    notes = 0;
    earlyNotes = 0;
  }

  void apply(Arrival arrival) {
    switch (arrival) {
      case Arrival.BuildBegan b -> {
        reset();
        tag = b.tag();
        began = b.at();
        running = true;
      }
      case Arrival.OutputBegan _ -> {
        reset();
        running = true;
      }
      case Arrival.Lines l -> lines(l);
      case Arrival.Happened h -> happened(h.id(), h.event(), h.at());
      case Arrival.OutputEnded e -> {
        running = false;
        Row.Verdict.Kind kind = e.good() ? Row.Verdict.Kind.NEUTRAL : Row.Verdict.Kind.BAD;
        put(VERDICT, List.of(new Row.Verdict(e.id(), kind, e.sentence(), null)));
      }
    }
  }

  /// Says at the top that lines went.
  void dropped(Row.Note note) {
    put(DROPPED, List.of(note));
  }

  /// The section that a group belongs to, if it has a header.
  @Nullable Section section(Group group) {
    if (group.key.equals(Preparation.KEY)) {
      return preparation == null ? null : preparation.section();
    }
    Section pull = pulls.get(group.key);
    return pull == null ? steps.section(group.key) : pull;
  }

  /// The section that shows a step.
  @Nullable Section sectionOfStep(String key) {
    if (preparation != null && preparation.has(key)) {
      return preparation.section();
    }
    return steps.section(key);
  }

  /// The step that a row is about.
  @Nullable String stepOf(Row row, Group group) {
    return switch (row) {
      case Row.Part p -> p.key();
      case Row.Verdict v -> v.step();
      case Row.Note n when n.lines() != null -> steps.atLine(n.lines().first());
      case Row.Note _, Row.Header _, Row.Line _, Row.Progress _ ->
          steps.section(group.key) == null ? null : group.key;
    };
  }

  private void lines(Arrival.Lines arrival) {
    Section section = sectionOfStep(arrival.group());
    if (section == null) {
      put(OUTPUT, arrival.lines());
    } else {
      section.put(arrival.lines());
    }
  }

  private void happened(long id, BuildEvent event, long at) {
    switch (event) {
      case BuildEvent.Pulling e -> pulling(id, e.progress(), at);
      case BuildEvent.ContextSent e -> {
        endPulls(StepState.RAN, at);
        preparation(id)
            .section()
            .put(
                List.of(
                    new Row.Line(
                        id + 1,
                        StyledText.plain(
                            Messages.get(
                                "log.contextSent", e.files(), Amounts.bytes(e.bytes()))))));
      }
      case BuildEvent.StepAnnounced e -> {
        endPulls(StepState.RAN, at);
        announce(id, e.step());
      }
      case BuildEvent.StepStarted e -> {
        change(e.step(), Timing.WAITING.started(at), at);
      }
      case BuildEvent.StepCached e ->
          change(e.step(), new Timing(StepState.REUSED, at, Duration.ZERO), at);
      case BuildEvent.StepDone e -> change(e.step(), new Timing(StepState.RAN, at, e.took()), at);
      case BuildEvent.StepFailed e ->
          change(e.step(), new Timing(StepState.FAILED, at, e.took()), at);
      case BuildEvent.StepProgress e -> {
        Section section = sectionOfStep(e.step());
        if (section != null) {
          section.progress(id, e.item(), "", e.current(), e.total(), e.done());
        }
      }
      case BuildEvent.Warning e -> warning(id, e);
      case BuildEvent.Notice e -> note(new Row.Note(id, false, oneLine(e.sentence()), null));
      case BuildEvent.Finished e -> finished(id, e.outcome(), at);
      case BuildEvent.StepOutput _ -> throw new IllegalArgumentException("comes as lines");
    }
  }

  private void announce(long id, BuildStep step) {
    if (step.kind() == BuildStep.Kind.INTERNAL) {
      preparation(id).announce(id + 1, step.key(), step.name());
    } else {
      steps.announce(id, step, firstStepPosition());
      unplaced.removeIf(note -> steps.place(note));
    }
  }

  private void change(String key, Timing timing, long at) {
    if (preparation != null && preparation.has(key)) {
      preparation.change(key, timing, at);
    } else {
      if (timing.state() == StepState.RUNNING) {
        placeTheRest();
      }
      steps.change(key, timing);
    }
  }

  private Preparation preparation(long id) {
    if (preparation == null) {
      preparation = new Preparation(rows, pulls.size() + (plain.containsKey(DROPPED) ? 1 : 0), id);
    }
    return preparation;
  }

  private void pulling(long id, PullProgress p, long at) {
    Section pull =
        pulls.computeIfAbsent(
            "pull/" + p.reference(),
            key ->
                new Section(
                    rows,
                    pulls.size() + (plain.containsKey(DROPPED) ? 1 : 0),
                    key,
                    id,
                    Messages.get("log.pull.title", p.reference())));
    if (pull.timing().state() == StepState.WAITING) {
      pull.setTiming(Timing.WAITING.started(at));
    }
    pull.progress(
        id + 1, p.layer(), p.status(), p.current(), p.total(), PULLED.contains(p.status()));
  }

  private void endPulls(StepState how, long at) {
    for (Section pull : pulls.values()) {
      Timing timing = pull.timing();
      if (timing.state() == StepState.RUNNING) {
        pull.setTiming(timing.ended(how, Duration.ofNanos(at - timing.since())));
        pull.foldByItself(how == StepState.RAN);
      }
    }
  }

  private void warning(long id, BuildEvent.Warning w) {
    String sentence =
        w.rule().isEmpty()
            ? oneLine(w.message())
            : Messages.get("log.warning", w.rule(), oneLine(w.message()));
    Row.Note note =
        new Row.Note(id, true, sentence, w.lines().isEmpty() ? null : w.lines().getFirst());
    if (note.lines() == null) {
      note(note);
    } else if (!steps.place(note)) {
      unplaced.add(note);
      if (steps.anyStarted()) {
        placeTheRest();
      }
    }
  }

  private void placeTheRest() {
    unplaced.forEach(this::note);
    unplaced.clear();
  }

  /// A note that belongs to no step: above the steps if none has started, else below them. Each is a group, so that one
  /// that had to wait for its step may still come to stand above a younger one.
  private void note(Row.Note note) {
    if (++notes > MOST_NOTES) {
      return;
    }
    Group group = new Group("note");
    if (steps.anyStarted()) {
      rows.addGroup(rows.groups().size() - (plain.containsKey(VERDICT) ? 1 : 0), group);
    } else {
      rows.addGroup(firstStepPosition(), group);
      earlyNotes++;
    }
    rows.put(group, List.of(note));
  }

  private void finished(long id, BuildOutcome outcome, long at) {
    running = false;
    boolean broken = outcome instanceof BuildOutcome.Broken;
    boolean good = outcome instanceof BuildOutcome.Success;
    endPulls(good ? StepState.RAN : broken ? StepState.FAILED : StepState.CANCELLED, at);
    placeTheRest();
    steps.settle(at);
    if (preparation != null) {
      preparation.settle(at);
    }
    Verdicts verdicts =
        new Verdicts(
            tag,
            Duration.ofNanos(at - began),
            steps.count(StepState.REUSED),
            steps.count(StepState.RAN),
            problems);
    put(VERDICT, verdicts.of(outcome, id));
  }

  /// Into a group without a header.
  private void put(String key, List<? extends Row> more) {
    Group group =
        Optional.ofNullable(plain.get(key))
            .orElseGet(
                () -> {
                  Group made = new Group(key);
                  rows.addGroup(position(key), made);
                  plain.put(key, made);
                  return made;
                });
    rows.put(group, more);
  }

  private int position(String key) {
    return switch (key) {
      case DROPPED -> 0;
      case VERDICT -> rows.groups().size();
      default -> rows.groups().size() - (plain.containsKey(VERDICT) ? 1 : 0);
    };
  }

  /// After the head of the log.
  private int firstStepPosition() {
    return pulls.size()
        + (preparation == null ? 0 : 1)
        + (plain.containsKey(DROPPED) ? 1 : 0)
        + earlyNotes;
  }

  private static String oneLine(String text) {
    return text.strip().replaceAll("\\s*\\R\\s*", " ");
  }
}
