// SPDX-License-Identifier: Apache-2.0
package drydock.engine.replay;

import drydock.engine.BuildEvent;
import drydock.engine.BuildRequest;
import drydock.engine.ContainerEngine;
import drydock.engine.Containers;
import drydock.engine.DiskUsage;
import drydock.engine.EngineEvent;
import drydock.engine.EngineException;
import drydock.engine.EngineInfo;
import drydock.engine.Images;
import drydock.engine.Networks;
import drydock.engine.StreamListener;
import drydock.engine.Subscription;
import drydock.engine.Volumes;
import drydock.messages.Messages;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// The port over a recording: objects as the state at the replay's position has them, other looks
/// as they were last answered up to then. What would change something, and what was not recorded,
/// fails with [drydock.engine.EngineProblem.NotRecorded].
final class ReplayEngine implements ContainerEngine {
  private final Replay replay;
  private final Streams streams;

  ReplayEngine(Replay replay) {
    this.replay = replay;
    streams = new Streams(replay);
  }

  /// The recorded answer of this kind.
  static <T extends Answer> T ask(
      Replay replay, Question question, Class<T> kind, Supplier<String> doing) {
    Answer answer = replay.answer(question, doing);
    if (answer instanceof Answer.Refused(var problem)) {
      throw new EngineException(problem);
    }
    if (!kind.isInstance(answer)) {
      throw Replay.refusal(doing.get());
    }
    return kind.cast(answer);
  }

  @Override
  public EngineInfo info() {
    return replay.state().info();
  }

  @Override
  public Images images() {
    return new ReplayImages(replay);
  }

  @Override
  public Containers containers() {
    return new ReplayContainers(replay, streams);
  }

  @Override
  public Networks networks() {
    return new ReplayNetworks(replay);
  }

  @Override
  public Volumes volumes() {
    return new ReplayVolumes(replay);
  }

  @Override
  public Subscription build(BuildRequest request, StreamListener<BuildEvent> listener) {
    throw Replay.refusal(Messages.get("engine.doing.build"));
  }

  @Override
  public Subscription events(@Nullable Instant since, StreamListener<EngineEvent> listener) {
    return streams.open(
        listener,
        entry ->
            entry instanceof Entry.Happened(Instant _, EngineEvent event)
                ? Optional.of(event)
                : Optional.empty(),
        event -> since != null && !event.at().isBefore(since));
  }

  @Override
  public DiskUsage diskUsage() {
    return ask(
            replay,
            new Question.OfDiskUsage(),
            Answer.Used.class,
            () -> Messages.get("engine.doing.diskUsage"))
        .usage();
  }

  @Override
  public void close() {
    streams.close();
  }
}
