// SPDX-License-Identifier: Apache-2.0
package drydock.engine;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// The port to a container engine. Calls block, are ended by interruption and throw only [EngineException]; streams start
/// at once on a thread of their own and return a [Subscription]. Everything created carries its [Ownership]'s labels, and
/// nothing without Drydock's owner label is ever changed or removed ([EngineProblem.NotOurs]), whoever asks.
public interface ContainerEngine extends AutoCloseable {
  EngineInfo info();

  Images images();

  Containers containers();

  Networks networks();

  Volumes volumes();

  /// Builds. Events end with exactly one [BuildEvent.Finished], before `onEnd`; a build that fails is an outcome, not
  /// an exception. Closing the subscription cancels the build on the engine.
  Subscription build(BuildRequest request, StreamListener<BuildEvent> listener);

  /// @param since the first moment that matters; null for now
  Subscription events(@Nullable Instant since, StreamListener<EngineEvent> listener);

  /// How much of the disk the engine's objects take. Can take the engine seconds to count.
  DiskUsage diskUsage();

  @Override
  void close();
}
