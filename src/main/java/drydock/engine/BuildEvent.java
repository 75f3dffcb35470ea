// SPDX-License-Identifier: Apache-2.0
package drydock.engine;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/// What happens in a build. `step` is always a [BuildStep#key].
public sealed interface BuildEvent {
  /// A base image is being pulled, before the build itself.
  record Pulling(PullProgress progress) implements BuildEvent {}

  /// The build context was sent.
  record ContextSent(int files, long bytes) implements BuildEvent {}

  /// A step is known. May come again with more inputs or lines; the last word counts.
  record StepAnnounced(BuildStep step) implements BuildEvent {}

  record StepStarted(String step, Instant at) implements BuildEvent {}

  record StepCached(String step) implements BuildEvent {}

  /// @param took how long it really ran
  record StepDone(String step, Duration took) implements BuildEvent {}

  record StepFailed(String step, String message, Duration took) implements BuildEvent {}

  record StepOutput(String step, Output output) implements BuildEvent {}

  /// Progress of a part of a step (a layer, a transfer).
  ///
  /// @param total 0 when unknown
  record StepProgress(String step, String item, long current, long total, boolean done)
      implements BuildEvent {}

  /// A finding of the builder's own checks.
  ///
  /// @param rule BuildKit's name of the rule, possibly empty
  /// @param url page that explains it, possibly empty
  record Warning(
      String rule, String message, List<String> detail, String url, List<BuildStep.Lines> lines)
      implements BuildEvent {
    public Warning {
      detail = List.copyOf(detail);
      lines = List.copyOf(lines);
    }
  }

  /// Something a person should know that is neither a step nor a failure: a line of the answer that could not be read,
  /// a file with CRLF line ends.
  record Notice(String sentence) implements BuildEvent {}

  record Finished(BuildOutcome outcome) implements BuildEvent {}
}
