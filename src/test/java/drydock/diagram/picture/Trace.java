// SPDX-License-Identifier: Apache-2.0
package drydock.diagram.picture;

import drydock.engine.BuildEvent;
import drydock.engine.BuildOutcome;
import drydock.engine.BuildState;
import drydock.engine.BuildStep;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A build made by hand: events folded as they come.
final class Trace {
  static final String SEND = "internal/load build context";
  static final String COPY = "internal/copy build context";
  BuildState state;

  Trace(String tag) {
    this(tag, BuildState.begin(tag, Samples.AT));
  }

  Trace(String tag, BuildState from) {
    state = tag.isEmpty() ? BuildState.begin("", Samples.AT) : from;
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
    return apply(new BuildEvent.StepStarted(key, Samples.AT));
  }

  Trace cached(String key) {
    return apply(new BuildEvent.StepCached(key));
  }

  Trace done(String key, long millis) {
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
