// SPDX-License-Identifier: Apache-2.0
package drydock.engine;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A build folded from its events: what pictures and goals are drawn from. Immutable; the output itself is not kept.
///
/// @param tag the first name asked for, possibly empty
/// @param steps by key, in the order in which they became known
/// @param outcome null while it runs
public record BuildState(
    String tag,
    Instant started,
    Map<String, Step> steps,
    List<BuildEvent.Warning> warnings,
    @Nullable BuildOutcome outcome) {
  public BuildState {
    steps = Collections.unmodifiableMap(new LinkedHashMap<>(steps));
    warnings = List.copyOf(warnings);
  }

  public static BuildState begin(String tag, Instant at) {
    return new BuildState(tag, at, Map.of(), List.of(), null);
  }

  public boolean running() {
    return outcome == null;
  }

  public enum Status {
    WAITING,
    RUNNING,
    CACHED,
    DONE,
    FAILED
  }

  /// @param started null while it waits
  /// @param took null while it waits or runs
  public record Step(
      BuildStep step,
      Status status,
      @Nullable Instant started,
      @Nullable Duration took,
      @Nullable String message) {}

  /// The state after one more event.
  public BuildState apply(BuildEvent event) {
    return switch (event) {
      case BuildEvent.StepAnnounced e -> announce(e.step());
      case BuildEvent.StepStarted e ->
          change(e.step(), s -> new Step(s.step(), Status.RUNNING, e.at(), s.took(), s.message()));
      case BuildEvent.StepCached e ->
          change(
              e.step(),
              s -> new Step(s.step(), Status.CACHED, s.started(), Duration.ZERO, s.message()));
      case BuildEvent.StepDone e ->
          change(
              e.step(), s -> new Step(s.step(), Status.DONE, s.started(), e.took(), s.message()));
      case BuildEvent.StepFailed e ->
          change(
              e.step(), s -> new Step(s.step(), Status.FAILED, s.started(), e.took(), e.message()));
      case BuildEvent.Warning e -> {
        List<BuildEvent.Warning> more = new ArrayList<>(warnings);
        more.add(e);
        yield new BuildState(tag, started, steps, more, outcome);
      }
      case BuildEvent.Finished e -> new BuildState(tag, started, steps, warnings, e.outcome());
      case BuildEvent.Pulling _,
          BuildEvent.ContextSent _,
          BuildEvent.StepOutput _,
          BuildEvent.StepProgress _,
          BuildEvent.Notice _ ->
          this;
    };
  }

  private BuildState announce(BuildStep step) {
    Step known = steps.get(step.key());
    Step next =
        known == null
            ? new Step(step, Status.WAITING, null, null, null)
            : new Step(step, known.status(), known.started(), known.took(), known.message());
    return with(step.key(), next);
  }

  private BuildState change(String key, java.util.function.UnaryOperator<Step> change) {
    Step known = steps.get(key);
    return known == null ? this : with(key, change.apply(known));
  }

  private BuildState with(String key, Step step) {
    Map<String, Step> next = new LinkedHashMap<>(steps);
    next.put(key, step);
    return new BuildState(tag, started, next, warnings, outcome);
  }
}
