// SPDX-License-Identifier: Apache-2.0
package drydock.moment;

import drydock.engine.BuildOutcome;
import drydock.engine.BuildState;
import drydock.engine.Container;
import drydock.engine.ImageSummary;
import drydock.engine.Network;
import drydock.engine.StateChange;
import drydock.engine.Volume;
import drydock.messages.Messages;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Something that happened, worth a dot on the time line.
///
/// @param words "web: running → exited (137)"
public record Mark(Instant at, Kind kind, String words) {
  /// The most telling last: of several at one moment, it is the one to draw.
  public enum Kind {
    /// Something else than a container came, changed or went.
    OTHER,
    /// A container is gone.
    GONE,
    /// A container ended well, or was paused.
    ENDED,
    /// A container came, or runs.
    BORN,
    BUILT,
    /// A container ended with a failure, or is unhealthy.
    FAILED,
    BUILD_FAILED
  }

  /// What happened from one moment to the next.
  static List<Mark> between(Moment before, Moment after) {
    List<Mark> marks = new ArrayList<>();
    for (StateChange change : StateChange.between(before.state(), after.state())) {
      Kind kind = kind(change);
      if (kind != null) {
        marks.add(new Mark(after.at(), kind, Difference.of(change).words()));
      }
    }
    BuildState build = after.build();
    if (build != null && !build.running() && !ended(before.build(), build)) {
      marks.add(
          new Mark(
              after.at(),
              build.outcome() instanceof BuildOutcome.Success ? Kind.BUILT : Kind.BUILD_FAILED,
              words(build)));
    }
    return marks;
  }

  private static boolean ended(@Nullable BuildState before, BuildState build) {
    return before != null && before.started().equals(build.started()) && !before.running();
  }

  static String words(BuildState build) {
    String tag = build.tag().isEmpty() ? Messages.get("moment.build.unnamed") : build.tag();
    BuildOutcome outcome = build.outcome();
    if (outcome == null) {
      return Messages.get("moment.build.running", tag);
    }
    return switch (outcome) {
      case BuildOutcome.Success _ -> Messages.get("moment.build.done", tag);
      case BuildOutcome.Failed _, BuildOutcome.Broken _ -> Messages.get("moment.build.failed", tag);
      case BuildOutcome.Cancelled _ -> Messages.get("moment.build.cancelled", tag);
    };
  }

  /// Null for what is no news: addresses that come and go with a container.
  private static @Nullable Kind kind(StateChange change) {
    return switch (change) {
      case StateChange.Born(Container container) -> state(container);
      case StateChange.Gone(Container _) -> Kind.GONE;
      case StateChange.Changed(Container was, Container is) ->
          StateWords.status(was).equals(StateWords.status(is)) ? null : state(is);
      case StateChange.Changed(var _, Network _) -> null;
      case StateChange.Changed(var _, Volume _) -> null;
      case StateChange.Changed(var _, ImageSummary _), StateChange.Born _, StateChange.Gone _ ->
          Kind.OTHER;
      case StateChange.Changed _ -> null;
    };
  }

  private static Kind state(Container container) {
    return switch (container.status()) {
      case CREATED -> Kind.BORN;
      case RUNNING ->
          container.state().health() == Container.Health.UNHEALTHY ? Kind.FAILED : Kind.BORN;
      case PAUSED, REMOVING, UNKNOWN -> Kind.ENDED;
      case RESTARTING, DEAD -> Kind.FAILED;
      case EXITED ->
          container.state().exitCode() == 0 && !container.state().oomKilled()
              ? Kind.ENDED
              : Kind.FAILED;
    };
  }
}
