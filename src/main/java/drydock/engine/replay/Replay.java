// SPDX-License-Identifier: Apache-2.0
package drydock.engine.replay;

import drydock.engine.BuildEvent;
import drydock.engine.BuildState;
import drydock.engine.Endpoint;
import drydock.engine.EndpointAttempt;
import drydock.engine.EngineEvent;
import drydock.engine.EngineException;
import drydock.engine.EngineInfo;
import drydock.engine.EngineProblem;
import drydock.engine.EngineState;
import drydock.engine.EngineStatus;
import drydock.engine.Journal;
import drydock.engine.Subscription;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.function.Supplier;

/// A recording, and a position in it that moves when it is told to. Everything that [ReplayMonitor]
/// and its engine say is how it was at that position. Safe to use from any thread; who moves it
/// tells the listeners, on the own thread.
public final class Replay {
  private static final int JOURNAL = 2 * Journal.MOST_EVENTS;

  private final Recording recording;
  private final Endpoint endpoint;
  private final Answers answers;
  private final Set<String> logs = new HashSet<>();
  private final List<Entry> entries;
  private final List<EngineEvent> events = new ArrayList<>();

  /// Of each entry: the one that tells the state after it, how many events were told up to it,
  /// which gap was the last.
  private final int[] states;

  private final int[] told;
  private final int[] gaps;
  private final List<Consumer<Step>> listeners = new CopyOnWriteArrayList<>();
  private Instant position;
  private int passed;
  private EngineStatus status = new EngineStatus.Searching();

  /// A move of the position.
  ///
  /// @param happened what was passed; empty on the way back
  record Step(EngineStatus status, List<Entry> happened) {}

  /// A build, as far as it went.
  ///
  /// @param name tells the builds of a recording apart
  /// @param last when the last event of it came
  public record PastBuild(
      String name, String tag, Instant started, Instant last, List<BuildEvent> events) {
    public PastBuild {
      events = List.copyOf(events);
    }

    /// Whether `later` is the same build, as far as this one or further.
    public boolean begins(PastBuild later) {
      return name.equals(later.name) && events.size() <= later.events.size();
    }

    public BuildState state() {
      BuildState state = BuildState.begin(tag, started);
      for (BuildEvent event : events) {
        state = state.apply(event);
      }
      return state;
    }
  }

  /// Begins at the recording's first state.
  public Replay(Recording recording) {
    this.recording = recording;
    entries = recording.entries();
    Instant started = recording.header().started();
    endpoint = new Endpoint("recording:" + started, Endpoint.Origin.RECORDING, started.toString());
    states = new int[entries.size()];
    told = new int[entries.size()];
    gaps = new int[entries.size()];
    int state = -1;
    int gap = -1;
    for (int i = 0; i < entries.size(); i++) {
      switch (entries.get(i)) {
        case Entry.State _, Entry.Lost _ -> state = i;
        case Entry.Happened e -> events.add(e.event());
        case Entry.Gap _ -> gap = i;
        case Entry.Built _, Entry.Answered _ -> {}
        case Entry.Wrote e -> logs.add(e.container());
      }
      states[i] = state;
      told[i] = events.size();
      gaps[i] = gap;
    }
    answers = new Answers(entries);
    position = start();
    move(position);
  }

  public Recording recording() {
    return recording;
  }

  /// When the first state was seen.
  public Instant start() {
    return entries.stream()
        .filter(Entry.State.class::isInstance)
        .findFirst()
        .map(Entry::at)
        .orElse(recording.header().started());
  }

  public Instant end() {
    return recording.end();
  }

  public synchronized Instant position() {
    return position;
  }

  /// Goes to a moment; to the nearest end when it lies outside. On the way forward, streams that
  /// are open are told what is passed.
  public void seek(Instant moment) {
    Step step = move(moment);
    listeners.forEach(listener -> listener.accept(step));
  }

  private synchronized Step move(Instant moment) {
    position = moment.isBefore(start()) ? start() : moment.isAfter(end()) ? end() : moment;
    int before = passed;
    passed = passedBy(position);
    status = statusNow();
    return new Step(status, passed > before ? entries.subList(before, passed) : List.<Entry>of());
  }

  /// How many entries are not after `moment`.
  private int passedBy(Instant moment) {
    int low = 0;
    int high = entries.size();
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (entries.get(middle).at().isAfter(moment)) {
        high = middle;
      } else {
        low = middle + 1;
      }
    }
    return low;
  }

  /// How things stood.
  public synchronized EngineStatus status() {
    return status;
  }

  private EngineStatus statusNow() {
    int last = passed - 1;
    if (last < 0 || states[last] < 0) {
      return new EngineStatus.Searching();
    }
    return entries.get(states[last]) instanceof Entry.State(Instant _, EngineState state)
        ? ready(state, last)
        : new EngineStatus.Unavailable(
            List.of(
                new EndpointAttempt(
                    recording.header().engine().endpoint(), EndpointAttempt.Result.REFUSED, "")));
  }

  private EngineStatus ready(EngineState state, int last) {
    EngineInfo info = state.info().at(endpoint);
    EngineState now =
        new EngineState(
            info,
            state.images(),
            state.containers(),
            state.networks(),
            state.volumes(),
            state.at());
    int count = told[last];
    int first = Math.max(0, count - JOURNAL);
    Instant whole =
        gaps[last] >= 0 && entries.get(gaps[last]) instanceof Entry.Gap gap
            ? gap.wholeSince()
            : recording.header().started();
    Journal journal = Journal.of(whole, events.subList(first, count), first);
    return new EngineStatus.Ready(
        now,
        journal,
        List.of(new EndpointAttempt(endpoint, EndpointAttempt.Result.ANSWERED, "", info)));
  }

  /// @throws EngineException when no engine answered then
  EngineState state() {
    if (status() instanceof EngineStatus.Ready ready) {
      return ready.state();
    }
    throw new EngineException(new EngineProblem.Unreachable(List.of()));
  }

  /// The build that was the last to begin, as far as it went; empty when none began.
  public synchronized Optional<PastBuild> build() {
    int at = passed - 1;
    while (at >= 0 && !(entries.get(at) instanceof Entry.Built)) {
      at--;
    }
    if (at < 0) {
      return Optional.empty();
    }
    Entry.Built last = (Entry.Built) entries.get(at);
    List<Entry.Built> all =
        entries.subList(0, at + 1).stream()
            .filter(Entry.Built.class::isInstance)
            .map(Entry.Built.class::cast)
            .filter(built -> built.build().equals(last.build()))
            .toList();
    return Optional.of(
        new PastBuild(
            last.build(),
            last.tag(),
            all.getFirst().at(),
            all.getLast().at(),
            all.stream().map(Entry.Built::event).toList()));
  }

  /// What the engine had answered last to this question, asked at this position.
  ///
  /// @param doing "listing the processes of web", for the sentence when it was not recorded
  Answer answer(Question question, Supplier<String> doing) {
    return lastAnswer(question).orElseThrow(() -> refusal(doing.get()));
  }

  synchronized Optional<Answer> lastAnswer(Question question) {
    return answers.last(question, passed);
  }

  boolean everAnswered(Question question) {
    return answers.any(question);
  }

  /// Whether anything of this container's log was recorded, at whatever time.
  boolean hasLog(String container) {
    return logs.contains(container);
  }

  /// What was recorded up to now, oldest first.
  synchronized List<Entry> past() {
    return entries.subList(0, passed);
  }

  static EngineException refusal(String doing) {
    return new EngineException(new EngineProblem.NotRecorded(doing));
  }

  Subscription listen(Consumer<Step> listener) {
    listeners.add(listener);
    return () -> listeners.remove(listener);
  }
}
