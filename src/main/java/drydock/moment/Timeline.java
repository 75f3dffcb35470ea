// SPDX-License-Identifier: Apache-2.0
package drydock.moment;

import drydock.engine.BuildState;
import drydock.engine.EngineState;
import drydock.engine.StateChange;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The moments of an engine's past, oldest first, bounded in count and by an estimate of the memory
/// that they hold on to. When there is no more room, one in the past goes: the further back, the
/// sparser they stand, and those at which something happened stay longest. The first and the last
/// always stay.
///
/// For one thread, in the app the JavaFX thread.
public final class Timeline {
  private static final int MOST = 600;
  private static final long MOST_BYTES = 32L << 20;

  /// While nothing but a running build changes, moments stand no closer than this.
  private static final Duration BUILD_STEP = Duration.ofMillis(300);

  /// A moment at which something happened counts as so much further from its neighbours.
  private static final double NOTABLE = 16;

  private static final int BYTES_OBJECT = 1_500;
  private static final int BYTES_CELL = 24;
  private static final int BYTES_MOMENT = 200;

  /// A moment, and what happened since the one before.
  public record Stop(Moment moment, List<Mark> marks) {
    public Stop {
      marks = List.copyOf(marks);
    }

    public Instant at() {
      return moment.at();
    }
  }

  private record Kept(Stop stop, long bytes) {
    Moment moment() {
      return stop.moment();
    }

    Instant at() {
      return stop.at();
    }

    List<Mark> marks() {
      return stop.marks();
    }
  }

  private final int most;
  private final long mostBytes;
  private final List<Kept> kept = new ArrayList<>();
  private long bytes;

  public Timeline() {
    this(MOST, MOST_BYTES);
  }

  Timeline(int most, long mostBytes) {
    this.most = most;
    this.mostBytes = mostBytes;
  }

  /// Adds how things are now. One that goes back in time counts as the time of the last; one of
  /// another engine begins anew.
  public void add(Moment next) {
    Moment now = next;
    Kept last = kept.isEmpty() ? null : kept.getLast();
    if (last != null && !last.moment().state().info().id().equals(next.state().info().id())) {
      clear();
      last = null;
    }
    if (last != null && next.at().isBefore(last.at())) {
      now = new Moment(last.at(), next.state(), next.journal(), next.build());
    }
    if (last != null && buildGoesOn(last, now)) {
      removeAt(kept.size() - 1);
      last = kept.isEmpty() ? null : kept.getLast();
    }
    List<Mark> marks = last == null ? List.of() : Mark.between(last.moment(), now);
    Kept added = new Kept(new Stop(now, marks), bytes(last == null ? null : last.moment(), now));
    kept.add(added);
    bytes += added.bytes();
    while (kept.size() > 2 && (kept.size() > most || bytes > mostBytes)) {
      removeAt(leastWorth());
    }
  }

  public void clear() {
    kept.clear();
    bytes = 0;
  }

  public List<Stop> stops() {
    return kept.stream().map(Kept::stop).toList();
  }

  public List<Moment> moments() {
    return kept.stream().map(Kept::moment).toList();
  }

  /// What happened at the moments that are kept, oldest first.
  public List<Mark> marks() {
    return kept.stream().flatMap(k -> k.marks().stream()).toList();
  }

  /// The last moment not after `instant`, or the first of all; empty while there is none.
  public Optional<Moment> at(Instant instant) {
    Kept found = null;
    for (Kept next : kept) {
      if (found != null && next.at().isAfter(instant)) {
        break;
      }
      found = next;
    }
    return Optional.ofNullable(found).map(Kept::moment);
  }

  private static boolean buildGoesOn(Kept last, Moment now) {
    BuildState before = last.moment().build();
    BuildState build = now.build();
    return last.marks().isEmpty()
        && before != null
        && build != null
        && build.running()
        && before.started().equals(build.started())
        && last.moment().state().equals(now.state())
        && Duration.between(last.at(), now.at()).compareTo(BUILD_STEP) < 0;
  }

  /// The moment in the past whose going leaves the smallest gap for its age.
  private int leastWorth() {
    Instant now = kept.getLast().at();
    int least = 1;
    double leastWorth = Double.MAX_VALUE;
    for (int i = 1; i < kept.size() - 1; i++) {
      double gap = nanos(kept.get(i - 1).at(), kept.get(i + 1).at()) + 1;
      double age = nanos(kept.get(i).at(), now) + 1;
      double worth = gap / age * (kept.get(i).marks().isEmpty() ? 1 : NOTABLE);
      if (worth < leastWorth) {
        leastWorth = worth;
        least = i;
      }
    }
    return least;
  }

  private static double nanos(Instant from, Instant to) {
    Duration time = Duration.between(from, to);
    return time.getSeconds() * 1e9 + time.getNano();
  }

  private void removeAt(int index) {
    bytes -= kept.remove(index).bytes();
  }

  /// What a moment holds on to that the one before does not.
  private static long bytes(@Nullable Moment before, Moment now) {
    EngineState is = now.state();
    long sum = BYTES_MOMENT;
    if (before == null) {
      return sum + (long) BYTES_OBJECT * (objects(is) + now.journal().events().size());
    }
    EngineState was = before.state();
    if (!was.equals(is)) {
      sum += (long) BYTES_OBJECT * StateChange.between(was, is).size();
      sum += was.containers().equals(is.containers()) ? 0 : BYTES_CELL * is.containers().size();
      sum += was.images().equals(is.images()) ? 0 : BYTES_CELL * is.images().size();
      sum += was.networks().equals(is.networks()) ? 0 : BYTES_CELL * is.networks().size();
      sum += was.volumes().equals(is.volumes()) ? 0 : BYTES_CELL * is.volumes().size();
    }
    if (!before.journal().equals(now.journal())) {
      sum += (long) BYTES_CELL * now.journal().events().size();
    }
    BuildState build = now.build();
    if (build != null && !build.equals(before.build())) {
      sum += (long) BYTES_CELL * build.steps().size();
    }
    return sum;
  }

  private static int objects(EngineState state) {
    return state.containers().size()
        + state.images().size()
        + state.networks().size()
        + state.volumes().size();
  }
}
