// SPDX-License-Identifier: Apache-2.0
package drydock.observe;

import drydock.engine.EngineEvent;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What happened to one container. All times are by this computer's clock.
///
/// @param image the reference that it was created from
/// @param begun when it was created, or the earliest that is known of it
/// @param stretches how it was, one after the other without gaps
/// @param marks what happened at a moment, oldest first
/// @param removed when it was removed; null while it is there
public record Life(
    String id,
    String name,
    String image,
    Instant begun,
    List<Stretch> stretches,
    List<Mark> marks,
    @Nullable Instant removed) {
  /// In the place of an exit code or a signal's number that the engine does not tell.
  public static final int NOT_TOLD = -1;

  public Life {
    stretches = List.copyOf(stretches);
    marks = List.copyOf(marks);
  }

  /// How a container is for a while.
  public enum Phase {
    CREATED,
    RUNNING,
    PAUSED,
    /// It runs, and its health check fails.
    UNHEALTHY,
    /// It ended, and its restart policy waits before it starts it again.
    RESTARTING,
    EXITED,
    /// The engine does not tell; the [Untold] says why.
    UNKNOWN
  }

  /// A time in which nothing changed, as far as is known.
  ///
  /// @param to null while it lasts
  /// @param exitCode of the run that ended before it; 0 unless RESTARTING or EXITED
  public record Stretch(
      Phase phase, Instant from, @Nullable Instant to, int exitCode, Source source) {
    Stretch until(Instant end) {
      return new Stretch(phase, from, end, exitCode, source);
    }

    Stretch as(Phase other) {
      return new Stretch(other, from, to, exitCode, source);
    }

    Stretch from(Instant begin) {
      return new Stretch(phase, begin, to, exitCode, source);
    }
  }

  /// Where a stretch is known from.
  public sealed interface Source {}

  /// The event that began it.
  public record Told(EngineEvent event) implements Source {}

  /// A field of `GET /containers/{id}/json`, and its value.
  public record Inspected(String field) implements Source {}

  /// Why it is not known.
  public record Untold(Reason reason) implements Source {}

  public enum Reason {
    /// From before anybody listened: an engine keeps the last start and the last end only.
    EARLIER,
    /// The connection to the engine was lost.
    MISSED,
    /// It is paused, and since when is not told.
    PAUSED,
    /// It is unhealthy, and since when is not told.
    UNHEALTHY
  }

  /// The most telling first.
  public enum Kind {
    OOM,
    EXITED,
    UNHEALTHY,
    SIGNAL,
    RESTARTED,
    HEALTHY,
    REMOVED,
    RENAMED,
    UPDATED
  }

  /// Something that happened at a moment.
  ///
  /// @param number the exit code, the signal's number, or which restart by the policy it was; 0 for
  ///   what has none; [#NOT_TOLD]
  public record Mark(Kind kind, int number, Instant at, EngineEvent event) {}
}
