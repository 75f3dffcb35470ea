// SPDX-License-Identifier: Apache-2.0
package drydock.diagram.picture;

import drydock.engine.BuildEvent;
import drydock.engine.BuildOutcome;
import drydock.engine.BuildState;
import drydock.engine.BuildStep;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A build made by hand: events folded as they come.
final class Trace {
  static final String SEND = "internal/load build context";
  static final String COPY = "internal/copy build context";
  BuildState state;
  private long clock;

  Trace(String tag) {
    this(tag, BuildState.begin(tag, Samples.AT));
  }

  Trace(String tag, BuildState from) {
    state = tag.isEmpty() ? BuildState.begin("", Samples.AT) : from;
    for (BuildState.Step step : state.steps().values()) {
      Instant started = step.started();
      Duration took = step.took() == null ? Duration.ZERO : step.took();
      if (started != null) {
        clock = Math.max(clock, Duration.between(Samples.AT, started.plus(took)).toMillis());
      }
    }
  }

  Trace context() {
    announce(SEND, BuildStep.Kind.INTERNAL, "load build context", null, 0, null, List.of());
    announce(COPY, BuildStep.Kind.INTERNAL, "copy build context", null, 0, null, List.of(SEND));
    return started(SEND).done(SEND, 90).done(COPY, 40);
  }

  Trace add(String key, String name, BuildStep.Kind kind, int line, String... inputs) {
    int slash = key.indexOf('/');
    announce(
        key,
        kind,
        name,
        key.substring(0, slash),
        Integer.parseInt(key.substring(slash + 1)),
        new BuildStep.Lines(line, line),
        List.of(inputs));
    return this;
  }

  Trace export() {
    announce("export", BuildStep.Kind.EXPORT, "exporting to image", null, 0, null, List.of());
    return this;
  }

  void announce(
      String key,
      BuildStep.Kind kind,
      String name,
      @Nullable String stage,
      int position,
      BuildStep.@Nullable Lines lines,
      List<String> inputs) {
    apply(
        new BuildEvent.StepAnnounced(
            new BuildStep(key, kind, name, stage, position, 0, new ArrayList<>(inputs), lines)));
  }

  Trace started(String key) {
    return apply(new BuildEvent.StepStarted(key, Samples.AT.plusMillis(clock)));
  }

  Trace cached(String key) {
    return apply(new BuildEvent.StepCached(key));
  }

  /// It ran after all that was done before.
  Trace done(String key, long millis) {
    BuildState.Step step = state.steps().get(key);
    Instant began = step == null ? null : step.started();
    long from = began == null ? clock : Duration.between(Samples.AT, began).toMillis();
    return ran(key, from, millis);
  }

  /// It ran from a moment on, in milliseconds since the beginning.
  Trace ran(String key, long from, long millis) {
    clock = Math.max(clock, from + millis);
    apply(new BuildEvent.StepStarted(key, Samples.AT.plusMillis(from)));
    return apply(new BuildEvent.StepDone(key, Duration.ofMillis(millis)));
  }

  Trace success() {
    return finish(
        new BuildOutcome.Success(
            "sha256:853704012d47639e8c9a9b8e6f99a26cd307c5be7bd843b0b627e7288c84d7c1"));
  }

  Trace finish(BuildOutcome outcome) {
    return apply(new BuildEvent.Finished(outcome));
  }

  Trace apply(BuildEvent event) {
    state = state.apply(event);
    return this;
  }
}
