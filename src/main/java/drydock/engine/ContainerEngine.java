// SPDX-License-Identifier: Apache-2.0
package drydock.engine;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The port to a container engine. Calls block and throw only [EngineException]; streams start at once on a thread of
/// their own and return a [Subscription]. Everything created carries its [Ownership]'s labels, and nothing without
/// Drydock's owner label is ever changed or removed ([EngineProblem.NotOurs]), whoever asks.
public interface ContainerEngine extends AutoCloseable {
  EngineInfo info();

  List<ImageSummary> images();

  /// @param reference a tag, a digest or an id
  Image image(String reference);

  /// How an image came to be, oldest entry first.
  List<HistoryEntry> history(String reference);

  /// Brings an image from its registry. Ends with [EngineProblem.PullFailed] when that cannot be done.
  Subscription pull(String reference, StreamListener<PullProgress> listener);

  /// Removes an image of ours: the tag, and the image with its last tag.
  void removeImage(String reference);

  /// Builds. Events end with exactly one [BuildEvent.Finished], before `onEnd`; a build that fails is an outcome, not
  /// an exception. Closing the subscription cancels the build on the engine.
  Subscription build(BuildRequest request, StreamListener<BuildEvent> listener);

  List<Container> containers();

  /// @param id an id or a name
  Container container(String id);

  /// Creates and starts a container; its id is returned. A container that cannot be started is removed again.
  String run(RunSpec spec);

  /// What the container wrote so far and, when `follow`, what it writes until it ends.
  Subscription logs(String id, boolean follow, StreamListener<Output> listener);

  /// Asks the container's process to end, and kills it after `grace`.
  void stop(String id, Duration grace);

  /// Removes a container of ours; a running one is killed.
  void remove(String id);

  /// @param since the first moment that matters; null for now
  Subscription events(@Nullable Instant since, StreamListener<EngineEvent> listener);

  @Override
  void close();
}
