// SPDX-License-Identifier: Apache-2.0
package drydock.engine.replay;

import drydock.engine.ArchiveWriter;
import drydock.engine.Container;
import drydock.engine.ContainerSpec;
import drydock.engine.Containers;
import drydock.engine.EngineException;
import drydock.engine.EngineProblem;
import drydock.engine.EngineState;
import drydock.engine.ExecResult;
import drydock.engine.ExecSpec;
import drydock.engine.Limits;
import drydock.engine.Output;
import drydock.engine.PathChange;
import drydock.engine.ProcessTable;
import drydock.engine.Session;
import drydock.engine.Stats;
import drydock.engine.StreamListener;
import drydock.engine.Subscription;
import drydock.messages.Messages;
import java.io.OutputStream;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

final class ReplayContainers implements Containers {
  private final Replay replay;
  private final Streams streams;

  ReplayContainers(Replay replay, Streams streams) {
    this.replay = replay;
    this.streams = streams;
  }

  @Override
  public List<Container> list() {
    return List.copyOf(replay.state().containers().values());
  }

  @Override
  public Container inspect(String id) {
    EngineState state = replay.state();
    Container container = state.containers().get(Names.container(state, id));
    if (container == null) {
      throw new EngineException(new EngineProblem.NotFound("container", id));
    }
    return container;
  }

  @Override
  public ProcessTable top(String id, String psArguments) {
    return ReplayEngine.ask(
            replay,
            new Question.OfProcesses(inspect(id).id(), psArguments),
            Answer.Processes.class,
            () -> Messages.get("engine.doing.top", id))
        .table();
  }

  @Override
  public List<PathChange> changes(String id) {
    return ReplayEngine.ask(
            replay,
            new Question.OfChanges(inspect(id).id()),
            Answer.Changes.class,
            () -> Messages.get("engine.doing.changes", id))
        .paths();
  }

  @Override
  public ExecResult execute(String id, List<String> command, Duration most) {
    return ReplayEngine.ask(
            replay,
            new Question.OfCommand(inspect(id).id(), command),
            Answer.Ran.class,
            () -> Messages.get("engine.doing.exec", String.join(" ", command), id))
        .result();
  }

  /// The last measurement at once, then each as it is passed.
  @Override
  public Subscription stats(String id, StreamListener<Stats> listener) {
    Question question;
    try {
      question = new Question.OfStats(inspect(id).id());
    } catch (EngineException e) {
      return Streams.refused(listener, e);
    }
    if (!replay.everAnswered(question)) {
      return Streams.refused(listener, Replay.refusal(Messages.get("engine.doing.stats", id)));
    }
    replay.lastAnswer(question).flatMap(ReplayContainers::measured).ifPresent(listener::onNext);
    return streams.open(
        listener,
        entry ->
            entry instanceof Entry.Answered answered && answered.question().equals(question)
                ? measured(answered.answer())
                : Optional.empty(),
        _ -> false);
  }

  private static Optional<Stats> measured(Answer answer) {
    return answer instanceof Answer.Measured(Stats stats) ? Optional.of(stats) : Optional.empty();
  }

  /// Of one that had ended; a replay waits for nobody.
  @Override
  public int waitFor(String id, Duration most) {
    Container container = inspect(id);
    if (container.running()) {
      throw Replay.refusal(Messages.get("engine.doing.wait", id));
    }
    return container.state().exitCode();
  }

  @Override
  public Subscription logs(String id, boolean follow, StreamListener<Output> listener) {
    String container;
    try {
      container = inspect(id).id();
    } catch (EngineException e) {
      return Streams.refused(listener, e);
    }
    if (!replay.hasLog(container)) {
      return Streams.refused(listener, Replay.refusal(Messages.get("engine.doing.logs", id)));
    }
    Subscription log =
        streams.open(
            listener,
            entry ->
                entry instanceof Entry.Wrote wrote && wrote.container().equals(container)
                    ? Optional.of(wrote.output())
                    : Optional.empty(),
            _ -> true);
    if (!follow) {
      log.close();
    }
    return log;
  }

  @Override
  public String create(ContainerSpec spec) {
    throw Replay.refusal(Messages.get("engine.doing.create", spec.image()));
  }

  @Override
  public void start(String id) {
    throw Replay.refusal(Messages.get("engine.doing.start", id));
  }

  @Override
  public String run(ContainerSpec spec) {
    throw Replay.refusal(Messages.get("engine.doing.run", spec.image()));
  }

  @Override
  public void stop(String id, Duration grace) {
    throw Replay.refusal(Messages.get("engine.doing.stop", id));
  }

  @Override
  public void kill(String id, String signal) {
    throw Replay.refusal(Messages.get("engine.doing.kill", id, signal));
  }

  @Override
  public void pause(String id) {
    throw Replay.refusal(Messages.get("engine.doing.pause", id));
  }

  @Override
  public void unpause(String id) {
    throw Replay.refusal(Messages.get("engine.doing.unpause", id));
  }

  @Override
  public void restart(String id, Duration grace) {
    throw Replay.refusal(Messages.get("engine.doing.restart", id));
  }

  @Override
  public void update(String id, Limits limits) {
    throw Replay.refusal(Messages.get("engine.doing.update", id));
  }

  @Override
  public void remove(String id) {
    throw Replay.refusal(Messages.get("engine.doing.removeContainer", id));
  }

  @Override
  public Session exec(String id, ExecSpec spec, StreamListener<Output> listener) {
    throw Replay.refusal(Messages.get("engine.doing.exec", String.join(" ", spec.command()), id));
  }

  @Override
  public Session attach(String id, StreamListener<Output> listener) {
    throw Replay.refusal(Messages.get("engine.doing.attach", id));
  }

  @Override
  public void getArchive(String id, String path, OutputStream out) {
    throw Replay.refusal(Messages.get("engine.doing.getArchive", path, id));
  }

  @Override
  public void putArchive(String id, String folder, ArchiveWriter archive) {
    throw Replay.refusal(Messages.get("engine.doing.putArchive", folder, id));
  }
}
