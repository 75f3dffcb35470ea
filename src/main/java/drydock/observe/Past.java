// SPDX-License-Identifier: Apache-2.0
package drydock.observe;

import drydock.engine.Container;
import drydock.engine.EngineEvent;
import drydock.observe.Life.Inspected;
import drydock.observe.Life.Phase;
import drydock.observe.Life.Reason;
import drydock.observe.Life.Stretch;
import drydock.observe.Life.Untold;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/// What `inspect` tells of the time before the first event: when the container was created, its
/// last start and its last end. The rest is unknown, and stays so.
final class Past {
  private final Container container;
  private final @Nullable EngineEvent next;
  private final UnaryOperator<Instant> local;
  private final List<Stretch> stretches = new ArrayList<>();

  private Past(Container container, @Nullable EngineEvent next, UnaryOperator<Instant> local) {
    this.container = container;
    this.next = next;
    this.local = local;
  }

  /// @param next the first event; null when there is none, and it is as `container` tells
  /// @param local from the engine's clock to this computer's
  static List<Stretch> of(
      Container container, @Nullable EngineEvent next, UnaryOperator<Instant> local) {
    Past past = new Past(container, next, local);
    past.tell();
    past.doubt();
    return past.stretches;
  }

  private void tell() {
    Instant created = container.created();
    Instant started = before(container.state().started());
    Instant finished = before(container.state().finished());
    if (created == null) {
      return;
    }
    if (started == null) {
      if (container.state().started() == null) {
        add(Phase.CREATED, created, "Created = " + created);
      } else {
        untold(created, Reason.EARLIER);
      }
      return;
    }
    if (container.state().finished() == null) {
      add(Phase.CREATED, created, "Created = " + created);
    } else {
      untold(created, Reason.EARLIER);
    }
    Reason since = since();
    if (finished != null && (over() || !finished.isBefore(started))) {
      add(Phase.RUNNING, started, "State.StartedAt = " + started);
      ended(finished);
    } else if (since != null) {
      untold(started, since);
    } else {
      add(Phase.RUNNING, started, "State.StartedAt = " + started);
    }
  }

  /// Whether it has ended by now. Of one that ends at once, old engines note the start after the end.
  private boolean over() {
    return next == null
        && (container.status() == Container.Status.EXITED
            || container.status() == Container.Status.DEAD);
  }

  private void ended(Instant finished) {
    boolean again = container.status() == Container.Status.RESTARTING;
    int code = container.state().exitCode();
    add(
        new Stretch(
            again ? Phase.RESTARTING : Phase.EXITED,
            local.apply(finished),
            null,
            code,
            new Inspected("State.FinishedAt = " + finished + " · State.ExitCode = " + code)));
  }

  /// Why it is not known how it was since its start; null when it is.
  private @Nullable Reason since() {
    if (next == null ? container.status() == Container.Status.PAUSED : is("unpause")) {
      return Reason.PAUSED;
    }
    boolean ill = container.state().health() == Container.Health.UNHEALTHY;
    return next == null && ill ? Reason.UNHEALTHY : null;
  }

  /// An event that does not fit says that something was missed.
  private void doubt() {
    if (next == null || stretches.isEmpty()) {
      return;
    }
    Stretch last = stretches.getLast();
    boolean ran = last.phase() == Phase.RUNNING;
    boolean fits =
        switch (next.action()) {
          case "start" -> !ran;
          case "die", "died", "pause", "oom", "kill", "health_status" -> ran;
          default -> true;
        };
    if (!fits && last.phase() != Phase.UNKNOWN) {
      stretches.set(
          stretches.size() - 1,
          new Stretch(Phase.UNKNOWN, last.from(), null, 0, new Untold(Reason.EARLIER)));
    }
  }

  private boolean is(String action) {
    return next != null && next.action().equals(action);
  }

  /// Null for what came with the first event or after it.
  private @Nullable Instant before(@Nullable Instant time) {
    return time == null || (next != null && !time.isBefore(next.at())) ? null : time;
  }

  private void untold(Instant from, Reason reason) {
    add(new Stretch(Phase.UNKNOWN, local.apply(from), null, 0, new Untold(reason)));
  }

  private void add(Phase phase, Instant from, String field) {
    add(new Stretch(phase, local.apply(from), null, 0, new Inspected(field)));
  }

  private void add(Stretch stretch) {
    if (!stretches.isEmpty()) {
      Stretch last = stretches.removeLast();
      if (last.from().isBefore(stretch.from())) {
        stretches.add(last.until(stretch.from()));
      }
    }
    stretches.add(stretch);
  }
}
