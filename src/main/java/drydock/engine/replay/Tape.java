// SPDX-License-Identifier: Apache-2.0
package drydock.engine.replay;

import drydock.engine.BuildEvent;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Keeps what was recorded last in memory, so that it can be saved after the fact. Bounded in count
/// and in text, the oldest goes first. Safe to use from any thread.
public final class Tape implements Sink {
  private static final int MOST_ENTRIES = 20_000;
  private static final long MOST_TEXT = 24L << 20;

  private final String app;
  private final Deque<Entry> entries = new ArrayDeque<>();
  private long text;

  /// The state in which what is kept begins.
  private Entry.@Nullable State base;

  /// @param app the version of Drydock
  public Tape(String app) {
    this.app = app;
  }

  @Override
  public synchronized void take(Entry entry) {
    entries.add(entry);
    text += weight(entry);
    while (entries.size() > MOST_ENTRIES || (text > MOST_TEXT && entries.size() > 1)) {
      Entry oldest = entries.remove();
      text -= weight(oldest);
      if (oldest instanceof Entry.State state) {
        base = state;
      }
    }
  }

  /// What is kept, as a recording; empty while nothing was seen of an engine.
  ///
  /// @param reason see [Recording.Header]
  public synchronized Optional<Recording> recording(String reason) {
    List<Entry> all = new ArrayList<>(entries);
    if (base != null) {
      Instant begin = all.isEmpty() ? base.at() : all.getFirst().at();
      all.addFirst(new Entry.State(begin, base.state()));
    }
    return all.stream()
        .filter(Entry.State.class::isInstance)
        .map(Entry.State.class::cast)
        .findFirst()
        .map(
            first ->
                new Recording(
                    new Recording.Header(first.state().info(), all.getFirst().at(), app, reason),
                    all,
                    List.of()));
  }

  /// About how many characters it holds on to, beyond what others hold on to anyway.
  private static long weight(Entry entry) {
    return switch (entry) {
      case Entry.State e -> 200L + 8L * e.state().containers().size();
      case Entry.Lost _, Entry.Gap _ -> 50;
      case Entry.Happened e -> 300 + e.event().detail().length();
      case Entry.Built e ->
          e.event() instanceof BuildEvent.StepOutput output
              ? 150 + output.output().text().length()
              : 400;
      case Entry.Wrote e -> 150 + e.output().text().length();
      case Entry.Answered e -> 200 + weight(e.answer());
    };
  }

  private static long weight(Answer answer) {
    return switch (answer) {
      case Answer.AnImage a -> 500 + 80L * a.image().config().env().size();
      case Answer.AHistory a -> 300L * a.rows().size();
      case Answer.Processes a -> 20L * a.table().titles().size() * a.table().rows().size();
      case Answer.Changes a -> a.paths().stream().mapToLong(p -> 30 + p.path().length()).sum();
      case Answer.Measured _ -> 300;
      case Answer.Ran a -> a.result().stdout().length() + a.result().stderr().length();
      case Answer.Used _ -> 50;
      case Answer.Refused _ -> 200;
    };
  }
}
